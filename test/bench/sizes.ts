import path from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { annotate } from "../../src/app/annotate";
import { clear } from "../../src/app/clear";
import { undoLast } from "../../src/app/undo";
import type { Watch } from "../../src/app/workbook";
import { AS_OF_NAME } from "../../src/domain/settings/names";
import { addDays, day } from "../../src/domain/loan/day";
import type { Result } from "../../src/domain/result";
import { connect } from "../../src/embedded/client/node";
import { embeddedExcel, type EmbeddedExcel } from "../../src/embedded/excel";
import { blankBook } from "../../src/embedded/xlsx/blank";
import type { Book } from "../../src/embedded/xlsx/model";
import { openBook } from "../../src/embedded/xlsx/open";
import { excelWorkbook } from "../../src/excel/excelWorkbook";
import { ledgerRows } from "./rows";

const ASOF = day("2026-11-23");
const COLUMNS = 30;
const options = { today: ASOF, asOf: ASOF };
const library = path.resolve("node_modules/@microsoft/office-js/dist/excel-web-16.00.js");
const unwatched: Watch = { progress: () => undefined, signal: new AbortController().signal };

/** The bench's ledger, with columns of other things beside its own up to thirty. */
function file(rows: number): Uint8Array {
  const book = blankBook();
  ledgerRows(rows, (offset) => addDays(ASOF, offset)).forEach((row, down) => {
    for (let right = 0; right < COLUMNS; right++) {
      const other = down === 0 ? `备用${String(right)}` : `备用内容${String((down * right) % 100)}`;
      book.sheets[0]?.setValue(down, right, row[right] ?? other);
    }
  });
  return book.save();
}

/** A workbook that answers as Excel does: after the page had its turn. */
function start(book: Book) {
  const excel = embeddedExcel(book, { today: () => ASOF });
  const execute = async (request: string) => {
    await new Promise((resume) => setImmediate(resume));
    return excel.execute(request);
  };
  connect({ execute, takeEvents: () => excel.takeEvents() }, library);
  return { excel, workbook: excelWorkbook() };
}

/** The day that all clocks count from becomes another: what it takes until every one of them shows so, the quickest of three. */
async function recalculating(excel: EmbeddedExcel): Promise<number> {
  excel.calculate();
  const times: number[] = [];
  for (const later of [1, 31, 92]) {
    const context = new Excel.RequestContext();
    context.workbook.names.getItem(AS_OF_NAME).getRange().values = [[ASOF + later]];
    await context.sync();
    const { milliseconds } = await timed(() => {
      excel.calculate();
    });
    times.push(milliseconds);
  }
  return Math.min(...times);
}

async function timed<Value>(work: () => Value | Promise<Value>): Promise<{ milliseconds: number; value: Value }> {
  const began = performance.now();
  const value = await work();
  return { milliseconds: performance.now() - began, value };
}

function done<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.because)}`);
  return result.value;
}

/** How long a run takes to end after it was stopped at so many of its requests. */
async function cancelling(bytes: Uint8Array, after: number): Promise<number> {
  const { workbook } = start(done(openBook(bytes)));
  const controller = new AbortController();
  let stopped = Infinity;
  const stop = setTimeout(() => {
    stopped = performance.now();
    controller.abort();
  }, after);
  await annotate(workbook, options, { progress: () => undefined, signal: controller.signal });
  clearTimeout(stop);
  return Math.max(0, performance.now() - stopped);
}

/** What one size costs: each step's milliseconds, the longest stretch in which nothing else had a turn, the peak of memory. */
async function measure(rows: number): Promise<void> {
  const bytes = file(rows);
  const opening = await timed(() => done(openBook(bytes)));
  const book = opening.value;
  const { excel, workbook } = start(book);
  const stretch = monitorEventLoopDelay({ resolution: 1 });
  stretch.enable();
  const annotating = await timed(() => annotate(workbook, options, unwatched));
  stretch.disable();
  done(annotating.value);
  const saving = await timed(() => book.save());
  const recalculated = Math.round(await recalculating(excel));
  const undoing = await timed(() => undoLast(workbook, unwatched));
  done(undoing.value);
  done(await annotate(workbook, options, unwatched));
  const clearing = await timed(() => clear(workbook, { typed: false, settings: false }, unwatched));
  done(clearing.value);
  const [open, annotated, save, undo, cleared] = [opening, annotating, saving, undoing, clearing].map((one) =>
    Math.round(one.milliseconds),
  );
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  const waits: number[] = [];
  for (const share of [0.1, 0.3, 0.5]) waits.push(await cancelling(bytes, annotating.milliseconds * share));
  const cancel = Math.round(Math.max(...waits));
  const longest = Math.round(stretch.max / 1e6);
  process.stdout.write(
    JSON.stringify({
      ...{ rows, open, annotate: annotated, recalculate: recalculated, undo, clear: cleared, save },
      ...{ longest, cancel, megabytes },
    }),
  );
}

void measure(Number(process.argv[2] ?? 1_000));
