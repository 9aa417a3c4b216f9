import path from "node:path";
import { draftAnnotation, annotate } from "../../src/app/annotate";
import { assess } from "../../src/app/assess";
import { makeRecords } from "../../src/app/visit";
import type { Watch } from "../../src/app/workbook";
import type { Change, Content } from "../../src/domain/change/change";
import { isFormula } from "../../src/domain/change/content";
import { columnsToRead } from "../../src/domain/ledger/columnsToRead";
import { addDays, day } from "../../src/domain/loan/day";
import { judge } from "../../src/domain/risk/judge";
import { connect } from "../../src/embedded/client/node";
import { embeddedExcel } from "../../src/embedded/excel";
import { blankBook } from "../../src/embedded/xlsx/blank";
import type { Book } from "../../src/embedded/xlsx/model";
import { openBook } from "../../src/embedded/xlsx/open";
import { excelWorkbook } from "../../src/excel/excelWorkbook";
import { ledgerRows } from "./rows";

const RUNS = 5;
const ASOF = day("2026-11-23");
const unwatched: Watch = { progress: () => undefined, signal: new AbortController().signal };
const options = { today: ASOF, asOf: ASOF };
const library = path.resolve("node_modules/@microsoft/office-js/dist/excel-web-16.00.js");

function file(rows: number): Uint8Array {
  const book = blankBook();
  const sheet = book.sheets[0];
  ledgerRows(rows, (offset) => addDays(ASOF, offset)).forEach((row, down) => {
    row.forEach((value, right) => {
      sheet?.setValue(down, right, value);
    });
  });
  return book.save();
}

function open(bytes: Uint8Array): Book {
  const book = openBook(bytes);
  if (!book.ok) throw new Error("the bench's own workbook does not open");
  return book.value;
}

function start(bytes: Uint8Array) {
  const excel = embeddedExcel(open(bytes), { today: () => ASOF });
  connect(excel, library);
  return { excel, workbook: excelWorkbook() };
}

async function timed(work: () => unknown): Promise<number> {
  globalThis.gc?.();
  const began = performance.now();
  await work();
  return performance.now() - began;
}

const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0;

const CELLS = 20_000;

/** What the bare run reads and writes; with care also what tells days from numbers, the written cells' formats, and what was written once more. */
interface Bare {
  readonly columns: readonly number[];
  readonly formatsOf: readonly number[];
  readonly rows: number;
  readonly changes: readonly Change[];
  readonly withCare: boolean;
}

/** Reads the mapped columns and writes the cells that the run would write, and judges nothing. */
async function bare({ columns, formatsOf, rows, changes, withCare }: Bare): Promise<void> {
  const context = new Excel.RequestContext();
  const sheet = context.workbook.worksheets.getItem("Sheet1");
  const step = Math.floor(CELLS / columns.length);
  for (let row = 0; row < rows; row += step) {
    const height = Math.min(step, rows - row);
    sheet.getRangeByIndexes(1 + row, 0, height, Math.max(...columns) + 1).load("values");
    for (const column of withCare ? formatsOf : [])
      sheet.getRangeByIndexes(1 + row, column, height, 1).load("numberFormat");
    await context.sync();
  }
  for (const change of changes) {
    if (change.kind !== "column" || change.after === undefined) continue;
    const { cells, numberFormat } = change.after;
    const whole = sheet.getRangeByIndexes(change.firstRow, change.column, cells.length, 1);
    if (withCare) whole.numberFormat = numberFormat as unknown as string[][];
    for (let row = 0; row < cells.length; row += CELLS) {
      const part = cells.slice(row, row + CELLS);
      const range = sheet.getRangeByIndexes(change.firstRow + row, change.column, part.length, 1);
      if (writesValues(range, part) && withCare) range.load("values");
      await context.sync();
    }
  }
}

/** Fills with the formula or writes the values; whether it was values. */
function writesValues(range: Excel.Range, part: readonly Content[]): boolean {
  const [first] = part;
  if (first !== undefined && isFormula(first)) range.formulasR1C1 = first.r1c1 as unknown as string[][];
  else range.values = part.map((content) => [content]);
  return !isFormula(first ?? "");
}

/** Whether a change writes values, which are read back whole; of filled formulas both ends are. */
function holdsValues(change: Change): boolean {
  const first = change.kind === "column" ? change.after?.cells[0] : undefined;
  return first !== undefined && !isFormula(first);
}

async function measure(rows: number) {
  const bytes = file(rows);
  const times = { annotate: [] as number[], bare: [] as number[], careful: [] as number[], judge: [] as number[] };
  let requests = 0;
  let largest = 0;
  let cells = 0;
  for (let run = 0; run < RUNS; run++) {
    const whole = start(bytes);
    times.annotate.push(await timed(() => annotate(whole.workbook, options, unwatched)));
    ({ requests } = whole.excel.counters);
    largest = Math.max(whole.excel.counters.largestRequest, whole.excel.counters.largestResponse);
    const draft = await draftAnnotation(start(bytes).workbook, options, unwatched);
    const ledger = draft.ok ? draft.value.assessment.ledgers[0]?.ledger : undefined;
    if (!draft.ok || ledger === undefined) throw new Error("the bench's own ledger was refused");
    const { columns, formatsOf } = columnsToRead(ledger.layout);
    const written = draft.value.changes.reduce((sum, change) => sum + (change.kind === "column" ? rows : 0), 0);
    const readBack = draft.value.changes.reduce((sum, change) => sum + (holdsValues(change) ? rows : 0), 0);
    cells = (columns.length + formatsOf.length) * rows + written + readBack;
    const { changes } = draft.value;
    for (const [spent, withCare] of [
      [times.bare, false],
      [times.careful, true],
    ] as const) {
      start(bytes);
      spent.push(await timed(() => bare({ columns, formatsOf, rows, changes, withCare })));
    }
    times.judge.push(await timed(() => judge(ledger, draft.value.assessment.settings, ASOF)));
  }
  return {
    rows,
    annotate: median(times.annotate),
    bare: median(times.bare),
    careful: median(times.careful),
    judge: median(times.judge),
    requests,
    allowed: 6 + Math.ceil(cells / CELLS),
    largest,
  };
}

/** Records for every customer of a ledger of so many: what 200 sheets cost. */
async function records() {
  const bytes = file(600);
  const times: number[] = [];
  let [sheets, requests, largest] = [0, 0, 0];
  for (let run = 0; run < RUNS; run++) {
    const { excel, workbook } = start(bytes);
    const chosen = { dueWithin: 100_000 };
    times.push(
      await timed(async () => {
        const made = await makeRecords(workbook, { ...options, withHints: true, chosen }, unwatched);
        if (!made.ok) throw new Error(made.because.kind);
        sheets = made.value.records.length;
      }),
    );
    ({ requests } = excel.counters);
    largest = Math.max(excel.counters.largestRequest, excel.counters.largestResponse);
  }
  return { milliseconds: median(times), sheets, requests, largest };
}

/** Reading fifty drawdowns on a sheet whose used area reaches to its last row because of one stray cell. */
async function farRows(): Promise<number> {
  const book = open(file(50));
  book.sheets[0]?.setValue(1_048_575, 2, "?");
  const bytes = book.save();
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const { workbook } = start(bytes);
    times.push(await timed(() => assess(workbook, options, unwatched)));
  }
  return median(times);
}

async function main(): Promise<void> {
  const small = await measure(1_000);
  const large = await measure(100_000);
  process.stdout.write(JSON.stringify({ small, large, records: await records(), farRows: await farRows() }));
}

void main();
