import { annotate } from "../../src/app/annotate";
import { clear, planClear } from "../../src/app/clear";
import { checkHealth } from "../../src/app/health";
import { mendBeside, type MendOptions } from "../../src/app/mend";
import { undoLast } from "../../src/app/undo";
import type { Workbook } from "../../src/app/workbook";
import type { Field } from "../../src/domain/ledger/field";
import type { Book } from "../../src/embedded/xlsx/model";
import { fileWith, inExcel, opened, partsOf, TODAY, unwatched, withPart } from "../embedded/workbooks";

const run = { today: TODAY, asOf: TODAY };
/** 2027-03-02, a real day. */
const REAL = 46_448;
const ledger = fileWith([
  ["客户名称", "借据号", "贷款余额(元)", "发放日期", "到期日期", "五级分类", "客户经理"],
  [" 云岭 样品商行", "JJ1", 800_000, "2026.3.2", REAL, "正常", "辛样一"],
  ["溪口样品加工厂", "JJ2", 1_500_000, "二〇二六年一月十五日", REAL, "关注", "辛样一"],
  ["松台样品贸易公司", "JJ3", 2_600_000, "3/2/2026", REAL, "次级", "辛样一"],
]);
const contents = (file: Uint8Array) => new Map([...partsOf(file)].filter(([name]) => name !== "xl/styles.xml"));

async function mendingsOf(workbook: Workbook) {
  const checked = await checkHealth(workbook, run, unwatched);
  if (!checked.ok) throw new Error(checked.because.kind);
  return checked.value.mendings;
}

async function mend(workbook: Workbook, fields: readonly Field[], more: Partial<MendOptions> = {}) {
  const done = await mendBeside(workbook, { ...run, only: { fields: new Set(fields) }, ...more }, unwatched);
  if (!done.ok) throw new Error(done.because.kind);
  return done.value;
}

const column = ({ sheets: [sheet] }: Book, at: number) =>
  sheet?.values({ row: 0, column: at, rows: 4, columns: 1 }).map(([value]) => value ?? "");

describe("mending", () => {
  it("lists what can be mended, old and new, and changes nothing by itself", async () => {
    const { excel, workbook } = inExcel(opened(ledger));
    const before = contents(excel.book.save());
    expect(await mendingsOf(workbook)).toMatchObject([
      {
        heading: "发放日期",
        cells: [
          { row: 1, before: "2026.3.2", after: "2026-03-02" },
          { row: 2, before: "二〇二六年一月十五日", after: "2026-01-15" },
        ],
        left: 1,
      },
      { heading: "客户名称", cells: [{ row: 1, before: "␣云岭␣样品商行", after: "云岭样品商行" }], left: 0 },
    ]);
    expect(contents(excel.book.save())).toEqual(before);
  });

  it("writes the whole column beside the ledger, leaves its cells alone, and goes with undo", async () => {
    const { excel, workbook } = inExcel(opened(ledger));
    const before = contents(excel.book.save());
    const { headings } = await mend(workbook, ["disburseDate", "customerName"]);
    expect(headings).toEqual(["贷后_规范发放日期", "贷后_规范客户名称"]);
    expect(column(excel.book, 7)).toEqual(["贷后_规范发放日期", 46_083, 46_037, ""]);
    expect(column(excel.book, 8)).toEqual(["贷后_规范客户名称", "云岭样品商行", "溪口样品加工厂", "松台样品贸易公司"]);
    expect(column(excel.book, 3)).toEqual(["发放日期", "2026.3.2", "二〇二六年一月十五日", "3/2/2026"]);
    expect(column(excel.book, 0)?.[1]).toBe(" 云岭 样品商行");
    const undone = await undoLast(workbook, unwatched);
    expect(undone.ok && [undone.value.operation.kind, undone.value.left]).toEqual(["mend", []]);
    expect(contents(excel.book.save())).toEqual(before);
  });

  it("stands beside an annotation, which leaves it as it is, and clearing takes out both", async () => {
    const { excel, workbook } = inExcel(opened(ledger));
    await mend(workbook, ["disburseDate"]);
    expect((await annotate(workbook, run, unwatched)).ok).toBe(true);
    expect(column(excel.book, 7)).toEqual(["贷后_规范发放日期", 46_083, 46_037, ""]);
    const again = await annotate(workbook, run, unwatched);
    expect(again.ok && again.value.applied.changes).toBe(0);
    expect((await clear(workbook, { typed: false, settings: false }, unwatched)).ok).toBe(true);
    expect(contents(excel.book.save())).toEqual(contents(ledger));
  });

  it("keeps what a person wrote into the new column", async () => {
    const { excel, workbook } = inExcel(opened(ledger));
    await mend(workbook, ["disburseDate"]);
    excel.book.sheets[0]?.setValue(3, 7, 46_085);
    await mend(workbook, ["disburseDate"]);
    expect(column(excel.book, 7)).toEqual(["贷后_规范发放日期", 46_083, 46_037, 46_085]);
    const plan = await planClear(workbook, unwatched);
    expect(plan.ok && plan.value.typed.map(({ address, text }) => `${address} ${text}`)).toEqual(["H4 46085"]);
    const undone = await undoLast(workbook, unwatched);
    expect(undone.ok && undone.value.left).toEqual(["Sheet1!H4 人工填写的“46085”"]);
    expect(column(excel.book, 7)).toEqual(["贷后_规范发放日期", "", "", 46_085]);
  });

  it("writes nothing where the ledger is not what was looked at", async () => {
    const { excel, workbook } = inExcel(opened(ledger));
    const shown = (await mendingsOf(workbook)).filter(({ of }) => of.field === "disburseDate");
    excel.book.sheets[0]?.setValue(3, 3, "2026-04-01");
    const before = contents(excel.book.save());
    const renewed = await mend(workbook, ["disburseDate"], { shown });
    expect(renewed.headings).toEqual([]);
    expect(renewed.mendings.map(({ cells }) => cells.length)).toEqual([3]);
    expect(contents(excel.book.save())).toEqual(before);
    expect((await mend(workbook, ["disburseDate"], { shown: renewed.mendings })).headings).toHaveLength(1);
  });

  it.each<[string, string, string]>([
    ["sheetProtected", "<sheetProtection sheet='1'/>", "a protected sheet"],
    ["noRoom", "", "a sheet without room"],
  ])("is refused with %s", async (kind, protection) => {
    const { excel, workbook } = inExcel(
      opened(
        withPart(ledger, "xl/worksheets/sheet1.xml", (xml) => xml.replace("</sheetData>", `</sheetData>${protection}`)),
      ),
    );
    if (protection === "") excel.book.sheets[0]?.setValue(2, 8, "备注：已核对");
    const before = contents(excel.book.save());
    const only = { fields: new Set<Field>(["disburseDate", "customerName"]) };
    expect(await mendBeside(workbook, { ...run, only }, unwatched)).toMatchObject({ ok: false, because: { kind } });
    expect(contents(excel.book.save())).toEqual(before);
  });
});
