import type { Day } from "../../domain/loan/day";
import type { Book, Extent, FormatRule, Sheet } from "../xlsx/model";
import { a1ToR1c1 } from "./notation";
import { evaluator } from "./recalculate";

interface Ranged {
  readonly rule: FormatRule;
  readonly area: Extent;
  /** Seen from any cell of the area. */
  readonly formula: { readonly r1c1: string };
}

/** A sheet's formula rules, strongest first, one entry for each area. */
function formulaRules(sheet: Sheet): readonly Ranged[] {
  const rules = sheet.formatRules.filter(({ type }) => type === "expression");
  return [...rules]
    .sort((one, other) => one.priority - other.priority)
    .flatMap((rule) =>
      rule.ranges.map((area): Ranged => {
        const first = rule.ranges[0] ?? area;
        const r1c1 = a1ToR1c1(`=${rule.formulas[0] ?? ""}`, first.row, first.column).slice(1);
        return { rule, area, formula: { r1c1 } };
      }),
    );
}

const holds = ({ row, column, rows, columns }: Extent, at: { row: number; column: number }): boolean =>
  at.row >= row && at.row < row + rows && at.column >= column && at.column < column + columns;

/** Which formula rule formats a cell of the sheet today: the strongest that holds, if any does. Rules of other kinds are left out. */
export function standingRules(
  book: Book,
  sheet: Sheet,
  today: Day,
): (row: number, column: number) => FormatRule | undefined {
  const rules = formulaRules(sheet);
  const evaluate = evaluator(book, today);
  return (row, column) => {
    const at = { sheet, row, column };
    return rules.find(({ area, formula }) => holds(area, at) && evaluate(formula, at) === true)?.rule;
  };
}
