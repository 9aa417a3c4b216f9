import { annotate } from "../../src/app/annotate";
import { fileRecord, type FileOptions } from "../../src/app/file";
import { makeRecords } from "../../src/app/visit";
import { failureSentence } from "../../src/app/words";
import type { Scalar } from "../../src/embedded/xlsx/model";
import {
  fileWith,
  inExcel,
  opened,
  partsOf,
  sampleFile,
  TODAY,
  unwatched,
  withPart,
  type Running,
} from "../embedded/workbooks";
import { CONCLUSION, fillIn, handOn } from "./filling";

const CUSTOMER = "松原里明达物流经营部";
const run = { today: TODAY, asOf: TODAY };

const PROTECTED = '<workbookProtection lockStructure="1"/><bookViews>';

/** Two persons of one name, told apart by their ids, which are invented. */
const twins = [
  ["客户名称", "证件号码", "借据号", "贷款余额(元)", "发放日期", "到期日期", "五级分类", "逾期天数"],
  ["样同名", "990101199001010011", "JJ1", 300_000, "2026-03-02", "2027-03-02", "正常", 0],
  ["样同名", "990101198502020022", "JJ2", 500_000, "2026-01-15", "2027-01-15", "关注", 12],
  ["样旁人", "990101197703030033", "JJ3", 200_000, "2025-05-20", "2027-05-20", "正常", 0],
] as const;

async function withRecord(running: Running = inExcel(opened(sampleFile())), customer = CUSTOMER) {
  const made = await makeRecords(
    running.workbook,
    { ...run, chosen: { customer }, type: "常规", withHints: true },
    unwatched,
  );
  if (!made.ok) throw new Error(failureSentence(made.because));
  const sheet = made.value.records[0]?.sheet ?? "";
  return { ...running, sheet, number: made.value.records[0]?.number ?? "" };
}

type Filing = Running & { readonly sheet: string };

const filing = ({ workbook, sheet }: Filing, more: Partial<FileOptions> = {}) =>
  fileRecord(workbook, { ...run, record: sheet, reason: "", ...more }, unwatched);

async function filed(one: Filing, more: Partial<FileOptions> = {}) {
  const done = await filing(one, more);
  if (!done.ok) throw new Error(failureSentence(done.because));
  return done.value;
}

async function refusalOf(one: Filing, more: Partial<FileOptions> = {}): Promise<string> {
  one.excel.calculate();
  const before = partsOf(one.excel.book.save());
  const done = await filing(one, more);
  const after = partsOf(one.excel.book.save());
  expect([...after].filter(([part, text]) => before.get(part) !== text).map(([part]) => part)).toEqual([]);
  return done.ok ? "filed" : failureSentence(done.because);
}

/** A cell of the ledger's row of the customer, by own heading. */
function ledgerCells({ excel }: Running, heading: string): readonly (Scalar | undefined)[] {
  excel.calculate();
  const [ledger] = excel.book.sheets;
  if (ledger === undefined) throw new Error("no ledger");
  const used = ledger.used(true);
  const rows = ledger.values({ row: 0, column: 0, rows: used?.rows ?? 0, columns: used?.columns ?? 0 });
  const header = rows.findIndex((cells) => cells.includes("贷后_上次上门日"));
  const column = rows[header]?.indexOf(`贷后_${heading}`) ?? -1;
  return rows.filter((cells) => cells.includes(CUSTOMER)).map((cells) => cells[column]);
}

function register({ excel }: Running): readonly (readonly (Scalar | undefined)[])[] {
  const sheet = excel.book.sheets.find(({ name }) => name === "回访登记簿");
  const used = sheet?.used(true);
  return sheet?.values({ row: 0, column: 0, rows: used?.rows ?? 0, columns: used?.columns ?? 0 }) ?? [];
}

describe("filing a record of a visit on site", () => {
  it("moves both clocks in every row of the customer and enters the visit in the register", async () => {
    const one = await withRecord();
    fillIn(one.excel.book, one.sheet);
    expect(await filed(one)).toMatchObject({ number: one.number, customer: CUSTOMER, state: "已归档", isKnown: false });
    const rows = ledgerCells(one, "上次上门日");
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows)).toEqual(new Set([TODAY - 3]));
    expect(new Set(ledgerCells(one, "上次联系日"))).toEqual(new Set([TODAY - 3]));
    const [heads = [], line = []] = register(one);
    const told = Object.fromEntries(heads.map((head, column) => [typeof head === "string" ? head : "", line[column]]));
    expect(told).toMatchObject({
      编号: one.number,
      客户名称: CUSTOMER,
      检查方式: "上门",
      检查日期: TODAY - 3,
      "协(复)查人": "样丙",
      检查结论: CONCLUSION,
      状态: "已归档",
    });
  });

  it("makes a register that prints on its side, its days shown as days and no text cut", async () => {
    const one = await withRecord();
    fillIn(one.excel.book, one.sheet);
    await filed(one);
    const sheet = one.excel.book.sheets.find(({ name }) => name === "回访登记簿");
    expect(sheet?.page).toMatchObject({ landscape: true, fitWide: 1 });
    expect(one.excel.book.format(sheet?.cell(1, 5).style ?? 0).numberFormat).toBe("yyyy-mm-dd");
    expect(one.excel.book.format(sheet?.cell(1, 9).style ?? 0).wrap).toBe(true);
    expect(sheet?.rowHeight(1)).toBeGreaterThan(40);
  });

  it("makes the clock's formula say a later day", async () => {
    const one = await withRecord();
    await annotate(one.workbook, run, unwatched);
    const before = ledgerCells(one, "下次应访日");
    fillIn(one.excel.book, one.sheet);
    await filed(one);
    const after = ledgerCells(one, "下次应访日");
    expect(Number(after[0])).toBeGreaterThan(Number(before[0]));
    expect(ledgerCells(one, "回访状态")).not.toContain("已逾期");
  });

  it("changes nothing the second time", async () => {
    const one = await withRecord();
    fillIn(one.excel.book, one.sheet);
    await filed(one);
    one.excel.calculate();
    const before = partsOf(one.excel.book.save());
    expect(await filed(one)).toMatchObject({ isKnown: true });
    expect(partsOf(one.excel.book.save())).toEqual(before);
  });

  it("is submitted until the co-inspector confirms it, and then filed on the same line", async () => {
    const one = await withRecord();
    const hand = fillIn(one.excel.book, one.sheet, { 复查意见: "" });
    expect(await filed(one)).toMatchObject({ state: "已提交" });
    hand.write("复查意见", "属实");
    expect(await filed(one)).toMatchObject({ state: "已归档" });
    expect(register(one)).toHaveLength(2);
    expect(register(one)[1]).toContain("已归档");
  });

  it("leaves the cells of other customers and the ledger's own columns alone", async () => {
    const one = await withRecord();
    await annotate(one.workbook, run, unwatched);
    const cellsOf = () => {
      const [ledger] = one.excel.book.sheets;
      const used = ledger?.used(true);
      const rows = ledger?.values({ row: 0, column: 0, rows: used?.rows ?? 0, columns: used?.columns ?? 0 }) ?? [];
      return rows.filter((cells) => !cells.includes(CUSTOMER));
    };
    one.excel.calculate();
    const before = cellsOf();
    fillIn(one.excel.book, one.sheet);
    await filed(one);
    one.excel.calculate();
    expect(cellsOf()).toEqual(before);
  });
});

describe("filing a record of a call", () => {
  it("moves the contact clock alone", async () => {
    const one = await withRecord();
    await annotate(one.workbook, run, unwatched);
    const before = ledgerCells(one, "上次上门日");
    fillIn(one.excel.book, one.sheet, { 检查方式: "电话" });
    await filed(one);
    expect(ledgerCells(one, "上次上门日")).toEqual(before);
    expect(new Set(ledgerCells(one, "上次联系日"))).toEqual(new Set([TODAY - 3]));
  });

  it("twice in a row makes the next record ask for a visit", async () => {
    const first = await withRecord();
    fillIn(first.excel.book, first.sheet, { 检查方式: "电话" });
    await filed(first);
    const second = await withRecord(first);
    expect(handOn(second.excel.book, second.sheet).read("检查方式")).toBeUndefined();
    const other = "本月电话回访，订单比上月减少两成，正在与新客户洽谈，流水由财务下周一送来，请下次上门时核对库存。";
    fillIn(second.excel.book, second.sheet, {
      ...{ 检查方式: "视频", 检查日期: TODAY - 1, 检查结论: other, 未上门原因: "客户在外地" },
    });
    await filed(second);
    const third = await withRecord(second);
    const hand = handOn(third.excel.book, third.sheet);
    expect(hand.read("检查方式")).toBe("上门");
    expect(hand.read("访前关注")).toContain("已连续两次未上门");
  });
});

describe("the record after a filed one", () => {
  it("has the next number, last time's answers and what was left open", async () => {
    const first = await withRecord();
    const hand = fillIn(first.excel.book, first.sheet, { 措施: "补充资料", 完成期限: TODAY + 20 });
    hand.write("本年至今(万元)", 86, 2);
    hand.write("法代", "有", 5);
    hand.write("纳税证明", "未收");
    hand.write("电费单", "未收");
    const asked = await filed(first);
    expect(asked.proposed.map(({ message }) => message)).toEqual([expect.stringContaining("【橙】Q81 法代被执行")]);
    answerSignals(first, "采纳");
    await filed(first);
    const second = await withRecord(first);
    expect(first.number).toBe("DH-20261123-001");
    expect(second.number).toBe("DH-20261123-002");
    const next = handOn(second.excel.book, second.sheet);
    expect(next.read("本年至今(万元)", 3)).toBe(86);
    expect(next.read("本年至今(万元)", 2)).toBeUndefined();
    expect(next.read("访前关注")).toMatch(
      /上次措施：补充资料，期限 2026-12-13；上次查到：法代被执行；上次未收到：电费单、纳税证明；/,
    );
  });
});

describe("a record that is not ready", () => {
  it.each<[string, Readonly<Record<string, Scalar>>, string]>([
    ["R01", { 地点: "" }, "“地点”还没有填（R01）"],
    ["R02", { 检查结论: "一切正常" }, "检查结论只有 4 个字，至少 30 个字（R02）"],
    ["R06", { 检查日期: TODAY - 30 }, "个工作日才归档"],
    ["R07", { 检查日期: TODAY - 53 }, "是法定节假日（R07）"],
    ["R08", { 照片张数: "" }, "上门检查没有照片，也没有收到任何资料（R08）"],
    ["R09", { "协(复)查": "样乙" }, "检查人和协（复）查人都是“样乙”，应为两人（R09）"],
    ["a day to come", { 检查日期: TODAY + 1 }, "检查日期 2026-11-24 晚于基准日 2026-11-23"],
    ["a day that is text", { 检查日期: "上周三" }, "检查日期“上周三”不是日期"],
    ["an unknown customer", { 客户名称: "别处样品公司" }, "台账里找不到客户“别处样品公司”"],
  ])("is told %s with its cell, and nothing is written", async (_clause, other, sentence) => {
    const one = await withRecord();
    fillIn(one.excel.book, one.sheet, other);
    expect(await refusalOf(one)).toContain(sentence);
  });

  it("R10: a signal turned down needs its reason", async () => {
    const one = await withRecord(undefined, redCustomer());
    const hand = fillIn(one.excel.book, one.sheet);
    const { row } = hand.find("系统提示信号");
    one.excel.book.sheets.at(-1)?.setValue(row + 1, 5, "不采纳");
    expect(await refusalOf(one)).toContain("没有写理由（R10）");
  });

  it("R03: a conclusion copied from the last visit asks for a reason, and is filed with one", async () => {
    const first = await withRecord();
    fillIn(first.excel.book, first.sheet);
    await filed(first);
    const second = await withRecord(first);
    fillIn(second.excel.book, second.sheet, { 检查日期: TODAY });
    expect(await refusalOf(second)).toContain("检查结论与上次（DH-20261123-001）几乎一样（R03）");
    expect(await filed(second, { reason: "情况确实没有变化", accept: true })).toMatchObject({ state: "已归档" });
    expect(register(second).at(-1)).toContain("情况确实没有变化");
  });
});

const isSignal = (value: Scalar | undefined) => typeof value === "string" && value.startsWith("【");

/** Answers every signal on a record, as the visitor would in the column beside it. */
function answerSignals({ excel, sheet }: Filing, answer: "采纳" | "不采纳", reason = ""): void {
  const hand = handOn(excel.book, sheet);
  const { row } = hand.find("系统提示信号");
  const at = excel.book.sheets.find(({ name }) => name === sheet);
  for (let down = row + 1; isSignal(at?.cell(down, 0).value); down++) {
    at?.setValue(down, 5, answer);
    at?.setValue(down, 7, reason);
  }
}

/** A customer of the sample with a signal. */
function redCustomer(): string {
  return "辛样六";
}

describe("filing in odd workbooks", () => {
  it("finds a record whose sheet was renamed, and is no ledger", async () => {
    const one = await withRecord();
    fillIn(one.excel.book, one.sheet);
    const renamed = withPart(one.excel.book.save(), "xl/workbook.xml", (xml) => xml.replace(one.sheet, "走访11月"));
    const other = { ...inExcel(opened(renamed)), sheet: "走访11月" };
    expect(await filed(other)).toMatchObject({ state: "已归档" });
  });

  it("says that a heading was changed", async () => {
    const one = await withRecord();
    const hand = fillIn(one.excel.book, one.sheet);
    hand.write("检查日期", "哪天去的", 0);
    expect(await refusalOf(one)).toContain("找不到“检查日期”一格，标题可能被改过或该行被删除");
  });

  it("says that a sheet is no record", async () => {
    const one = await withRecord();
    expect(await refusalOf({ ...one, sheet: "示例台账" })).toContain("工作表“示例台账”不是回访表");
    expect(await refusalOf({ ...one, sheet: "没有的" })).toContain("找不到工作表“没有的”");
  });

  it("says that a copy of a filed record is one", async () => {
    const one = await withRecord();
    const hand = fillIn(one.excel.book, one.sheet);
    await filed(one);
    hand.write("检查日期", TODAY);
    expect(await refusalOf(one)).toContain("这张表像是复制来的");
  });

  it("tells two customers of one name apart by their masked ids", async () => {
    const running = inExcel(opened(fileWith(twins)));
    const made = await makeRecords(
      running.workbook,
      { ...run, chosen: { customer: "样同名" }, type: "常规", withHints: false },
      unwatched,
    );
    const sheets = made.ok ? made.value.records.map(({ sheet }) => sheet) : [];
    expect(sheets).toHaveLength(2);
    const hands = sheets.map((sheet) => handOn(running.excel.book, sheet));
    expect(hands.map((hand) => hand.read("证件号码")).sort()).toEqual(["990***********0011", "990***********0022"]);
    const second = hands.findIndex((hand) => hand.read("证件号码") === "990***********0022");
    const one = { ...running, sheet: sheets[second] ?? "" };
    fillIn(one.excel.book, one.sheet);
    await filed(one);
    const [ledger] = one.excel.book.sheets;
    const column = [...Array(40).keys()].find((at) => ledger?.cell(0, at).value === "贷后_上次上门日") ?? -1;
    expect([1, 2, 3].map((row) => ledger?.cell(row, column).value)).toEqual([undefined, TODAY - 3, undefined]);
    handOn(one.excel.book, one.sheet).write("证件号码", "");
    handOn(one.excel.book, one.sheet).write("检查日期", TODAY - 2);
    expect(await refusalOf(one)).toContain("台账里有多个“样同名”");
  });

  it("appends to a register that a person rearranged and filtered", async () => {
    const one = await withRecord();
    fillIn(one.excel.book, one.sheet);
    await filed(one);
    const sheet = one.excel.book.sheets.find(({ name }) => name === "回访登记簿");
    const [heads = [], line = []] = register(one);
    [...heads].reverse().forEach((head, column) => sheet?.setValue(0, column, head ?? ""));
    [...line].reverse().forEach((value, column) => sheet?.setValue(1, column, value ?? ""));
    sheet?.setValue(1, heads.length, "人工备注");
    const second = await withRecord(one);
    const other =
      "订单恢复到去年同期水平，新增两台设备已经投产，工资按月发放，存货周转加快，未见新的对外担保和民间借款。";
    fillIn(second.excel.book, second.sheet, { 检查日期: TODAY, 检查结论: other });
    await filed(second);
    const rows = register(second);
    expect(rows[2]?.[heads.length - 1]).toBe("DH-20261123-002");
    expect(rows[1]?.[heads.length]).toBe("人工备注");
  });

  it("asks to take off the protection of the structure before a register is added", async () => {
    const one = await withRecord();
    fillIn(one.excel.book, one.sheet);
    one.excel.calculate();
    const file = withPart(one.excel.book.save(), "xl/workbook.xml", (xml) => xml.replace("<bookViews>", PROTECTED));
    const closed = { ...inExcel(opened(file)), sheet: one.sheet };
    expect(await refusalOf(closed)).toContain("工作簿结构受保护");
  });

  it("works in a workbook of five hundred sheets", async () => {
    const book = opened(sampleFile());
    for (let sheet = 0; sheet < 500; sheet++) book.addSheet(`附表${String(sheet)}`);
    const one = await withRecord(inExcel(book));
    fillIn(one.excel.book, one.sheet);
    expect(await filed(one)).toMatchObject({ state: "已归档" });
  });

  it("names the register's columns that are gone", async () => {
    const one = await withRecord();
    fillIn(one.excel.book, one.sheet);
    await filed(one);
    const second = await withRecord(one).then(
      () => "made",
      (error: unknown) => String(error),
    );
    expect(second).toBe("made");
    const sheet = one.excel.book.sheets.find(({ name }) => name === "回访登记簿");
    sheet?.setValue(0, 0, "序号");
    expect(await refusalOf(one)).toContain("“回访登记簿”缺少“编号");
  });
});
