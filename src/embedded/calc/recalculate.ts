import type { Day } from "../../domain/loan/day";
import type { Book, Scalar, Sheet, StoredFormula } from "../xlsx/model";
import { compile, NotComputable, type At, type Compiled, type Surroundings } from "./compile";
import { a1ToR1c1 } from "./notation";
import { parseFormula } from "./parse";
import { isArea, isError, VALUE, type Operand } from "./values";

const OFFSET_1904 = 1_462;

/** The most nested a chain of formulas may be before its cells keep what they have. */
const DEEPEST = 2_000;

/** A column of cells that share formulas, read in one go. */
class SheetValues {
  private readonly columns = new Map<number, Map<number, Scalar | undefined>>();
  private readonly sheet: Sheet;

  constructor(sheet: Sheet) {
    this.sheet = sheet;
  }

  at(row: number, column: number): Scalar | undefined {
    return this.column(column).get(row);
  }

  set(row: number, column: number, value: Scalar | undefined): void {
    this.column(column).set(row, value);
  }

  private column(column: number): Map<number, Scalar | undefined> {
    let values = this.columns.get(column);
    if (values === undefined) {
      values = new Map();
      const used = this.sheet.used(true);
      if (used !== undefined && column < used.column + used.columns) {
        const grid = this.sheet.values({ row: used.row, column, rows: used.rows, columns: 1 });
        for (const [index, [value]] of grid.entries()) if (value !== undefined) values.set(used.row + index, value);
      }
      this.columns.set(column, values);
    }
    return values;
  }
}

/** One recalculation of a workbook: values as they are read, formulas as they are computed. */
class Calculation implements Surroundings {
  readonly today: number;
  readonly date1904: boolean;
  private readonly book: Book;
  private readonly values = new Map<Sheet, SheetValues>();
  private readonly formulas = new Map<Sheet, Map<number, Map<number, string>>>();
  private readonly compiled = new Map<string, Compiled | undefined>();
  /** By the formula that a name stands for. */
  private readonly nameFormulas = new Map<string, Compiled | undefined>();
  private readonly memos = new Map<string, unknown>();
  private readonly names: ReadonlyMap<string, string>;
  private readonly sheets: ReadonlyMap<string, Sheet>;
  private readonly state = new Map<string, "open" | "kept">();
  private depth = 0;

  constructor(book: Book, today: Day) {
    this.book = book;
    this.date1904 = book.date1904;
    this.today = book.date1904 ? today - OFFSET_1904 : today;
    const key = (name: string, scope: string | undefined) => `${scope ?? ""}!${name}`.toUpperCase();
    this.names = new Map(book.names.map(({ name, scope, formula }) => [key(name, scope), formula]));
    this.sheets = new Map(book.sheets.map((sheet) => [sheet.name.toUpperCase(), sheet]));
  }

  readonly sheet = (name: string): Sheet | undefined => this.sheets.get(name.toUpperCase());

  private readonly nameFormula = (name: string, at: At): string | undefined =>
    this.names.get(`${at.sheet.name}!${name}`.toUpperCase()) ?? this.names.get(`!${name}`.toUpperCase());

  readonly knowsName = (name: string, at: At): boolean => this.nameFormula(name, at) !== undefined;

  readonly name = (name: string, at: At): Operand => {
    const formula = this.nameFormula(name, at);
    const compiled = formula === undefined ? undefined : this.compiledName(formula);
    if (compiled === undefined) throw new NotComputable();
    return compiled({ ...at, row: 0, column: 0 });
  };

  private compiledName(formula: string): Compiled | undefined {
    if (!this.nameFormulas.has(formula)) {
      this.nameFormulas.set(formula, this.compiledOf(a1ToR1c1(`=${formula}`, 0, 0)));
    }
    return this.nameFormulas.get(formula);
  }

  readonly scalar = (operand: Operand): Scalar | undefined => {
    if (Array.isArray(operand)) return (operand as readonly (readonly Scalar[])[])[0]?.[0];
    if (!isArea(operand)) return operand as Scalar | undefined;
    const { sheet, extent } = operand;
    return extent.rows === 1 && extent.columns === 1 ? this.cell(sheet, extent.row, extent.column) : VALUE;
  };

  readonly cells = (operand: Operand): readonly (readonly (Scalar | undefined)[])[] => {
    if (Array.isArray(operand)) return operand as readonly (readonly (Scalar | undefined)[])[];
    if (!isArea(operand)) return [[operand as Scalar | undefined]];
    const { sheet, extent } = operand;
    const used = sheet.used(true);
    const end = used === undefined ? 0 : used.row + used.rows;
    const rows = Math.max(1, Math.min(extent.rows, end - extent.row));
    return Array.from({ length: rows }, (_, row) =>
      Array.from({ length: extent.columns }, (_cell, column) =>
        this.cell(sheet, extent.row + row, extent.column + column),
      ),
    );
  };

  readonly memo = <Value>(key: string, operand: Operand, make: () => Value): Value => {
    if (!isArea(operand)) return make();
    const { sheet, extent } = operand;
    const place = `${key} ${sheet.id} ${String(extent.row)} ${String(extent.column)} ${String(extent.rows)} ${String(extent.columns)}`;
    if (!this.memos.has(place)) this.memos.set(place, make());
    return this.memos.get(place) as Value;
  };

  private valuesOf(sheet: Sheet): SheetValues {
    let values = this.values.get(sheet);
    if (values === undefined) {
      values = new SheetValues(sheet);
      this.values.set(sheet, values);
    }
    return values;
  }

  /** Formulas of a sheet that still wait, by column and row. */
  private waiting(sheet: Sheet): Map<number, Map<number, string>> {
    let columns = this.formulas.get(sheet);
    if (columns !== undefined) return columns;
    columns = new Map();
    this.formulas.set(sheet, columns);
    for (const { row, column } of sheet.formulaCells()) {
      const formula = sheet.formulaR1c1(row, column);
      if (formula === undefined) continue;
      const rows = columns.get(column) ?? new Map<number, string>();
      rows.set(row, formula);
      columns.set(column, rows);
    }
    return columns;
  }

  private cell(sheet: Sheet, row: number, column: number): Scalar | undefined {
    const formula = this.waiting(sheet).get(column)?.get(row);
    if (formula !== undefined) this.compute({ sheet, row, column }, formula);
    return this.valuesOf(sheet).at(row, column);
  }

  private compiledOf(formula: string): Compiled | undefined {
    if (!this.compiled.has(formula)) this.compiled.set(formula, this.compileText(formula));
    return this.compiled.get(formula);
  }

  private compileText(formula: string): Compiled | undefined {
    const parsed = parseFormula(formula);
    if (!parsed.ok) return undefined;
    try {
      return compile(parsed.value, this);
    } catch (error) {
      if (error instanceof NotComputable) return undefined;
      throw error;
    }
  }

  /** Computes a cell once; what cannot be computed, or depends on itself, keeps the result that it has. */
  private compute(at: At, formula: string): void {
    const { sheet, row, column } = at;
    const place = `${sheet.id} ${String(row)} ${String(column)}`;
    if (this.state.has(place) || this.depth > DEEPEST) throw new NotComputable();
    const compiled = this.compiledOf(formula);
    this.state.set(place, "open");
    this.depth += 1;
    try {
      if (compiled === undefined) throw new NotComputable();
      const result = this.scalar(compiled(at)) ?? 0;
      this.keep(at, isNumberOutside(result) ? VALUE : result);
      this.state.delete(place);
      this.waiting(sheet).get(column)?.delete(row);
    } catch (error) {
      if (!(error instanceof NotComputable)) throw error;
      this.state.set(place, "kept");
      throw error;
    } finally {
      this.depth -= 1;
    }
  }

  private keep({ sheet, row, column }: At, result: Scalar): void {
    const values = this.valuesOf(sheet);
    if (sameResult(values.at(row, column), result)) return;
    values.set(row, column, result);
    sheet.setResult(row, column, result);
  }

  /** Every formula of the workbook. */
  run(): void {
    for (const sheet of this.book.sheets) {
      if (!sheet.isWorksheet) continue;
      for (const [column, rows] of this.waiting(sheet)) {
        for (const [row, formula] of [...rows]) {
          if (rows.has(row)) this.attempt({ sheet, row, column }, formula);
        }
      }
    }
  }

  private attempt(at: At, formula: string): void {
    try {
      this.compute(at, formula);
    } catch (error) {
      if (!(error instanceof NotComputable)) throw error;
    }
  }

  /** One formula, seen from a cell. */
  evaluate(formula: StoredFormula, at: At): Scalar | undefined {
    const r1c1 = "r1c1" in formula ? `=${formula.r1c1}` : a1ToR1c1(`=${formula.a1}`, at.row, at.column);
    const compiled = this.compiledOf(r1c1);
    if (compiled === undefined) return undefined;
    try {
      return this.scalar(compiled(at));
    } catch (error) {
      if (error instanceof NotComputable) return undefined;
      throw error;
    }
  }
}

const isNumberOutside = (value: Scalar) => typeof value === "number" && !Number.isFinite(value);

function sameResult(one: Scalar | undefined, other: Scalar): boolean {
  return isError(one) && isError(other) ? one.error === other.error : one === other;
}

/** Computes every formula of the workbook that can be; only results that differ are written. Formulas with anything unknown keep the results that they have. */
export function recalculate(book: Book, today: Day): void {
  new Calculation(book, today).run();
}

/** A way to compute formulas that stand in no cell, such as those of conditional formats, as seen from a cell; undefined where it cannot be computed. */
export function evaluator(book: Book, today: Day): (formula: StoredFormula, at: At) => Scalar | undefined {
  const calculation = new Calculation(book, today);
  return (formula, at) => calculation.evaluate(formula, at);
}
