import { findBroken, mend, undoLast } from "../../src/app/undo";
import { makeRecords } from "../../src/app/visit";
import type { Workbook } from "../../src/app/workbook";
import { MOST_CHARACTERS, parseLog } from "../../src/domain/change/operationLog";
import type { Book, Scalar } from "../../src/embedded/xlsx/model";
import { fileWith, inExcel, inMeddledExcel, opened, partsOf, refusal, TODAY, unwatched } from "../embedded/workbooks";

const CUSTOMERS = 90;
const rows: readonly (readonly Scalar[])[] = Array.from({ length: CUSTOMERS }, (_, index) => [
  ...[`样${String(index)}号商行`, `JJ${String(index)}`, 800_000 + index, "2025-03-02", "2027-03-02", "关注"],
  ...[
    12,
    `样经理${String(index % 7)}`,
    `采购第 ${String(index * 7919)} 批原材料`,
    `样东路 ${String(index * 104_729)} 号`,
  ],
]);
const file = fileWith([
  [
    ...["客户名称", "借据号", "贷款余额(元)", "发放日期", "到期日期", "五级分类"],
    ...["逾期天数", "客户经理", "贷款用途", "抵押物"],
  ],
  ...rows,
]);

const contents = (book: Book) => new Map([...partsOf(book.save())].filter(([name]) => name !== "xl/styles.xml"));
const untouched = contents(opened(file));

const all = { today: TODAY, asOf: TODAY, withHints: true, chosen: { dueWithin: 100_000 } };

async function remembered(workbook: Workbook) {
  const state = await workbook.readState("operations");
  if (!state.ok || state.value === undefined) throw new Error("nothing remembered");
  return { length: state.value.length, deeds: parseLog(state.value).flatMap(({ deeds }) => deeds) };
}

describe("a batch of records that is too large to be remembered whole", () => {
  let saved = new Uint8Array();
  let requests = 0;
  beforeAll(async () => {
    const { excel, workbook } = inExcel(opened(file));
    const done = await makeRecords(workbook, all, unwatched);
    expect(done).toMatchObject({ ok: true, value: { records: { length: CUSTOMERS } } });
    saved = Uint8Array.from(excel.book.save());
    ({ requests } = excel.counters);
  });

  it("is remembered in brief, and taken back after the workbook was opened again", async () => {
    const { excel, workbook } = inExcel(opened(saved));
    const { length, deeds } = await remembered(workbook);
    expect(length).toBeLessThanOrEqual(MOST_CHARACTERS);
    expect(new Set(deeds.map(({ kind }) => kind))).toContain("madeSheet");
    const undone = await undoLast(workbook, unwatched);
    expect(undone).toMatchObject({ ok: true, value: { left: [], redo: undefined } });
    expect(contents(excel.book)).toEqual(untouched);
  });

  it("leaves a record in which a person wrote since, and names it", async () => {
    const { excel, workbook } = inExcel(opened(saved));
    const [, first] = excel.book.sheets;
    first?.setValue(3, 1, "已到现场");
    const undone = await undoLast(workbook, unwatched);
    expect(undone).toMatchObject({ ok: true, value: { left: [`工作表“${first?.name ?? ""}”`] } });
    expect(excel.book.sheets).toHaveLength(2);
  });

  it("is taken back at the next start where it broke off in its midst", async () => {
    const last = Math.floor(requests / 2);
    const { excel, workbook } = inMeddledExcel(opened(file), (request) =>
      request > last ? refusal("ConnectionFailure") : undefined,
    );
    const broken = await makeRecords(workbook, all, unwatched);
    expect(broken.ok).toBe(false);
    const again = inExcel(opened(excel.book.save()));
    expect(again.excel.book.sheets.length).toBeGreaterThan(1);
    expect(await findBroken(again.workbook)).toMatchObject({ ok: true, value: { kind: "record" } });
    expect(await mend(again.workbook, unwatched)).toMatchObject({ ok: true, value: { left: [] } });
    expect(contents(again.excel.book)).toEqual(untouched);
  });
});
