import { fileRecord } from "../../src/app/file";
import { reportWarnings } from "../../src/app/warn";
import { moveWarnings } from "../../src/app/warnState";
import { undoLast } from "../../src/app/undo";
import { makeRecords } from "../../src/app/visit";
import { failureSentence } from "../../src/app/words";
import { fileWith, inExcel, opened, smallLedger, TODAY, unwatched, type Running } from "../embedded/workbooks";
import { CONCLUSION, fillIn, handOn } from "./filling";

const run = { today: TODAY, asOf: TODAY };
const BAD = "松台样品贸易公司";
const start = () => inExcel(opened(fileWith(smallLedger)));
const lines = ({ excel }: Running) => {
  const list = excel.book.sheets.find(({ name }) => name === "预警登记簿");
  return list?.values({ row: 1, column: 0, rows: 3, columns: 10 }).filter(([number]) => number !== undefined) ?? [];
};

describe("[A25] warnings that are reported", () => {
  it("stand in a list with their state, are not entered twice, and show how far they have come", async () => {
    const one = start();
    const first = await reportWarnings(one.workbook, run, unwatched);
    expect(first.ok ? first.value.customers : failureSentence(first.because)).toBe(1);
    expect(lines(one)).toEqual([
      [
        "YJ-20261123-001",
        TODAY,
        BAD,
        undefined,
        expect.stringContaining("【红】"),
        2_600_000,
        undefined,
        undefined,
        "待报",
        TODAY,
      ],
    ]);
    const moved = await moveWarnings(one.workbook, { ...run, state: "已批", customer: BAD }, unwatched);
    expect(moved).toEqual({ ok: true, value: ["YJ-20261123-001"] });
    const again = await reportWarnings(one.workbook, run, unwatched);
    expect(lines(one).map((line) => line[8])).toEqual(["已批"]);
    const sheet = again.ok ? again.value.draft.name : "";
    expect(handOn(one.excel.book, sheet).find("已批").column).toBe(11);
  });

  it("go forward only; a warning that was carried out is entered anew when it comes back", async () => {
    const one = start();
    await reportWarnings(one.workbook, run, unwatched);
    await moveWarnings(one.workbook, { ...run, state: "已批" }, unwatched);
    expect(await moveWarnings(one.workbook, { ...run, state: "已报" }, unwatched)).toEqual({ ok: true, value: [] });
    await moveWarnings(one.workbook, { ...run, state: "已落实" }, unwatched);
    const none = await moveWarnings(one.workbook, { ...run, state: "已落实" }, unwatched);
    expect(none.ok ? "" : failureSentence(none.because)).toContain("没有未落实的预警");
    await reportWarnings(one.workbook, run, unwatched);
    expect(lines(one).map(([number, , , , , , , , state]) => [number, state])).toEqual([
      ["YJ-20261123-001", "已落实"],
      ["YJ-20261123-002", "待报"],
    ]);
  });

  it("are taken back: the state first, then list and report", async () => {
    const one = start();
    await reportWarnings(one.workbook, run, unwatched);
    await moveWarnings(one.workbook, { ...run, state: "已报" }, unwatched);
    await undoLast(one.workbook, unwatched);
    expect(lines(one).map((line) => line[8])).toEqual(["待报"]);
    expect(await undoLast(one.workbook, unwatched)).toMatchObject({ ok: true, value: { left: [] } });
    expect(one.excel.book.sheets.map(({ name }) => name)).toEqual(["Sheet1"]);
  });

  it("of one record carry what was taken up on it, filed or not", async () => {
    const one = start();
    const chosen = { customer: "云岭样品商行" };
    const made = await makeRecords(one.workbook, { ...run, chosen, withHints: false }, unwatched);
    const sheet = made.ok ? (made.value.records[0]?.sheet ?? "") : "";
    const hand = handOn(one.excel.book, sheet);
    const { row } = hand.find("系统提示信号");
    const record = one.excel.book.sheets.find(({ name }) => name === sheet);
    record?.setValue(row + 1, 0, "【橙】R55 工资发放“拖欠”");
    record?.setValue(row + 1, 5, "采纳");
    hand.write("措施", "压降额度");
    const reported = await reportWarnings(one.workbook, { ...run, record: sheet }, unwatched);
    expect(reported.ok ? reported.value.customers : failureSentence(reported.because)).toBe(1);
    expect(lines(one)[0]?.slice(2, 7)).toEqual([
      "云岭样品商行",
      undefined,
      "【橙】R55 工资发放“拖欠”",
      800_000,
      "压降额度",
    ]);
  });

  it("of one customer tell all that the last visit found, however long", async () => {
    const one = start();
    const chosen = { customer: BAD };
    const made = await makeRecords(one.workbook, { ...run, chosen, withHints: false, type: "常规" }, unwatched);
    const record = made.ok ? (made.value.records[0]?.sheet ?? "") : "";
    fillIn(one.excel.book, record, { 检查结论: CONCLUSION.repeat(8) });
    const filing = { ...run, record, reason: "样例", accept: true };
    const filed = await fileRecord(one.workbook, filing, unwatched);
    if (!filed.ok) throw new Error(failureSentence(filed.because));
    const reported = await reportWarnings(one.workbook, { ...run, customer: BAD }, unwatched);
    const name = reported.ok ? reported.value.draft.name : failureSentence(reported.because);
    const { row } = handOn(one.excel.book, name).find("事实");
    expect(one.excel.book.sheets.find((sheet) => sheet.name === name)?.rowHeight(row)).toBeGreaterThan(100);
  });

  it("are refused with a sentence where a heading of the list is gone", async () => {
    const one = start();
    await reportWarnings(one.workbook, run, unwatched);
    one.excel.book.sheets.find(({ name }) => name === "预警登记簿")?.setValue(0, 8, "进度");
    const refused = await reportWarnings(one.workbook, run, unwatched);
    expect(refused.ok ? "" : failureSentence(refused.because)).toContain("“预警登记簿”缺少“状态”列");
  });
});
