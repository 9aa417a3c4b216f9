import { points } from "../../src/embedded/objects/sizes";
import { annotate } from "../../src/app/annotate";
import { clear } from "../../src/app/clear";
import { mendBeside } from "../../src/app/mend";
import { clearToPutBack, unclear } from "../../src/app/unclear";
import { findBroken, mend, undoLast } from "../../src/app/undo";
import { untrace } from "../../src/app/untrace";
import { makeRecords } from "../../src/app/visit";
import {
  fileWith,
  inExcel,
  inMeddledExcel,
  opened,
  refusal,
  smallLedger,
  TODAY,
  unwatched,
} from "../embedded/workbooks";
import { ownColumnHeadings } from "./headings";

const run = { today: TODAY, asOf: TODAY };
const keep = { typed: false, settings: false };
/** The first column beside the small ledger, and one more than the last of ours. */
const [FIRST, END] = [smallLedger[0]?.length ?? 0, (smallLedger[0]?.length ?? 0) + ownColumnHeadings.length];

/** The small ledger with columns beside it of their own widths in points; null hides. */
async function fileOf(widths: readonly (number | null)[], rows = smallLedger): Promise<Uint8Array> {
  const { excel } = inExcel(opened(fileWith(rows)));
  const context = new Excel.RequestContext();
  const sheet = context.workbook.worksheets.getFirst();
  widths.forEach((width, index) => {
    const column = sheet.getRangeByIndexes(0, FIRST + index, 1, 1);
    if (width === null) column.columnHidden = true;
    else column.format.columnWidth = width;
  });
  await context.sync();
  return excel.book.save();
}

const widths = [37.5, 120, null, 66, 51.75];
const wideFile = () => fileOf(widths);

/** What columns measure in points (undefined: as is usual), whether they are hidden, and what is kept beside the sheets. */
function measured(file: Uint8Array) {
  const book = opened(file);
  const columns = Array.from({ length: END + 3 }, (_, column) => {
    const [sheet] = book.sheets;
    const width = sheet?.columnWidth(column);
    return [sheet?.columnHidden(column), width === undefined ? undefined : points(width, book)];
  });
  return { columns, beside: book.customXml.map(({ xml }) => xml) };
}

async function annotated(file: Uint8Array): Promise<Uint8Array> {
  const { excel, workbook } = inExcel(opened(file));
  expect(await annotate(workbook, run, unwatched)).toMatchObject({ ok: true });
  return excel.book.save();
}

type Way = (running: ReturnType<typeof inExcel>) => Promise<unknown>;
const ways: readonly (readonly [string, Way])[] = [
  ["clearing", ({ workbook }) => clear(workbook, keep, unwatched)],
  ["undoing", ({ workbook }) => undoLast(workbook, unwatched)],
  ["taking every trace out", ({ workbook }) => untrace(workbook, { typed: false, sheets: false }, unwatched)],
];

describe("columns beside a ledger that have widths of their own", () => {
  it.each(ways)("have them again after %s, in a file that was closed between", async (_, way) => {
    const file = await wideFile();
    const running = inExcel(opened(await annotated(file)));
    expect(await way(running)).toMatchObject({ ok: true });
    expect(measured(running.excel.book.save())).toEqual(measured(file));
  });

  it("are wide enough to be read, and seen, while they are ours", async () => {
    const { columns } = measured(await annotated(await wideFile()));
    const usual = measured(await annotated(fileWith(smallLedger)));
    expect(columns).toEqual(usual.columns);
  });

  it("have them again where they belong to all columns up to the sheet's edge", async () => {
    const { excel } = inExcel(opened(fileWith(smallLedger)));
    const context = new Excel.RequestContext();
    context.workbook.worksheets.getFirst().getRange("I:XFD").format.columnWidth = 33;
    await context.sync();
    const file = excel.book.save();
    const running = inExcel(opened(await annotated(file)));
    await clear(running.workbook, keep, unwatched);
    expect(measured(running.excel.book.save())).toEqual(measured(file));
  });

  it("take them along where the user moves a column of ours", async () => {
    const { excel, workbook } = inExcel(opened(await annotated(await wideFile())));
    const context = new Excel.RequestContext();
    context.workbook.worksheets.getFirst().getRange("A:A").insert("Right");
    await context.sync();
    await clear(workbook, keep, unwatched);
    const { columns } = measured(excel.book.save());
    expect(columns.slice(FIRST + 1, FIRST + 6)).toEqual(measured(await wideFile()).columns.slice(FIRST, FIRST + 5));
  });

  it("have them again after a second run, after a column of ours that a later run added, and after the undo of a clear", async () => {
    const file = await fileOf(Array.from({ length: ownColumnHeadings.length + 2 }, (_, index) => 30 + 3 * index));
    const { excel, workbook } = inExcel(opened(await annotated(file)));
    const before = measured(excel.book.save());
    const second = await annotate(workbook, { ...run, asOf: (TODAY + 1) as typeof TODAY }, unwatched);
    expect(second).toMatchObject({ ok: true });
    const chosen = { customer: "溪口样品加工厂" };
    expect(await makeRecords(workbook, { ...run, chosen, withHints: false }, unwatched)).toMatchObject({ ok: true });
    expect(await undoLast(workbook, unwatched)).toMatchObject({ ok: true, value: { left: [] } });
    expect(measured(excel.book.save()).columns).toEqual(before.columns);
    const annotatedFile = measured(excel.book.save());
    const cleared = await clearToPutBack(workbook, keep, unwatched);
    if (!cleared.ok) throw new Error(JSON.stringify(cleared.because));
    expect(measured(excel.book.save())).toEqual(measured(file));
    expect(await unclear(workbook, cleared.value.back, unwatched)).toMatchObject({ ok: true });
    expect(measured(excel.book.save())).toEqual(annotatedFile);
    await clear(workbook, keep, unwatched);
    expect(measured(excel.book.save())).toEqual(measured(file));
  });

  it("have them again after the undo of a column that was mended beside", async () => {
    const rows = [
      ...smallLedger.slice(0, 3),
      smallLedger[3]?.map((value) => (value === "2026-05-20" ? "2026年5月20日" : value)) ?? [],
    ];
    const file = await fileOf([90], rows);
    const { excel, workbook } = inExcel(opened(file));
    const mended = await mendBeside(workbook, run, unwatched);
    expect(mended).toMatchObject({ ok: true });
    expect(measured(excel.book.save()).columns).not.toEqual(measured(file).columns);
    await undoLast(workbook, unwatched);
    expect(measured(excel.book.save())).toEqual(measured(file));
  });
});

describe("what the file remembers of widths", () => {
  it("is nothing where every column has the usual width", async () => {
    const { beside } = measured(await annotated(fileWith(smallLedger)));
    expect(beside.filter((xml) => xml.includes("widths"))).toEqual([]);
  });

  it("costs no request more", async () => {
    const requests = async (file: Uint8Array): Promise<number> => {
      const { excel, workbook } = inExcel(opened(file));
      await annotate(workbook, run, unwatched);
      return excel.counters.requests;
    };
    expect(await requests(await wideFile())).toBe(await requests(fileWith(smallLedger)));
  });

  it.each([
    ["no JSON", "归行长"],
    ["no list", "{}"],
    ["other things", '[{"sheet":1}]'],
    ["a negative width", '[{"sheet":"Sheet1","heading":"贷后_预警","points":-3}]'],
  ])("is left alone where somebody made %s of it: the columns get the usual width", async (_, text) => {
    const { excel } = inExcel(opened(await annotated(await wideFile())));
    const context = new Excel.RequestContext();
    const part = context.workbook.customXmlParts.getByNamespace("urn:post-loan-assistant:widths").getOnlyItem();
    part.setXml(`<state xmlns="urn:post-loan-assistant:widths">${text}</state>`);
    await context.sync();
    const running = inExcel(opened(excel.book.save()));
    expect(await clear(running.workbook, keep, unwatched)).toMatchObject({ ok: true });
    const usual = inExcel(opened(await annotated(fileWith(smallLedger))));
    await clear(usual.workbook, keep, unwatched);
    expect(measured(running.excel.book.save())).toEqual(measured(usual.excel.book.save()));
  });

  it("is enough to bring them back after a run that broke off for good, whichever request was the last", async () => {
    const file = await wideFile();
    const whole = inExcel(opened(file));
    await annotate(whole.workbook, run, unwatched);
    const { requests } = whole.excel.counters;
    for (let last = 0; last < requests - 1; last++) {
      const { excel, workbook } = inMeddledExcel(opened(file), (request) =>
        request > last ? refusal("ConnectionFailure") : undefined,
      );
      await annotate(workbook, run, unwatched);
      const again = inExcel(opened(excel.book.save()));
      const broken = await findBroken(again.workbook);
      if (broken.ok && broken.value !== undefined)
        expect(await mend(again.workbook, unwatched)).toMatchObject({ ok: true });
      expect(measured(again.excel.book.save())).toEqual(measured(file));
    }
  });

  it("is enough to end a clear that broke off for good, whichever request was the last", async () => {
    const file = await wideFile();
    const start = await annotated(file);
    const whole = inExcel(opened(start));
    await clear(whole.workbook, keep, unwatched);
    const { requests } = whole.excel.counters;
    for (let last = 0; last < requests; last++) {
      const { excel, workbook } = inMeddledExcel(opened(start), (request) =>
        request > last ? refusal("ConnectionFailure") : undefined,
      );
      await clear(workbook, keep, unwatched);
      const again = inExcel(opened(excel.book.save()));
      const broken = await findBroken(again.workbook);
      const isBroken = broken.ok && broken.value !== undefined;
      if (isBroken) expect(await mend(again.workbook, unwatched)).toMatchObject({ ok: true });
      const isDone = isBroken || last === requests - 1;
      expect(measured(again.excel.book.save())).toEqual(measured(isDone ? file : start));
    }
  });
});
