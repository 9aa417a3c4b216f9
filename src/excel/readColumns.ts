import type { ColumnsWanted, Watch } from "../app/workbook";
import type { CellValue } from "../domain/ledger/cells";
import type { ColumnCells, RowSpan } from "../domain/ledger/survey";
import { columnRuns, rowsARequest, type ColumnRun } from "./chunks";
import { Refusal } from "./officeFailure";

/** What is asked of each cell. */
type Aspect = "values" | "formulasR1C1" | "numberFormat";

/** One aspect of some columns, 0-based. */
interface Wanted {
  readonly aspect: Aspect;
  readonly columns: readonly number[];
}

interface Reading {
  readonly sheet: string;
  readonly wanted: readonly Wanted[];
  /** For each of the wanted, by column: the array that takes what is read. */
  readonly into: readonly ReadonlyMap<number, unknown[]>[];
  readonly firstRow: number;
}

/** Throws the refusal of a run that the user stopped. */
export function stopIfCancelled(watch: Watch): void {
  if (watch.signal.aborted) throw new Refusal({ kind: "cancelled" });
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && "code" in error && String(error.code).endsWith("PayloadSizeLimitExceeded");
}

interface Block {
  readonly run: ColumnRun;
  readonly cells: readonly (readonly unknown[])[];
  readonly into: ReadonlyMap<number, unknown[]>;
}

/** The blocks of neighbouring columns in a stretch of rows; undefined where Excel holds them to be too large to answer. */
async function readBlocks(
  context: Excel.RequestContext,
  { sheet, wanted, into }: Reading,
  span: RowSpan,
): Promise<readonly Block[] | undefined> {
  const worksheet = context.workbook.worksheets.getItem(sheet);
  const queued = wanted.flatMap(({ aspect, columns }, index) =>
    columnRuns(columns).map((run) => {
      const range = worksheet.getRangeByIndexes(span.first, run.column, span.last - span.first + 1, run.columns);
      range.load(aspect);
      return { run, range, aspect, into: into[index] ?? new Map<number, unknown[]>() };
    }),
  );
  try {
    await context.sync();
  } catch (error) {
    if (isTooLarge(error)) return undefined;
    throw error;
  }
  const read = queued.map(({ range, aspect, ...block }) => ({ ...block, cells: range[aspect] as unknown[][] | null }));
  return read.every((block): block is Block & { cells: unknown[][] } => block.cells !== null) ? read : undefined;
}

/** Reads a stretch of rows into the columns' arrays; halves it as often as Excel finds it too large. */
async function readSpan(context: Excel.RequestContext, reading: Reading, span: RowSpan): Promise<void> {
  const blocks = await readBlocks(context, reading, span);
  if (blocks === undefined) {
    if (span.first === span.last) throw new Refusal({ kind: "tooLarge" });
    const middle = Math.floor((span.first + span.last) / 2);
    await readSpan(context, reading, { first: span.first, last: middle });
    await readSpan(context, reading, { first: middle + 1, last: span.last });
    return;
  }
  for (const block of blocks) store(block, span.first - reading.firstRow);
}

function store({ run, cells, into }: Block, start: number): void {
  for (let offset = 0; offset < run.columns; offset++) {
    const column = into.get(run.column + offset);
    if (column === undefined) continue;
    for (let row = 0; row < cells.length; row++) column[start + row] = cells[row]?.[offset];
  }
}

/** Whether the last of the rows that were read holds nothing in any column. */
function endsBlank({ wanted, into, firstRow }: Reading, last: number): boolean {
  const held = wanted.flatMap(({ aspect }, index) =>
    aspect === "numberFormat" ? [] : [...(into[index]?.values() ?? [])],
  );
  return held.every((column) => column[last - firstRow] === "");
}

/** The first row of a stretch in which any of the wanted columns holds something; undefined where none does. */
async function nextHeld(
  context: Excel.RequestContext,
  { sheet, wanted }: Reading,
  { first, last }: RowSpan,
): Promise<number | undefined> {
  if (first > last) return undefined;
  const columns = wanted.flatMap((one) => one.columns);
  const left = Math.min(...columns);
  const width = Math.max(...columns) - left + 1;
  const rest = context.workbook.worksheets.getItem(sheet).getRangeByIndexes(first, left, last - first + 1, width);
  const used = rest.getUsedRangeOrNullObject(true);
  used.load("rowIndex");
  await context.sync();
  return used.isNullObject ? undefined : used.rowIndex;
}

/** Aspects of whole columns, each by 0-based column; what follows the last row that holds anything may be left out. */
interface Aspects {
  readonly into: readonly ReadonlyMap<number, unknown[]>[];
  readonly gaps: readonly RowSpan[];
}

/** Reads aspects of whole columns together, in requests of bounded size. Where rows run empty Excel is asked for the next that hold something: the used area of a sheet may reach far beyond its data. */
export async function readAspects(
  context: Excel.RequestContext,
  { sheet, first, last, wanted }: RowSpan & { readonly sheet: string; readonly wanted: readonly Wanted[] },
  watch: Watch,
): Promise<Aspects> {
  const into = wanted.map(({ columns }) => new Map(columns.map((column) => [column, [] as unknown[]])));
  const reading: Reading = { sheet, wanted, into, firstRow: first };
  const gaps: RowSpan[] = [];
  const width = wanted.reduce((sum, { columns }) => sum + columns.length, 0);
  const step = rowsARequest(width);
  for (let row: number | undefined = width === 0 ? undefined : first; row !== undefined && row <= last;) {
    stopIfCancelled(watch);
    const end: number = Math.min(last, row + step - 1);
    await readSpan(context, reading, { first: row, last: end });
    watch.progress("read", end - first + 1, last - first + 1);
    row = end + 1;
    if (!endsBlank(reading, end)) continue;
    const next: number | undefined = await nextHeld(context, reading, { first: row, last });
    if (next !== undefined && next > row) gaps.push({ first: row, last: next - 1 });
    row = next;
  }
  return { into, gaps };
}

/** Values of whole columns, and number formats of some of them. */
export async function readColumns(
  context: Excel.RequestContext,
  { sheet, firstRow, lastRow, columns, formatsOf }: ColumnsWanted,
  watch: Watch,
): Promise<ColumnCells> {
  const wanted: readonly Wanted[] = [
    { aspect: "values", columns },
    { aspect: "numberFormat", columns: formatsOf },
  ];
  const { into, gaps } = await readAspects(context, { sheet, first: firstRow, last: lastRow, wanted }, watch);
  const [values, formats] = into as [ReadonlyMap<number, CellValue[]>, ReadonlyMap<number, string[]>];
  const rows = Math.max(0, ...[...values.values()].map(({ length }) => length));
  return { firstRow, rows, gaps, values, formats };
}
