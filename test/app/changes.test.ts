import { annotate } from "../../src/app/annotate";
import { findChanges, reportChanges } from "../../src/app/changes";
import { assess } from "../../src/app/assess";
import { clear } from "../../src/app/clear";
import { saveSettings } from "../../src/app/saveSettings";
import { untrace } from "../../src/app/untrace";
import { undoLast } from "../../src/app/undo";
import type { Workbook } from "../../src/app/workbook";
import { unpackText } from "../../src/domain/change/packedText";
import { nameText, reasonText } from "../../src/domain/history/changeWords";
import { parseHistory } from "../../src/domain/history/historyText";
import { day, formatDay, type Day } from "../../src/domain/loan/day";
import type { Book } from "../../src/embedded/xlsx/model";
import { fileWith, inExcel, opened, partsOf, smallLedger, TODAY, unwatched, withPart } from "../embedded/workbooks";

const ledgerFile = fileWith(smallLedger);
const LAST = day("2026-10-31");
const now = { today: TODAY, asOf: TODAY };
const contents = (file: Uint8Array) => new Map([...partsOf(file)].filter(([name]) => name !== "xl/styles.xml"));

async function run(workbook: Workbook, asOf: Day): Promise<number> {
  const done = await annotate(workbook, { today: asOf, asOf }, unwatched);
  if (!done.ok) throw new Error(JSON.stringify(done.because));
  return done.value.applied.changes;
}

/** The ledger annotated at the end of October, and then changed. */
async function later(change: (book: Book) => void) {
  const running = inExcel(opened(ledgerFile));
  await run(running.workbook, LAST);
  change(running.excel.book);
  running.excel.calculate();
  return running;
}

async function changesOf(workbook: Workbook, since?: Day) {
  const found = await findChanges(workbook, { ...now, ...(since === undefined ? {} : { since }) }, unwatched);
  if (!found.ok) throw new Error(JSON.stringify(found.because));
  return found.value;
}

async function history(workbook: Workbook) {
  const state = await workbook.readState("history");
  if (!state.ok) throw new Error(JSON.stringify(state.because));
  return { text: state.value, series: parseHistory(state.value) };
}

/** The reasons in a customer's cell 贷后_组别原因. */
function cellOf(book: Book, heading: string, row: number): unknown {
  const used = book.sheets[0]?.used(true);
  const columns = Array.from({ length: used?.columns ?? 0 }, (_, column) => column);
  return book.sheets[0]?.cell(row, columns.find((one) => book.sheets[0]?.cell(0, one).value === heading) ?? 0).value;
}

const fallen = (book: Book) => {
  book.sheets[0]?.setValue(1, 5, "次级");
};

describe("what a run keeps for the next", () => {
  it("is one snapshot a day without a name, and nothing where the same day finds the same", async () => {
    const { workbook } = inExcel(opened(ledgerFile));
    await run(workbook, TODAY);
    const first = await history(workbook);
    expect(first.series).toMatchObject([{ sheet: "Sheet1", snapshots: [{ asOf: TODAY }] }]);
    expect(first.series[0]?.snapshots[0]?.lines.size).toBe(3);
    const kept = unpackText(first.text ?? "") ?? "";
    expect(kept).not.toBe("");
    for (const word of ["云岭", "溪口", "松台", "样品"]) expect(kept).not.toContain(word);
    expect(await run(workbook, TODAY)).toBe(0);
    expect(await history(workbook)).toEqual(first);
    await run(workbook, day("2026-11-24"));
    expect((await history(workbook)).series[0]?.snapshots.map(({ asOf }) => formatDay(asOf))).toEqual([
      "2026-11-24",
      "2026-11-23",
    ]);
  });

  it("keeps twelve, the ends of months longest, and goes with undo and clear", async () => {
    const { excel, workbook } = inExcel(opened(ledgerFile));
    const days = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((date) => day(`2026-11-${String(date).padStart(2, "0")}`));
    for (const asOf of [day("2026-08-31"), day("2026-09-30"), ...days]) await run(workbook, asOf);
    const kept = (await history(workbook)).series[0]?.snapshots.map(({ asOf }) => formatDay(asOf)) ?? [];
    expect(kept).toHaveLength(12);
    expect(kept.slice(-3)).toEqual(["2026-11-02", "2026-09-30", "2026-08-31"]);
    const twelve = await history(workbook);
    await run(workbook, day("2026-11-12"));
    expect((await undoLast(workbook, unwatched)).ok).toBe(true);
    expect(await history(workbook)).toEqual(twelve);
    expect((await clear(workbook, { typed: false, settings: false }, unwatched)).ok).toBe(true);
    expect(contents(excel.book.save())).toEqual(contents(ledgerFile));
  });

  it("is done without where the part was broken", async () => {
    const { workbook } = await later(fallen);
    const { text } = await history(workbook);
    for (const after of ["", "坏", `${text?.slice(0, 40) ?? ""}AAAA`, "zzzzzz:AAAA"]) {
      await workbook.apply([{ kind: "state", part: "history", before: text ?? "", after }], unwatched);
      const found = await findChanges(workbook, now, unwatched);
      expect(found).toMatchObject({ ok: false, because: { kind: "noHistory", days: [] } });
    }
    await run(workbook, TODAY);
    expect((await history(workbook)).series).toHaveLength(1);
  });
});

describe("signals from the run before", () => {
  it("[L14] a class that fell is orange, names the day and the class, and stays on the next run", async () => {
    const { excel, workbook } = await later((book) => {
      book.sheets[0]?.setValue(1, 5, "关注");
    });
    await run(workbook, TODAY);
    const said = "L14 五级分类较2026-10-31由正常下迁为关注";
    expect(cellOf(excel.book, "贷后_组别原因", 1)).toContain(said);
    expect(cellOf(excel.book, "贷后_风险组别", 1)).toBe("D 高风险");
    expect(cellOf(excel.book, "贷后_组别原因", 2)).not.toContain("L14");
    expect(await run(workbook, TODAY)).toBe(0);
    await run(workbook, day("2026-11-24"));
    expect(cellOf(excel.book, "贷后_组别原因", 1)).toContain(said);
    await run(workbook, day("2027-03-01"));
    expect(cellOf(excel.book, "贷后_组别原因", 1)).not.toContain("L14");
  });

  it("[L21] a balance that rose by a third is told in blue and leaves the group alone", async () => {
    const { excel, workbook } = await later((book) => {
      book.sheets[0]?.setValue(1, 2, 1_100_000);
    });
    const before = cellOf(excel.book, "贷后_风险组别", 1);
    await run(workbook, TODAY);
    expect(cellOf(excel.book, "贷后_预警", 1)).toContain("【蓝】L21 余额较2026-10-31上升38%(≥30%)");
    expect(cellOf(excel.book, "贷后_风险组别", 1)).toBe(before);
    expect(await run(workbook, TODAY)).toBe(0);
  });

  const limits: readonly (readonly [string, number, boolean])[] = [
    ["余额上升线", 39, false],
    ["余额上升线", 38, true],
    ["借据增多笔数", 3, false],
    ["借据增多笔数", 2, true],
  ];
  it.each(limits)("[L21] is told by the bank's own limit: %s %d", async (field, limit, isTold) => {
    const { excel, workbook } = await later(({ sheets: [sheet] }) => {
      if (field === "余额上升线") sheet?.setValue(1, 2, 1_104_000);
      else ["云岭样品商行", "JJ9", 1, "2026-03-02", "2027-03-02"].map((value, at) => sheet?.setValue(4, at, value));
    });
    await saveSettings(workbook, { values: new Map([[field, limit]]) }, unwatched);
    await run(workbook, TODAY);
    expect(String(cellOf(excel.book, "贷后_预警", 1)).includes("L21")).toBe(isTold);
  });
});

describe("changes", () => {
  it("names who came, went, fell and rose, and what moved them", async () => {
    const { workbook } = await later((book) => {
      fallen(book);
      book.sheets[0]?.setValue(2, 5, "正常");
      book.sheets[0]?.setValue(2, 6, 0);
      ["新来样品厂", "JJ9", 500_000, "2026-11-03", "2027-11-03", "正常", 0, ""].forEach((value, column) =>
        book.sheets[0]?.setValue(3, column, value),
      );
    });
    const [comparison] = (await changesOf(workbook)).comparisons;
    expect(comparison.counts).toEqual({ worse: 1, new: 1, better: 1, gone: 1, same: 0 });
    expect(comparison.changed.map((one) => `${one.move} ${nameText(one)}：${reasonText(one)}`)).toEqual([
      "worse 云岭样品商行：L12 R7.2 不良债权占100%(>10%)，建议全部至少次级",
      "new 新来样品厂：B1 无信号",
      "better 溪口样品加工厂：L02、L10 不再成立；现为 B1 无信号",
      "gone 某户（上次 E 不良/次级，余额260万元）：台账中已没有这一户",
    ]);
    expect(comparison.groups.customers[1]?.[4]).toBe(1);
    expect(comparison.groups.balances[1]?.[4]).toBe(80_000_000);
    expect(comparison.classes.customers[0]?.[2]).toBe(1);
    expect(comparison.classes.customers[1]?.[0]).toBe(1);
  });

  it("are told against an earlier day, and refused with the days where there is none so early", async () => {
    const { workbook } = await later(() => undefined);
    await run(workbook, day("2026-11-10"));
    const { comparisons, days } = await changesOf(workbook, day("2026-11-05"));
    expect(comparisons[0].since).toBe(LAST);
    expect(days.map(formatDay)).toEqual(["2026-11-10", "2026-10-31"]);
    const tooEarly = await findChanges(workbook, { ...now, since: day("2026-01-01") }, unwatched);
    expect(tooEarly).toMatchObject({ ok: false, because: { kind: "noHistory", days } });
  });

  it("follow a ledger whose sheet was renamed", async () => {
    const { excel } = await later(fallen);
    const renamed = withPart(excel.book.save(), "xl/workbook.xml", (xml) =>
      xml.replaceAll('"Sheet1"', '"十一月台账"').replaceAll("Sheet1!", "十一月台账!"),
    );
    const { workbook } = inExcel(opened(renamed));
    const [comparison] = (await changesOf(workbook)).comparisons;
    expect(comparison).toMatchObject({ sheet: "十一月台账", counts: { worse: 1, same: 2, new: 0, gone: 0 } });
    await run(workbook, TODAY);
    const { series } = await history(workbook);
    expect(series.map(({ sheet, snapshots }) => [sheet, snapshots.length])).toEqual([["十一月台账", 2]]);
    expect(await run(workbook, TODAY)).toBe(0);
  });
});

describe("the sheet of changes", () => {
  const made = async () => {
    const running = await later(fallen);
    const before = contents(running.excel.book.save());
    const reported = await reportChanges(running.workbook, now, unwatched);
    if (!reported.ok) throw new Error(JSON.stringify(reported.because));
    return { ...running, before, draft: reported.value.draft };
  };

  it("says counts, matrices, who moved and why, is no ledger, and goes with undo", async () => {
    const { excel, workbook, before, draft } = await made();
    expect(draft.name).toBe("贷后变化_20261123");
    const rows = (excel.book.sheets
      .find(({ name }) => name === draft.name)
      ?.values({
        ...{ row: 0, column: 0, rows: 40, columns: 12 },
      }) ?? []) as readonly (readonly unknown[])[];
    expect(rows[1]?.[0]).toBe("“Sheet1”：2026-11-23 与 2026-10-31 相比");
    expect(rows[2]).toEqual(["变差", 1, "新增", 0, "好转", 0, "已不在", 0, "未变", 2, "共(户)", 3]);
    const groups = rows.findIndex(([first]) => first === "风险组别迁徙");
    expect(rows[groups + 3]?.slice(0, 6)).toEqual(["B 正常", 0, 0, 0, 0, 1]);
    expect(rows[groups + 3]?.slice(6)).toEqual(["B 正常", 0, 0, 0, 0, 80]);
    const classes = rows.findIndex(([first]) => first === "五级分类迁徙");
    expect(rows[classes + 2]?.slice(0, 6)).toEqual(["正常", 0, 0, 1, 0, 0]);
    const moved = rows.find(([first]) => first === "云岭样品商行");
    expect(moved?.filter((content) => content !== undefined)).toEqual([
      ...["云岭样品商行", "B 正常/正常", "E 不良/次级", 80, "L12 R7.2 不良债权占100%(>10%)，建议全部至少次级"],
    ]);
    const again = await assess(workbook, now, unwatched);
    expect(again.ok && again.value.ledgers.map(({ ledger }) => ledger.layout.sheet)).toEqual(["Sheet1"]);
    expect((await undoLast(workbook, unwatched)).ok).toBe(true);
    expect(contents(excel.book.save())).toEqual(before);
  });

  it("takes the next free name, and goes with the traces unless it is kept", async () => {
    const { excel, workbook } = await made();
    const second = await reportChanges(workbook, now, unwatched);
    expect(second.ok && second.value.draft.name).toBe("贷后变化_20261123-2");
    const names = () => excel.book.sheets.map(({ name }) => name);
    await untrace(workbook, { typed: false, sheets: true }, unwatched);
    expect(names()).toEqual(["Sheet1", "贷后变化_20261123", "贷后变化_20261123-2"]);
    await untrace(workbook, { typed: false, sheets: false }, unwatched);
    expect(names()).toEqual(["Sheet1"]);
  });

  it("is not made where there is nothing to compare with or no sheet may be added", async () => {
    const { workbook } = inExcel(opened(ledgerFile));
    expect(await reportChanges(workbook, now, unwatched)).toMatchObject({ because: { kind: "noHistory", days: [] } });
    const { excel } = await later(fallen);
    const guarded = withPart(excel.book.save(), "xl/workbook.xml", (xml) =>
      xml.replace("<sheets>", '<workbookProtection lockStructure="1"/><sheets>'),
    );
    const refusal = await reportChanges(inExcel(opened(guarded)).workbook, now, unwatched);
    expect(refusal).toMatchObject({ because: { kind: "structureProtected" } });
  });
});
