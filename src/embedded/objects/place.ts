import type { Extent, Sheet } from "../xlsx/model";
import type { Host } from "./host";
import { Refusal } from "./refusal";

/** An area of a sheet of the open workbook. */
export interface Place {
  readonly host: Host;
  readonly sheet: Sheet;
  readonly extent: Extent;
}

/** Refuses to change a protected sheet; cells are taken to be locked, as they are unless somebody unlocks them. */
export function unprotected(sheet: Sheet): Sheet {
  if (sheet.isProtected) throw new Refusal("AccessDenied");
  return sheet;
}
