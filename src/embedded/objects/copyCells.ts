import { a1ToR1c1, r1c1ToA1 } from "../calc/notation";
import type { CellState, DataValidation, Extent } from "../xlsx/model";
import { intersection, onSheet } from "./address";
import { isUnbounded } from "./geometry";
import { oneOf, truth } from "./given";
import { unprotected, writable, type Place } from "./place";
import { notServed } from "./refusal";
import { usedArea } from "./usedArea";
import { told } from "./changes";

const kinds = ["All", "Formulas", "Values", "Formats", "Link"] as const;
type Kind = (typeof kinds)[number];

type Cells = readonly (readonly CellState[])[];

function read({ sheet, extent }: Place): Cells {
  return Array.from({ length: extent.rows }, (_, down) =>
    Array.from({ length: extent.columns }, (_cell, right) => sheet.cell(extent.row + down, extent.column + right)),
  );
}

const turned = (cells: Cells): Cells => (cells[0] ?? []).map((_, column) => cells.flatMap((row) => row[column] ?? []));

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
  for (const [rest, shared] of standing) {
    if (shared === undefined) continue;
    const row = shared.row - source.extent.row + area.row;
    const column = shared.column - source.extent.column + area.column;
    target.sheet.setValidation({ ...shared, row, column }, rest);
  }
}

/** What is copied, as it will stand in the target. */
class Copy {
  readonly rows: number;
  readonly columns: number;
  private readonly cells: Cells;
  private readonly from: Extent;
  private readonly isTurned: boolean;

  constructor(source: Place, isTurned: boolean) {
    this.cells = isTurned ? turned(read(source)) : read(source);
    this.from = source.extent;
    this.isTurned = isTurned;
    this.rows = this.cells.length;
    this.columns = this.cells[0]?.length ?? 0;
  }

  /** The cell for a place in the target, which the source may fill several times. */
  private at(down: number, right: number): Pick<Step, "cell" | "from"> | undefined {
    const [row, column] = [down % this.rows, right % this.columns];
    const cell = this.cells[row]?.[column];
    const [offsetRow, offsetColumn] = this.isTurned ? [column, row] : [row, column];
    return cell && { cell, from: [this.from.row + offsetRow, this.from.column + offsetColumn] };
  }

  each(area: Extent, visit: (step: Step) => void): void {
    for (let down = 0; down < area.rows; down++) {
      for (let right = 0; right < area.columns; right++) {
        const step = this.at(down, right);
        if (step !== undefined) visit({ ...step, to: [area.row + down, area.column + right] });
      }
    }
  }
}

const isBlank = ({ value, formula }: CellState): boolean => value === undefined && formula === undefined;

/** Copies cells as paste special does. https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-copyfrom-member(1) */
export function copyCells(target: Place, given: Place, [type, skipBlanks, transpose]: readonly unknown[]): void {
  const kind = oneOf(kinds, type ?? "All");
  if (kind === "Link") throw notServed("Range.copyFrom(Link)");
  const source = bounded(given);
  const isTurned = truth(transpose ?? false);
  // What is copied as a formula is computed where it is pasted.
  if (kind === "Values") source.host.calculate();
  const copy = new Copy(source, isTurned);
  const area = targetArea(target, copy.rows, copy.columns);
  writable({ ...target, extent: area });
  const skips = truth(skipBlanks ?? false);
  copy.each(area, (step) => {
    if (!skips || !isBlank(step.cell)) put(target, kind, step);
  });
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
