import { bytes8 } from "../xlsx/growing";
import type { Scalar, Sheet } from "../xlsx/model";

/** What is known of a formula cell in this recalculation: its value stands, it is still to be computed, it is being computed, or Excel alone can tell. */
export const stages = { none: 0, waiting: 1, open: 2, unknown: 3 } as const;

/** One column of a sheet: what its cells show, and which formulas are still to be computed. */
export class ColumnOfCells {
  private readonly values: (Scalar | undefined)[] = [];
  private readonly formulas: string[] = [];
  private readonly stages = bytes8();

  value(row: number): Scalar | undefined {
    return this.values[row];
  }

  set(row: number, value: Scalar | undefined): void {
    this.values[row] = value;
  }

  /** In R1C1 notation, without "=". */
  formula(row: number): string {
    return this.formulas[row] ?? "";
  }

  stage(row: number): number {
    return this.stages.at(row);
  }

  setStage(row: number, stage: number): void {
    this.stages.set(row, stage);
  }

  wait(row: number, formula: string): void {
    this.formulas[row] = formula;
    this.stages.set(row, stages.waiting);
  }

  /** Rows from one on up to another whose formulas are to be computed; there may be fewer by the time one is reached. */
  *waiting(from = 0, end = Infinity): Iterable<number> {
    for (let row = from; row < Math.min(end, this.stages.length); row++) {
      if (this.stages.at(row) === stages.waiting) yield row;
    }
  }
}

/** Where a formula stands that gives several cells their results, and what it says; no text for a data table. */
export interface Shared {
  readonly row: number;
  readonly column: number;
  readonly formula: string | undefined;
}

/** The cells of a sheet, read a column at a time when first asked for. */
export class SheetOfCells {
  readonly sheet: Sheet;
  private readonly columns: (ColumnOfCells | undefined)[] = [];
  private readonly withFormulas = new Set<number>();
  private readonly arrays = new Map<string, Shared>();

  constructor(sheet: Sheet) {
    this.sheet = sheet;
    sheet.eachFormula((row, column) => {
      const formula = sheet.formulaR1c1(row, column);
      if (formula === undefined) return;
      this.column(column).wait(row, formula);
      this.withFormulas.add(column);
    });
    this.expectArrays();
  }

  private expectArrays(): void {
    for (const { row, column, rows, columns } of this.sheet.arrays) {
      const shared = { row, column, formula: this.sheet.formulaR1c1(row, column) };
      for (let right = column; right < column + columns; right++) {
        this.withFormulas.add(right);
        for (let down = row; down < row + rows; down++) {
          this.arrays.set(`${String(down)} ${String(right)}`, shared);
          this.column(right).wait(down, "");
        }
      }
    }
  }

  /** The formula that gives a cell one of its many results; undefined for a cell with a formula of its own. */
  sharedAt(row: number, column: number): Shared | undefined {
    return this.arrays.size === 0 ? undefined : this.arrays.get(`${String(row)} ${String(column)}`);
  }

  /** Columns that hold formulas. */
  get formulaColumns(): readonly number[] {
    return [...this.withFormulas];
  }

  column(column: number): ColumnOfCells {
    return (this.columns[column] ??= this.read(column));
  }

  private read(column: number): ColumnOfCells {
    const read = new ColumnOfCells();
    this.sheet.held.inColumn(column, (row, value) => {
      read.set(row, value);
    });
    return read;
  }
}
