import type { Book } from "../xlsx/model";
import { compile, type At, type Compiled, type Surroundings } from "./compile";
import { NotComputable } from "./notComputable";
import { parseFormula } from "./parse";
import { mayBeStructured } from "./structured";
import { spelledOutTables, standingTable } from "./tableAreas";

/** The formulas of one recalculation, each compiled once. */
export class CompiledFormulas {
  private readonly book: Book;
  private readonly around: Surroundings;
  private readonly known = new Map<string, Compiled | undefined>();
  /** Formulas by whether they may name tables. */
  private readonly structured = new Map<string, boolean>();
  private last: { readonly formula: string; readonly compiled: Compiled | undefined } | undefined;

  constructor(book: Book, around: Surroundings) {
    this.book = book;
    this.around = around;
  }

  /** A formula in R1C1 notation with the areas of tables that it names. */
  readonly spelledOut = (formula: string, at: At): string => {
    let isStructured = this.structured.get(formula);
    if (isStructured === undefined) {
      isStructured = mayBeStructured(formula);
      this.structured.set(formula, isStructured);
    }
    return isStructured ? spelledOutTables(formula, { table: (name) => standingTable(this.book, name, at) }) : formula;
  };

  /** A formula as it stands in a cell, compiled; columns of the same one are quick. */
  compiled(formula: string, at: At): Compiled | undefined {
    if (formula === this.last?.formula) return this.last.compiled;
    const spelled = this.spelledOut(formula, at);
    const compiled = this.of(spelled);
    if (this.structured.get(formula) === false) this.last = { formula, compiled };
    return compiled;
  }

  /** A formula without names of tables, compiled; undefined where something in it is not known. */
  of(formula: string): Compiled | undefined {
    if (!this.known.has(formula)) this.known.set(formula, this.make(formula));
    return this.known.get(formula);
  }

  private make(formula: string): Compiled | undefined {
    const parsed = parseFormula(formula);
    if (!parsed.ok) return undefined;
    try {
      return compile(parsed.value, this.around);
    } catch (error) {
      if (error instanceof NotComputable) return undefined;
      throw error;
    }
  }
}
