import { loadMappings, seeColumns } from "../../src/app/mapping";
import { redo } from "../../src/app/redo";
import { saveMapping } from "../../src/app/saveMapping";
import { undoLast } from "../../src/app/undo";
import { failureSentence } from "../../src/app/words";
import type { Workbook } from "../../src/app/workbook";
import type { Field } from "../../src/domain/ledger/field";
import { fileWith, inExcel, opened, partsOf, TODAY, unwatched } from "../embedded/workbooks";
import { redoable } from "./redoable";

/** Two columns that may both be the balance. */
const file = fileWith([
  ["客户名称", "贷款余额", "账面数", "期末数", "到期日期", "五级分类"],
  ["云岭样品商行", 500_000, 480_000, 470_000, "2029-03-02", "正常"],
  ["溪口样品加工厂", 800_000, 790_000, 780_000, "2029-05-02", "关注"],
]);

async function confirm(workbook: Workbook, column: number): Promise<void> {
  const given = new Map<Field, number | undefined>([["balance", column]]);
  const saved = await saveMapping(workbook, { sheet: "Sheet1", given }, unwatched);
  expect(saved).toMatchObject({ ok: true });
}

async function balanceColumn(workbook: Workbook): Promise<number | undefined> {
  const seen = await seeColumns(workbook, "Sheet1");
  return seen.ok ? seen.value.layout?.columns.get("balance")?.column : undefined;
}

async function taken(workbook: Workbook) {
  const undone = await undoLast(workbook, unwatched);
  if (!undone.ok) throw new Error(undone.because.kind);
  return undone.value;
}

describe("taking confirmed columns back", () => {
  it("gives back what was confirmed before, then what the headings say, and does it again", async () => {
    const { excel, workbook } = inExcel(opened(file));
    await confirm(workbook, 2);
    await confirm(workbook, 3);
    expect(await balanceColumn(workbook)).toBe(3);
    const last = redoable(await taken(workbook));
    expect(await balanceColumn(workbook)).toBe(2);
    const again = await redo(workbook, { taken: last, options: { today: TODAY } }, unwatched);
    expect(again).toMatchObject({ ok: true, value: { kind: "mapping" } });
    expect(await balanceColumn(workbook)).toBe(3);
    await taken(workbook);
    await taken(workbook);
    expect(await balanceColumn(workbook)).toBe(1);
    expect([...partsOf(excel.book.save()).keys()]).toEqual([...partsOf(file).keys()]);
  });

  it("leaves what somebody confirmed elsewhere since, and says so", async () => {
    const { excel, workbook } = inExcel(opened(file));
    await confirm(workbook, 2);
    const part = excel.book.customXml.find(({ xml }) => xml.includes("post-loan-assistant:mapping"));
    excel.book.setCustomXml(part?.id ?? "", (part?.xml ?? "").replace("账面数", "期末数"));
    expect((await taken(workbook)).left).toEqual(["列对应"]);
    const kept = await workbook.survey({ merges: false });
    expect(kept.ok && (await loadMappings(workbook, kept.value)).ok).toBe(true);
  });
});

describe("several ledgers in one workbook", () => {
  it("are each read by the columns that were confirmed for them, and forgotten one by one", async () => {
    const book = opened(file);
    const second = book.addSheet("二支行");
    [
      ["户名", "借据编号", "本金", "月末余额", "到期日", "分类", "管户经理"],
      ["松台样品贸易公司", "JJ3", 900_000, 850_000, "2029-03-02", "正常", "辛样一"],
    ].forEach((row, down) => {
      row.forEach((value, right) => {
        second.setValue(down, right, value);
      });
    });
    const { workbook } = inExcel(book);
    const confirmed = (sheet: string, column: number | undefined) =>
      saveMapping(
        workbook,
        { sheet, given: column === undefined ? undefined : new Map<Field, number | undefined>([["balance", column]]) },
        unwatched,
      );
    const balances = async () => {
      const [one, other] = [await seeColumns(workbook, "Sheet1"), await seeColumns(workbook, "二支行")];
      return [one, other].map((seen) => (seen.ok ? seen.value.layout?.columns.get("balance")?.column : undefined));
    };
    const found = await balances();
    await confirmed("Sheet1", 2);
    await confirmed("二支行", 2);
    expect(await balances()).toEqual([2, 2]);
    await confirmed("Sheet1", undefined);
    expect(await balances()).toEqual([found[0], 2]);
  });
});

describe("the columns of a sheet that has none to choose from", () => {
  it.each([
    ["without a heading", [["只有一句话"], [1], [2]]],
    ["without anything", []],
  ])("are refused with what is missing and what to do: a sheet %s", async (_what, rows) => {
    const { workbook } = inExcel(opened(fileWith(rows)));
    const seen = await seeColumns(workbook, "Sheet1");
    expect(seen.ok ? "" : failureSentence(seen.because)).toMatch(/^工作表“Sheet1”的前 30 行里没有找到表头.*请先/);
  });

  it("are refused as gone where the sheet is gone", async () => {
    const { workbook } = inExcel(opened(file));
    const seen = await seeColumns(workbook, "别的表");
    expect(seen.ok ? "" : failureSentence(seen.because)).toMatch(/^找不到工作表“别的表”/);
  });
});
