import { annotate } from "../../src/app/annotate";
import { clear, planClear } from "../../src/app/clear";
import { OPINION_SWITCH } from "../../src/domain/settings/lines";
import type { Day } from "../../src/domain/loan/day";
import { fileWith, inExcel, opened, partsOf, smallLedger, TODAY, unwatched } from "../embedded/workbooks";

const SHEET = 0;

async function annotated(file: Uint8Array, today: Day = TODAY) {
  const { excel, workbook } = inExcel(opened(file), today);
  const done = await annotate(workbook, { today }, unwatched);
  if (!done.ok) throw new Error(JSON.stringify(done.because));
  excel.calculate();
  return { ...done.value, saved: excel.book.save() };
}

/** The file after a change by hand. */
function edited(file: Uint8Array, change: (book: ReturnType<typeof opened>) => void): Uint8Array {
  const book = opened(file);
  change(book);
  return book.save();
}

type Sheet = ReturnType<typeof opened>["sheets"][number];

const ledgerIn = (file: Uint8Array): Sheet => {
  const sheet = opened(file).sheets[SHEET];
  if (sheet === undefined) throw new Error("no sheet");
  return sheet;
};

function columnOf(sheet: Sheet, heading: string): number {
  const headings = sheet.values({ row: 0, column: 0, rows: 1, columns: 40 })[0] ?? [];
  return headings.indexOf(`贷后_${heading}`);
}

/** An annotated small ledger whose settings ask for the person's columns. */
async function withColumns(): Promise<Uint8Array> {
  const { saved } = await annotated(fileWith(smallLedger));
  const switched = edited(saved, (book) => {
    const settings = book.sheets.find(({ name }) => name === "贷后设置");
    const labels = settings?.values({ row: 0, column: 0, rows: 300, columns: 1 }) ?? [];
    settings?.setValue(
      labels.findIndex(([label]) => label === `增加列：${OPINION_SWITCH}`),
      1,
      "是",
    );
  });
  return (await annotated(switched)).saved;
}

/** The person's cells of one 0-based row, written by heading. */
const write = (file: Uint8Array, row: number, cells: Readonly<Record<string, string | number>>): Uint8Array =>
  edited(file, (book) => {
    const sheet = book.sheets[SHEET];
    if (sheet === undefined) return;
    for (const [heading, value] of Object.entries(cells)) sheet.setValue(row, columnOf(sheet, heading), value);
  });

const shown = (file: Uint8Array, row: number, heading: string) => {
  const sheet = ledgerIn(file);
  return sheet.cell(row, columnOf(sheet, heading)).value;
};

describe("the columns of a person's judgement", () => {
  it("come when the settings ask for them, with a list of the groups, right of all others", async () => {
    const file = await withColumns();
    const sheet = ledgerIn(file);
    const headings = (sheet.values({ row: 0, column: 21, rows: 1, columns: 7 })[0] ?? []).map(String);
    expect(headings.slice(0, 6)).toEqual(
      ["人工组别", "调整理由", "调整到期", "暂缓回访至", "暂缓理由", "暂缓生效至"].map((heading) => `贷后_${heading}`),
    );
    const xml = partsOf(file).get("xl/worksheets/sheet1.xml") ?? "";
    expect(xml).toContain("A 低风险,B 正常,C 关注,D 高风险,E 不良");
  });

  it("are never written again, and a second run changes nothing", async () => {
    const file = write(await withColumns(), 1, { 人工组别: "D 高风险", 调整理由: "停产", 调整到期: TODAY + 30 });
    const first = await annotated(file);
    expect(shown(first.saved, 1, "风险组别")).toBe("D 高风险");
    expect(shown(first.saved, 1, "组别原因")).toBe("M1 人工D 高风险(至2026-12-23)：停产，系统B 正常;B1 无信号");
    expect(shown(first.saved, 1, "人工组别")).toBe("D 高风险");
    expect(first.kept).toEqual([]);
    const second = await annotated(first.saved);
    expect(second.applied.changes).toBe(0);
    expect(Buffer.compare(second.saved, first.saved)).toBe(0);
  });

  it("give the machine's group back once they have expired", async () => {
    const file = write(await withColumns(), 1, { 人工组别: "D 高风险", 调整理由: "停产", 调整到期: TODAY + 30 });
    const { saved } = await annotated(file);
    const later = await annotated(saved, (TODAY + 31) as Day);
    expect(shown(later.saved, 1, "风险组别")).not.toBe("D 高风险");
    expect(later.assessment.ledgers[0]?.problems.map(({ kind }) => kind)).toContain("groupExpired");
    expect(shown(later.saved, 1, "人工组别")).toBe("D 高风险");
  });

  it("put visits off in the live formula, which ends by itself", async () => {
    const file = write(await withColumns(), 3, { 暂缓回访至: TODAY + 1, 暂缓理由: "返乡" });
    const { saved } = await annotated(file);
    expect(shown(saved, 3, "回访状态")).toBe("暂缓");
    expect(shown(saved, 2, "回访状态")).not.toBe("暂缓");
    const on = (today: Day) => {
      const { excel } = inExcel(opened(saved), today);
      excel.calculate();
      return shown(excel.book.save(), 3, "回访状态");
    };
    expect(on((TODAY + 1) as Day)).toBe("暂缓");
    expect(on((TODAY + 2) as Day)).toBe("已逾期");
  });

  it("are asked about before they are cleared, stay when kept, and go without a trace when dropped", async () => {
    const plain = fileWith(smallLedger);
    const file = (await annotated(write(await withColumns(), 1, { 人工组别: "D", 调整理由: "停产" }))).saved;
    const plan = await planClear(inExcel(opened(file)).workbook, unwatched);
    expect(plan.ok && plan.value.typed.map(({ text }) => text)).toEqual(["D", "停产"]);
    const clearedWith = async (typed: boolean) => {
      const { excel, workbook } = inExcel(opened(file));
      await clear(workbook, { typed, settings: false }, unwatched);
      return excel.book.save();
    };
    expect(shown(await clearedWith(true), 1, "人工组别")).toBe("D");
    const gone = partsOf(await clearedWith(false)).get("xl/worksheets/sheet1.xml");
    expect(gone).toBe(partsOf(plain).get("xl/worksheets/sheet1.xml"));
  });

  it("stay although the switch is turned off again, until they are cleared", async () => {
    const file = write(await withColumns(), 1, { 人工组别: "D", 调整理由: "停产" });
    const off = edited(file, (book) => {
      const settings = book.sheets.find(({ name }) => name === "贷后设置");
      const labels = settings?.values({ row: 0, column: 0, rows: 300, columns: 1 }) ?? [];
      settings?.setValue(
        labels.findIndex(([label]) => label === `增加列：${OPINION_SWITCH}`),
        1,
        "否",
      );
    });
    const { saved } = await annotated(off);
    expect(shown(saved, 1, "人工组别")).toBe("D");
    expect(shown(saved, 1, "风险组别")).toBe("D 高风险");
  });
});
