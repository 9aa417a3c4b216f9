import type { Sheet } from "../xlsx/model";
import { rewriteFormulas } from "../xlsx/rewriteSheet";
import { UnmovableReference } from "../calc/moveReferences";
import type { Host } from "./host";
import { Refusal } from "./refusal";

/** A formula, without "=", as it is afterwards; `own` is the sheet it stands on, `cell` the cell where it stands in one. */
export type Rewrite = (
  formula: string,
  own: string,
  cell?: { readonly row: number; readonly column: number },
) => string;

/** A change that is thought through to its end, and not begun. */
type Plan = () => void;

function planCells(sheet: Sheet, rewrite: Rewrite): readonly Plan[] {
  const used = sheet.used(true);
  if (used === undefined || !sheet.mayHoldFormulas(used)) return [];
  const plans: Plan[] = [];
  const single = new Set<string>();
  sheet.eachFormula((row, column) => single.add(`${String(row)} ${String(column)}`));
  sheet.formulas(used).forEach((line, down) => {
    line.forEach((entered, right) => {
      const [row, column] = [used.row + down, used.column + right];
      if (typeof entered !== "string" || !entered.startsWith("=")) return;
      if (sheet.formulaR1c1(row, column) === undefined) return;
      const after = rewrite(entered.slice(1), sheet.name, { row, column });
      if (after === entered.slice(1)) return;
      if (!single.has(`${String(row)} ${String(column)}`)) throw arrayFormula();
      plans.push(() => {
        const { value } = sheet.cell(row, column);
        sheet.carryFormula(row, column, { formula: { a1: after }, result: value });
      });
    });
  });
  return plans;
}

/** The refusal of what would touch an array formula. */
export const arrayFormula = (): Refusal =>
  new Refusal("InvalidOperation", "The change would cut or move an array formula, which is not supported.");

function planNames({ book }: Host, rewrite: Rewrite): readonly Plan[] {
  return book.names.flatMap(({ name, scope, formula }) => {
    const after = rewrite(formula, scope ?? "");
    const carryOut = (): void => {
      book.structure.changeName(name, scope, after);
    };
    return after === formula ? [] : [carryOut];
  });
}

/** Works out every formula of a sheet's rules and validations without changing any, so that a refusal comes before the first change. */
function tryRules(sheet: Sheet, rewrite: Rewrite): void {
  rewriteFormulas(sheet.xml, (formula) => {
    rewrite(formula, sheet.name);
    return formula;
  });
}

/** Works out how every formula of the workbook is rewritten: of cells, names, conditional formats and data validations. Refuses here what cannot be; what is returned carries it out. */
export function planRewrite(host: Host, rewrite: Rewrite): Plan {
  try {
    const { sheets } = host.book;
    const cells = sheets.flatMap((sheet) => planCells(sheet, rewrite));
    const names = planNames(host, rewrite);
    for (const sheet of sheets) tryRules(sheet, rewrite);
    return () => {
      for (const carryOut of [...cells, ...names]) carryOut();
      for (const sheet of sheets) {
        rewriteFormulas(sheet.xml, (formula) => rewrite(formula, sheet.name));
        sheet.standing.rewriteFormulas((formula) => rewrite(formula, sheet.name));
      }
      host.touch();
    };
  } catch (error) {
    if (!(error instanceof UnmovableReference)) throw error;
    throw new Refusal("InvalidOperation", `A reference through several sheets cannot be moved: ${error.message}`);
  }
}

/** Rewrites every formula of the workbook, or refuses before it changes any. */
export function rewriteBook(host: Host, rewrite: Rewrite): void {
  planRewrite(host, rewrite)();
}
