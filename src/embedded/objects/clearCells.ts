import { intersection, isInside } from "./address";
import { told } from "./changes";
import { unprotected, type Place } from "./place";
import { Refusal } from "./refusal";

/** What `Range.clear` takes away, by its argument. */
const parts = {
  all: { contents: true, formats: true },
  formats: { contents: false, formats: true },
  contents: { contents: true, formats: false },
  hyperlinks: { contents: false, formats: false },
  removehyperlinks: { contents: false, formats: true },
} as const;

function eachUsedCell({ sheet, extent }: Place, visit: (row: number, column: number) => void): void {
  const used = sheet.used(false);
  const area = used && intersection(used, extent);
  if (area === undefined) return;
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) visit(row, column);
  }
}

/** Clears cells; with the formats go the conditional formats that lie in the area alone, with everything also data validation and links. */
export function clearCells(place: Place, what: unknown): void {
  const { sheet, extent } = place;
  const wanted = typeof what === "string" ? what.toLowerCase() : "all";
  if (!(wanted in parts)) throw new Refusal("InvalidArgument");
  unprotected(sheet);
  const { contents, formats } = parts[wanted as keyof typeof parts];
  eachUsedCell(place, (row, column) => {
    if (contents && formats) sheet.remove(row, column);
    else if (contents) sheet.setValue(row, column, undefined);
    else if (formats) sheet.setStyle(row, column, 0);
  });
  if (wanted !== "formats" && wanted !== "contents") sheet.links.set(extent, undefined);
  if (formats && wanted !== "removehyperlinks") clearRules(place);
  if (wanted === "all") sheet.setValidation(extent, undefined);
  told(place, "RangeEdited");
}

/** Deletes the conditional formats all of whose cells lie in the area. */
export function clearRules({ sheet, extent }: Place): void {
  const inside = sheet.formatRules.filter(({ ranges }) => ranges.every((range) => isInside(range, extent)));
  for (const { id } of inside) sheet.deleteFormatRule(id);
}
