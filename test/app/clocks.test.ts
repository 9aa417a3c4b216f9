import { annotate } from "../../src/app/annotate";
import { ruleSet } from "../../src/domain/change/rules";
import { addDays, type Day } from "../../src/domain/loan/day";
import { allowedFunctions } from "../../src/embedded/calc/allowed";
import { a1ToR1c1 } from "../../src/embedded/calc/notation";
import { functionsOf } from "../../src/embedded/calc/functionsOf";
import { parseFormula } from "../../src/embedded/calc/parse";
import { ownColumnHeadings } from "./headings";
import { inExcel, opened, sampleFile, TODAY, unwatched, type Running } from "../embedded/workbooks";

const FIRST_OWN = 22;
const column = (heading: string) => FIRST_OWN + ownColumnHeadings.indexOf(`贷后_${heading}`);
const statusNames = {
  overdue: "已逾期",
  within7: "7天内",
  within30: "30天内",
  later: "未到期",
  deferred: "暂缓",
  none: "无需回访",
};

async function annotatedAsOf(asOf: Day) {
  const running: Running = inExcel(opened(sampleFile()));
  const done = await annotate(running.workbook, { today: TODAY, asOf }, unwatched);
  if (!done.ok) throw new Error(JSON.stringify(done.because));
  running.excel.calculate();
  const sheet = running.excel.book.sheets.find(({ name }) => name === "示例台账");
  if (sheet === undefined) throw new Error("the ledger's sheet is missing");
  return { sheet, judgements: done.value.assessment.ledgers[0]?.judgements ?? [], book: running.excel.book };
}

describe("the live formulas", () => {
  it.each([-400, -181, -60, -31, -7, -1, 0, 1, 6, 7, 8, 29, 30, 31, 45, 97, 131, 200])(
    "say %i days from the usual day what the judgement says, for every drawdown",
    async (offset) => {
      const { sheet, judgements } = await annotatedAsOf(addDays(TODAY, offset));
      const differences: string[] = [];
      for (const { customer, duty, daysUntil, status } of judgements) {
        for (const { row } of customer.drawdowns.filter(({ standing }) => standing === "live")) {
          const shown = ["下次应访日", "距应访(天)", "回访状态"].map(
            (heading) => sheet.cell(row, column(heading)).value,
          );
          const judged = [duty.due, daysUntil, statusNames[status]];
          if (JSON.stringify(shown) !== JSON.stringify(judged))
            differences.push(`${String(row + 1)}: ${JSON.stringify([shown, judged])}`);
        }
      }
      expect(judgements.length).toBeGreaterThan(150);
      expect(differences).toEqual([]);
    },
    20_000,
  );

  it("[P23] use allowed functions alone, and are short enough for the formula bar", async () => {
    const { book, sheet } = await annotatedAsOf(TODAY);
    const formulas = new Set<string>();
    for (const one of book.sheets) {
      one.eachFormula((row, at) => formulas.add(one.formulaR1c1(row, at) ?? ""));
    }
    for (const rule of sheet.formatRules) for (const formula of rule.formulas) formulas.add(formula);
    expect(formulas.size).toBeGreaterThan(8);
    for (const formula of formulas) {
      expect(formula.length).toBeLessThanOrEqual(450);
      expect(formula).not.toMatch(/_xl|#REF!/);
    }
    sheet.eachFormula((row, at) => {
      if (row !== 4) return;
      const parsed = parseFormula(`=${sheet.formulaR1c1(row, at) ?? ""}`);
      if (!parsed.ok) throw new Error("a formula that does not parse");
      expect(functionsOf(parsed.value).filter((name) => !allowedFunctions.has(name))).toEqual([]);
    });
  });

  it.each([
    ["the customer's name", { column: 1, columns: 1 }],
    ["the whole row", { column: 0, columns: 22 }],
    ["nothing of the ledger", undefined],
  ])(
    "[P23][P28] of the conditional formats parse and use allowed functions alone where they colour %s",
    (_name, named) => {
      const rules = ruleSet({ firstRow: 4, lastRow: 307, group: 22, status: 31, warning: 32, named });
      expect(rules.length).toBeGreaterThan(10);
      for (const { formula, range } of rules) {
        const parsed = parseFormula(a1ToR1c1(formula, range.row, range.column));
        if (!parsed.ok) throw new Error(`does not parse: ${formula}`);
        expect(functionsOf(parsed.value).filter((name) => !allowedFunctions.has(name))).toEqual([]);
      }
    },
  );
});
