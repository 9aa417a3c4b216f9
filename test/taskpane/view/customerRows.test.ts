import { money } from "../../../src/domain/loan/money";
import { customerAt, customerRows, managersOf } from "../../../src/taskpane/view/customerRows";
import { everything, filterRows, isNarrowed, toggled } from "../../../src/taskpane/view/filter";
import { groupTotals, statusCounts } from "../../../src/taskpane/view/totals";
import { assessedLedger, assessment, judged, manyJudgements } from "../assessments";

const sketches = [
  { name: "甲建材有限公司", row: 4, daysUntil: 40, manager: "周明" },
  { name: "乙粮油", row: 5, daysUntil: -3, group: "C", manager: "李晓芸", balance: money(200) },
  { name: "丙物流", row: 6, daysUntil: -3, group: "E", manager: "周明", balance: money(100) },
  { name: "丁食品", row: 7, daysUntil: -3, group: "E", manager: "周明", balance: money(300) },
  { name: "戊机械", row: 8, daysUntil: 7 },
] as const;
const found = assessment([assessedLedger(sketches.map(judged))]);
const rows = customerRows(found);
const names = (of: readonly { name: string }[]): string[] => of.map(({ name }) => name);

test("the most urgent come first, of one day the worst group, then the largest balance", () => {
  expect(names(rows)).toEqual(["丁食品", "丙物流", "乙粮油", "戊机械", "甲建材有限公司"]);
});

test("account managers are named once, a customer without one is nobody's", () => {
  expect(managersOf(rows)).toEqual(["李晓芸", "周明"]);
});

test.each([
  ["group", { groups: new Set(["E"] as const) }, ["丁食品", "丙物流"]],
  ["status", { statuses: new Set(["within7", "later"] as const) }, ["戊机械", "甲建材有限公司"]],
  ["manager", { manager: "李晓芸" }, ["乙粮油"]],
  ["part of the name", { search: " 建 材 " }, ["甲建材有限公司"]],
  ["all together", { groups: new Set(["E"] as const), manager: "周明", search: "丙" }, ["丙物流"]],
  [
    "a picked customer, whatever else",
    { customer: { sheet: "贷款台账", key: "戊机械", name: "戊机械" }, search: "丙" },
    ["戊机械"],
  ],
  ["nothing", {}, names(rows)],
])("narrowed by %s", (_, change, expected) => {
  const filter = { ...everything, ...change };
  expect(names(filterRows(rows, filter))).toEqual(expected);
  expect(isNarrowed(filter)).toBe(Object.keys(change).length > 0);
});

test("a value is put in and taken out again", () => {
  expect([...toggled(toggled(new Set(["A"]), "B"), "A")]).toEqual(["B"]);
});

test("the selected row leads to its customer, any other row to nobody", () => {
  expect(customerAt(found, "贷款台账", 6)).toEqual({ sheet: "贷款台账", key: "丙物流", name: "丙物流" });
  expect(customerAt(found, "贷款台账", 99)).toBeUndefined();
  expect(customerAt(found, "汇总", 6)).toBeUndefined();
});

test("groups and statuses count every customer once, and the balances add up", () => {
  const many = customerRows(assessment([assessedLedger(manyJudgements(500))]));
  const totals = groupTotals(many);
  expect(totals.reduce((sum, { customers }) => sum + customers, 0)).toBe(500);
  expect(totals.reduce((sum, { balance }) => sum + balance, 0)).toBe(
    many.reduce((sum, { balance }) => sum + balance, 0),
  );
  expect([...statusCounts(many).values()].reduce((sum, of) => sum + of, 0)).toBe(500);
});
