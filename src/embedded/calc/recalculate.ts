import type { Day } from "../../domain/loan/day";
import type { Book, Scalar, Sheet, StoredFormula } from "../xlsx/model";
import { compile, type At, type Compiled, type Surroundings } from "./compile";
import { a1ToR1c1 } from "./notation";
import { NotComputable } from "./notComputable";
import { parseFormula } from "./parse";
import { SheetOfCells, stages } from "./sheetFormulas";
import { mayBeStructured } from "./structured";
import { spelledOutTables, standingTable } from "./tableAreas";
import { isArea, isError, VALUE, type Area, type Operand } from "./values";

const OFFSET_1904 = 1_462;

/** The most nested a chain of formulas may be before its cells keep what they have. */
const DEEPEST = 2_000;

type Grid = readonly (readonly (Scalar | undefined)[])[];

/** A name, compiled; one that stands for a place alone always gives the same area. */
interface Named {
  readonly compiled: Compiled;
  readonly area?: Area;
}

/** One recalculation of a workbook: values as they are read, formulas as they are computed. */
class Calculation implements Surroundings {
  readonly today: number;
  readonly date1904: boolean;
  private readonly book: Book;
  private readonly cellsOf = new Map<Sheet, SheetOfCells>();
  private readonly compiled = new Map<string, Compiled | undefined>();
  private readonly names: ReadonlyMap<string, string>;
  /** What a name stands for, seen from a sheet. */
  private readonly named = new Map<Sheet, Map<string, Named | undefined>>();
  /** Formulas by whether they may name tables. */
  private readonly structured = new Map<string, boolean>();
  private readonly memos = new Map<string, unknown>();
  private readonly memosOfArea = new WeakMap<Area, Map<string, unknown>>();
  private readonly sheets: ReadonlyMap<string, Sheet>;
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

  readonly knowsName = (name: string, at: At): boolean => this.namedFrom(name, at.sheet) !== undefined;

  readonly name = (name: string, at: At): Operand => {
    const named = this.namedFrom(name, at.sheet);
    if (named === undefined) throw new NotComputable();
    return named.area ?? named.compiled({ ...at, row: 0, column: 0 });
  };

  private namedFrom(name: string, sheet: Sheet): Named | undefined {
    let names = this.named.get(sheet);
    if (names === undefined) {
      names = new Map();
      this.named.set(sheet, names);
    }
    if (!names.has(name)) names.set(name, this.compileName(name, sheet));
    return names.get(name);
  }

  private compileName(name: string, sheet: Sheet): Named | undefined {
    const key = (scope: string) => `${scope}!${name}`.toUpperCase();
    const own = this.names.get(key(sheet.name)) ?? this.names.get(key(""));
    if (own === undefined) return undefined;
    const formula = this.spelledOut(a1ToR1c1(`=${own}`, 0, 0), { sheet, row: -1, column: -1 });
    const compiled = this.compiledOf(formula);
    if (compiled === undefined) return undefined;
    const parsed = parseFormula(formula);
    const place = parsed.ok && parsed.value.kind === "area" ? compiled({ sheet, row: 0, column: 0 }) : undefined;
    return isArea(place) ? { compiled, area: place } : { compiled };
  }

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

  readonly memo = <Value>(key: string, operand: Operand, make: () => Value): Value => {
    if (!isArea(operand)) return make();
    const known = this.memosOfArea.get(operand) ?? new Map<string, unknown>();
    this.memosOfArea.set(operand, known);
    if (!known.has(key)) known.set(key, this.memoOfPlace(key, operand, make));
    return known.get(key) as Value;
  };

  private memoOfPlace(key: string, { sheet, extent }: Area, make: () => unknown): unknown {
    const { row, column, rows, columns } = extent;
    const place = [key, sheet.id, row, column, rows, columns].join(" ");
    if (!this.memos.has(place)) this.memos.set(place, make());
    return this.memos.get(place);
  }

  private of(sheet: Sheet): SheetOfCells {
    let cells = this.cellsOf.get(sheet);
    if (cells === undefined) {
      cells = new SheetOfCells(sheet);
      this.cellsOf.set(sheet, cells);
    }
    return cells;
  }

  private cell(sheet: Sheet, row: number, column: number): Scalar | undefined {
    const cells = this.of(sheet).column(column);
    if (cells.stage(row) !== stages.none) this.compute({ sheet, row, column });
    return cells.value(row);
  }

  /** A formula with the areas of tables that it names. */
  private spelledOut(formula: string, at: At): string {
    let isStructured = this.structured.get(formula);
    if (isStructured === undefined) {
      isStructured = mayBeStructured(formula);
      this.structured.set(formula, isStructured);
    }
    return isStructured ? spelledOutTables(formula, { table: (name) => standingTable(this.book, name, at) }) : formula;
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
  private compute(at: At): void {
    const cells = this.of(at.sheet).column(at.column);
    if (cells.stage(at.row) !== stages.waiting || this.depth > DEEPEST) throw new NotComputable();
    const compiled = this.compiledOf(this.spelledOut(cells.formula(at.row), at));
    cells.setStage(at.row, stages.open);
    this.depth += 1;
    try {
      if (compiled === undefined) throw new NotComputable();
      const result = this.scalar(compiled(at)) ?? 0;
      this.keep(at, isNumberOutside(result) ? VALUE : result);
      cells.setStage(at.row, stages.none);
    } catch (error) {
      if (!(error instanceof NotComputable)) throw error;
      cells.setStage(at.row, stages.kept);
      throw error;
    } finally {
      this.depth -= 1;
    }
  }

  private keep({ sheet, row, column }: At, result: Scalar): void {
    const cells = this.of(sheet).column(column);
    if (sameResult(cells.value(row), result)) return;
    cells.set(row, result);
    sheet.setResult(row, column, result);
  }

  /** Every formula of the workbook. */
  run(): void {
    for (const sheet of this.book.sheets) {
      if (!sheet.isWorksheet) continue;
      const cells = this.of(sheet);
      for (const column of cells.formulaColumns) {
        for (const row of cells.column(column).waiting()) this.attempt({ sheet, row, column });
      }
    }
  }

  private attempt(at: At): void {
    try {
      this.compute(at);
    } catch (error) {
      if (!(error instanceof NotComputable)) throw error;
    }
  }

  /** One formula, seen from a cell; `empty` is what an empty cell counts as. */
  evaluate(formula: StoredFormula, at: At, empty?: Scalar): Scalar | undefined {
    const r1c1 = "r1c1" in formula ? `=${formula.r1c1}` : a1ToR1c1(`=${formula.a1}`, at.row, at.column);
    const compiled = this.compiledOf(this.spelledOut(r1c1, at));
    if (compiled === undefined) return undefined;
    try {
      return this.scalar(compiled(at)) ?? empty;
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

/** Computes a formula as seen from a cell; `empty` is what an empty cell counts as. */
export type Evaluate = (formula: StoredFormula, at: At, empty?: Scalar) => Scalar | undefined;

/** A way to compute formulas that stand in no cell, such as those of conditional formats, as seen from a cell; undefined where it cannot be computed. */
export function evaluator(book: Book, today: Day): Evaluate {
  const calculation = new Calculation(book, today);
  return (formula, at, empty) => calculation.evaluate(formula, at, empty);
}
