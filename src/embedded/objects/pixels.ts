import { usedArea } from "./usedArea";
import { isUnbounded } from "./geometry";
import type { Place } from "./place";
import { points, STANDARD_ROW_HEIGHT } from "./sizes";

function columnPoints({ host, sheet }: Place, column: number): number {
  return sheet.columnHidden(column) ? 0 : points(sheet.columnWidth(column), host.book);
}

function rowPoints({ sheet }: Place, row: number): number {
  return sheet.rowHidden(row) ? 0 : (sheet.rowHeight(row) ?? STANDARD_ROW_HEIGHT);
}

function sum(from: number, count: number, of: (index: number) => number): number {
  let total = 0;
  for (let index = from; index < from + count; index++) total += of(index);
  return total;
}

/** Points from the sheet's left edge to the range. */
export const leftOf = (place: Place): number => sum(0, place.extent.column, (column) => columnPoints(place, column));
export const topOf = (place: Place): number => sum(0, place.extent.row, (row) => rowPoints(place, row));

export function widthOf(place: Place): number {
  const { column, columns } = place.extent;
  return sum(column, columns, (at) => columnPoints(place, at));
}

/** Of entire columns that of a million rows, most of which say nothing of their height. */
export function heightOf(place: Place): number {
  const { row, rows } = place.extent;
  if (!isUnbounded(place.extent)) return sum(row, rows, (at) => rowPoints(place, at));
  const used = usedArea(place, false);
  const own = used === undefined ? 0 : sum(used.row, used.rows, (at) => rowPoints(place, at));
  return own + (rows - (used?.rows ?? 0)) * STANDARD_ROW_HEIGHT;
}
