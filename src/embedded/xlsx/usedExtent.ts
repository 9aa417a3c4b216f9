import type { Cells } from "./cells";
import type { Extent } from "./model";
import { edits, keepsFileFormula } from "./overlay";
import { cellTypes } from "./scannedCells";

/** The smallest area around the cells that were included. */
class Bounds {
  private top = Infinity;
  private bottom = -1;
  private left = Infinity;
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

/** The smallest area that holds every cell with a value or formula, or every cell that exists. */
export function usedExtent(cells: Cells, valuesOnly: boolean): Extent | undefined {
  const bounds = new Bounds();
  includeFile(cells, valuesOnly, bounds);
  for (const [column, edited] of cells.edited) {
    for (const row of edited.rows()) {
      const isHeld = edited.value(row) !== undefined || edited.formula(row) !== undefined;
      if (edited.kind(row) === edits.written && (isHeld || !valuesOnly)) bounds.include(row, column);
    }
  }
  return bounds.extent;
}

function includeFile(cells: Cells, valuesOnly: boolean, bounds: Bounds): void {
  const { file } = cells;
  const { scanned } = file;
  for (let index = 0; index < scanned.rows; index++) {
    const row = scanned.rowNumbers.at(index);
    const [from, end] = scanned.cellsOf(index);
    for (let cell = from; cell < end; cell++) {
      const isWanted = !valuesOnly || scanned.types.at(cell) !== cellTypes.empty || file.hasFormula(cell);
      const column = scanned.columns.at(cell);
      if (isWanted && keepsFileFormula(cells.kind(row, column))) bounds.include(row, column);
    }
  }
}
