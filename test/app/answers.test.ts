import { annotate } from "../../src/app/annotate";
import { fileRecord, type FileOptions } from "../../src/app/file";
import { undoLast } from "../../src/app/undo";
import { makeRecords } from "../../src/app/visit";
import { failureSentence } from "../../src/app/words";
import type { Scalar } from "../../src/embedded/xlsx/model";
import { fileWith, inExcel, opened, partsOf, sampleFile, TODAY, unwatched, type Running } from "../embedded/workbooks";
import { CONCLUSION, fillIn, handOn } from "./filling";

const CUSTOMER = "松原里明达物流经营部";
const run = { today: TODAY, asOf: TODAY };

/** Two persons of one name, told apart by their ids, which are invented. */
const twins = [
  ["客户名称", "证件号码", "借据号", "贷款余额(元)", "发放日期", "到期日期", "五级分类", "逾期天数"],
  ["样同名", "990101199001010011", "JJ1", 300_000, "2026-03-02", "2027-03-02", "正常", 0],
  ["样同名", "990101198502020022", "JJ2", 500_000, "2026-01-15", "2027-01-15", "关注", 12],
  ["样旁人", "990101197703030033", "JJ3", 200_000, "2025-05-20", "2027-05-20", "正常", 0],
] as const;

type Answers = Readonly<Record<string, string>>;
type OnSheet = Running & { readonly sheet: string };

async function withRecord(running: Running = inExcel(opened(sampleFile())), customer = CUSTOMER): Promise<OnSheet> {
  const options = { ...run, chosen: { customer }, type: "常规" as const, withHints: true };
  const made = await makeRecords(running.workbook, options, unwatched);
  if (!made.ok) throw new Error(failureSentence(made.because));
  return { ...running, sheet: made.value.records[0]?.sheet ?? "" };
}

const filing = ({ workbook, sheet }: OnSheet, answers: Answers = {}, more: Partial<FileOptions> = {}) =>
  fileRecord(
    workbook,
    { ...run, record: sheet, reason: "", answers: new Map(Object.entries(answers)), ...more },
    unwatched,
  );

async function findingsOf(one: OnSheet, answers: Answers = {}) {
  const done = await filing(one, answers);
  if (done.ok || done.because.kind !== "notFilable") throw new Error(done.ok ? "filed" : failureSentence(done.because));
  return done.because.findings;
}

function rowsOf({ excel, sheet }: OnSheet): readonly (readonly (Scalar | undefined)[])[] {
  excel.calculate();
  const found = excel.book.sheets.find(({ name }) => name === sheet);
  const used = found?.used(true);
  return found?.values({ row: 0, column: 0, rows: (used?.row ?? 0) + (used?.rows ?? 0), columns: 12 }) ?? [];
}

describe("what filing cannot find on a record", () => {
  it("is asked for with its closed list, and the answer stands below the sheet, filed and taken back with undo", async () => {
    const one = await withRecord();
    const hand = fillIn(one.excel.book, one.sheet);
    hand.write("检查日期", "哪天去的", 0);
    hand.write("措施", "打算", 0);
    const before = rowsOf(one);
    expect((await findingsOf(one)).map(({ asks }) => asks)).toMatchObject([
      { key: "检查日期", isDay: true },
      { key: "措施", choices: expect.arrayContaining(["继续支持"]) as string[] },
    ]);
    const filed = await filing(one, { 检查日期: "2026年11月20日", 措施: "加强监测" });
    expect(filed.ok ? filed.value.state : failureSentence(filed.because)).toBe("已归档");
    const rows = rowsOf(one);
    expect(rows.slice(before.length + 1).map((cells) => cells.slice(0, 2))).toEqual([
      ["归档补充（表上找不到的栏目，归档时补填）", undefined],
      ["检查日期", "2026-11-20"],
      ["措施", "加强监测"],
    ]);
    const register = one.excel.book.sheets.find(({ name }) => name === "回访登记簿");
    expect(register?.values({ row: 1, column: 0, rows: 1, columns: 20 }).flat()).toEqual(
      expect.arrayContaining([TODAY - 3, "加强监测"]),
    );
    expect(await filing(one)).toMatchObject({ ok: true, value: { isKnown: true } });
    expect(await undoLast(one.workbook, unwatched)).toMatchObject({ ok: true, value: { left: [] } });
    expect(rowsOf(one)).toEqual(before);
  });

  it("goes into the empty cell where the sheet has one, as a day or a number where it is one", async () => {
    const one = await withRecord();
    const hand = fillIn(one.excel.book, one.sheet, { 检查日期: "", 照片张数: "", 检查结论: "" });
    const asked = await findingsOf(one);
    const { row, column } = hand.find("检查日期");
    expect(asked.find(({ asks }) => asks?.label === "检查日期")).toMatchObject({ row, column: column + 1 });
    const answers = { 检查日期: "2026-11-20", 照片张数: "4", 检查结论: CONCLUSION };
    expect(await filing(one, answers)).toMatchObject({ ok: true, value: { state: "已归档" } });
    expect([hand.read("检查日期"), hand.read("照片张数"), hand.read("检查结论")]).toEqual([TODAY - 3, 4, CONCLUSION]);
  });

  it("is kept on the sheet where something else is still missing, and only that is asked again", async () => {
    const one = await withRecord();
    const hand = fillIn(one.excel.book, one.sheet, { 检查方式: "", 地点: "" });
    const [, place] = await findingsOf(one);
    const left = await findingsOf(one, { 检查方式: "上门" });
    expect(left.map(({ message }) => message)).toEqual(["“地点”还没有填"]);
    expect(hand.read("检查方式")).toBe("上门");
    expect(await filing(one, { [place?.asks?.key ?? ""]: "厂区" })).toMatchObject({ ok: true });
    expect(hand.read("地点")).toBe("厂区");
  });

  it("never changes what stands there, nor a cell that is no answer", async () => {
    const one = await withRecord();
    fillIn(one.excel.book, one.sheet);
    one.excel.calculate();
    const before = partsOf(one.excel.book.save());
    const said = await findingsOf(one, { 检查方式: "电话", B1: "别处", 随便写的: "x" });
    expect(said.map(({ message }) => message)).toEqual([
      "“检查方式”已经填了“上门”，没有改写。要改请直接改单元格",
      "表上没有可以补填的“B1”一栏，没有写入",
      "表上没有可以补填的“随便写的”一栏，没有写入",
    ]);
    expect(partsOf(one.excel.book.save())).toEqual(before);
  });

  it("asks which of two customers of one name it is, by the masked ids", async () => {
    const running = inExcel(opened(fileWith(twins)));
    await annotate(running.workbook, run, unwatched);
    const made = await makeRecords(
      running.workbook,
      { ...run, withHints: true, type: "常规", chosen: { dueWithin: 1000 } },
      unwatched,
    );
    const sheet = made.ok ? (made.value.records.find(({ customer }) => customer === "样同名")?.sheet ?? "") : "";
    const one = { ...running, sheet };
    const hand = fillIn(running.excel.book, sheet, { 证件号码: "" });
    const [finding] = await findingsOf(one);
    const choices = finding?.asks?.choices ?? [];
    expect([finding?.message, choices.length]).toEqual([expect.stringContaining("台账里有多个“样同名”"), 2]);
    const filed = await filing(one, { 证件号码: choices[1] ?? "" }, { reason: "已核实", accept: true });
    expect(filed.ok ? filed.value.customer : failureSentence(filed.because)).toBe("样同名");
    expect(hand.read("证件号码")).toBe(choices[1]);
  });

  it("is asked for a record whose title row and name row were deleted, once it has a number again", async () => {
    const one = await withRecord();
    fillIn(one.excel.book, one.sheet);
    const sheet = one.excel.book.sheets.find(({ name }) => name === one.sheet);
    const number = rowsOf(one)[0]?.find((value) => typeof value === "string" && value.includes("编号"));
    for (let column = 0; column < 12; column++) {
      sheet?.setValue(0, column, undefined);
      sheet?.setValue(2, column, undefined);
    }
    const none = await filing(one);
    expect(none.ok ? "" : failureSentence(none.because)).toContain("在前三行任一格补上“编号 DH-年月日-序号”");
    sheet?.setValue(0, 0, number);
    expect((await findingsOf(one))[0]?.asks?.key).toBe("客户名称");
    expect(await filing(one, { 客户名称: CUSTOMER })).toMatchObject({ ok: true, value: { customer: CUSTOMER } });
  });
});

describe("a bank's own form that lacks what filing needs", () => {
  it("has the answers below it as text that is read as days", async () => {
    const book = opened(sampleFile());
    const template = book.addSheet("回访模板");
    [
      ["某某银行回访单"],
      ["{{编号}}"],
      ["客户", "{{客户名称}}"],
      ["结论", "{{填:检查结论*}}"],
      ["哪天", "{{填:检查日期*}}"],
    ].forEach((row, down) => {
      row.forEach((value, right) => {
        template.setValue(down, right, value);
      });
    });
    const one = await withRecord(inExcel(book));
    one.excel.calculate();
    const answers = {
      检查结论: CONCLUSION,
      检查日期: "2026-11-20",
      检查方式: "电话",
      检查人: "样乙",
      "协(复)查": "样丙",
      措施: "继续支持",
    };
    const filed = await filing(one, answers, { reason: "已核实", accept: true });
    expect(filed.ok ? filed.value.customer : failureSentence(filed.because)).toBe(CUSTOMER);
    expect(handOn(one.excel.book, one.sheet).read("哪天")).toBe("2026-11-20");
  });
});
