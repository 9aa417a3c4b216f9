import { a1ToR1c1, r1c1ToA1 } from "../calc/notation";
import type { CellState } from "../xlsx/model";
import { told } from "./changes";
import { isUnbounded } from "./geometry";
import type { Place } from "./place";
import { Refusal } from "./refusal";

/** Along which the lines of an area run. */
export type Axis = "row" | "column";

/** A row or a column of an area, and where it stood. */
export interface Line {
  readonly at: number;
  readonly cells: readonly CellState[];
}

/** How many lines an area has, and how many cells each. */
function measures({ extent: { rows, columns } }: Place, axis: Axis): readonly [lines: number, cells: number] {
  return axis === "row" ? [rows, columns] : [columns, rows];
}

function cellAt({ extent }: Place, axis: Axis, [line, along]: readonly [number, number]): readonly [number, number] {
  return axis === "row" ? [line, extent.column + along] : [extent.row + along, line];
}

/** The rows or columns of an area with what they show now. */
export function linesOf(place: Place, axis: Axis = "row"): readonly Line[] {
  const { host, sheet, extent } = place;
  if (isUnbounded(extent)) throw new Refusal("InvalidArgument");
  host.calculate();
  const [lines, cells] = measures(place, axis);
  return Array.from({ length: lines }, (_, line) => ({
    at: extent[axis] + line,
    cells: Array.from({ length: cells }, (_cell, along) =>
      sheet.cell(...cellAt(place, axis, [extent[axis] + line, along])),
    ),
  }));
}

function putLine(
  place: Place,
  axis: Axis,
  { at, from }: { readonly at: number; readonly from: Line | undefined },
): void {
  const { sheet } = place;
  const [, cells] = measures(place, axis);
  for (let along = 0; along < cells; along++) {
    const [row, column] = cellAt(place, axis, [at, along]);
    const cell = from?.cells[along];
    if (from === undefined || cell?.formula === undefined) sheet.setValue(row, column, cell?.value);
    else {
      const r1c1 = a1ToR1c1(`=${cell.formula}`, ...cellAt(place, axis, [from.at, along]));
      sheet.setFormula(row, column, { a1: r1c1ToA1(r1c1, row, column).slice(1) });
    }
    if (cell !== undefined) sheet.setStyle(row, column, cell.style);
  }
}

/** Writes lines into an area from its first; formulas go along as if they were copied, cells that no line is left for are emptied. */
export function putLines(place: Place, lines: readonly Line[], axis: Axis = "row"): void {
  const { extent } = place;
  const [count] = measures(place, axis);
  for (let line = 0; line < count; line++) {
    const from = lines[line];
    const at = extent[axis] + line;
    if (from?.at !== at) putLine(place, axis, { at, from });
  }
  told(place, "RangeEdited");
}
