import type { Archive } from "./archive";
import type { Sheet } from "./model";
import type { SharedStrings } from "./sharedStrings";
import type { Styles } from "./styles";
import type { XmlElement } from "./xml";

const visibilities: Readonly<Record<string, Sheet["visibility"]>> = { hidden: "hidden", veryHidden: "veryHidden" };

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

/** The entry in a sheet's element of the workbook part; seen where the file's word for it is none that Excel knows. */
export function entryOf({ attributes }: XmlElement): SheetEntry {
  return {
    name: attributes.get("name") ?? "",
    visibility: visibilities[attributes.get("state") ?? ""] ?? "visible",
  };
}
