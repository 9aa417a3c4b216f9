import { fileRecord } from "../../src/app/file";
import { makeTemplate } from "../../src/app/makeTemplate";
import { takeBack } from "../../src/app/takeBack";
import { undoLast } from "../../src/app/undo";
import { makeRecords } from "../../src/app/visit";
import { failureSentence } from "../../src/app/words";
import { recalculate } from "../../src/embedded/calc/recalculate";
import type { Book, Scalar } from "../../src/embedded/xlsx/model";
import { fileWith, inExcel, opened, partsOf, sampleFile, TODAY, unwatched, type Running } from "../embedded/workbooks";
import { CONCLUSION, handOn } from "./filling";

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

/** Sets the header and the print area of the bank's form, as its owner does in Excel. */
async function setUp({ excel }: Running, header: string): Promise<void> {
  const sheet = excel.book.sheets.find(({ name }) => name === "回访模板");
  sheet?.changePage({ header });
  const context = new Excel.RequestContext();
  context.workbook.worksheets.getItem("回访模板").pageLayout.setPrintArea("A1:D9");
  await context.sync();
}

const LONG = "松原样品里程碑农业机械制造与冷链仓储物流供应链管理（集团）股份有限公司第二分公司";
const heads = ["客户名称", "借据号", "贷款余额(元)", "发放日期", "到期日期", "五级分类", "逾期天数", "上次回访日期"];

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
    expect(sheet.merges).toContainEqual({ row: 0, column: 0, rows: 1, columns: 5 });
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

  it("prints with bank and number at the head, without what stands beside it, on two pages at most", async () => {
    const { sheet, excel } = await made();
    const saved = opened(excel.book.save());
    const printed = saved.sheets.find(({ name }) => name === sheet.name);
    expect(printed?.page).toMatchObject({
      ...{ header: "&L示例一支行&R编号 DH-20261123-001", footer: "&C第 &P 页，共 &N 页" },
      ...{ paperSize: 9, fitWide: 1, fitTall: 2 },
    });
    expect(partsOf(excel.book.save()).get("xl/workbook.xml")).toContain(`!$A$1:$F$15</definedName>`);
    expect(sheet.values({ row: 0, column: 6, rows: 1, columns: 1 })).toEqual([["归档索引"]]);
  });

  it("keeps the bank's own print area, header and cells beyond the last value, and fills what they name", async () => {
    const book = withForm({ isKnown: true });
    const form_ = book.sheets.find(({ name }) => name === "回访模板");
    form_?.setMerges([{ row: 0, column: 0, rows: 1, columns: 8 }]);
    const running = inExcel(book);
    const head = "&L某某银行&C{{客户名称}} {{上次上门}}&R{{编号}}";
    await setUp(running, head);
    const records = await makeRecords(running.workbook, options, unwatched);
    if (!records.ok) throw new Error(failureSentence(records.because));
    const saved = running.excel.book.save();
    const record = opened(saved).sheets.find(({ name }) => name === records.value.records[0]?.sheet);
    expect(record?.page.header).toBe(`&L某某银行&C${CUSTOMER} 2026-08-25&R编号 DH-20261123-001`);
    expect(partsOf(saved).get("xl/workbook.xml")).toContain("!$A$1:$D$10</definedName>");
    expect(record?.merges).toContainEqual({ row: 0, column: 0, rows: 1, columns: 8 });
  });

  it("prints a bank's name with a sign that headers take for a code", async () => {
    const named = [...heads, "经办机构"];
    const row = [LONG, "JJ1", 800_000, "2026-03-02", "2027-03-02", "正常", 0, "2026-10-20", "甲&L乙支行"];
    const { workbook, excel } = inExcel(opened(fileWith([named, row])));
    await makeRecords(workbook, { ...options, chosen: { customer: LONG } }, unwatched);
    expect(opened(excel.book.save()).sheets[1]?.page.header).toBe("&L甲&&L乙支行&R编号 DH-20261123-001");
  });

  it("names a placeholder of its header that means nothing", async () => {
    const running = inExcel(withForm({ isKnown: true }));
    await setUp(running, "&C{{支行名}}");
    const records = await makeRecords(running.workbook, options, unwatched);
    expect(records.ok ? "" : failureSentence(records.because)).toContain("页眉 {{支行名}}");
  });

  it("gives a long name the lines it needs, and writes days within a text as days", async () => {
    const book = opened(fileWith([heads, [LONG, "JJ1", 800_000, "2026-03-02", "2027-03-02", "正常", 0, "2026-10-20"]]));
    const form_ = book.addSheet("回访模板");
    form_.setValue(0, 0, "{{客户名称}}");
    form_.setValue(1, 0, "上次上门：{{上次上门}}，余额{{贷款余额}}元");
    form_.setValue(2, 0, "写在表上的话再长也不改它的行高，因为这是银行自己的格式");
    form_.setColumnWidth(0, 30);
    const { workbook, excel } = inExcel(book);
    const records = await makeRecords(workbook, { ...options, chosen: { customer: LONG } }, unwatched);
    if (!records.ok) throw new Error(failureSentence(records.because));
    const sheet = excel.book.sheets.find(({ name }) => name === records.value.records[0]?.sheet);
    expect(sheet?.rowHeight(0)).toBeGreaterThan(40);
    expect(excel.book.format(sheet?.cell(0, 0).style ?? 0).wrap).toBe(true);
    expect(sheet?.cell(1, 0).value).toBe("上次上门：2026-10-20，余额800000元");
    expect(sheet?.rowHeight(2)).toBe(15);
  });

  it("is taken back like any other record", async () => {
    const { drafts, workbook, excel } = await made();
    expect(await takeBack(workbook, drafts, unwatched)).toMatchObject({ ok: true, value: { sheets: 1, kept: [] } });
    expect(excel.book.sheets.map(({ name }) => name)).toEqual(["示例台账", "回访模板"]);
  });

  it("that is merged down over a row which is repeated is refused with the area", async () => {
    const book = withForm({ isKnown: true });
    const sheet = book.sheets.find(({ name }) => name === "回访模板");
    sheet?.setMerges([{ row: 3, column: 0, rows: 2, columns: 1 }]);
    const { workbook, excel } = inExcel(book);
    const records = await makeRecords(workbook, options, unwatched);
    expect(records.ok ? "" : failureSentence(records.because)).toContain("A4:A5");
    expect(excel.book.sheets).toHaveLength(2);
  });
});

describe("the usual form as a template", () => {
  it("works unchanged: it is filled, filed with its signals, and the next record carries its answers", async () => {
    const { excel, workbook } = inExcel(opened(sampleFile()));
    const run = { today: TODAY, asOf: TODAY };
    expect(await makeTemplate(workbook, run, unwatched)).toMatchObject({ ok: true });
    const twice = await makeTemplate(workbook, run, unwatched);
    expect(twice.ok ? "" : failureSentence(twice.because)).toContain("已有“回访模板”");
    const made = await makeRecords(workbook, options, unwatched);
    const name = made.ok ? (made.value.records[0]?.sheet ?? "") : failureSentence(made.because);
    const hand = handOn(excel.book, name);
    expect(hand.read("客户名称")).toBe(CUSTOMER);
    const answers: Readonly<Record<string, Scalar>> = {
      ...{ 检查方式: "上门", 检查日期: TODAY - 3, 照片张数: 4, 检查结论: CONCLUSION, 措施: "加强监测" },
      ...{ 检查人: "样乙", "协(复)查": "样丙", 复查意见: "属实", 是否回流: "是" },
    };
    for (const [label, value] of Object.entries(answers)) hand.write(label, value);
    hand.write("员工总数", 41, 2);
    const { row } = hand.find("系统提示信号");
    const sheet = excel.book.sheets.find((one) => one.name === name);
    const signs =
      sheet?.values({ row: row + 1, column: 0, rows: 9, columns: 1 }).map(([cell]) => JSON.stringify(cell ?? "")) ?? [];
    signs.forEach((sign, index) => {
      if (sign.includes("【")) sheet?.setValue(row + 1 + index, 5, "采纳");
    });
    const filing = { ...run, record: name, reason: "已核实" };
    const filed = await fileRecord(workbook, filing, unwatched);
    expect(filed.ok ? filed.value.state : failureSentence(filed.because)).toBe("已归档");
    const register = excel.book.sheets.find((one) => one.name === "回访登记簿");
    const line = register?.values({ row: 1, column: 0, rows: 1, columns: 17 }).flat().map(String).join("|");
    expect(line).toContain("R65 贷款资金回流借款人");
    const next = await makeRecords(workbook, options, unwatched);
    const second = next.ok ? (next.value.records[0]?.sheet ?? "") : "";
    expect(handOn(excel.book, second).read("员工总数", 4)).toBe(41);
  });

  it("is taken back with undo", async () => {
    const { excel, workbook } = inExcel(opened(sampleFile()));
    await makeTemplate(workbook, { today: TODAY, asOf: TODAY }, unwatched);
    expect(await undoLast(workbook, unwatched)).toMatchObject({ ok: true, value: { left: [] } });
    expect(excel.book.sheets.map(({ name }) => name)).toEqual(["示例台账"]);
  });
});
