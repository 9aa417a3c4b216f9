import { moveReferences } from "../calc/moveReferences";
import { intersection as shared } from "../xlsx/areas";
import type { CellState, Extent, Sheet } from "../xlsx/model";
import { rewriteAreas } from "../xlsx/rewriteSheet";
import { COLUMNS, ROWS } from "./address";
import { told, type ChangeType } from "./changes";
import { oneOf } from "./given";
import { unprotected, type Place } from "./place";
import { arrayFormula, planRewrite } from "./rewriteBook";
import { limits, moveAreas, moving, refuseShift, sizes, type Shift } from "./shift";
import { shiftedTables, shiftTables } from "./shiftTables";

/** Refuses what would tear something apart that is not followed. */
function check(place: Place, shift: Shift): void {
  const { host, sheet } = place;
  const crosses = (area: Extent): boolean => {
    const moved = shared(area, shift.band);
    if (moved === undefined) return false;
    return shift.axis === "row" ? moved.columns !== area.columns : moved.rows !== area.rows;
  };
  if (sheet.merges.some(crosses)) refuseShift("The change would cut a merged cell.");
  if (sheet.filter !== undefined && crosses(sheet.filter.extent)) refuseShift("The change would cut a filtered range.");
  if (sheet.arrays.some((area) => shared(area, shift.band) !== undefined)) throw arrayFormula();
  if (host.book.structure.isDrawnFrom(sheet)) {
    refuseShift("Charts, drawings, comments or pivot tables of the sheet cannot be moved.");
  }
  const last = lastCell(place, shift);
  if (shift.by > 0 && last + shift.by >= limits[shift.axis]) {
    refuseShift("Cells with content would be pushed off the sheet.");
  }
}

/** The last row or column of the band that has a cell; -1 where it has none. */
function lastCell({ sheet }: Place, { axis, band }: Shift): number {
  const used = sheet.used(false);
  const area = used && shared(used, band);
  return area === undefined ? -1 : area[axis] + area[sizes[axis]] - 1;
}

/** Moves contents and formats; formulas say already what they say there. */
function moveContents(place: Place, shift: Shift): void {
  const { sheet } = place;
  const { start, by, band } = shift;
  const used = sheet.used(false);
  const area = used && shared(used, band);
  if (area === undefined) return;
  const last = lastCell(place, shift);
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
    sheet.carryFormula(row, column, { formula: { a1: state.formula }, result: state.value });
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

/** Everything that may refuse comes before the first write. */
function carryOut(place: Place, shift: Shift, changeType: ChangeType): void {
  const { host, sheet } = place;
  check(place, shift);
  const tables = shiftedTables(sheet, shift);
  const move = moving(shift);
  const rewrite = planRewrite(host, (formula, own) => moveReferences(formula, { own, sheet: sheet.name, move }));
  host.calculate();
  rewrite();
  moveContents(place, shift);
  moveSizes(place, shift);
  rewriteAreas(sheet.xml, moveAreas(shift));
  const { filter } = sheet;
  if (filter !== undefined) sheet.setFilter(move(filter.extent));
  shiftTables(sheet, tables);
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
