import type { Sheet } from "../xlsx/model";
import { rewriteFormulas } from "../xlsx/rewriteSheet";
import { UnmovableReference } from "../calc/moveReferences";
import type { Host } from "./host";
import { Refusal } from "./refusal";

/** A formula, without "=", as it is afterwards; `own` is the name of the sheet it stands on. */
type Rewrite = (formula: string, own: string) => string;

function rewriteCells(sheet: Sheet, rewrite: Rewrite): void {
  const used = sheet.used(true);
  if (used === undefined || !sheet.mayHoldFormulas(used)) return;
  const single = new Set([...sheet.formulaCells()].map(({ row, column }) => `${String(row)} ${String(column)}`));
  sheet.formulas(used).forEach((line, down) => {
    line.forEach((entered, right) => {
      const [row, column] = [used.row + down, used.column + right];
      if (typeof entered !== "string" || !entered.startsWith("=")) return;
      if (sheet.formulaR1c1(row, column) === undefined) return;
      const after = rewrite(entered.slice(1), sheet.name);
      if (after === entered.slice(1)) return;
      if (!single.has(`${String(row)} ${String(column)}`)) throw arrayFormula();
      const { value } = sheet.cell(row, column);
      sheet.setFormula(row, column, { a1: after });
      sheet.setResult(row, column, value);
    });
  });
}

const arrayFormula = (): Refusal =>
  new Refusal("InvalidOperation", "The change would cut or move an array formula, which is not supported.");

/** Rewrites every formula of the workbook: of cells, names, conditional formats and data validations. */
export function rewriteBook(host: Host, rewrite: Rewrite): void {
  try {
    for (const sheet of host.book.sheets) {
      rewriteCells(sheet, rewrite);
      rewriteFormulas(sheet.xml, (formula) => rewrite(formula, sheet.name));
    }
    for (const { name, scope, formula } of host.book.names) {
      const after = rewrite(formula, scope ?? "");
      if (after !== formula) host.book.structure.changeName(name, scope, after);
    }
  } catch (error) {
    if (!(error instanceof UnmovableReference)) throw error;
    throw new Refusal("InvalidOperation", `A reference through several sheets cannot be moved: ${error.message}`);
  }
  host.touch();
}
