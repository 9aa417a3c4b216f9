import { a1ToR1c1, r1c1ToA1 } from "../calc/notation";
import type { CellState, DataValidation, Extent } from "../xlsx/model";
import { intersection, onSheet } from "./address";
import { isUnbounded } from "./geometry";
import { oneOf, truth } from "./given";
import { unprotected, type Place } from "./place";
import { usedArea } from "./usedArea";
import { told } from "./changes";

const kinds = ["All", "Formulas", "Values", "Formats", "Link"] as const;
type Kind = (typeof kinds)[number];

type Cells = readonly (readonly CellState[])[];

function read({ host, sheet, extent }: Place): Cells {
  host.calculate();
  return Array.from({ length: extent.rows }, (_, down) =>
    Array.from({ length: extent.columns }, (_cell, right) => sheet.cell(extent.row + down, extent.column + right)),
  );
}

const turned = (cells: Cells): Cells =>
  (cells[0] ?? []).map((_, column) => cells.map((row) => row[column] as CellState));

/** A source of entire rows or columns is copied as far as it is used. */
function bounded(source: Place): Place {
  if (!isUnbounded(source.extent)) return source;
  const used = usedArea(source, false) ?? { ...source.extent, rows: 1, columns: 1 };
  const { row, column } = source.extent;
  const extent = { row, column, rows: used.row + used.rows - row, columns: used.column + used.columns - column };
  return { ...source, extent };
}

/** A source fills a target that is a multiple of it; any other target is taken by its first cell. */
function targetArea({ extent }: Place, rows: number, columns: number): Extent {
  const fits = (whole: number, part: number): number => (whole % part === 0 && whole > part ? whole : part);
  const isUnboundedTarget = isUnbounded(extent);
  const height = isUnboundedTarget ? rows : fits(extent.rows, rows);
  const width = isUnboundedTarget ? columns : fits(extent.columns, columns);
  return onSheet({ row: extent.row, column: extent.column, rows: height, columns: width });
}

interface Step {
  readonly cell: CellState;
  readonly from: readonly [row: number, column: number];
  readonly to: readonly [row: number, column: number];
}

function put({ sheet }: Place, kind: Kind, { cell, from, to }: Step): void {
  const [row, column] = to;
  if (kind !== "Formats") {
    if (kind === "Values" || cell.formula === undefined) sheet.setValue(row, column, cell.value);
    else {
      const r1c1 = a1ToR1c1(`=${cell.formula}`, ...from);
      sheet.setFormula(row, column, { a1: r1c1ToA1(r1c1, row, column).slice(1) });
    }
  }
  if (kind === "All" || kind === "Formats") sheet.setStyle(row, column, cell.style);
}

/** Merges of the source that lie in it whole come along with formats. */
function copyMerges(source: Place, target: Place, area: Extent): void {
  const inside = source.sheet.merges.filter((merge) => intersection(merge, source.extent)?.rows === merge.rows);
  if (inside.length === 0) return;
  const moved = inside.map((merge) => ({
    ...merge,
    row: merge.row - source.extent.row + area.row,
    column: merge.column - source.extent.column + area.column,
  }));
  const others = target.sheet.merges.filter((merge) => moved.every((one) => intersection(one, merge) === undefined));
  target.sheet.setMerges([...others, ...moved]);
}

/** Data validation comes along with everything else. */
function copyValidations(source: Place, target: Place, area: Extent): void {
  const standing = source.sheet.validations.map((one): readonly [DataValidation, Extent | undefined] => [
    one,
    one.ranges.map((range) => intersection(range, source.extent)).find((range) => range !== undefined),
  ]);
  for (const [{ ranges: _ranges, ...rest }, shared] of standing) {
    if (shared === undefined) continue;
    const row = shared.row - source.extent.row + area.row;
    const column = shared.column - source.extent.column + area.column;
    target.sheet.setValidation({ ...shared, row, column }, rest);
  }
}

/** Copies cells as paste special does. https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-copyfrom-member(1) */
export function copyCells(target: Place, given: Place, [type, skipBlanks, transpose]: readonly unknown[]): void {
  const kind = oneOf(kinds, type ?? "All");
  const skips = truth(skipBlanks ?? false);
  const source = bounded(given);
  const { row: top, column: left } = source.extent;
  const isTurned = truth(transpose ?? false);
  const cells = isTurned ? turned(read(source)) : read(source);
  const [rows, columns] = [cells.length, cells[0]?.length ?? 0];
  const area = targetArea(target, rows, columns);
  unprotected(target.sheet);
  for (let down = 0; down < area.rows; down++) {
    for (let right = 0; right < area.columns; right++) {
      const cell = cells[down % rows]?.[right % columns];
      if (cell === undefined || (skips && cell.value === undefined && cell.formula === undefined)) continue;
      const [offsetRow, offsetColumn] = [down % rows, right % columns];
      const from = isTurned
        ? ([top + offsetColumn, left + offsetRow] as const)
        : ([top + offsetRow, left + offsetColumn] as const);
      put(target, kind, { cell, from, to: [area.row + down, area.column + right] });
    }
  }
  if (kind === "All" && !isTurned) {
    copyMerges(source, target, area);
    copyValidations(source, target, area);
  }
  told({ ...target, extent: area }, "RangeEdited");
}

/** Moves cells as cut and paste does; formulas keep what they refer to. https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-moveto-member(1) */
export function moveCells(source: Place, target: Place): void {
  const cells = read(source);
  unprotected(source.sheet);
  unprotected(target.sheet);
  const area = onSheet({ ...source.extent, row: target.extent.row, column: target.extent.column });
  cells.forEach((line, down) => {
    line.forEach((_, right) => {
      source.sheet.remove(source.extent.row + down, source.extent.column + right);
    });
  });
  cells.forEach((line, down) => {
    line.forEach(({ value, formula, style }, right) => {
      const [row, column] = [area.row + down, area.column + right];
      if (formula === undefined) target.sheet.setValue(row, column, value);
      else target.sheet.setFormula(row, column, { a1: formula });
      target.sheet.setStyle(row, column, style);
    });
  });
  told(source, "RangeEdited");
  told({ ...target, extent: area }, "RangeEdited");
}
