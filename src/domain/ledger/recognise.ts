import type { CellValue, Extent } from "./cells";
import { recall, type ColumnMapping } from "./columnMapping";
import type { Field } from "./field";
import { findHeader, type ColumnHeading, type Header } from "./header";
import type { FieldColumn, Layout, Rejection } from "./ledger";
import { mapColumns } from "./mapColumns";
import { isNumberRow, noiseOf } from "./rowKinds";
import { SURVEYED, type SheetSurvey, type TableSeen, type WorkbookSurvey } from "./survey";
import { plainText, saysNothing } from "./text";
import { unitAbove, withUnits } from "./units";

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

function reject({ sheet, hidden }: SheetSurvey, reason: string, nearness: number): Rejection {
  return { sheet, hidden, reason, nearness };
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

interface Mapped {
  readonly columns: ReadonlyMap<Field, FieldColumn>;
  readonly sample: (column: number) => readonly CellValue[];
  /** Whether a person said of these headings that they are a ledger's. */
  readonly isConfirmed: boolean;
}

const customerFields: readonly Field[] = ["customerName", "userCompany", "customerId", "idNo"];
const amountFields: readonly Field[] = ["balance", "loanAmount"];
const thirdFields: readonly Field[] = [
  "maturityDate",
  "disburseDate",
  "fiveClass",
  "overdueDays",
  "contractNo",
  "noteNo",
  "extendedMaturity",
  "origMaturity",
  "term",
];

/** Words that make a heading one of lending. */
const lending =
  /贷|借|授信|五级|风险分类|逾期|到期|担保|欠息|余额|本金|loan|borrow|outstanding|maturity|past due|disburse|drawdown|principal/i;
const otherBusiness = /存款|理财|保险|工资|薪酬|薪资|报销|费用|deposit|salary|payroll/i;

/** What a ledger must have a column of, with examples for the reader. */
const needed: readonly { readonly fields: readonly Field[]; readonly words: string }[] = [
  { fields: customerFields, words: "客户列（如 客户名称、借款人）" },
  { fields: amountFields, words: "余额或金额列（如 贷款余额、贷款金额）" },
  { fields: thirdFields, words: "日期、五级分类、逾期天数、合同号或借据号中的任何一列" },
];

/** Columns below this confidence do not hold what their headings say. */
const LEAST_CONFIDENCE = 0.5;
/** So many headings at least speak of lending. */
const LEAST_EVIDENCE = 2;

/** Why a sheet is no ledger; undefined where it is one. */
function whyNot(seen: SheetSurvey, header: Header, mapped: Mapped): Rejection | undefined {
  const { columns, sample, isConfirmed } = mapped;
  const missing = needed.filter(({ fields }) => !fields.some((field) => columns.has(field)));
  if (missing.length > 0) {
    const words = missing.map((one) => one.words).join("，也没有");
    return reject(seen, `没有找到${words}。`, 0.8 - 0.25 * (missing.length - 1) - 0.01);
  }
  if (!isConfirmed && !speaksOfLending(seen, header, columns)) {
    return reject(seen, "有客户和金额，但表头里看不出是贷款（没有 余额、到期、五级分类、逾期 等列）。", 0.85);
  }
  const confidenceOf = (field: Field) => columns.get(field)?.confidence ?? 0;
  const isSure = needed.every(({ fields }) => fields.some((field) => confidenceOf(field) >= LEAST_CONFIDENCE));
  if (!isSure) return reject(seen, "表头像台账，但列中的内容与表头不符。", 0.88);
  return hasRows(columns, sample) ? undefined : reject(seen, "表头像台账，但表头下面没有数据。", 0.9);
}

/** Whether headings and title are those of loans and of no other business. */
function speaksOfLending({ sheet, top }: SheetSurvey, header: Header, columns: Mapped["columns"]): boolean {
  const words = [...columns.values()].map(({ heading }) => heading);
  if (words.filter((heading) => lending.test(heading)).length < LEAST_EVIDENCE) return false;
  const title = top.slice(0, header.rows[0]).flat().map(plainText).join(" ");
  return !otherBusiness.test(`${sheet} ${title}`) || /贷|借|授信|loan/i.test(`${title} ${words.join(" ")}`);
}

function hasRows(columns: ReadonlyMap<Field, FieldColumn>, sample: Mapped["sample"]): boolean {
  const column = customerFields.map((field) => columns.get(field)).find((found) => found !== undefined);
  return column !== undefined && sample(column.column).some((value) => !saysNothing(value));
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
