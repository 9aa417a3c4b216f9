import { isDeepStrictEqual } from "node:util";
import { annotate } from "../../src/app/annotate";
import { saveSettings } from "../../src/app/saveSettings";
import { clearToPutBack, unclear } from "../../src/app/unclear";
import { undoLast } from "../../src/app/undo";
import type { Workbook } from "../../src/app/workbook";
import {
  fileWith,
  inExcel,
  inMeddledExcel,
  opened,
  refusal,
  sampleFile,
  smallLedger,
  TODAY,
  unwatched,
} from "../embedded/workbooks";
import { seen } from "./seen";

const run = { today: TODAY, asOf: TODAY };
const keep = { typed: false, settings: false };

/** The small ledger as an Excel table. */
async function tableFile(): Promise<Uint8Array> {
  const { excel } = inExcel(opened(fileWith(smallLedger)));
  const context = new Excel.RequestContext();
  context.workbook.tables.add("Sheet1!A1:H4", true);
  await context.sync();
  expect(excel.book.sheets[0]?.tables).toHaveLength(1);
  return excel.book.save();
}

const ledgers: readonly (readonly [string, () => Uint8Array | Promise<Uint8Array>])[] = [
  ["the sample ledger", sampleFile],
  ["a small ledger", () => fileWith(smallLedger)],
  ["a ledger that is an Excel table", tableFile],
];

/** An annotated workbook whose settings were edited, as a file, opened again. */
async function annotated(file: Uint8Array) {
  const { excel, workbook } = inExcel(opened(file));
  await saveSettings(workbook, { values: new Map([["小额线", 3000]]) }, unwatched);
  await annotate(workbook, run, unwatched);
  excel.calculate();
  return excel.book.save();
}

async function cleared(workbook: Workbook) {
  const done = await clearToPutBack(workbook, keep, unwatched);
  if (!done.ok) throw new Error(JSON.stringify(done.because));
  return done.value.back;
}

describe("taking a clear back", () => {
  it.each(ledgers)("gives back all that was cleared from %s, and the way back before it", async (_, file) => {
    const before = await annotated(await file());
    const { excel, workbook } = inExcel(opened(before));
    const back = await cleared(workbook);
    expect(await unclear(workbook, back, unwatched)).toMatchObject({ ok: true });
    excel.calculate();
    expect(isDeepStrictEqual(seen(excel.book.save()), seen(before))).toBe(true);
    expect(await undoLast(workbook, unwatched)).toMatchObject({ ok: true, value: { left: [] } });
  });

  it("is refused where somebody wrote since into what it would fill", async () => {
    const { excel, workbook } = inExcel(opened(await annotated(fileWith(smallLedger))));
    const back = await cleared(workbook);
    excel.book.sheets[0]?.setValue(2, 9, "已谈");
    const before = excel.book.save();
    const refused = await unclear(workbook, back, unwatched);
    expect(refused).toEqual({ ok: false, because: { kind: "changedSince", place: "Sheet1!J3" } });
    expect(Buffer.compare(excel.book.save(), before)).toBe(0);
  });

  it("leaves the workbook cleared where Excel refuses any of its requests", async () => {
    const file = await annotated(fileWith(smallLedger));
    const whole = inExcel(opened(file));
    const wholeBack = await cleared(whole.workbook);
    const start = whole.excel.counters.requests;
    const bare = seen(whole.excel.book.save());
    await unclear(whole.workbook, wholeBack, unwatched);
    const { requests } = whole.excel.counters;
    let refusals = 0;
    for (let refused = start; refused < requests; refused++) {
      const { excel, workbook } = inMeddledExcel(opened(file), (request) =>
        request === refused ? refusal("GeneralException") : undefined,
      );
      const back = await cleared(workbook);
      const tried = await unclear(workbook, back, unwatched);
      if (tried.ok) continue;
      refusals += 1;
      expect(isDeepStrictEqual(seen(excel.book.save()), bare)).toBe(true);
    }
    expect(refusals).toBeGreaterThanOrEqual(3);
  });
});
