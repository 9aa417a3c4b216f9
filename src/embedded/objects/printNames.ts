import type { Extent, Sheet } from "../xlsx/model";
import { absoluteAddress, COLUMNS, parseArea, quotedSheet, ROWS, splitSheet } from "./address";
import type { Host } from "./host";

/** The names under which Excel keeps what of a sheet is printed, and what is repeated on every page. */
export type PrintName = "_xlnm.Print_Area" | "_xlnm.Print_Titles";

function formulaOf({ book }: Host, sheet: Sheet, name: PrintName): string | undefined {
  return book.names.find((one) => one.name === name && one.scope === sheet.name)?.formula;
}

/** The areas that such a name stands for; none where it is not there. */
export function printAreas(host: Host, sheet: Sheet, name: PrintName): readonly Extent[] {
  const parts = formulaOf(host, sheet, name)?.split(/,(?=(?:[^']*'[^']*')*[^']*$)/) ?? [];
  return parts.flatMap((part) => parseArea(splitSheet(part).rest) ?? []);
}

/** Lets such a name stand for other areas; it goes with the last of them. */
export function setPrintAreas(
  host: Host,
  sheet: Sheet,
  { name, areas }: { readonly name: PrintName; readonly areas: readonly Extent[] },
): void {
  const formula = areas.map((area) => `${quotedSheet(sheet.name)}!${absoluteAddress(area)}`).join(",");
  const known = formulaOf(host, sheet, name);
  if (areas.length === 0) host.book.deleteName(name, sheet.name);
  else if (known !== undefined) host.book.structure.changeName(name, sheet.name, formula);
  else host.book.addName({ name, formula, scope: sheet.name, visible: true });
  host.changed = true;
}

export const isColumns = ({ rows }: Extent): boolean => rows === ROWS;
export const isRows = ({ columns }: Extent): boolean => columns === COLUMNS;
