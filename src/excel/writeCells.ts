import type { Content } from "../domain/change/change";
import { isFormula } from "../domain/change/content";
import { cellAddress } from "../domain/ledger/cells";
import type { Batch, Check } from "./batch";
import { BYTES_A_REQUEST } from "./chunks";
import { Refusal } from "./officeFailure";

/** A stretch of one column that is to hold these contents; row and column 0-based. */
export interface ColumnStretch {
  readonly sheet: string;
  readonly column: number;
  readonly firstRow: number;
  readonly contents: readonly Content[];
}

/** Neighbouring columns, equally long, that are to hold these contents; row and column 0-based. */
export interface ColumnBlock {
  readonly sheet: string;
  readonly column: number;
  readonly firstRow: number;
  readonly columns: readonly (readonly Content[])[];
}

/** Texts that Excel may take for a formula, a number, an error, a truth value or a day; a Chinese Excel reads full-width signs like the others. */
const NOT_TEXT_ALONE = new RegExp(
  [
    "^[\\s=+\\-@'\\d.,(%$¥￥€£#＝＋－＠０-９]",
    "^(true|false)$",
    "^(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?)[\\s.,/-]*\\d",
    "^(sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)[\\s.,/-]*\\d",
  ].join("|"),
  "i",
);

/** A content as Excel has to be given it, so that text stays text. */
export function written(content: Content): string | number | boolean {
  if (isFormula(content)) return content.r1c1;
  return typeof content === "string" && NOT_TEXT_ALONE.test(content) ? `'${content}` : content;
}

function bytesOf(content: Content): number {
  if (isFormula(content)) return content.r1c1.length + 8;
  return typeof content === "string" ? 3 * content.length + 8 : 20;
}

function isSameNumber(one: unknown, other: unknown): boolean {
  return (
    typeof one === "number" && typeof other === "number" && Math.abs(one - other) <= 1e-12 * Math.max(1, Math.abs(one))
  );
}

/** A stretch's parts: runs of one formula, which Excel fills by itself, and runs of anything else. */
function parts(stretch: ColumnStretch): readonly ColumnStretch[] {
  const found: ColumnStretch[] = [];
  let start = 0;
  const { contents } = stretch;
  for (let end = 1; end <= contents.length; end++) {
    if (end < contents.length && joins(contents[start], contents[end])) continue;
    found.push({ ...stretch, firstRow: stretch.firstRow + start, contents: contents.slice(start, end) });
    start = end;
  }
  return found;
}

function joins(first: Content | undefined, next: Content | undefined): boolean {
  if (first === undefined || next === undefined) return false;
  if (!isFormula(first)) return !isFormula(next);
  return isFormula(next) && first.r1c1 === next.r1c1;
}

/** Parts so many that filling each by itself would cost more than writing the cells one by one. */
const MANY_PARTS = 400;

/** Queues the contents, in pieces that fit the requests, each checked by what Excel says it holds. */
export async function writeStretch(batch: Batch, stretch: ColumnStretch): Promise<void> {
  const pieces = parts(stretch);
  for (const { contents, ...place } of pieces.length > MANY_PARTS ? [stretch] : pieces) {
    const first = contents[0] ?? "";
    const isFill = isFormula(first) && contents.every((content) => joins(first, content));
    if (isFill) await fill(batch, { ...place, formula: first.r1c1, rows: contents.length });
    else await writeBlock(batch, { ...place, columns: [contents] });
  }
}

/** Queues neighbouring columns together, as many rows at a time as fit a request; what was written is read back whole. */
export async function writeBlock(batch: Batch, block: ColumnBlock): Promise<void> {
  const rows = block.columns[0]?.length ?? 0;
  const width = block.columns.length;
  let at = 0;
  while (at < rows) {
    if (batch.room < width) await batch.send();
    const { count, bytes } = fitting(block, at, Math.max(1, Math.floor(batch.room / width)));
    const columns = block.columns.map((contents) => contents.slice(at, at + count));
    const part = { ...block, firstRow: block.firstRow + at, columns };
    await batch.add({ cells: count * width, bytes }, () => queueBlock(batch.context, part));
    at += count;
  }
}

/** How many rows from `at` on fit, up to so many. */
function fitting({ columns }: ColumnBlock, at: number, most: number): { count: number; bytes: number } {
  const end = Math.min(columns[0]?.length ?? 0, at + most);
  let bytes = 0;
  let row = at;
  while (row < end) {
    for (const contents of columns) bytes += bytesOf(contents[row] ?? "");
    if (bytes > BYTES_A_REQUEST && row > at) break;
    row += 1;
  }
  return { count: row - at, bytes };
}

function queueBlock(context: Excel.RequestContext, block: ColumnBlock): Check {
  const { sheet, column, firstRow, columns } = block;
  const rows = columns[0]?.length ?? 0;
  const worksheet = context.workbook.worksheets.getItem(sheet);
  const range = worksheet.getRangeByIndexes(firstRow, column, rows, columns.length);
  const aspect = columns.some((contents) => contents.some(isFormula)) ? "formulasR1C1" : "values";
  range[aspect] = Array.from({ length: rows }, (_, row) => columns.map((contents) => written(contents[row] ?? "")));
  range.load(aspect);
  return () => {
    compare(block, range[aspect]);
  };
}

/** A stretch of one column that one formula fills. */
interface Filling extends Omit<ColumnStretch, "contents"> {
  readonly formula: string;
  readonly rows: number;
}

async function fill(batch: Batch, filling: Filling): Promise<void> {
  let at = 0;
  while (at < filling.rows) {
    if (batch.room <= 0) await batch.send();
    const rows = Math.min(batch.room, filling.rows - at);
    const part = { ...filling, firstRow: filling.firstRow + at, rows };
    await batch.add({ cells: rows, bytes: filling.formula.length }, () => queueFill(batch.context, part));
    at += rows;
  }
}

/** A filled formula is read back at both ends of its stretch: between them Excel repeats it by itself. */
function queueFill(context: Excel.RequestContext, filling: Filling): Check {
  const { sheet, column, firstRow, formula, rows } = filling;
  const range = context.workbook.worksheets.getItem(sheet).getRangeByIndexes(firstRow, column, rows, 1);
  range.formulasR1C1 = formula as unknown as string[][];
  const ends = [range.getCell(0, 0), range.getLastCell()];
  for (const end of ends) end.load("formulasR1C1");
  return () => {
    ends.forEach((end, index) => {
      const row = index === 0 ? firstRow : firstRow + rows - 1;
      if (end.formulasR1C1[0]?.[0] !== formula) throw notAsWritten(filling, row);
    });
  };
}

function compare(block: ColumnBlock, held: readonly (readonly unknown[])[]): void {
  block.columns.forEach((contents, right) => {
    contents.forEach((content, down) => {
      const wanted = isFormula(content) ? content.r1c1 : content;
      const found = held[down]?.[right];
      if (found === wanted || isSameNumber(found, wanted)) return;
      throw notAsWritten({ sheet: block.sheet, column: block.column + right }, block.firstRow + down);
    });
  });
}

/** That a cell does not hold what was written into it. */
export function notAsWritten({ sheet, column }: Pick<ColumnStretch, "sheet" | "column">, row: number): Refusal {
  return new Refusal({ kind: "notAsWritten", address: `${sheet}!${cellAddress(row, column)}` });
}
