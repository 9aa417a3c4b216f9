import type { Cells } from "./cells";
import type { Extent, Scalar } from "./model";
import { edits } from "./overlay";
import { usedExtent } from "./usedExtent";

/** What the cells of a sheet hold, found in the time that the cells take which are there, however far apart they stand. */
export class Held {
  private readonly cells: Cells;

  constructor(cells: Cells) {
    this.cells = cells;
  }

  /** Smallest area around the cells of an area that hold something; undefined where there is none. */
  within(area: Extent): Extent | undefined {
    return usedExtent(this.cells, { valuesOnly: true, within: area });
  }

  /** As `within`, around the cells that exist, be it for their format alone. */
  existing(area: Extent): Extent | undefined {
    return usedExtent(this.cells, { valuesOnly: false, within: area });
  }

  /** Tells each cell of a column that shows something, those that were edited last. */
  inColumn(column: number, visit: (row: number, value: Scalar) => void): void {
    this.ofFile(column, visit);
    const edited = this.cells.edited.get(column);
    edited?.eachRow((row) => {
      const value = edited.value(row);
      const kind = edited.kind(row);
      if (value !== undefined && (kind === edits.written || kind === edits.recomputed)) visit(row, value);
    });
  }

  /** Those cells that still show what the file has. */
  private ofFile(column: number, visit: (row: number, value: Scalar) => void): void {
    const { file, edited } = this.cells;
    const above = edited.get(column);
    for (let index = 0; index < file.scanned.rows; index++) {
      const row = file.scanned.rowNumbers.at(index);
      const kind = above?.kind(row) ?? edits.none;
      if (kind !== edits.none && kind !== edits.restyled) continue;
      const cell = file.cellIndex(row, column);
      const value = cell < 0 ? undefined : file.value(cell);
      if (value !== undefined) visit(row, value);
    }
  }
}
