import { annotate } from "../../src/app/annotate";
import { clear } from "../../src/app/clear";
import type { Watch } from "../../src/app/workbook";
import type { Scalar } from "../../src/embedded/xlsx/model";
import { fileWith, inExcel, opened, smallLedger, TODAY, unwatched, type Running } from "../embedded/workbooks";
import { ownColumnHeadings } from "./headings";
import { seen } from "./seen";

const options = { today: TODAY, asOf: TODAY };
const width = smallLedger[0]?.length ?? 0;
const came: readonly Scalar[] = ["新来样品商行", "JJ9", 600_000, "2026-10-09", "2027-10-09", "正常", 0, "2026-11-05"];

/** Puts rows into an annotated ledger from a row on; what stood there moves down. */
async function addRows(at: number, rows: readonly (readonly Scalar[])[]): Promise<void> {
  const context = new Excel.RequestContext();
  const sheet = context.workbook.worksheets.getItem("Sheet1");
  sheet.getRange(`${String(at)}:${String(at + rows.length - 1)}`).insert("Down");
  sheet.getRangeByIndexes(at - 1, 0, rows.length, width).values = rows.map((row) => [...row]);
  await context.sync();
}

/** What a reader sees in an own column of some row. */
async function shown(rowNumber: number, heading: string): Promise<string> {
  const context = new Excel.RequestContext();
  const column = width + ownColumnHeadings.indexOf(`贷后_${heading}`);
  const cell = context.workbook.worksheets.getItem("Sheet1").getRangeByIndexes(rowNumber - 1, column, 1, 1);
  cell.load("text");
  await context.sync();
  return cell.text[0]?.[0] ?? "";
}

async function annotated(): Promise<Running> {
  const running = inExcel(opened(fileWith(smallLedger)));
  await annotate(running.workbook, options, unwatched);
  return running;
}

describe.each([
  ["below the others", 5],
  ["among the others", 3],
])("a drawdown that came since, %s", (_where, rowNumber) => {
  it("[P17] shows its days as days once the ledger is annotated again", async () => {
    const { excel, workbook } = await annotated();
    await addRows(rowNumber, [came, [...came.slice(0, 1), "JJ10", ...came.slice(2)]]);
    await annotate(workbook, options, unwatched);
    excel.calculate();
    for (const row of [rowNumber, rowNumber + 1]) {
      expect(await shown(row, "上次联系日")).toBe("2026-11-05");
      expect(await shown(row, "下次应访日")).toMatch(/^202\d-\d\d-\d\d$/);
      expect(await shown(row, "距应访(天)")).toMatch(/^-?\d+$/);
    }
    expect(await annotate(workbook, options, unwatched)).toMatchObject({ value: { applied: { changes: 0 } } });
  });

  it("leaves nothing but itself when the ledger is cleared, or the run that met it is cancelled", async () => {
    const { excel, workbook } = await annotated();
    await addRows(rowNumber, [came]);
    const before = seen(excel.book.save());
    const controller = new AbortController();
    const watch: Watch = {
      signal: controller.signal,
      progress: (stage) => {
        if (stage === "write") controller.abort();
      },
    };
    const cancelled = await annotate(workbook, options, watch);
    expect(cancelled).toMatchObject({ ok: false, because: { kind: "cancelled" } });
    expect(seen(excel.book.save())).toEqual(before);
    await annotate(workbook, options, unwatched);
    await clear(workbook, { typed: false, settings: false }, unwatched);
    const plain = inExcel(opened(fileWith(smallLedger)));
    await addRows(rowNumber, [came]);
    expect(seen(excel.book.save())).toEqual(seen(plain.excel.book.save()));
  });
});
