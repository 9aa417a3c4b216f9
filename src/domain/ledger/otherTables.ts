import type { CellReader } from "./cellReader";
import type { CellValue } from "./cells";
import type { Field } from "./field";
import { matchHeading, plainHeading } from "./headings";
import type { FieldColumn, Layout } from "./ledger";
import type { RowProblem } from "./problem";
import { plainText, saysNothing } from "./text";
import { parseClass } from "./vocabulary";
import { customerFields, lentFields } from "./whyNoLedger";

/** Fields of amounts, days and classes: what stands in their columns can be told from a heading. */
const measured: readonly Field[] = [
  "balance",
  "loanAmount",
  "disburseDate",
  "maturityDate",
  "extendedMaturity",
  "origMaturity",
  "settleDate",
  "fiveClass",
  "overdueDays",
  "interestDays",
  "overdueInterest",
  "lastVisit",
];

/** So many different headings make a header. */
const LEAST_HEADINGS = 3;

/** A cell whose text may be a heading, in a column of another heading or of the same. */
interface Titled {
  readonly field: Field;
  readonly text: string;
}

/** Whether a cell holds an amount, a day or a class rather than a heading; digits are in all of them but the class. */
function isMeasure(value: CellValue): boolean {
  return typeof value !== "string" || /\d/.test(value) || parseClass(value) !== undefined;
}

/** The headings of a row; undefined where one of its cells holds a measure. */
function headingsIn(reader: CellReader, index: number): readonly Titled[] | undefined {
  const found: Titled[] = [];
  for (const field of measured) {
    const value = reader.value(field, index);
    if (saysNothing(value)) continue;
    if (isMeasure(value)) return undefined;
    found.push({ field, text: plainText(value) });
  }
  return found;
}

/** Whether a column's heading, or the group above it, says so. */
function isOwn({ columns }: Layout, { field, text }: Titled): boolean {
  const pieces = columns.get(field)?.heading.split("/") ?? [];
  return pieces.some((piece) => plainHeading(piece).text === plainHeading(text).text);
}

/** Where the header of another table stands in a row below a ledger's; undefined in any other row. Headings that no ledger has count only below a row that is no drawdown (`isApart`). */
export function otherHeader(
  reader: CellReader,
  layout: Layout,
  { index, isApart }: { readonly index: number; readonly isApart: boolean },
): Titled | undefined {
  const titled = headingsIn(reader, index);
  if (titled === undefined || new Set(titled.map(({ text }) => text)).size < LEAST_HEADINGS) return undefined;
  const others = titled.filter((one) => !isOwn(layout, one));
  const isKnown = others.some(({ text }) => matchHeading(plainHeading(text).text) !== undefined);
  return isKnown || isApart ? others[0] : undefined;
}

/** The tables above and beside a ledger that are not read. */
export function tablesAround(layout: Layout): readonly RowProblem[] {
  const { sheet, headerRows, tableAbove } = layout;
  const above: readonly RowProblem[] =
    tableAbove === undefined ? [] : [{ sheet, ...tableAbove, kind: "tableAbove", headerRow: headerRows[1] }];
  return [...above, ...tableBeside(layout)];
}

/** How much further right a column's heading stands once more; 0 where it does not. */
function distanceOf({ column, heading, runnerUp }: FieldColumn): number {
  return runnerUp?.heading === heading ? runnerUp.column - column : 0;
}

/** A second table under the same headings beside the one that is read: so many columns further right throughout. */
function tableBeside({ sheet, headerRows, columns }: Layout): readonly RowProblem[] {
  const again = [...columns.values()].filter(distanceOf);
  const customer = again.find(({ field }) => customerFields.includes(field));
  const twice = again.filter((one) => customer && distanceOf(one) === distanceOf(customer));
  if (twice.length < LEAST_HEADINGS || !twice.some(({ field }) => lentFields.includes(field))) return [];
  const column = Math.min(...twice.map((one) => one.column + distanceOf(one)));
  return [{ sheet, row: headerRows[1], column, kind: "tableBeside" }];
}
