import { compare } from "../../../src/domain/history/compare";
import { snapshotSteps } from "../../../src/domain/history/snapshot";
import { day } from "../../../src/domain/loan/day";
import { defaultSettings } from "../../../src/domain/settings/defaults";
import { finished } from "../../../src/domain/steps";
import { changeRows, matrixRows } from "../../../src/taskpane/changes/changeRows";
import { asOf, assessedLedger, judged } from "../assessments";

const october = [
  judged({ name: "甲公司", row: 4, group: "B" }),
  judged({ name: "乙公司", row: 5, group: "D" }),
  judged({ name: "丁公司", row: 6 }),
];
const november = [
  judged({ name: "甲公司", row: 7, group: "E", reasons: [{ clause: "L11", text: "已列次级", level: "red" }] }),
  judged({ name: "乙公司", row: 5, group: "B" }),
  judged({ name: "丙公司", row: 6 }),
];
const { ledger } = assessedLedger(november);
const comparison = compare(
  { ledger, judgements: november },
  finished(snapshotSteps(october, { asOf: day("2026-10-31"), limits: defaultSettings.thresholds }, undefined)),
  asOf,
);
const everything = { moves: new Set<never>(), crossing: undefined };

test("who changed stands with the row in the ledger and the reason, the gravest first", () => {
  expect(changeRows(comparison, everything)).toMatchObject([
    { name: "甲公司", moved: "变差", states: "B 正常/正常 → E 不良/正常", row: 7, reason: "L11 已列次级" },
    { name: "丙公司", moved: "新增", states: "B 正常/正常", row: 6 },
    { name: "乙公司", moved: "好转", states: "D 高风险/正常 → B 正常/正常", row: 5 },
    { name: "某户（上次 B 正常/正常，余额100万元）", moved: "已不在", row: undefined },
  ]);
});

test("moves and a cell of the matrix narrow the list", () => {
  const names = (filter: Parameters<typeof changeRows>[1]) => changeRows(comparison, filter).map(({ name }) => name);
  expect(names({ ...everything, moves: new Set(["new", "better"]) })).toEqual(["丙公司", "乙公司"]);
  expect(names({ ...everything, crossing: { of: "groups", from: "B", to: "E" } })).toEqual(["甲公司"]);
  expect(names({ ...everything, crossing: { of: "classes", from: "pass", to: "pass" } })).toEqual(["甲公司", "乙公司"]);
  expect(names({ ...everything, crossing: { of: "groups", from: "A", to: "E" } })).toEqual([]);
});

test("the matrix counts customers and balances, right of the diagonal for the worse", () => {
  const rows = matrixRows(comparison.groups);
  const told = rows.flatMap(({ cells }) => cells).filter(({ customers }) => customers > 0);
  expect(told).toEqual([
    { from: "B", to: "E", way: "worse", customers: 1, balance: 1_000_000_00 },
    { from: "D", to: "B", way: "better", customers: 1, balance: 1_000_000_00 },
  ]);
  expect(rows.map(({ cells }, at) => cells[at]?.way)).toEqual(new Array(5).fill("stayed"));
});
