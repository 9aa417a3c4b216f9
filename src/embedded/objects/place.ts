import type { Extent, Sheet } from "../xlsx/model";
import { allows, type Allowance } from "../xlsx/sheetProtection";
import type { Host } from "./host";
import { Refusal } from "./refusal";

/** An area of a sheet of the open workbook. */
export interface Place {
  readonly host: Host;
  readonly sheet: Sheet;
  readonly extent: Extent;
  /** Where several areas are meant at once; `extent` is then the first of them. */
  readonly areas?: readonly Extent[];
}

/** A named style in the place of cells: what is set on it, its cells follow. */
export interface StylePlace {
  readonly host: Host;
  readonly styleName: string;
}

/** What has a format: cells, or a named style. */
export type Formatted = Place | StylePlace;

/** All areas of a place. */
export const areasOf = ({ areas, extent }: Place): readonly Extent[] => areas ?? [extent];

/** Refuses to change a protected sheet, unless its protection allows just this; cells are taken to be locked, as they are unless somebody unlocks them. */
export function unprotected(sheet: Sheet, action?: Allowance): Sheet {
  if (sheet.isProtected && (action === undefined || !allows(sheet.xml, action))) throw new Refusal("AccessDenied");
  return sheet;
}

/** As `unprotected`, for writing into cells: those that somebody unlocked may be written. */
export function writable({ host, sheet, extent }: Place): void {
  if (!sheet.isProtected) return;
  const styles = new Set(sheet.styles(extent).flat());
  if ([...styles].some((style) => host.book.format(style).locked)) throw new Refusal("AccessDenied");
}
