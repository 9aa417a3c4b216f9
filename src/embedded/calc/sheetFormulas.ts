import type { Scalar, Sheet } from "../xlsx/model";

/** What is known of a formula cell in this recalculation. */
export const stages = { none: 0, waiting: 1, open: 2, kept: 3 } as const;

/** One column of a sheet: what its cells show, and which formulas are still to be computed. */
export class ColumnOfCells {
  private readonly values: (Scalar | undefined)[] = [];
  private readonly formulas: string[] = [];
  private readonly stages: number[] = [];

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
    return this.stages[row] ?? stages.none;
  }

  setStage(row: number, stage: number): void {
    this.stages[row] = stage;
  }

  wait(row: number, formula: string): void {
    this.formulas[row] = formula;
    this.stages[row] = stages.waiting;
  }

  /** Rows whose formulas are to be computed; there may be fewer by the time one is reached. */
  *waiting(): Iterable<number> {
    for (let row = 0; row < this.stages.length; row++) if (this.stages[row] === stages.waiting) yield row;
  }
}

/** The cells of a sheet, read a column at a time when first asked for. */
export class SheetOfCells {
  readonly sheet: Sheet;
  private readonly columns: (ColumnOfCells | undefined)[] = [];
  private readonly withFormulas = new Set<number>();

  constructor(sheet: Sheet) {
    this.sheet = sheet;
    for (const { row, column } of sheet.formulaCells()) {
      const formula = sheet.formulaR1c1(row, column);
      if (formula === undefined) continue;
      this.column(column).wait(row, formula);
      this.withFormulas.add(column);
    }
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
