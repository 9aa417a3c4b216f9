import type { Extent } from "../xlsx/model";
import { intersection, isInside } from "./address";
import { told } from "./changes";
import { unprotected, writable, type Place } from "./place";
import { Refusal } from "./refusal";

/** What `Range.clear` takes away, by its argument. */
const parts = {
  all: { contents: true, formats: true, look: true, links: true },
  formats: { contents: false, formats: true, look: true, links: false },
  contents: { contents: true, formats: false, look: false, links: false },
  hyperlinks: { contents: false, formats: false, look: false, links: true },
  removehyperlinks: { contents: false, formats: true, look: false, links: true },
} as const;

/** The part of a place that has to be gone through: contents stand in cells that exist, a format may come from the row or column as well. */
function reached({ sheet, extent }: Place, contents: boolean): Extent | undefined {
  if (contents) return sheet.held.existing(extent);
  const used = sheet.used(false);
  return used && intersection(used, extent);
}

function eachCell(area: Extent | undefined, visit: (row: number, column: number) => void): void {
  if (area === undefined) return;
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) visit(row, column);
  }
}

/** Unlocked cells of a protected sheet may lose their contents, nothing else. */
function clearable(place: Place, contentsAlone: boolean): void {
  if (contentsAlone) writable(place);
  else unprotected(place.sheet);
}

/** Clears cells; with the formats go the conditional formats and the merges that lie in the area alone, with everything also data validation and links. */
export function clearCells(place: Place, what: unknown): void {
  const { sheet, extent } = place;
  const wanted = typeof what === "string" ? what.toLowerCase() : "all";
  if (!(wanted in parts)) throw new Refusal("InvalidArgument");
  const { contents, formats, look, links } = parts[wanted as keyof typeof parts];
  clearable(place, contents && !formats);
  eachCell(reached(place, contents), (row, column) => {
    if (contents && formats) sheet.remove(row, column);
    else if (contents) sheet.setValue(row, column, undefined);
    else if (formats) sheet.setStyle(row, column, 0);
  });
  if (links) sheet.links.set(extent, undefined);
  if (look) clearLook(place);
  if (wanted === "all") sheet.setValidation(extent, undefined);
  told(place, "RangeEdited");
}

/** What belongs to the look of an area as a whole. */
function clearLook(place: Place): void {
  const { sheet, extent } = place;
  clearRules(place);
  const others = sheet.merges.filter((merge) => !isInside(merge, extent));
  if (others.length < sheet.merges.length) sheet.setMerges(others);
}

/** Deletes the conditional formats all of whose cells lie in the area. */
export function clearRules({ sheet, extent }: Place): void {
  const inside = sheet.formatRules.filter(({ ranges }) => ranges.every((range) => isInside(range, extent)));
  for (const { id } of inside) sheet.deleteFormatRule(id);
}
