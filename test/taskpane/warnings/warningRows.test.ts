import { customersWith, warningRows } from "../../../src/taskpane/warnings/warningRows";
import { assessedLedger, assessment, judged } from "../assessments";

const rows = warningRows(
  assessment([
    assessedLedger([
      judged({
        name: "甲公司",
        row: 4,
        reasons: [
          { clause: "L01", text: "逾期3天(>0)", level: "yellow" },
          { clause: "L20", text: "蓝色提示", level: "blue" },
        ],
      }),
      judged({ name: "乙公司", row: 9, reasons: [{ clause: "L05", text: "逾期300天(>270)", level: "red", row: 10 }] }),
    ]),
  ]),
);

test("open signals are listed harshest first, each with the row that decided", () => {
  expect(rows.map(({ customer, row, signal }) => [customer, row, signal.clause])).toEqual([
    ["乙公司", 10, "L05"],
    ["甲公司", 4, "L01"],
  ]);
});

test("customers are counted by level", () => {
  expect([customersWith(rows, "red"), customersWith(rows, "yellow"), customersWith(rows, "orange")]).toEqual([1, 1, 0]);
});
