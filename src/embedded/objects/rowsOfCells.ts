import { a1ToR1c1, r1c1ToA1 } from "../calc/notation";
import type { CellState } from "../xlsx/model";
import { told } from "./changes";
import { isUnbounded } from "./geometry";
import type { Place } from "./place";
import { Refusal } from "./refusal";

/** A row of an area, and where it stood. */
export interface Row {
  readonly row: number;
  readonly cells: readonly CellState[];
}

/** The rows of an area with what they show now. */
export function rowsOf({ host, sheet, extent }: Place): readonly Row[] {
  if (isUnbounded(extent)) throw new Refusal("InvalidArgument");
  host.calculate();
  return Array.from({ length: extent.rows }, (_, down) => ({
    row: extent.row + down,
    cells: Array.from({ length: extent.columns }, (_cell, right) =>
      sheet.cell(extent.row + down, extent.column + right),
    ),
  }));
}

function putRow({ sheet, extent }: Place, row: number, from: Row | undefined): void {
  for (let column = extent.column; column < extent.column + extent.columns; column++) {
    const cell = from?.cells[column - extent.column];
    if (from === undefined || cell?.formula === undefined) sheet.setValue(row, column, cell?.value);
    else {
      const r1c1 = a1ToR1c1(`=${cell.formula}`, from.row, column);
      sheet.setFormula(row, column, { a1: r1c1ToA1(r1c1, row, column).slice(1) });
    }
    if (cell !== undefined) sheet.setStyle(row, column, cell.style);
  }
}

/** Writes rows into an area from its top; formulas go along as if they were copied, cells that no row is left for are emptied. */
export function putRows(place: Place, rows: readonly Row[]): void {
  const { extent } = place;
  for (let down = 0; down < extent.rows; down++) {
    const from = rows[down];
    if (from?.row !== extent.row + down) putRow(place, extent.row + down, from);
  }
  told(place, "RangeEdited");
}
