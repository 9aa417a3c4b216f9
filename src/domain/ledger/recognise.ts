import type { CellValue, Extent } from "./cells";
import { recall, type ColumnMapping } from "./columnMapping";
import type { Field } from "./field";
import { findHeader, type ColumnHeading, type Header } from "./header";
import type { FieldColumn, Layout, Rejection } from "./ledger";
import { mapColumns } from "./mapColumns";
import { isNumberRow, noiseOf } from "./rowKinds";
import { SURVEYED, type SheetSurvey, type TableSeen, type WorkbookSurvey } from "./survey";
import { unitAbove, withUnits } from "./units";
import { reject, whyNot } from "./whyNoLedger";

/** Sheets of our own are no candidates. */
const OWN_SHEET = /^(贷后(设置|_)|回访(_|登记簿$)|风险预警_|客户信息_|台账体检_)/;
/** Nor is a visit record that was given another name. */
const RECORD_NUMBER = /编号\s*DH-\d{8}-\d{3,}\s*$/;
const RECORD_ROWS = 3;
const OWN_HEADING = /^贷后_/;

/** Judges every sheet of a workbook: where a ledger lies, or why there is none. What a person said of columns beats their headings. */
export function recognise(
  survey: WorkbookSurvey,
  mappings: readonly ColumnMapping[] = [],
): {
  readonly layouts: readonly Layout[];
  readonly rejected: readonly Rejection[];
} {
  const layouts: Layout[] = [];
  const rejected: Rejection[] = [];
  for (const sheet of survey.sheets) {
    if (isOwn(sheet)) continue;
    const found = recogniseSheet(sheet, survey.dateSystem, mappings);
    if ("columns" in found) layouts.push(found);
    else rejected.push(found);
  }
  return { layouts, rejected };
}

function isOwn({ sheet, top }: SheetSurvey): boolean {
  const isRecord = top.slice(0, RECORD_ROWS).some((row) => row.some((value) => RECORD_NUMBER.test(String(value))));
  return isRecord || OWN_SHEET.test(sheet);
}

/** The headings of the user's columns, and a sample of the values under each; undefined where there is no header. */
export function headingsOn({ top }: Pick<SheetSurvey, "top">):
  | {
      readonly header: Header;
      readonly headings: readonly ColumnHeading[];
      readonly sample: (column: number) => readonly CellValue[];
      /** 0-based. */
      readonly firstDataRow: number;
    }
  | undefined {
  const header = findHeader(top);
  if (header === undefined) return undefined;
  const firstDataRow = firstRowUnder(top, header.rows[1]);
  const sample = (column: number) => top.slice(firstDataRow).map((row) => row[column] ?? "");
  return { header, headings: header.headings.filter(({ shown }) => !ownHeading(shown)), sample, firstDataRow };
}

function recogniseSheet(
  seen: SheetSurvey,
  dateSystem: WorkbookSurvey["dateSystem"],
  mappings: readonly ColumnMapping[],
): Layout | Rejection {
  const { top, used } = seen;
  if (used === undefined) return reject(seen, "工作表是空的。", 0);
  const titled = headingsOn(seen);
  if (titled === undefined) {
    return reject(seen, `前 30 行里没有找到表头（如 客户名称、贷款余额、到期日）。${beyondSight(used)}`, 0.1);
  }
  const { header, headings, sample, firstDataRow } = titled;
  const remembered = recall(mappings, headings);
  const mapped = mapColumns(headings, sample, { dateSystem, given: remembered?.given ?? new Map() });
  const missing = whyNot(seen, header, { columns: mapped, sample, isConfirmed: remembered !== undefined });
  if (missing !== undefined) return missing;

  const [first, last] = header.rows;
  const above = unitAbove([...top.slice(0, first), ...top.slice(last + 1, firstDataRow)]);
  const { columns, unit, isUnitGuessed } = withUnits(mapped, above, sample);
  const ownColumns = ownColumnsOf(header);
  const table = tableAround(seen.tables, header);
  return {
    sheet: seen.sheet,
    hidden: seen.hidden,
    dateSystem,
    headerRows: header.rows,
    firstDataRow,
    ...totalBetween(top, header.rows[1], firstDataRow),
    ...ledgerAbove(seen, header, dateSystem),
    lastUsedRow: table === undefined ? used.row + used.rows - 1 : lastTableRow(table),
    ...edgesOf(seen, header, { columns, own: new Set(ownColumns.values()) }),
    unit,
    isUnitGuessed,
    columns,
    ...(remembered === undefined ? {} : { changedSince: remembered.changed }),
    ownColumns,
    table,
    filter: seen.filter,
  };
}

/** Fewer rows hold no header with a drawdown under it. */
const LEAST_ROWS = 2;

/** Another ledger above the header that was chosen, which names more fields. */
function ledgerAbove(
  seen: SheetSurvey,
  { rows: [first] }: Header,
  dateSystem: WorkbookSurvey["dateSystem"],
): Pick<Layout, "tableAbove"> {
  if (first < LEAST_ROWS) return {};
  const found = recogniseSheet({ ...seen, top: seen.top.slice(0, first) }, dateSystem, []);
  if (!("columns" in found)) return {};
  const column = Math.min(...[...found.columns.values()].map((one) => one.column));
  return { tableAbove: { row: found.headerRows[1], column } };
}

/** Says that a sheet goes on where nobody looked. */
function beyondSight({ column, columns }: Extent): string {
  const { columns: seen } = SURVEYED;
  const isWider = column + columns > seen;
  return isWider ? `只查看了前 ${String(seen)} 列；台账在更右边时，请移到前 ${String(seen)} 列内。` : "";
}

function ownHeading(shown: string): string | undefined {
  const last = shown.split("/").at(-1) ?? "";
  return last.startsWith("贷后_") ? last.replace(OWN_HEADING, "") : undefined;
}

function ownColumnsOf({ headings }: Header): ReadonlyMap<string, number> {
  const own = new Map<string, number>();
  for (const { shown, column } of headings) {
    const heading = ownHeading(shown);
    if (heading !== undefined && !own.has(heading)) own.set(heading, column);
  }
  return own;
}

/** The first row under the header that is neither blank, nor column numbers, nor a total. */
function firstRowUnder(top: readonly (readonly CellValue[])[], lastHeaderRow: number): number {
  for (let row = lastHeaderRow + 1; row < top.length; row++) {
    const cells = top[row] ?? [];
    const isBlank = cells.every((value) => value === "");
    if (!isBlank && !isNumberRow(cells) && noiseOf(cells) === undefined) return row;
  }
  return lastHeaderRow + 1;
}

/** The total that stands above the data it sums up. */
function totalBetween(
  top: SheetSurvey["top"],
  lastHeaderRow: number,
  firstDataRow: number,
): Pick<Layout, "totalAbove"> {
  for (let row = lastHeaderRow + 1; row < firstDataRow; row++) {
    const cells = top[row] ?? [];
    if (noiseOf(cells) === "grandTotal") return { totalAbove: { row, cells } };
  }
  return {};
}

function tableAround(tables: readonly TableSeen[], header: Header): TableSeen | undefined {
  return tables.find(({ extent }) => extent.row === header.rows[1] && extent.columns >= 3);
}

function lastTableRow({ extent, totalRow }: TableSeen): number {
  return extent.row + extent.rows - 1 - (totalRow ? 1 : 0);
}

/** The first and the last column of the block that the mapped columns stand in: on both sides it goes on as long as columns hold anything. */
function edgesOf(
  { top }: SheetSurvey,
  header: Header,
  { columns, own }: { columns: ReadonlyMap<Field, FieldColumn>; own: ReadonlySet<number> },
): Pick<Layout, "firstColumn" | "lastColumn"> {
  const block = top.slice(header.rows[0]);
  const isHeld = (column: number) => !own.has(column) && block.some((row) => (row[column] ?? "") !== "");
  const mapped = [...columns.values()].map(({ column }) => column);
  let [firstColumn, lastColumn] = [Math.min(...mapped), Math.max(...mapped)];
  while (isHeld(firstColumn - 1)) firstColumn -= 1;
  while (isHeld(lastColumn + 1)) lastColumn += 1;
  return { firstColumn, lastColumn };
}
