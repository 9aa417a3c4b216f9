import { annotate } from "../../src/app/annotate";
import { assess } from "../../src/app/assess";
import { fileRecord } from "../../src/app/file";
import { makeGuarantorRecord } from "../../src/app/guarantorVisit";
import { makeRecords } from "../../src/app/visit";
import { failureSentence } from "../../src/app/words";
import { readFilledRecord } from "../../src/domain/filing/readFilledRecord";
import type { Scalar } from "../../src/embedded/xlsx/model";
import { fileWith, inExcel, opened, TODAY, unwatched, type Running } from "../embedded/workbooks";
import { CONCLUSION, handOn } from "./filling";

const run = { today: TODAY, asOf: TODAY };
const GUARANTOR = "样乙有限公司";
const rows: readonly (readonly Scalar[])[] = [
  ["客户名称", "借据号", "贷款余额(元)", "发放日期", "到期日期", "五级分类", "逾期天数", "保证人", "上次回访日期"],
  ["样甲有限公司", "JJ1", 800_000, "2026-03-02", "2027-09-02", "正常", 0, GUARANTOR, "2026-11-20"],
  [GUARANTOR, "JJ2", 900_000, "2026-03-02", "2027-09-02", "正常", 0, "云样融资担保有限公司", "2026-11-20"],
  ["样丙有限公司", "JJ3", 700_000, "2026-03-02", "2027-09-02", "正常", 0, `样戊、${GUARANTOR}`, "2026-11-20"],
  ["样丁有限公司", "JJ4", 600_000, "2026-03-02", "2027-09-02", "正常", 0, "样戊有限公司", "2026-11-20"],
];

async function made(guarantor = GUARANTOR, one: Running = inExcel(opened(fileWith(rows)))) {
  const records = await makeGuarantorRecord(one.workbook, { ...run, guarantor }, unwatched);
  if (!records.ok) throw new Error(failureSentence(records.because));
  const [record] = records.value.records;
  if (record === undefined) throw new Error("no record");
  return { ...one, record };
}

function filled({ excel, record }: Awaited<ReturnType<typeof made>>, other: Readonly<Record<string, Scalar>> = {}) {
  const hand = handOn(excel.book, record.sheet);
  const answers: Readonly<Record<string, Scalar>> = {
    ...{ 检查方式: "上门", 检查日期: TODAY - 3, 地点: "厂区", 受访人: "样己", 照片张数: 3 },
    ...{ 主体资格: "有效", 其经营: "正常", 其财务: "平稳", 现金流: "平稳", 代偿意愿: "愿意", 代偿能力: "充足" },
    ...{ 措施: "继续支持", 检查结论: CONCLUSION, 检查人: "样庚", "协(复)查": "样辛", 复查意见: "属实" },
  };
  for (const [label, value] of Object.entries({ ...answers, ...other })) hand.write(label, value);
  return hand;
}

const signalsOf = async ({ workbook }: Running) => {
  const found = await assess(workbook, run, unwatched);
  if (!found.ok) throw new Error(failureSentence(found.because));
  const judgements = found.value.ledgers.flatMap((ledger) => ledger.judgements);
  return judgements.map(({ signals }) => signals.flatMap(({ clause, text }) => (/^[RQ]/.test(clause) ? [text] : [])));
};

describe("a guarantor's own record", () => {
  it("[A50][A51] holds all that it stands for, the total, its own debts, and asks for willingness and ability", async () => {
    const { excel, record } = await made();
    expect(record).toMatchObject({ type: "保证人", customer: GUARANTOR, number: "DH-20261123-001" });
    const hand = handOn(excel.book, record.sheet);
    expect(hand.read("保证人名称")).toBe(GUARANTOR);
    expect([hand.read("所保户数"), hand.read("所保笔数"), hand.read("所保余额"), hand.read("本行借款")]).toEqual([
      2, 2, 1_500_000, 900_000,
    ]);
    for (const label of ["主体资格", "现金流", "或有负债", "代偿意愿", "代偿能力"]) hand.find(label);
  });

  it("[A48] is that of a guarantee company by its name, seen every month; another form may be chosen", async () => {
    const { excel, record, workbook } = await made("云样融资担保有限公司");
    expect(record.type).toBe("担保公司");
    handOn(excel.book, record.sheet).find("准备金");
    const other = { ...run, guarantor: "云样融资担保有限公司", kind: "保证人" } as const;
    expect(await makeGuarantorRecord(workbook, other, unwatched)).toMatchObject({
      value: { records: [{ type: "保证人" }] },
    });
  });

  it("[A50] is filed as a guarantor's, moves no clock, and its signals reach those it stands for", async () => {
    const one = await made();
    await annotate(one.workbook, run, unwatched);
    filled(one, { 代偿意愿: "不愿意" });
    const filing = { ...run, record: one.record.sheet, reason: "" };
    const asked = await fileRecord(one.workbook, filing, unwatched);
    expect(asked.ok ? asked.value.proposed.map(({ message }) => message) : []).toEqual([
      expect.stringContaining("R68 代偿意愿“不愿意”"),
    ]);
    const row = handOn(one.excel.book, one.record.sheet).find("系统提示信号").row + 1;
    one.excel.book.sheets.find(({ name }) => name === one.record.sheet)?.setValue(row, 5, "采纳");
    const done = await fileRecord(one.workbook, filing, unwatched);
    expect(done.ok ? done.value.state : failureSentence(done.because)).toBe("已归档");
    const told = ["保证人样乙有限公司：代偿意愿“不愿意”"];
    expect(await signalsOf(one)).toEqual([told, [], told, []]);
    const before = one.excel.book.sheets[0]?.values({ row: 1, column: 8, rows: 4, columns: 1 });
    expect(before?.flat()).toEqual(rows.slice(1).map((row) => row[8]));
  });

  it("is nobody's whom the ledger does not know as a guarantor", async () => {
    const { workbook } = inExcel(opened(fileWith(rows)));
    const refused = await makeGuarantorRecord(workbook, { ...run, guarantor: "样丁有限公司" }, unwatched);
    expect(refused.ok ? "" : failureSentence(refused.because)).toContain("没有由“样丁有限公司”保证的未结清贷款");
  });

  it("does not count as its visit as a borrower", async () => {
    const one = await made();
    filled(one);
    const filing = { ...run, record: one.record.sheet, reason: "" };
    const done = await fileRecord(one.workbook, filing, unwatched);
    expect(done.ok ? done.value.state : failureSentence(done.because)).toBe("已归档");
    const chosen = { customer: GUARANTOR };
    const next = await makeRecords(one.workbook, { ...run, chosen, withHints: false }, unwatched);
    const sheet = one.excel.book.sheets.find(({ name }) => next.ok && name === next.value.records[0]?.sheet);
    const used = sheet?.used(true);
    const cells = sheet?.values({ row: 0, column: 0, rows: used?.rows ?? 1, columns: 12 }) ?? [];
    const texts = cells.map((row) => row.map((value) => value ?? ""));
    expect(readFilledRecord(texts as never, "回访", 1900)?.questions.every(({ last }) => last === "")).toBe(true);
  });
});
