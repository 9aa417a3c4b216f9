import type { ColumnsWanted, Watch } from "../app/workbook";
import type { CellValue } from "../domain/ledger/cells";
import type { ColumnCells } from "../domain/ledger/survey";
import { columnRuns, rowSpans, type ColumnRun, type RowSpan } from "./chunks";
import { Refusal } from "./officeFailure";

/** What is asked of each cell. */
type Aspect = "values" | "formulasR1C1" | "numberFormat";

interface Wanted {
  readonly sheet: string;
  readonly columns: readonly number[];
  readonly aspect: Aspect;
}

/** Throws the refusal of a run that the user stopped. */
export function stopIfCancelled(watch: Watch): void {
  if (watch.signal.aborted) throw new Refusal({ kind: "cancelled" });
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && "code" in error && /PayloadSizeLimitExceeded$/.test(String(error.code));
}

/** One block of neighbouring columns; undefined where Excel holds it to be too large to answer. */
async function readBlock(
  context: Excel.RequestContext,
  { sheet, columns, aspect }: Wanted,
  span: RowSpan,
): Promise<readonly { run: ColumnRun; cells: readonly (readonly unknown[])[] }[] | undefined> {
  const worksheet = context.workbook.worksheets.getItem(sheet);
  const blocks = columnRuns(columns).map((run) => {
    const range = worksheet.getRangeByIndexes(span.first, run.column, span.last - span.first + 1, run.columns);
    range.load(aspect);
    return { run, range };
  });
  try {
    await context.sync();
  } catch (error) {
    if (isTooLarge(error)) return undefined;
    throw error;
  }
  const read = blocks.map(({ run, range }) => ({ run, cells: range[aspect] as unknown[][] | null }));
  return read.every((block): block is { run: ColumnRun; cells: unknown[][] } => block.cells !== null)
    ? read
    : undefined;
}

/** Reads a stretch of rows into the columns' arrays; halves it as often as Excel finds it too large. */
async function readSpan(
  context: Excel.RequestContext,
  wanted: Wanted,
  { span, into, firstRow }: { span: RowSpan; into: ReadonlyMap<number, unknown[]>; firstRow: number },
): Promise<void> {
  const blocks = await readBlock(context, wanted, span);
  if (blocks === undefined) {
    if (span.first === span.last) throw new Refusal({ kind: "tooLarge" });
    const middle = Math.floor((span.first + span.last) / 2);
    await readSpan(context, wanted, { span: { first: span.first, last: middle }, into, firstRow });
    await readSpan(context, wanted, { span: { first: middle + 1, last: span.last }, into, firstRow });
    return;
  }
  for (const { run, cells } of blocks) {
    for (let offset = 0; offset < run.columns; offset++) {
      const column = into.get(run.column + offset);
      if (column === undefined) continue;
      const start = span.first - firstRow;
      for (let row = 0; row < cells.length; row++) column[start + row] = cells[row]?.[offset];
    }
  }
}

/** One aspect of whole columns, by 0-based column, in requests of bounded size. */
export async function readAspect<Cell>(
  context: Excel.RequestContext,
  wanted: Wanted & RowSpan,
  watch: Watch,
): Promise<ReadonlyMap<number, Cell[]>> {
  const rows = Math.max(0, wanted.last - wanted.first + 1);
  const into = new Map(wanted.columns.map((column) => [column, new Array<unknown>(rows)]));
  for (const span of wanted.columns.length === 0 ? [] : rowSpans(wanted.first, wanted.last, wanted.columns.length)) {
    stopIfCancelled(watch);
    await readSpan(context, wanted, { span, into, firstRow: wanted.first });
    watch.progress("read", span.last - wanted.first + 1, rows);
  }
  return into as ReadonlyMap<number, Cell[]>;
}

/** Values of whole columns, and number formats of some of them. */
export async function readColumns(
  context: Excel.RequestContext,
  { sheet, firstRow, lastRow, columns, formatsOf }: ColumnsWanted,
  watch: Watch,
): Promise<ColumnCells> {
  const span = { sheet, first: firstRow, last: lastRow };
  const values = await readAspect<CellValue>(context, { ...span, columns, aspect: "values" }, watch);
  const formats = await readAspect<string>(context, { ...span, columns: formatsOf, aspect: "numberFormat" }, watch);
  return { firstRow, rows: Math.max(0, lastRow - firstRow + 1), values, formats };
}
