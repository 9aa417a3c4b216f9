import type { Archive } from "./archive";
import type { Sheet } from "./model";
import type { SharedStrings } from "./sharedStrings";
import type { Styles } from "./styles";

/** Where the sheet stands in the file, and what it shares with the others. */
export interface SheetPlace {
  readonly id: string;
  readonly part: string;
  readonly relationId: string;
  readonly archive: Archive;
  readonly styles: Styles;
  readonly strings: SharedStrings;
  readonly date1904: boolean;
  /** Full names of the parts of its tables. */
  readonly tableParts: readonly string[];
}

/** What the workbook part says of a sheet. */
export interface SheetEntry {
  name: string;
  visibility: Sheet["visibility"];
}
