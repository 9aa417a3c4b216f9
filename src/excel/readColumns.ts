import type { ColumnsWanted, Watch } from "../app/workbook";
import type { CellValue } from "../domain/ledger/cells";
import type { ColumnCells } from "../domain/ledger/survey";
import { columnRuns, rowSpans, type ColumnRun, type RowSpan } from "./chunks";
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

/** Aspects of whole columns, each by 0-based column, read together in requests of bounded size. */
export async function readAspects(
  context: Excel.RequestContext,
  { sheet, first, last, wanted }: RowSpan & { readonly sheet: string; readonly wanted: readonly Wanted[] },
  watch: Watch,
): Promise<readonly ReadonlyMap<number, unknown[]>[]> {
  const rows = Math.max(0, last - first + 1);
  const into = wanted.map(({ columns }) => new Map(columns.map((column) => [column, new Array<unknown>(rows)])));
  const width = wanted.reduce((sum, { columns }) => sum + columns.length, 0);
  for (const span of width === 0 ? [] : rowSpans(first, last, width)) {
    stopIfCancelled(watch);
    await readSpan(context, { sheet, wanted, into, firstRow: first }, span);
    watch.progress("read", span.last - first + 1, rows);
  }
  return into;
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
  const [values, formats] = await readAspects(context, { sheet, first: firstRow, last: lastRow, wanted }, watch);
  return {
    firstRow,
    rows: Math.max(0, lastRow - firstRow + 1),
    values: values as ReadonlyMap<number, CellValue[]>,
    formats: formats as ReadonlyMap<number, string[]>,
  };
}
