import { annotate, draftAnnotation } from "../../src/app/annotate";
import { assess } from "../../src/app/assess";
import { clear } from "../../src/app/clear";
import type { Scalar } from "../../src/embedded/xlsx/model";
import { fileWith, inExcel, opened, partsOf, smallLedger, TODAY, unwatched, type Running } from "../embedded/workbooks";

const run = { today: TODAY, asOf: TODAY };
const LAST_ROW = 1_048_575;
const [headings = [], ...some] = smallLedger;

/** Fifty drawdowns, all of other customers. */
const rows: readonly (readonly Scalar[])[] = Array.from({ length: 50 }, (_, index) =>
  (some[index % some.length] ?? []).map((value, column) =>
    typeof value === "string" && column < 2 ? `${value}-${String(index)}` : value,
  ),
);

/** The ledger of fifty rows with further cells far below. */
function withCells(cells: readonly (readonly [row: number, column: number, value: Scalar])[]): Running {
  const book = opened(fileWith([headings, ...rows]));
  for (const [row, column, value] of cells) book.sheets[0]?.setValue(row, column, value);
  return inExcel(opened(book.save()));
}

async function assessed({ workbook }: Running) {
  const read = await assess(workbook, run, unwatched);
  const ledger = read.ok ? read.value.ledgers[0]?.ledger : undefined;
  if (ledger === undefined) throw new Error("no ledger");
  return ledger;
}

const whole = (row: number, name: string): readonly (readonly [number, number, Scalar])[] =>
  (some[0] ?? []).map((value, column) => [row, column, column < 2 ? name : value]);

describe("a ledger whose used area reaches to the last row", () => {
  it.each([
    ["beside the ledger", 40],
    ["in a column that is read", 2],
    ["under the names", 0],
  ])("[P21] is read in a dozen requests where one cell strayed %s", async (_where, column) => {
    await assessed(withCells([]));
    const running = withCells([[LAST_ROW, column, "?"]]);
    expect(running.excel.book.sheets[0]?.used(true)).toMatchObject({ rows: LAST_ROW + 1 });
    expect(await assessed(running)).toMatchObject({ drawdowns: 50, lastDataRow: 50 });
    expect(running.excel.counters.requests).toBeLessThan(12);
  });

  it("is annotated and cleared without a trace, and the stray cell stays", async () => {
    const running = withCells([[LAST_ROW, 2, "?"]]);
    const before = partsOf(running.excel.book.save()).get("xl/worksheets/sheet1.xml");
    expect((await annotate(running.workbook, run, unwatched)).ok).toBe(true);
    expect(running.excel.book.sheets[0]?.cell(LAST_ROW, 2).value).toBe("?");
    expect((await clear(running.workbook, { typed: false, settings: false }, unwatched)).ok).toBe(true);
    expect(partsOf(running.excel.book.save()).get("xl/worksheets/sheet1.xml")).toBe(before);
  });
});

describe("a ledger that goes on after empty rows", () => {
  it.each([1, 100, 2_000, 30_000])("is read to its end after %i of them", async (gap) => {
    const row = 51 + gap;
    const running = withCells([...whole(row, "远处样品商行"), ...whole(row + gap + 1, "更远样品商行")]);
    const ledger = await assessed(running);
    expect(ledger).toMatchObject({ drawdowns: 52, lastDataRow: row + gap + 1 });
    expect(ledger.customers.map(({ name }) => name)).toEqual(expect.arrayContaining(["远处样品商行", "更远样品商行"]));
    expect(ledger.otherRows).toHaveLength(2 * gap);
  });

  it("keeps rows and judgements together", async () => {
    const { workbook } = withCells(whole(5_000, "远处样品商行"));
    const draft = await draftAnnotation(workbook, run, unwatched);
    const columns = draft.ok ? draft.value.changes.filter((change) => change.kind === "column") : [];
    const groups = columns.find(({ after }) => after?.heading.includes("风险组别"));
    expect(groups?.after?.cells).toHaveLength(5_000);
    expect(groups?.after?.cells.at(-1)).toMatch(/^[A-E] /);
    expect(groups?.after?.cells.slice(50, -1).every((cell) => cell === "")).toBe(true);
  });
});
