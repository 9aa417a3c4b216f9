import type { Extent, TableState } from "../xlsx/model";
import { intersection } from "./address";
import { told } from "./changes";
import { sameName } from "./excelObject";
import { whole } from "./given";
import type { Host } from "./host";
import { unprotected, type Place } from "./place";
import { Refusal } from "./refusal";
import { insertCells } from "./shiftCells";
import { takeHeadings } from "./tableColumns";

const LONGEST = 255;
const ALLOWED = /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u;
const LIKE_A_CELL = /^(?:[a-z]{1,3}\d+|r\d*(?:c\d*)?|c\d*)$/i;

/** Whether names of ranges and tables may be so. */
export function isAllowedName(name: string): boolean {
  return ALLOWED.test(name) && !LIKE_A_CELL.test(name) && name.length <= LONGEST;
}

/** Whether a table or a range of the workbook has the name; the two share one list. */
export function isTakenName({ book }: Host, name: string): boolean {
  const tables = book.sheets.flatMap((sheet) => sheet.tables);
  const ofWorkbook = book.names.filter(({ scope }) => scope === undefined);
  return [...tables, ...ofWorkbook].some((one) => sameName(one.name, name));
}

/** "表1", or the first such name that is free. */
export function freeTableName(host: Host, start = "表", first = 1): string {
  for (let number = first; ; number++) {
    const name = start + String(number);
    if (!isTakenName(host, name)) return name;
  }
}

/** A place among so many, from 0 to behind the last; -1 and none given are behind the last. */
export function placeAmong(given: unknown, count: number): number {
  const place = whole(given ?? undefined, -1);
  if (place < -1 || place > count) throw new Refusal("InvalidArgument");
  return place === -1 ? count : place;
}

export function isEmpty({ sheet, extent }: Place): boolean {
  return sheet.formulas(extent).every((row) => row.every((value) => value === undefined));
}

/** Whether cells are empty and no table's. */
export function isFree(place: Place): boolean {
  const { sheet, extent } = place;
  return isEmpty(place) && sheet.tables.every((table) => intersection(table.extent, extent) === undefined);
}

/** The row behind an area, made free: cells that stand there move down. */
export function freeRowBehind(place: Place, rows = 1): void {
  const { host, sheet, extent } = place;
  const behind = { host, sheet, extent: { ...extent, row: extent.row + extent.rows, rows } };
  if (!isFree(behind)) insertCells(behind, "Down");
}

function checkArea({ sheet }: Place, extent: Extent): void {
  const crosses = (other: Extent): boolean => intersection(other, extent) !== undefined;
  if (sheet.tables.some((table) => crosses(table.extent))) throw new Refusal("InvalidArgument");
  if (sheet.merges.some(crosses) || sheet.arrays.some(crosses)) throw new Refusal("InvalidOperation");
  if (sheet.filter !== undefined && crosses(sheet.filter.extent)) throw new Refusal("InvalidOperation");
}

/** Makes a table of an area. Without headings a row for them is put above the cells, which move down; a table has at least one row of data. https://learn.microsoft.com/javascript/api/excel/excel.tablecollection#excel-excel-tablecollection-add-member(1) */
export function addTable(place: Place, hasHeaders: boolean): TableState {
  const { host, sheet, extent } = place;
  unprotected(sheet);
  checkArea(place, extent);
  if (!hasHeaders) insertCells({ host, sheet, extent: { ...extent, rows: 1 } }, "Down");
  else if (extent.rows === 1) freeRowBehind(place);
  const area = { ...extent, rows: extent.rows + (!hasHeaders || extent.rows === 1 ? 1 : 0) };
  host.calculate();
  const columns = takeHeadings(sheet, area);
  const table = sheet.standing.add({ name: freeTableName(host), extent: area, columns });
  const style = host.book.looks.tableStyles.standard;
  if (style !== undefined) sheet.standing.change(table.name, { look: { ...table.look, style } });
  told({ host, sheet, extent: { ...area, rows: 1 } }, "RangeEdited");
  host.events.raise("tableAdded", sheet.id, { tableId: String(table.id), worksheetId: sheet.id });
  return table;
}
