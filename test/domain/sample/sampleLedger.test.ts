import { sampleLedger } from "../../../src/domain/sample/sampleLedger";
import { judge } from "../../../src/domain/risk/judge";
import { defaultSettings } from "../../../src/domain/settings/defaults";
import { day } from "../../../src/domain/loan/day";
import { problemAddress } from "../../../src/domain/ledger/problemSentence";
import type { CellValue } from "../../../src/domain/ledger/cells";
import { ledgerOf } from "../ledger/sheets";

const today = day("2026-11-23");
const draft = sampleLedger(today, 1900);
const ledger = ledgerOf(draft.cells as CellValue[][], { sheet: draft.name, merges: [] });

describe("the sample ledger", () => {
  it("has 300 drawdowns of 180 customers under two header rows", () => {
    expect(ledger.layout.headerRows).toEqual([2, 3]);
    expect(ledger.drawdowns).toBe(300);
    expect(ledger.customers).toHaveLength(180);
    expect(ledger.layout.unit).toBe("万元");
  });

  it("has two unreadable cells, and its total fits the rest", () => {
    expect(ledger.problems.map((problem) => [problemAddress(problem), problem.kind])).toEqual([
      ["示例台账!K46", "notADate"],
      expect.arrayContaining(["notAnAmount"]),
    ]);
    expect(ledger.total?.found).toBeCloseTo(ledger.total?.expected ?? 0, 2);
  });

  it("has customers in every group", () => {
    const groups = new Set(judge(ledger, defaultSettings, today).map(({ group }) => group));
    expect([...groups].sort()).toEqual(["A", "B", "C", "D", "E"]);
  });

  it("is the same every time", () => {
    expect(sampleLedger(today, 1900)).toEqual(draft);
  });
});
