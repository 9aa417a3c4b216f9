import { annotate } from "../../src/app/annotate";
import { makeCard } from "../../src/app/customerCard";
import { fileRecord } from "../../src/app/file";
import { makeRecords } from "../../src/app/visit";
import { reportWarnings } from "../../src/app/warn";
import { failureSentence } from "../../src/app/words";
import type { Scalar } from "../../src/embedded/xlsx/model";
import { fileWith, inExcel, opened, TODAY, unwatched, type Running } from "../embedded/workbooks";
import { fillIn, handOn } from "./filling";

const run = { today: TODAY, asOf: TODAY };
const NAME = "样同名";

const heads = ["客户名称", "客户号", "借据号", "贷款余额(元)", "发放日期", "到期日期", "五级分类", "逾期天数"];
/** A ledger without id numbers, where two customers of one name have a number each. */
const twins = [
  heads,
  [NAME, "KH00011", "JJ1", 300_000, "2026-03-02", "2027-03-02", "正常", 0],
  [NAME, "KH00022", "JJ2", 500_000, "2026-01-15", "2027-01-15", "关注", 62],
  ["样旁人", "KH00033", "JJ3", 200_000, "2025-05-20", "2027-05-20", "正常", 0],
] as const;
const start = () => inExcel(opened(fileWith(twins)));

async function records({ workbook }: Running): Promise<readonly string[]> {
  const chosen = { customer: NAME };
  const made = await makeRecords(workbook, { ...run, chosen, type: "常规", withHints: false }, unwatched);
  if (!made.ok) throw new Error(failureSentence(made.because));
  return made.value.records.map(({ sheet }) => sheet);
}

/** The record of KH00022, the worse of the two, filled in. */
async function worse(one: Running) {
  const [sheet = ""] = await records(one);
  return { sheet, hand: fillIn(one.excel.book, sheet) };
}

async function filed({ workbook }: Running, record: string): Promise<string> {
  const done = await fileRecord(workbook, { ...run, record, reason: "样例", accept: true }, unwatched);
  return done.ok ? done.value.state : failureSentence(done.because);
}

/** The name of the sheet with all that is known of a customer. */
async function cardOf({ workbook }: Running, customer: string): Promise<string> {
  const made = await makeCard(workbook, { ...run, customer }, unwatched);
  if (!made.ok) throw new Error(failureSentence(made.because));
  return made.value.draft.name;
}

/** A column of a sheet by its heading, without the heading. */
function column({ excel }: Running, name: string, heading: string): readonly (Scalar | undefined)[] {
  const sheet = excel.book.sheets.find((one) => one.name === name);
  const rows = sheet?.values({ row: 0, column: 0, rows: 6, columns: 40 }) ?? [];
  const at = rows[0]?.indexOf(heading) ?? -1;
  return rows.slice(1).flatMap((cells) => cells[at] ?? []);
}

describe("a customer number where the ledger has no id numbers", () => {
  it("is called one wherever sheets show it: record, card, registers", async () => {
    const one = start();
    const { sheet, hand } = await worse(one);
    expect(hand.read("证件号码")).toBe("客户号 KH00022");
    expect(await filed(one, sheet)).toBe("已归档");
    expect(handOn(one.excel.book, await cardOf(one, "样旁人")).read("证件号码")).toBe("客户号 KH00033");
    expect((await reportWarnings(one.workbook, run, unwatched)).ok).toBe(true);
    expect(column(one, "回访登记簿", "证件号码")).toEqual(["客户号 KH00022"]);
    expect(column(one, "预警登记簿", "证件号码")).toEqual(["客户号 KH00022"]);
  });

  it("tells two customers of one name apart, on sheets of earlier versions too, which showed it bare", async () => {
    const one = start();
    await annotate(one.workbook, run, unwatched);
    const { sheet, hand } = await worse(one);
    hand.write("证件号码", "KH00022");
    expect(await filed(one, sheet)).toBe("已归档");
    expect(column(one, "Sheet1", "贷后_上次上门日")).toEqual([TODAY - 3]);
    expect(column(one, "回访登记簿", "证件号码")).toEqual(["KH00022"]);
    const next = (await records(one)).map((name) => handOn(one.excel.book, name));
    expect(new Map(next.map((record) => [record.read("证件号码"), record.read("上次上门")]))).toEqual(
      new Map<unknown, unknown>([
        ["客户号 KH00011", "未记录"],
        ["客户号 KH00022", TODAY - 3],
      ]),
    );
  });

  it("does not stand against an id number that was written over it", async () => {
    const one = inExcel(opened(fileWith([heads, twins[3], twins[1]])));
    const { sheet, hand } = await worse(one);
    hand.write("证件号码", "990101199001010011");
    expect(await filed(one, sheet)).toBe("已归档");
  });

  it("on earlier sheets does not stand against the id numbers that a later ledger has", async () => {
    const one = inExcel(opened(fileWith([heads, twins[3], twins[1]])));
    const { sheet } = await worse(one);
    expect(await filed(one, sheet)).toBe("已归档");
    const [ledger] = one.excel.book.sheets;
    ledger?.setValue(0, 1, "证件号码");
    ledger?.setValue(1, 1, "990101197703030033");
    ledger?.setValue(2, 1, "990101199001010011");
    const card = handOn(one.excel.book, await cardOf(one, NAME));
    expect([card.read("证件号码"), card.read("检查日期", 4)]).toEqual(["990***********0011", TODAY - 3]);
  });

  it("is offered as one where filing asks which of two customers it is", async () => {
    const one = start();
    const { sheet, hand } = await worse(one);
    hand.write("证件号码", "");
    const done = await fileRecord(one.workbook, { ...run, record: sheet, reason: "" }, unwatched);
    const findings = !done.ok && done.because.kind === "notFilable" ? done.because.findings : [];
    expect(findings[0]?.asks?.choices).toEqual(["客户号 KH00011", "客户号 KH00022"]);
  });
});
