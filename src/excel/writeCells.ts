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

/** Text that Excel would take for a formula, a number, a day or a truth value unless told that it is text. */
const NOT_TEXT_ALONE = /^[\s=+\-@'\d.,(%$¥￥€£#]|^(true|false)$/i;

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
  for (const piece of pieces.length > MANY_PARTS ? [stretch] : pieces) await writePiece(batch, piece);
}

async function writePiece(batch: Batch, piece: ColumnStretch): Promise<void> {
  let at = 0;
  while (at < piece.contents.length) {
    if (batch.room <= 0) await batch.send();
    const { count, bytes } = fitting(piece.contents, at, batch.room);
    const part = { ...piece, firstRow: piece.firstRow + at, contents: piece.contents.slice(at, at + count) };
    await batch.add({ cells: count, bytes }, () => queuePart(batch.context, part));
    at += count;
  }
}

/** How many contents from `at` on fit into so much room. */
function fitting(contents: readonly Content[], at: number, room: number): { count: number; bytes: number } {
  let bytes = 0;
  let count = 0;
  while (count < room && at + count < contents.length) {
    bytes += bytesOf(contents[at + count] ?? "");
    if (bytes > BYTES_A_REQUEST && count > 0) break;
    count += 1;
  }
  return { count, bytes };
}

function queuePart(context: Excel.RequestContext, part: ColumnStretch): Check {
  const { sheet, column, firstRow, contents } = part;
  const range = context.workbook.worksheets.getItem(sheet).getRangeByIndexes(firstRow, column, contents.length, 1);
  const first = contents[0] ?? "";
  if (isFormula(first) && contents.every((content) => joins(first, content))) {
    range.formulasR1C1 = first.r1c1 as unknown as string[][];
    return checkFill(range, part, first.r1c1);
  }
  if (contents.some(isFormula)) {
    range.formulasR1C1 = contents.map((content) => [written(content)]);
    range.load("formulasR1C1");
    return () => {
      compare(part, range.formulasR1C1);
    };
  }
  range.values = contents.map((content) => [written(content)]);
  range.load("values");
  return () => {
    compare(part, range.values);
  };
}

/** A filled formula is read back at both ends of its stretch: between them Excel repeats it by itself. */
function checkFill(range: Excel.Range, part: ColumnStretch, formula: string): Check {
  const ends = [range.getCell(0, 0), range.getLastCell()];
  for (const end of ends) end.load("formulasR1C1");
  return () => {
    ends.forEach((end, index) => {
      const row = index === 0 ? part.firstRow : part.firstRow + part.contents.length - 1;
      if (end.formulasR1C1[0]?.[0] !== formula) throw notAsWritten(part, row);
    });
  };
}

function compare(part: ColumnStretch, held: readonly (readonly unknown[])[]): void {
  part.contents.forEach((content, index) => {
    const wanted = isFormula(content) ? content.r1c1 : content;
    const found = held[index]?.[0];
    if (found !== wanted && !isSameNumber(found, wanted)) throw notAsWritten(part, part.firstRow + index);
  });
}

function notAsWritten({ sheet, column }: ColumnStretch, row: number): Refusal {
  return new Refusal({ kind: "notAsWritten", address: `${sheet}!${cellAddress(row, column)}` });
}
