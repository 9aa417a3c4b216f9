import { annotate } from "../../src/app/annotate";
import { fileRecord, type FileOptions } from "../../src/app/file";
import { makeRecords } from "../../src/app/visit";
import { failureSentence } from "../../src/app/words";
import type { Scalar } from "../../src/embedded/xlsx/model";
import { fileWith, inExcel, opened, TODAY, unwatched, withPart, type Running } from "../embedded/workbooks";
import { fillIn, handOn, type Hand } from "./filling";

const run = { today: TODAY, asOf: TODAY };

/** Three invented customers; the second is five days late. */
const rows: readonly (readonly Scalar[])[] = [
  [
    "客户名称",
    "证件号码",
    "借据号",
    "贷款余额(元)",
    "发放日期",
    "到期日期",
    "五级分类",
    "逾期天数",
    "上次回访日期",
    "企业规模",
  ],
  ["云岭样品有限公司", "91990101MA00000001", "JJ1", 800_000, "2026-03-02", "2027-09-02", "正常", 0, "2026-10-20"],
  ["溪口样品有限公司", "91990101MA00000002", "JJ2", 900_000, "2026-03-02", "2027-09-02", "关注", 5, "2026-10-20"],
  [
    "松台样品有限公司",
    "91990101MA00000003",
    "JJ3",
    200_000,
    "2024-03-02",
    "2028-09-02",
    "正常",
    0,
    "2026-10-20",
    "小型",
  ],
];
const CALM = "云岭样品有限公司";
const LATE = "溪口样品有限公司";
const SMALL = "松台样品有限公司";

interface Desk extends Running {
  readonly sheet: string;
  readonly hand: Hand;
}

async function recordOf(customer: string, running: Running = inExcel(opened(fileWith(rows)))): Promise<Desk> {
  const options = { ...run, chosen: { customer }, type: "常规", withHints: false } as const;
  const made = await makeRecords(running.workbook, options, unwatched);
  if (!made.ok) throw new Error(failureSentence(made.because));
  const sheet = made.value.records[0]?.sheet ?? "";
  return { ...running, sheet, hand: fillIn(running.excel.book, sheet) };
}

async function outcome({ workbook, sheet }: Desk, more: Partial<FileOptions> = {}) {
  const filed = await fileRecord(workbook, { ...run, record: sheet, reason: "", ...more }, unwatched);
  return filed.ok ? filed.value : failureSentence(filed.because);
}

const textIn = (value: Scalar | undefined) => (typeof value === "string" ? value : "");
const isSignal = (value: Scalar | undefined) => textIn(value).startsWith("【");

function answer({ excel, sheet, hand }: Desk, said: string, reason = ""): void {
  const { row } = hand.find("系统提示信号");
  const at = excel.book.sheets.find(({ name }) => name === sheet);
  for (let down = row + 1; isSignal(at?.cell(down, 0).value); down++) {
    at?.setValue(down, 5, said);
    at?.setValue(down, 7, reason);
  }
}

/** The ledger's cells of one own column, by customer. */
async function annotated(running: Running, heading: string): Promise<Readonly<Record<string, Scalar | undefined>>> {
  const done = await annotate(running.workbook, run, unwatched);
  if (!done.ok) throw new Error(failureSentence(done.because));
  return standing(running, heading);
}

function standing({ excel }: Running, heading: string): Readonly<Record<string, Scalar | undefined>> {
  excel.calculate();
  const cells = excel.book.sheets[0]?.values({ row: 0, column: 0, rows: 4, columns: 40 }) ?? [];
  const column = cells[0]?.indexOf(`贷后_${heading}`) ?? -1;
  return Object.fromEntries(cells.slice(1).map((line) => [textIn(line[0]), column < 0 ? undefined : line[column]]));
}

const sheetOf = ({ excel }: Running, wanted: string) => excel.book.sheets.find(({ name }) => name === wanted);

function registered(running: Running): readonly Readonly<Record<string, Scalar | undefined>>[] {
  const sheet = sheetOf(running, "回访登记簿");
  const used = sheet?.used(true);
  const [heads = [], ...lines] = sheet?.values({ row: 0, column: 0, rows: used?.rows ?? 0, columns: 20 }) ?? [];
  return lines.map((line) => Object.fromEntries(heads.map((head, column) => [textIn(head), line[column]])));
}

describe("signals that a visit raises", () => {
  it("are written onto the record, and raise the group at once when they are taken up", async () => {
    const desk = await recordOf(CALM);
    expect((await annotated(desk, "风险组别"))[CALM]).toBe("B 正常");
    desk.hand.write("是否回流", "是");
    expect(await outcome(desk)).toMatchObject({ state: "草稿", proposed: [{ sheet: desk.sheet, column: 5 }] });
    expect(standing(desk, "风险组别")[CALM]).toBe("B 正常");
    answer(desk, "采纳");
    expect(await outcome(desk)).toMatchObject({ state: "已归档", proposed: [] });
    expect(standing(desk, "风险组别")[CALM]).toBe("E 不良");
    expect((await annotated(desk, "预警"))[CALM]).toContain("【红】R65 贷款资金回流借款人");
    expect((await annotated(desk, "风险组别"))[LATE]).toBe("C 关注");
  });

  it("are taken up all at once where that was asked for", async () => {
    const desk = await recordOf(CALM);
    for (const [label, value] of [
      ["是否回流", "是"],
      ["员工", "不一致"],
      ["还款来源", "过桥"],
    ] as const)
      desk.hand.write(label, value);
    expect(await outcome(desk, { accept: true })).toMatchObject({ state: "已归档" });
    const reasons = (await annotated(desk, "组别原因"))[CALM];
    for (const clause of ["R65", "R66", "R72"]) expect(reasons).toContain(clause);
  });

  it("leave the group alone when they are turned down with a reason, and need one", async () => {
    const desk = await recordOf(CALM);
    desk.hand.write("还款来源", "过桥");
    await outcome(desk);
    answer(desk, "不采纳");
    expect(await outcome(desk)).toContain("没有写理由（R10）");
    answer(desk, "不采纳", "当日已由货款归还；见流水");
    expect(await outcome(desk)).toMatchObject({ state: "已归档" });
    expect(registered(desk)[0]?.["信号"]).toBe("不采纳 【橙】R66 还款来源“过桥”（当日已由货款归还，见流水）");
    expect((await annotated(desk, "风险组别"))[CALM]).toBe("B 正常");
  });

  it("stand until a later visit turns them down", async () => {
    const first = await recordOf(CALM);
    first.hand.write("是否回流", "是");
    first.hand.write("检查日期", TODAY - 4);
    await outcome(first, { accept: true });
    const second = await recordOf(CALM, first);
    const other =
      "已核对三个月流水，回流的款项为正常货款往来，凭证齐全，经营平稳，库存和订单与去年同期相当，没有新增借款。";
    second.hand.write("检查结论", other);
    answer(second, "不采纳", "核实为货款");
    expect(await outcome(second)).toMatchObject({ state: "已归档" });
    expect(standing(second, "风险组别")[CALM]).toBe("B 正常");
  });
});

describe("a signal of the ledger that a visit turned down", () => {
  async function turnedDown(review: string): Promise<Desk> {
    const desk = await recordOf(LATE);
    answer(desk, "不采纳", "技术性逾期，当日已还");
    desk.hand.write("复查意见", review);
    await outcome(desk);
    return desk;
  }

  it("is quiet once a second person confirmed the record, as long as its facts stay", async () => {
    const desk = await turnedDown("属实");
    expect((await annotated(desk, "风险组别"))[LATE]).toBe("B 正常");
    sheetOf(desk, desk.excel.book.sheets[0]?.name ?? "")?.setValue(2, 7, 6);
    expect((await annotated(desk, "风险组别"))[LATE]).toBe("C 关注");
  });

  it("counts as long as nobody confirmed the record", async () => {
    expect((await annotated(await turnedDown(""), "风险组别"))[LATE]).toBe("C 关注");
  });

  it.each([
    [90, "B 正常"],
    [91, "C 关注"],
  ])("after %i days makes the group %s", async (days, group) => {
    const desk = await turnedDown("属实");
    const sheet = sheetOf(desk, "回访登记簿");
    sheet?.setValue(1, 5, TODAY - days);
    expect((await annotated(desk, "风险组别"))[LATE]).toBe(group);
  });
});

describe("contacts that never went there", () => {
  it("make the ledger itself ask for a visit on site", async () => {
    const first = await recordOf(SMALL);
    first.hand.write("检查方式", "电话");
    first.hand.write("检查日期", TODAY - 6);
    await outcome(first);
    expect((await annotated(first, "应访事由"))[SMALL]).toBe("电话联系");
    const second = await recordOf(SMALL, first);
    second.hand.write("检查方式", "视频");
    second.hand.write(
      "检查结论",
      "视频查看车间，两条线在开工，仓库成品约两百件，财务说明本月回款三笔，下次上门核对账面。",
    );
    expect(await outcome(second)).toMatchObject({ state: "已归档" });
    expect(standing(second, "应访事由")[SMALL]).toBe("上门回访");
    expect(standing(second, "连续非现场(次)")[SMALL]).toBe(2);
    expect(standing(second, "连续非现场(次)")[CALM]).toBeUndefined();
  });
});

describe("the states of a record", () => {
  it("begin with a draft that is entered without its checks and moves no clock", async () => {
    const desk = await recordOf(CALM);
    await annotated(desk, "风险组别");
    desk.hand.write("检查结论", "");
    expect(await outcome(desk, { upTo: "草稿" })).toMatchObject({ state: "草稿", isKnown: false });
    expect(registered(desk)).toMatchObject([{ 状态: "草稿", 客户名称: CALM }]);
    expect((await annotated(desk, "上次上门日"))[CALM]).not.toBe(TODAY - 3);
    expect(await outcome(desk, { upTo: "草稿" })).toMatchObject({ isKnown: true });
    fillIn(desk.excel.book, desk.sheet);
    expect(await outcome(desk)).toMatchObject({ state: "已归档" });
    expect(registered(desk)).toMatchObject([{ 状态: "已归档", 检查日期: TODAY - 3 }]);
    expect(standing(desk, "上次上门日")[CALM]).toBe(TODAY - 3);
  });

  it("go step by step where that is asked for, and never back", async () => {
    const desk = await recordOf(CALM);
    expect(await outcome(desk, { upTo: "已提交" })).toMatchObject({ state: "已提交" });
    expect(await outcome(desk, { upTo: "已复核" })).toMatchObject({ state: "已复核", isKnown: false });
    expect(await outcome(desk, { upTo: "已提交" })).toMatchObject({ state: "已复核", isKnown: true });
    expect(await outcome(desk)).toMatchObject({ state: "已归档" });
    expect(registered(desk)).toHaveLength(1);
  });

  it.each([
    ["", "已复核", "需由协（复）查人在“复查意见”选“属实”，现在是“空”"],
    ["需补充", "已归档", "现在是“需补充”"],
    ["不属实", undefined, "复查意见是“不属实”，不能归档"],
  ] as const)("are held back by the opinion “%s”", async (opinion, upTo, sentence) => {
    const desk = await recordOf(CALM);
    desk.hand.write("复查意见", opinion);
    expect(await outcome(desk, upTo === undefined ? {} : { upTo })).toContain(sentence);
  });

  it("that a person set too far in the register are said", async () => {
    const desk = await recordOf(CALM);
    await outcome(desk);
    const sheet = sheetOf(desk, "回访登记簿");
    sheet?.setValue(1, 8, "样乙");
    const done = await annotate(desk.workbook, run, unwatched);
    expect(done.ok ? done.value.assessment.notices.join() : "").toContain("复核应由第二人做");
    sheet?.setValue(1, 14, "完成");
    const again = await annotate(desk.workbook, run, unwatched);
    expect(again.ok ? again.value.assessment.notices.join() : "").toContain("状态“完成”不是 草稿");
  });
});

describe("a register that a person worked in", () => {
  it("keeps a note under its lines, and takes the next line below it", async () => {
    const first = await recordOf(CALM);
    await outcome(first);
    sheetOf(first, "回访登记簿")?.setValue(3, 0, "注：以上已抄送支行");
    const second = await recordOf("松台样品有限公司", first);
    expect(await outcome(second)).toMatchObject({ state: "已归档" });
    const numbers = registered(second).map((line) => line["编号"]);
    expect(numbers).toEqual(["DH-20261123-001", undefined, "注：以上已抄送支行", "DH-20261123-002"]);
  });

  it("gets a line back that was deleted, once the record is filed again", async () => {
    const desk = await recordOf(CALM);
    await outcome(desk);
    const sheet = sheetOf(desk, "回访登记簿");
    for (let column = 0; column < 17; column++) sheet?.setValue(1, column, undefined);
    expect(await outcome(desk)).toMatchObject({ isKnown: false, state: "已归档" });
    expect(
      registered(desk)
        .map((line) => line["编号"])
        .filter((one) => one !== undefined),
    ).toEqual(["DH-20261123-001"]);
  });

  it("lets a line's link follow a record whose sheet was renamed", async () => {
    const desk = await recordOf(CALM);
    await outcome(desk);
    desk.excel.calculate();
    const renamed = withPart(desk.excel.book.save(), "xl/workbook.xml", (xml) => xml.replace(desk.sheet, "走访十一月"));
    const later = { ...inExcel(opened(renamed)), sheet: "走访十一月", hand: desk.hand };
    expect(await outcome(later)).toMatchObject({ isKnown: false, state: "已归档" });
    expect(sheetOf(later, "回访登记簿")?.cell(1, 16).formula).toContain("走访十一月");
    expect(await outcome(later)).toMatchObject({ isKnown: true });
  });

  it("that is protected is not written to, and nothing else is either", async () => {
    const first = await recordOf(CALM);
    await outcome(first);
    const second = await recordOf(LATE, first);
    answer(second, "采纳");
    second.excel.calculate();
    const saved = second.excel.book.save();
    const index = second.excel.book.sheets.findIndex(({ name }) => name === "回访登记簿") + 1;
    const closed = withPart(saved, `xl/worksheets/sheet${String(index)}.xml`, (xml) =>
      xml.replace("</sheetData>", '</sheetData><sheetProtection sheet="1"/>'),
    );
    const later = { ...inExcel(opened(closed)), sheet: second.sheet, hand: second.hand };
    expect(await outcome(later)).toContain("工作表“回访登记簿”受保护");
    expect(registered(later)).toHaveLength(1);
  });

  it("whose headings were changed is said by the annotation, which goes on", async () => {
    const desk = await recordOf(CALM);
    await outcome(desk);
    sheetOf(desk, "回访登记簿")?.setValue(0, 14, "进度");
    const done = await annotate(desk.workbook, run, unwatched);
    expect(done.ok ? done.value.assessment.notices.join() : "").toContain("“回访登记簿”缺少“状态”列");
  });
});

describe("a record without a customer's name", () => {
  it("says so with its cell", async () => {
    const desk = await recordOf(CALM);
    handOn(desk.excel.book, desk.sheet).write("客户名称", "");
    expect(await outcome(desk)).toContain("客户名称是空的");
  });
});
