import type { Book, Sheet } from "../xlsx/model";
import type { At, Compiled } from "./compile";
import { a1ToR1c1 } from "./notation";
import { NotComputable } from "./notComputable";
import { parseFormula } from "./parse";
import { isArea, type Area, type Operand } from "./values";

/** A name, compiled; one that stands for a place alone always gives the same area. */
interface Named {
  readonly compiled: Compiled;
  readonly area?: Area;
}

/** Compiles a formula in R1C1 notation as seen from a sheet; undefined where something in it is not known. */
type Compiler = (
  formula: string,
  sheet: Sheet,
) => { readonly formula: string; readonly compiled: Compiled } | undefined;

const keyOf = (name: string, scope: string | undefined): string => `${scope ?? ""}!${name}`.toUpperCase();

/** The names of a workbook, as formulas use them. */
export class DefinedNames {
  private readonly formulas: ReadonlyMap<string, string>;
  private readonly compile: Compiler;
  /** What a name stands for, seen from a sheet. */
  private readonly named = new Map<Sheet, Map<string, Named | undefined>>();

  constructor(book: Book, compile: Compiler) {
    this.formulas = new Map(book.names.map(({ name, scope, formula }) => [keyOf(name, scope), formula]));
    this.compile = compile;
  }

  /** What a name stands for, without "=" and seen from a sheet; undefined where there is no such name. */
  formula(name: string, sheet: Sheet): string | undefined {
    return this.formulas.get(keyOf(name, sheet.name)) ?? this.formulas.get(keyOf(name, undefined));
  }

  /** What a name gives, seen from a cell; throws NotComputable where there is no such name. */
  operand(name: string, at: At): Operand {
    const named = this.from(name, at.sheet);
    if (named === undefined) throw new NotComputable();
    return named.area ?? named.compiled({ ...at, row: 0, column: 0 });
  }

  private from(name: string, sheet: Sheet): Named | undefined {
    let names = this.named.get(sheet);
    if (names === undefined) {
      names = new Map();
      this.named.set(sheet, names);
    }
    if (!names.has(name)) names.set(name, this.make(name, sheet));
    return names.get(name);
  }

  private make(name: string, sheet: Sheet): Named | undefined {
    const own = this.formula(name, sheet);
    const made = own === undefined ? undefined : this.compile(a1ToR1c1(`=${own}`, 0, 0), sheet);
    if (made === undefined) return undefined;
    const { formula, compiled } = made;
    const parsed = parseFormula(formula);
    const place = parsed.ok && parsed.value.kind === "area" ? compiled({ sheet, row: 0, column: 0 }) : undefined;
    return isArea(place) ? { compiled, area: place } : { compiled };
  }
}
