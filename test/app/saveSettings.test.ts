import { annotate } from "../../src/app/annotate";
import { assess } from "../../src/app/assess";
import { dryRun, saveSettings, seeSettings } from "../../src/app/saveSettings";
import { applyEdits, type Edits } from "../../src/domain/settings/edits";
import type { CellValue } from "../../src/domain/ledger/cells";
import type { Scalar } from "../../src/embedded/xlsx/model";
import { fileWith, inExcel, opened, partsOf, smallLedger, TODAY, unwatched, type Running } from "../embedded/workbooks";

const edits = (...values: readonly (readonly [string, CellValue])[]): Edits => ({ values: new Map(values) });

async function annotated(rows: readonly (readonly Scalar[])[] = smallLedger): Promise<Running> {
  const running = inExcel(opened(fileWith(rows)));
  const done = await annotate(running.workbook, { today: TODAY }, unwatched);
  if (!done.ok) throw new Error(JSON.stringify(done.because));
  return running;
}

const settingsOf = ({ excel }: Running) => {
  const sheet = excel.book.sheets.find(({ name }) => name === "贷后设置");
  if (sheet === undefined) throw new Error("no settings sheet");
  return sheet;
};

function rowOf(running: Running, label: string): number {
  const sheet = settingsOf(running);
  for (let row = 0; row < 300; row++) if (sheet.cell(row, 0).value === label) return row;
  return -1;
}

describe("saving settings", () => {
  it("makes the sheet where there is none, and moves the customers that the dry run named", async () => {
    const running = inExcel(opened(fileWith(smallLedger)));
    const before = await assess(running.workbook, { today: TODAY }, unwatched);
    if (!before.ok) throw new Error("not assessed");
    const change = edits(["小额线", 100]);
    const moved = dryRun(before.value, applyEdits(before.value.settings, change).settings);
    expect(moved.map(({ before: one, after }) => [one.customer.name, one.group, after.group])).toEqual([
      ["云岭样品商行", "B", "A"],
    ]);
    expect((await saveSettings(running.workbook, change, unwatched)).ok).toBe(true);
    const after = await assess(running.workbook, { today: TODAY }, unwatched);
    if (!after.ok) throw new Error(JSON.stringify(after.because));
    expect(after.value.ledgers[0]?.judgements[0]?.group).toBe("A");
    expect(settingsOf(running).cell(rowOf(running, "小额线"), 1).value).toBe(100);
  });

  it("changes the one cell in a sheet that is there, and nothing a second time", async () => {
    const running = await annotated();
    expect(await saveSettings(running.workbook, edits(["近期提醒", 5]), unwatched)).toEqual({
      ok: true,
      value: { changes: 1, cells: 1 },
    });
    expect(settingsOf(running).cell(rowOf(running, "近期提醒"), 1).value).toBe(5);
    expect(await saveSettings(running.workbook, edits(["近期提醒", 5]), unwatched)).toEqual({
      ok: true,
      value: { changes: 0, cells: 0 },
    });
  });

  it("follows what a person wrote on the sheet, and refuses what cannot be used by its cell", async () => {
    const running = await annotated();
    const row = rowOf(running, "近期提醒");
    settingsOf(running).setValue(row, 1, 9);
    const seen = await seeSettings(running.workbook);
    expect(seen).toMatchObject({ ok: true, value: { settings: { notice: { soonDays: 9 } }, problems: [] } });
    settingsOf(running).setValue(row, 1, "九");
    expect(await saveSettings(running.workbook, edits(["小额线", 20]), unwatched)).toMatchObject({
      ok: false,
      because: { kind: "badSettings", problems: [{ address: `贷后设置!B${String(row + 1)}` }] },
    });
    expect((await saveSettings(running.workbook, edits(["近期提醒", 6]), unwatched)).ok).toBe(true);
    expect(settingsOf(running).cell(row, 1).value).toBe(6);
  });

  it("adds the lines that an older sheet lacks at the next run, with their look, and takes nothing from it", async () => {
    const running = await annotated();
    const sheet = settingsOf(running);
    const row = rowOf(running, "退出类行业");
    for (let column = 0; column < 6; column++) sheet.setValue(row, column, undefined);
    sheet.setValue(row, 4, "分行备注");
    const again = await annotate(running.workbook, { today: TODAY }, unwatched);
    if (!again.ok) throw new Error(JSON.stringify(again.because));
    const added = rowOf(running, "退出类行业");
    expect(added).toBeGreaterThan(rowOf(running, "整行着色"));
    expect(sheet.cell(added - 1, 0).value).toBe("补充的设置");
    expect(sheet.cell(row, 4).value).toBe("分行备注");
    const third = await annotate(running.workbook, { today: TODAY }, unwatched);
    expect(third).toMatchObject({ ok: true, value: { applied: { changes: 0 } } });
  });

  it("holds each number to its bounds in Excel itself", async () => {
    const running = await annotated();
    const parts = [...partsOf(running.excel.book.save())].find(([, part]) =>
      part.includes('dataValidation type="custom"'),
    );
    expect(parts?.[1]).toMatch(/AND\(ISNUMBER\(B\d+\),B\d+&gt;=1,B\d+&lt;=60,INT\(B\d+\)=B\d+\)/);
  });

  it("takes an account manager's aliases for the manager", async () => {
    const [headings = [], ...rows] = smallLedger;
    const names = ["张三", "小张", "李四"];
    const running = await annotated([
      [...headings, "客户经理"],
      ...rows.map((row, index) => [...row, names[index] ?? ""]),
    ]);
    const saved = await saveSettings(
      running.workbook,
      { values: new Map(), managerAliases: new Map([["小张", "张三"]]) },
      unwatched,
    );
    expect(saved.ok).toBe(true);
    const after = await assess(running.workbook, { today: TODAY }, unwatched);
    if (!after.ok) throw new Error(JSON.stringify(after.because));
    const managers = after.value.ledgers[0]?.judgements.map(({ customer }) => customer.drawdowns[0]?.manager);
    expect(managers).toEqual(["张三", "张三", "李四"]);
  });
});
