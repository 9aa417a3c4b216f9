import { COLUMNS, ROWS } from "./areas";
import type { Cells } from "./cells";
import type { Extent } from "./model";
import { edits, keepsFileFormula, type EditedColumn } from "./overlay";
import { cellTypes } from "./scannedCells";

/** The smallest area around the cells that were included. */
class Bounds {
  // Beyond every cell, and whole numbers like every place: one that is not makes the places of all areas slow to read.
  private top = ROWS;
  private bottom = -1;
  private left = COLUMNS;
  private right = -1;

  include(row: number, column: number): void {
    if (row < this.top) this.top = row;
    if (row > this.bottom) this.bottom = row;
    if (column < this.left) this.left = column;
    if (column > this.right) this.right = column;
  }

  get extent(): Extent | undefined {
    const { top, bottom, left, right } = this;
    return bottom < 0 ? undefined : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }
}

/** Which cells count: those with a value or formula, or all that exist, within an area. */
export interface Counting {
  readonly valuesOnly: boolean;
  readonly within: Extent;
}

/** The smallest area that holds every cell that counts. */
export function usedExtent(cells: Cells, counting: Counting): Extent | undefined {
  const bounds = new Bounds();
  const { valuesOnly, within } = counting;
  if (within.column < cells.file.endColumn) includeFile(cells, counting, bounds);
  for (const [column, edited] of cells.edited) {
    if (column < within.column || column >= within.column + within.columns) continue;
    const counts = (row: number) => edited.kind(row) === edits.written && (!valuesOnly || isHeld(edited, row));
    const end = Math.min(edited.length, within.row + within.rows);
    const first = firstFrom(within.row, end, counts);
    if (first < end) {
      bounds.include(first, column);
      bounds.include(lastFrom(end - 1, first, counts), column);
    }
  }
  return bounds.extent;
}

function isHeld(edited: EditedColumn, row: number): boolean {
  return edited.value(row) !== undefined || edited.formula(row) !== undefined;
}

/** The first index from `from` on that counts; `end` where none does. */
function firstFrom(from: number, end: number, counts: (index: number) => boolean): number {
  let index = from;
  while (index < end && !counts(index)) index += 1;
  return index;
}

/** The last index from `from` back that counts; `first` is known to. */
function lastFrom(from: number, first: number, counts: (index: number) => boolean): number {
  let index = from;
  while (index > first && !counts(index)) index -= 1;
  return index;
}

/** Of each row of the file its outermost cells that count. */
function includeFile(cells: Cells, { valuesOnly, within }: Counting, bounds: Bounds): void {
  const { file } = cells;
  const { scanned } = file;
  const [left, right] = [within.column, within.column + within.columns];
  let row = 0;
  const counts = (cell: number): boolean => {
    const column = scanned.columns.at(cell);
    if (column < left || column >= right) return false;
    const isWanted = !valuesOnly || scanned.types.at(cell) !== cellTypes.empty || file.hasFormula(cell);
    return isWanted && (!cells.isEdited || keepsFileFormula(cells.kind(row, column)));
  };
  for (let index = file.rowFrom(within.row); index < scanned.rows; index++) {
    row = scanned.rowNumbers.at(index);
    if (row >= within.row + within.rows) return;
    const [from, end] = scanned.cellsOf(index);
    const first = firstFrom(from, end, counts);
    if (first === end) continue;
    bounds.include(row, scanned.columns.at(first));
    bounds.include(row, scanned.columns.at(lastFrom(end - 1, first, counts)));
  }
}
