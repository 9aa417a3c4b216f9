import type { OutlineAxis } from "../xlsx/outline";
import { oneOf } from "./given";
import { unprotected, type Place } from "./place";
import { Refusal } from "./refusal";

const DEEPEST = 7;

type Axis = "row" | "column";

/** The rows or columns of a place that an outline is about; entire rows cannot be grouped as columns, nor the other way round. */
function linesOf({ extent, sheet, host }: Place, option: unknown) {
  const axis: Axis = oneOf(["ByRows", "ByColumns"], option) === "ByRows" ? "row" : "column";
  const isEntireRow = extent.columns === 16_384;
  const isEntireColumn = extent.rows === 1_048_576;
  if (axis === "row" ? isEntireColumn : isEntireRow) throw new Refusal("InvalidArgument");
  unprotected(sheet, axis === "row" ? "formatRows" : "formatColumns");
  host.changed = true;
  const [first, count] = axis === "row" ? [extent.row, extent.rows] : [extent.column, extent.columns];
  return { axis, first, last: first + count - 1, outline: axis === "row" ? sheet.outline.rows : sheet.outline.columns };
}

function hide({ sheet }: Place, axis: Axis, [index, hidden]: readonly [number, boolean]): void {
  if (axis === "row") sheet.setRowHidden(index, hidden);
  else sheet.setColumnHidden(index, hidden);
}

/** The last line that may lie in an outline. */
function end({ sheet }: Place, axis: Axis, last: number): number {
  const { row, column, rows, columns } = sheet.used(false) ?? { row: 0, column: 0, rows: 0, columns: 0 };
  return Math.max(axis === "row" ? row + rows : column + columns, last);
}

/** Puts rows or columns one step deeper into an outline, or takes them out. https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-group-member(1) */
export function group(place: Place, option: unknown, step: 1 | -1): void {
  const { axis, first, last, outline } = linesOf(place, option);
  for (let index = first; index <= last; index++) {
    const level = outline.level(index) + step;
    if (level > DEEPEST || level < 0) throw new Refusal("InvalidOperation");
    outline.setLevel(index, level);
  }
  outline.measure(end(place, axis, last));
}

/** Whether a line lies in the outline that some lines are the details of. */
function isDetail(outline: OutlineAxis, index: number): boolean {
  return outline.level(index) > 0;
}

/** Hides or shows the details of a group; the line behind them remembers. https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-hidegroupdetails-member(1) */
export function showDetails(place: Place, option: unknown, shown: boolean): void {
  const { axis, first, last, outline } = linesOf(place, option);
  let found = false;
  for (let index = first; index <= last; index++) {
    if (!isDetail(outline, index)) continue;
    found = true;
    hide(place, axis, [index, !shown]);
    if (!isDetail(outline, index + 1) || index === last) outline.setCollapsed(index + 1, !shown);
  }
  if (!found) throw new Refusal("InvalidOperation");
}

/** Shows the lines of an outline up to a level, 1 being those outside of any group; 0 leaves all as it is. */
export function showLevels(place: Place, axis: Axis, level: number): void {
  if (level < 0 || level > DEEPEST + 1) throw new Refusal("InvalidArgument");
  if (level === 0) return;
  const outline = axis === "row" ? place.sheet.outline.rows : place.sheet.outline.columns;
  for (let index = 0; index <= end(place, axis, 0); index++) {
    const own = outline.level(index);
    if (own > 0) hide(place, axis, [index, own >= level]);
    if (own > outline.level(index + 1)) outline.setCollapsed(index + 1, own >= level);
  }
  place.host.changed = true;
}
