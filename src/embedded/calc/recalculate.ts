import type { Day } from "../../domain/loan/day";
import type { Book, Scalar, Sheet, StoredFormula } from "../xlsx/model";
import type { At, Surroundings } from "./compile";
import { CompiledFormulas } from "./compiledFormulas";
import { a1ToR1c1 } from "./notation";
import { DefinedNames } from "./definedNames";
import { Circular, NotComputable, TooDeep } from "./notComputable";
import { Memos } from "./memos";
import { Ground } from "./ground";
import { SheetOfCells, stages, type ColumnOfCells } from "./sheetFormulas";
import { isArea, isError, NOT_COMPUTED, VALUE, type Operand } from "./values";

const OFFSET_1904 = 1_462;

/** The most nested that formulas are computed in one go. */
const DEEPEST = 500;

type Grid = readonly (readonly (Scalar | undefined)[])[];

/** One recalculation of a workbook: values as they are read, formulas as they are computed. */
class Calculation implements Surroundings {
  readonly today: number;
  readonly date1904: boolean;
  readonly book: Book;
  private readonly cellsOf = new Map<Sheet, SheetOfCells>();
  readonly formulas: CompiledFormulas;
  readonly names: DefinedNames;
  private readonly sheets: ReadonlyMap<string, Sheet>;
  private readonly ground: Ground;
  private depth = 0;

  constructor(book: Book, today: Day) {
    this.book = book;
    this.date1904 = book.date1904;
    this.today = book.date1904 ? today - OFFSET_1904 : today;
    this.formulas = new CompiledFormulas(book, this);
    this.names = new DefinedNames(book, (text, sheet) => {
      const formula = this.formulas.spelledOut(text, { sheet, row: -1, column: -1 });
      const compiled = this.formulas.of(formula);
      return compiled && { formula, compiled };
    });
    this.ground = new Ground(this);
    this.sheets = new Map(book.sheets.map((sheet) => [sheet.name.toUpperCase(), sheet]));
  }

  readonly sheet = (name: string): Sheet | undefined => this.sheets.get(name.toUpperCase());

  readonly name = (name: string, at: At): Operand => this.names.operand(name, at);

  /** Of an area with several cells it cannot be told here which one is meant. */
  readonly scalar = (operand: Operand): Scalar | undefined => {
    if (typeof operand !== "object") return operand;
    if (Array.isArray(operand)) return (operand as Grid)[0]?.[0];
    if (!isArea(operand)) return operand as Scalar;
    const { sheet, extent } = operand;
    if (extent.rows !== 1 || extent.columns !== 1) throw new NotComputable();
    return this.cell(sheet, extent.row, extent.column);
  };

  readonly cells = (operand: Operand): Grid => {
    if (Array.isArray(operand)) return operand as Grid;
    if (!isArea(operand)) return [[operand as Scalar | undefined]];
    const { sheet, extent } = operand;
    if (extent.rows === 1 && extent.columns === 1) return [[this.cell(sheet, extent.row, extent.column)]];
    const used = sheet.used(true);
    const end = used === undefined ? 0 : used.row + used.rows;
    const rows = Math.max(1, Math.min(extent.rows, end - extent.row));
    return Array.from({ length: rows }, (_, row) =>
      Array.from({ length: extent.columns }, (_cell, column) =>
        this.cell(sheet, extent.row + row, extent.column + column),
      ),
    );
  };

  readonly memo = new Memos().memo;

  readonly of = (sheet: Sheet): SheetOfCells => {
    let cells = this.cellsOf.get(sheet);
    if (cells === undefined) {
      cells = new SheetOfCells(sheet);
      this.cellsOf.set(sheet, cells);
    }
    return cells;
  };

  readonly cell = (sheet: Sheet, row: number, column: number): Scalar | undefined => {
    const cells = this.of(sheet).column(column);
    if (cells.stage(row) !== stages.none) this.bringUpToDate({ sheet, row, column });
    return cells.value(row);
  };

  private bringUpToDate(at: At): void {
    const cells = this.of(at.sheet).column(at.column);
    if (cells.stage(at.row) === stages.waiting) this.compute(at);
    const stage = cells.stage(at.row);
    if (stage === stages.open) throw new Circular();
    if (stage === stages.unknown) throw new NotComputable();
  }

  /** Computes a cell that waits. */
  private compute(at: At): void {
    const cells = this.of(at.sheet).column(at.column);
    if (this.depth > DEEPEST) throw new TooDeep(at);
    cells.setStage(at.row, stages.open);
    this.depth += 1;
    try {
      this.settle(at, cells);
    } catch (error) {
      if (error instanceof TooDeep) cells.setStage(at.row, stages.waiting);
      throw error;
    } finally {
      this.depth -= 1;
    }
  }

  /** A cell that cannot be computed is left as `leave` says, and along with it what leads round to itself. */
  private settle(at: At, cells: ColumnOfCells): void {
    try {
      const compiled = this.formulas.compiled(cells.formula(at.row), at);
      if (compiled === undefined) throw new NotComputable();
      const result = this.scalar(compiled(at)) ?? 0;
      keep(at, cells, isNumberOutside(result) ? VALUE : result);
      cells.setStage(at.row, stages.none);
    } catch (error) {
      if (!(error instanceof NotComputable)) throw error;
      this.leave(at, cells);
      if (error instanceof Circular) throw error;
    }
  }

  private setStage({ sheet, row, column }: At, stage: number): void {
    this.of(sheet).column(column).setStage(row, stage);
  }

  /** What cannot be computed keeps the result that came with the file as long as all that it hangs on is as the file has it. */
  private leave(at: At, cells: ColumnOfCells): void {
    const given = at.sheet.asOpened.result(at.row, at.column)?.value;
    const isKept = given !== undefined && !this.ground.isOther(at);
    keep(at, cells, isKept ? given : NOT_COMPUTED);
    cells.setStage(at.row, isKept ? stages.none : stages.unknown);
  }

  /** Every formula of the workbook. */
  run(): void {
    for (const sheet of this.book.sheets) {
      if (!sheet.isWorksheet) continue;
      const cells = this.of(sheet);
      for (const column of cells.formulaColumns) {
        for (const row of cells.column(column).waiting()) this.computeFrom({ sheet, row, column });
      }
    }
  }

  /** Computes a formula; a chain that is nested too deep is taken up from where it was given up. */
  private computeFrom(at: At): void {
    const chain = [at];
    for (let last = chain.at(-1); last !== undefined; last = chain.at(-1)) {
      const deeper = this.gaveUpAt(last);
      if (deeper === undefined) chain.pop();
      else {
        // Whoever comes upon it now has come round to itself.
        this.setStage(last, stages.open);
        chain.push(deeper);
      }
      const next = chain.at(-1);
      if (next !== undefined) this.setStage(next, stages.waiting);
    }
  }

  /** Computes a formula that waits; where its chain was given up, if it was. */
  private gaveUpAt(at: At): At | undefined {
    try {
      this.attempt(at);
      return undefined;
    } catch (error) {
      if (error instanceof TooDeep) return error.at;
      throw error;
    }
  }

  /** Computes a formula that waits, as far as it can be. */
  readonly attempt = (at: At): void => {
    if (this.of(at.sheet).column(at.column).stage(at.row) !== stages.waiting) return;
    try {
      this.compute(at);
    } catch (error) {
      if (!(error instanceof NotComputable)) throw error;
    }
  };

  /** One formula, seen from a cell; `empty` is what an empty cell counts as. */
  evaluate(formula: StoredFormula, at: At, empty?: Scalar): Scalar | undefined {
    const r1c1 = "r1c1" in formula ? `=${formula.r1c1}` : a1ToR1c1(`=${formula.a1}`, at.row, at.column);
    const compiled = this.formulas.compiled(r1c1, at);
    if (compiled === undefined) return undefined;
    for (;;) {
      try {
        return this.scalar(compiled(at)) ?? empty;
      } catch (error) {
        if (error instanceof NotComputable) return undefined;
        if (!(error instanceof TooDeep)) throw error;
        this.computeFrom(error.at);
      }
    }
  }
}

/** Only a result that differs is written. */
function keep({ sheet, row, column }: At, cells: ColumnOfCells, result: Scalar): void {
  if (isSameResult(cells.value(row), result)) return;
  cells.set(row, result);
  sheet.setResult(row, column, result);
}

const isNumberOutside = (value: Scalar) => typeof value === "number" && !Number.isFinite(value);

/** What is not computed is told apart from the error that it is shown as. */
function isSameResult(one: Scalar | undefined, other: Scalar): boolean {
  if (one === NOT_COMPUTED || other === NOT_COMPUTED) return one === other;
  return isError(one) && isError(other) ? one.error === other.error : one === other;
}

/** Computes every formula of the workbook that can be; only results that differ are written. A formula with anything unknown keeps the result that came with the file until a cell changes that it looks at; then, and where it is new, Excel alone can tell. */
export function recalculate(book: Book, today: Day): void {
  new Calculation(book, today).run();
}

/** Computes a formula as seen from a cell; `empty` is what an empty cell counts as. */
export type Evaluate = (formula: StoredFormula, at: At, empty?: Scalar) => Scalar | undefined;

/** A way to compute formulas that stand in no cell, such as those of conditional formats, as seen from a cell; undefined where it cannot be computed. */
export function evaluator(book: Book, today: Day): Evaluate {
  const calculation = new Calculation(book, today);
  return (formula, at, empty) => calculation.evaluate(formula, at, empty);
}
