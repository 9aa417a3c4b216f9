import { fractionDone } from "../../../src/taskpane/view/fractionDone";
import { daysUntilWords } from "../../../src/taskpane/view/dueWords";
import { recognisedLine } from "../../../src/taskpane/view/recognisedLine";
import { assessedLedger, judged } from "../assessments";

test("a run that writes fills the bar from survey to verify", () => {
  const stages = ["survey", "read", "judge", "write", "verify"] as const;
  const ends = stages.map((stage) => fractionDone("annotate", { stage, done: 1, of: 1 }) ?? -1);
  expect(ends).toEqual([...ends].sort((one, other) => one - other));
  expect(ends.at(-1)).toBe(1);
});

test("a run that only reads is done when it has judged", () => {
  expect(fractionDone("look", { stage: "judge", done: 3, of: 3 })).toBe(1);
});

test("a stage of unknown length stands at its beginning, and a roll-back has no measure", () => {
  expect(fractionDone("annotate", { stage: "read", done: 0, of: 0 })).toBe(0.05);
  expect(fractionDone("annotate", { stage: "rollBack", done: 1, of: 2 })).toBeUndefined();
});

test.each([
  [-23, "超期 23 天"],
  [0, "今天"],
  [5, "还有 5 天"],
])("%d days from now are %s", (days, words) => {
  expect(daysUntilWords(days)).toBe(words);
});

test("a ledger is told in one line", () => {
  const { ledger } = assessedLedger([judged({ name: "甲" }), judged({ name: "乙" })]);
  expect(recognisedLine(ledger)).toBe("贷款台账 · 表头第3-4行 · 2笔 / 2户 · 万元");
});
