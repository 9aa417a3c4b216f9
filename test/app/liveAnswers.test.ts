import { makeRecords, type VisitOptions } from "../../src/app/visit";
import { failureSentence } from "../../src/app/words";
import type { Scalar } from "../../src/embedded/xlsx/model";
import { fileWith, inExcel, opened, TODAY, unwatched } from "../embedded/workbooks";
import { handOn } from "./filling";

const CUSTOMER = "云岭样品有限公司";
const rows: readonly (readonly Scalar[])[] = [
  ["客户名称", "借据号", "贷款金额(元)", "贷款余额(元)", "发放日期", "到期日期", "五级分类", "担保方式", "抵押物"],
  [CUSTOMER, "JJ1", 2_000_000, 1_500_000, "2026-11-18", "2027-11-18", "正常", "抵押", "样东路厂房"],
];

async function record(type: VisitOptions["type"] & string) {
  const { excel, workbook } = inExcel(opened(fileWith(rows)));
  const options = { today: TODAY, asOf: TODAY, chosen: { customer: CUSTOMER }, type, withHints: false };
  const made = await makeRecords(workbook, options, unwatched);
  if (!made.ok) throw new Error(failureSentence(made.because));
  const name = made.value.records[0]?.sheet ?? "";
  return { excel, sheet: excel.book.sheets.find((one) => one.name === name), hand: handOn(excel.book, name) };
}

/** An answer or what follows from answers: its label, how many columns right of it, and the value. */
type Cell = readonly [label: string, right: number, value: Scalar];

describe("a record while it is filled in", () => {
  it.each<[string, readonly Cell[], Cell]>([
    [
      "[A14] counts who is at work",
      [
        ["员工总数", 2, 40],
        ["现场人数", 2, 30],
      ],
      ["到岗率", 2, 0.75],
    ],
    ["[A14] says nothing as long as nobody was counted", [["员工总数", 2, 40]], ["到岗率", 2, ""]],
    [
      "[A15] for how many months the cash lasts",
      [
        ["货币资金(万元)", 2, 60],
        ["月均支出(万元)", 2, 20],
      ],
      ["现金覆盖月数", 2, 3],
    ],
    [
      "[A16] asks what large receivables are made of",
      [
        ["应收账款(万元)", 2, 60],
        ["本年至今(万元)", 2, 100],
      ],
      ["应收款构成", 9, "应收款大，请写明构成"],
    ],
    [
      "[A16] leaves small ones alone",
      [
        ["应收账款(万元)", 2, 10],
        ["本年至今(万元)", 2, 100],
      ],
      ["应收款构成", 9, "不大"],
    ],
    [
      "[A18] compares the turnover with as much of last year",
      [
        ["检查日期", 1, TODAY],
        ["去年营业额(万元)", 2, 120],
        ["本年至今(万元)", 2, 88],
      ],
      ["折算同比", 2, -0.2],
    ],
    [
      "[A20] how much of the assets is owed",
      [
        ["总资产(万元)", 2, 400],
        ["总负债(万元)", 2, 300],
      ],
      ["资产负债率", 2, 0.75],
    ],
    ["[A21] the loan to today's value", [["本次价值", 1, 3_000_000]], ["抵押率", 1, 0.5]],
    ["[A10][A12] says that one source is not enough", [["财务", 1, "一致"]], ["信息来源", 1, "不足两方，请交叉核实"]],
    [
      "[A10][A12] counts the sources that were asked",
      [
        ["财务", 1, "一致"],
        ["员工", 1, "不一致"],
      ],
      ["信息来源", 1, "2 方"],
    ],
  ])("%s", async (_title, typed, [label, right, value]) => {
    const { excel, hand } = await record("常规");
    for (const [asked, column, answer] of typed) hand.write(asked, answer, column);
    excel.calculate();
    const found = hand.read(label, right);
    expect(typeof found === "number" ? Math.round(found * 1e6) / 1e6 : found).toBe(value);
  });

  it("[A40][A42] marks large payments, counts them and what is not used yet, and says when to look again", async () => {
    const { excel, sheet, hand } = await record("首次");
    const { row, column } = hand.find("大额");
    [200_000, 200_001, 1_000_000].forEach((amount, index) => sheet?.setValue(row + 1 + index, 4, amount));
    excel.calculate();
    const marks = sheet?.values({ row: row + 1, column, rows: 4, columns: 1 }).flat();
    expect(marks).toEqual(["", "大额", "大额", ""]);
    expect([hand.read("大额笔数"), hand.read("已付合计"), hand.read("未用金额")]).toEqual([2, 1_400_001, 599_999]);
    expect(hand.read("未用续查")).toBe(TODAY + 9);
  });
});
