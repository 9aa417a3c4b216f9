import { moveReferences, type Move } from "../calc/moveReferences";
import { intersection as shared, without } from "../xlsx/areas";
import type { CellState, Extent, Sheet } from "../xlsx/model";
import { rewriteAreas } from "../xlsx/rewriteSheet";
import { COLUMNS, isInside, ROWS } from "./address";
import { told, type ChangeType } from "./changes";
import { oneOf } from "./given";
import { unprotected, type Place } from "./place";
import { Refusal } from "./refusal";
import { rewriteBook } from "./rewriteBook";

/** Cells that move: all that lie in the band from `start` on, by `by` rows or columns; with a negative one those before are gone. */
interface Shift {
  readonly axis: "row" | "column";
  readonly start: number;
  readonly by: number;
  /** The rows or columns, across the axis, that move. */
  readonly band: Extent;
}

const sizes = { row: "rows", column: "columns" } as const;
const limits = { row: ROWS, column: COLUMNS } as const;

/** Where a stretch is after a shift; undefined where it is gone or pushed off the sheet. */
function stretched(first: number, size: number, { axis, start, by }: Shift): readonly [number, number] | undefined {
  const last = first + size - 1;
  const limit = limits[axis];
  if (size === limit) return [first, size];
  if (by > 0) {
    const from = first >= start ? first + by : first;
    const to = Math.min(limit - 1, last >= start ? last + by : last);
    return from > to ? undefined : [from, to - from + 1];
  }
  const end = start - by;
  const place = (index: number, inside: number): number => {
    if (index < start) return index;
    return index >= end ? index + by : inside;
  };
  const from = place(first, start);
  const to = place(last, start - 1);
  return from > to ? undefined : [from, to - from + 1];
}

/** What becomes of a reference: one that lies across the band's edge stays as it is. */
function moving(shift: Shift): Move {
  const { axis, band } = shift;
  return (area) => {
    const across = axis === "row" ? { ...area, row: band.row, rows: 1 } : { ...area, column: band.column, columns: 1 };
    if (!isInside(across, band)) return area;
    const moved = stretched(area[axis], area[sizes[axis]], shift);
    return moved && { ...area, [axis]: moved[0], [sizes[axis]]: moved[1] };
  };
}

/** What becomes of the cells of an area: those in the band move, the others stay. */
function moveAreas(shift: Shift): (area: Extent) => readonly Extent[] {
  const move = moving(shift);
  const { axis, band } = shift;
  const whole = axis === "row" ? { ...band, row: 0, rows: ROWS } : { ...band, column: 0, columns: COLUMNS };
  return (area) => {
    const inside = shared(area, whole);
    const after = inside && move(inside);
    return [...without(area, whole), ...(after === undefined ? [] : [after])];
  };
}

function refuse(detail: string): never {
  throw new Refusal("InvalidOperation", detail);
}

/** Refuses what would tear something apart that is not followed. */
function check({ host, sheet }: Place, shift: Shift): void {
  const crosses = (area: Extent): boolean => {
    const moved = shared(area, shift.band);
    if (moved === undefined) return false;
    const across = shift.axis === "row" ? moved.columns !== area.columns : moved.rows !== area.rows;
    return across;
  };
  if (sheet.merges.some(crosses)) refuse("The change would cut a merged cell.");
  for (const { extent } of sheet.tables) {
    if (shared(extent, shift.band) !== undefined) refuse("Cells of a table, or beside it, cannot be shifted here.");
  }
  if (sheet.filter !== undefined && crosses(sheet.filter.extent)) refuse("The change would cut a filtered range.");
  if (host.book.structure.isDrawnFrom(sheet))
    refuse("Charts, drawings, comments or pivot tables of the sheet cannot be moved.");
}

function lastCell(place: Place, { axis, band }: Shift): number {
  const used = place.sheet.used(false);
  const area = used && shared(used, band);
  return area === undefined ? -1 : area[axis] + area[sizes[axis]] - 1;
}

/** Moves contents and formats; formulas are put right afterwards, with all others. */
function moveContents(place: Place, shift: Shift): void {
  const { sheet } = place;
  const { axis, start, by, band } = shift;
  const used = sheet.used(false);
  const area = used && shared(used, band);
  if (area === undefined) return;
  const last = lastCell(place, shift);
  if (by > 0 && last + by >= limits[axis]) refuse("Cells with content would be pushed off the sheet.");
  const lines = Array.from({ length: last - start + 1 }, (_, index) => start + index);
  for (const at of by > 0 ? lines.reverse() : lines) moveLine(place, { ...shift, band: area }, at);
}

/** Moves one row or column of the used part, or forgets it where it is deleted. */
function moveLine({ sheet }: Place, { axis, start, by, band }: Shift, at: number): void {
  const across = axis === "row" ? "column" : "row";
  const isGone = by < 0 && at < start - by;
  for (let other = band[across]; other < band[across] + band[sizes[across]]; other++) {
    const [row, column] = axis === "row" ? [at, other] : [other, at];
    const state = sheet.cell(row, column);
    sheet.remove(row, column);
    const to = axis === "row" ? ([at + by, other] as const) : ([other, at + by] as const);
    if (!isGone) putState(sheet, to, state);
  }
}

function putState(sheet: Sheet, [row, column]: readonly [number, number], state: CellState): void {
  if (state.formula !== undefined) {
    sheet.setFormula(row, column, { a1: state.formula });
    sheet.setResult(row, column, state.value);
  } else if (state.value !== undefined) sheet.setValue(row, column, state.value);
  if (state.style !== 0) sheet.setStyle(row, column, state.style);
}

/** Heights and widths go along with entire rows and columns. */
function moveSizes({ sheet, extent }: Place, { axis, start, by }: Shift): void {
  if (axis === "row" && extent.columns === COLUMNS) {
    const used = sheet.used(false);
    const end = used === undefined ? start : used.row + used.rows + Math.abs(by);
    const heights = Array.from({ length: Math.max(0, end - start) }, (_, index) => {
      const from = start + index - by;
      return from < start && by > 0
        ? ([undefined, false] as const)
        : ([sheet.rowHeight(from), sheet.rowHidden(from)] as const);
    });
    heights.forEach(([height, hidden], index) => {
      if (sheet.rowHeight(start + index) !== height) sheet.setRowHeight(start + index, height);
      if (sheet.rowHidden(start + index) !== hidden) sheet.setRowHidden(start + index, hidden);
    });
  }
  if (axis === "column" && extent.rows === ROWS) sheet.shiftColumns(start, by);
}

function carryOut(place: Place, shift: Shift, changeType: ChangeType): void {
  const { host, sheet } = place;
  check(place, shift);
  host.calculate();
  const move = moving(shift);
  moveContents(place, shift);
  moveSizes(place, shift);
  rewriteAreas(sheet.xml, moveAreas(shift));
  const { filter } = sheet;
  if (filter !== undefined) sheet.setFilter(move(filter.extent));
  rewriteBook(host, (formula, own) => moveReferences(formula, { own, sheet: sheet.name, move }));
  told(place, changeType);
}

function shiftOf({ extent }: Place, axis: "row" | "column", sign: 1 | -1): Shift {
  const start = extent[axis];
  const band =
    axis === "row" ? { ...extent, rows: ROWS - extent.row } : { ...extent, columns: COLUMNS - extent.column };
  return { axis, start, by: sign * extent[sizes[axis]], band };
}

function changeOf({ rows, columns }: Extent, done: "Inserted" | "Deleted"): ChangeType {
  if (columns === COLUMNS) return `Row${done}`;
  return rows === ROWS ? `Column${done}` : `Cell${done}`;
}

/** Inserts empty cells and moves the others down or to the right. https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-insert-member(1) */
export function insertCells(place: Place, given: unknown): void {
  const direction = oneOf(["Down", "Right"], given);
  unprotected(place.sheet, direction === "Down" ? "insertRows" : "insertColumns");
  carryOut(place, shiftOf(place, direction === "Down" ? "row" : "column", 1), changeOf(place.extent, "Inserted"));
}

/** Deletes cells and moves the others up or to the left. https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-delete-member(1) */
export function deleteCells(place: Place, given: unknown): void {
  const direction = oneOf(["Up", "Left"], given);
  unprotected(place.sheet, direction === "Up" ? "deleteRows" : "deleteColumns");
  carryOut(place, shiftOf(place, direction === "Up" ? "row" : "column", -1), changeOf(place.extent, "Deleted"));
}
