import type { Cells } from "./cells";
import type { Extent, Scalar } from "./model";
import { edits, keepsFileFormula, type EditedColumn } from "./overlay";

/** What the file said of a sheet's cells before anything was changed. */
export class AsOpened {
  private readonly cells: Cells;

  constructor(cells: Cells) {
    this.cells = cells;
  }

  /** The result that came with a formula; undefined for one that was written since. */
  result(row: number, column: number): { readonly value: Scalar | undefined } | undefined {
    const edited = this.cells.edited.get(column);
    if (edited === undefined || keepsFileFormula(edited.kind(row))) return { value: this.value(row, column) };
    return edited.carried(row);
  }

  /** Whether any cell of an area shows something else now. */
  differs({ row, column, rows, columns }: Extent): boolean {
    for (const [at, edited] of this.cells.edited) {
      if (at < column || at >= column + columns) continue;
      const end = Math.min(row + rows, edited.length);
      for (let one = row; one < end; one++) if (this.differsAt(edited, one, at)) return true;
    }
    return false;
  }

  private differsAt(edited: EditedColumn, row: number, column: number): boolean {
    const kind = edited.kind(row);
    if (kind === edits.none || kind === edits.restyled) return false;
    return !isSame(kind === edits.removed ? undefined : edited.value(row), this.value(row, column));
  }

  private value(row: number, column: number): Scalar | undefined {
    const cell = this.cells.file.cellIndex(row, column);
    return cell < 0 ? undefined : this.cells.file.value(cell);
  }
}

/** Whether a cell shows the same either way. */
export function isSame(one: Scalar | undefined, other: Scalar | undefined): boolean {
  if (typeof one === "object" && typeof other === "object") return one.error === other.error;
  return one === other;
}
