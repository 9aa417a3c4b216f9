import { fileRecord } from "../../src/app/file";
import { takeBack } from "../../src/app/takeBack";
import { makeRecords } from "../../src/app/visit";
import { failureSentence } from "../../src/app/words";
import { recalculate } from "../../src/embedded/calc/recalculate";
import type { Book, Scalar } from "../../src/embedded/xlsx/model";
import { inExcel, opened, sampleFile, TODAY, unwatched } from "../embedded/workbooks";
import { CONCLUSION } from "./filling";

const CUSTOMER = "松原里明达物流经营部";
const options = { today: TODAY, asOf: TODAY, withHints: true, chosen: { customer: CUSTOMER } };

const form: readonly (readonly Scalar[])[] = [
  ["某某银行回访单"],
  ["客户", "{{客户名称}}", "余额", "{{贷款余额}}", "{{没有这个}}"],
  ["借据", "余额", "说明"],
  ["{{借据.借据号}}", "{{借据.余额}}", "五级：{{借据.五级分类}}"],
  ["合计"],
  ["信号", "{{信号.内容}}", "{{填：信号.采纳}}", "{{填:信号.理由}}"],
  ["方式", "{{填:检查方式*}}", "日期", "{{填:检查日期*}}", "照片", "{{填:照片张数}}"],
  ["结论", "{{填:检查结论*}}"],
  ["检查人", "{{填:检查人*}}", "复查", "{{填:协(复)查*}}"],
];

/** The sample ledger with a bank's own form; `known` leaves the placeholder that means nothing out. */
function withForm({ isKnown }: { isKnown: boolean }): Book {
  const book = opened(sampleFile());
  const sheet = book.addSheet("回访模板");
  form.forEach((row, down) => {
    row.forEach((value, right) => {
      if (!isKnown || value !== "{{没有这个}}") sheet.setValue(down, right, value);
    });
  });
  sheet.setFormula(4, 1, { a1: "SUM(B4:B4)" });
  sheet.setMerges([{ row: 0, column: 0, rows: 1, columns: 5 }]);
  sheet.setColumnWidth(1, 30);
  sheet.setRowHeight(7, 60);
  sheet.setStyle(3, 1, book.styleWith(0, { numberFormat: "#,##0.00", bold: true }));
  return book;
}

async function made() {
  const running = inExcel(withForm({ isKnown: true }));
  const records = await makeRecords(running.workbook, options, unwatched);
  if (!records.ok) throw new Error(failureSentence(records.because));
  const { book } = running.excel;
  recalculate(book, TODAY);
  const sheet = book.sheets.find(({ name }) => name === records.value.records[0]?.sheet);
  if (sheet === undefined) throw new Error("no record");
  return { ...running, drafts: records.value.drafts, sheet };
}

describe("a bank's own form", () => {
  it("is filled with the customer's facts, a row for each drawdown, and keeps its looks", async () => {
    const { sheet, excel } = await made();
    expect(sheet.cell(1, 1).value).toBe(CUSTOMER);
    expect(sheet.values({ row: 3, column: 0, rows: 3, columns: 3 })).toEqual([
      ["JJ2026000005", 30_000, "五级：正常"],
      ["JJ2026000006", 96_000, "五级：正常"],
      ["合计", 126_000, undefined],
    ]);
    expect(sheet.merges).toEqual([{ row: 0, column: 0, rows: 1, columns: 5 }]);
    expect(sheet.columnWidth(1)).toBeCloseTo(30, 0);
    expect(sheet.rowHeight(8)).toBe(60);
    expect(excel.book.format(sheet.cell(4, 1).style)).toMatchObject({ numberFormat: "#,##0.00", bold: true });
    expect(excel.book.sheets.map(({ name }) => name).slice(0, 2)).toEqual(["示例台账", "回访模板"]);
  });

  it("names its placeholders that mean nothing, with their cells, and changes nothing", async () => {
    const { workbook, excel } = inExcel(withForm({ isKnown: false }));
    const records = await makeRecords(workbook, options, unwatched);
    expect(records.ok ? "" : failureSentence(records.because)).toContain("E2 {{没有这个}}");
    expect(excel.book.sheets).toHaveLength(2);
    expect(await makeRecords(workbook, { ...options, isBuiltIn: true }, unwatched)).toMatchObject({ ok: true });
  });

  it("is filed by its marks; what it does not ask for is asked below it", async () => {
    const { sheet, excel, workbook } = await made();
    const { name } = sheet;
    const fill = (row: number, column: number, value: Scalar) => {
      sheet.setValue(row, column, value);
    };
    fill(6, 2, "采纳");
    fill(7, 1, "上门");
    fill(7, 3, TODAY - 3);
    fill(7, 5, 4);
    fill(8, 1, CONCLUSION);
    fill(9, 1, "样乙");
    fill(9, 3, "样丙");
    const filing = { today: TODAY, asOf: TODAY, record: name, reason: "" };
    const first = await fileRecord(workbook, filing, unwatched);
    expect(first.ok ? "" : failureSentence(first.because)).toContain("“措施”还没有填");
    const asked = Array.from({ length: 40 }, (_, row) => row).find((row) => sheet.cell(row, 0).value === "措施*") ?? -1;
    fill(asked, 1, "继续支持");
    const second = await fileRecord(workbook, filing, unwatched);
    expect(second.ok ? second.value.customer : failureSentence(second.because)).toBe(CUSTOMER);
    expect(excel.book.sheets.map((one) => one.name)).toContain("回访登记簿");
  });

  it("is taken back like any other record", async () => {
    const { drafts, workbook, excel } = await made();
    expect(await takeBack(workbook, drafts, unwatched)).toMatchObject({ ok: true, value: { sheets: 1, kept: [] } });
    expect(excel.book.sheets.map(({ name }) => name)).toEqual(["示例台账", "回访模板"]);
  });
});
