import {
  BooleanNumber,
  type IColumnData,
  type IRowData,
  type IWorkbookData,
  type IWorksheetData,
} from "@univerjs/core";
import type { SheetFrame } from "../thread/messages";

/** The id of the one workbook that the grid shows. */
export const BOOK_ID = "workbench";

const SPARE_ROWS = 30;
const SPARE_COLUMNS = 8;
const STANDARD_WIDTH = 64;
const STANDARD_HEIGHT = 20;

const flag = (is: boolean): BooleanNumber => (is ? BooleanNumber.TRUE : BooleanNumber.FALSE);

function columnsOf(widths: readonly number[]): Record<number, IColumnData> {
  return Object.fromEntries(widths.map((width, column) => [column, { w: width, hd: flag(width === 0) }]));
}

/** Rows that are alike share one entry. */
function rowsOf(lines: SheetFrame["lines"]): Record<number, IRowData> {
  const all: Record<number, IRowData> = {};
  for (const { row, rows, height, isHidden } of lines) {
    const line = { ...(height === undefined ? {} : { h: height }), hd: flag(isHidden) };
    for (let down = 0; down < rows; down++) all[row + down] = line;
  }
  return all;
}

function mergesOf(merges: SheetFrame["merges"]): IWorksheetData["mergeData"] {
  return merges.map(({ row, column, rows, columns }) => ({
    startRow: row,
    endRow: row + rows - 1,
    startColumn: column,
    endColumn: column + columns - 1,
  }));
}

/** What a frame says of a sheet. */
type SheetData = Pick<
  IWorksheetData,
  | "id"
  | "name"
  | "hidden"
  | "rowCount"
  | "columnCount"
  | "defaultColumnWidth"
  | "defaultRowHeight"
  | "columnData"
  | "rowData"
  | "mergeData"
  | "freeze"
>;

/** The frame of a sheet as Univer takes it. */
export function sheetOf({ id, name, isHidden, rows, columns, widths, lines, merges, frozen }: SheetFrame): SheetData {
  return {
    id,
    name,
    hidden: flag(isHidden),
    rowCount: rows + SPARE_ROWS,
    columnCount: columns + SPARE_COLUMNS,
    defaultColumnWidth: STANDARD_WIDTH,
    defaultRowHeight: STANDARD_HEIGHT,
    columnData: columnsOf(widths),
    rowData: rowsOf(lines),
    mergeData: mergesOf(merges),
    freeze: {
      xSplit: frozen.columns,
      ySplit: frozen.rows,
      startRow: frozen.rows === 0 ? -1 : frozen.rows,
      startColumn: frozen.columns === 0 ? -1 : frozen.columns,
    },
  };
}

/** The frame of a workbook as Univer takes it; its cells are drawn when they come into view. */
export function workbookData(sheets: readonly SheetFrame[]): Partial<IWorkbookData> {
  return {
    id: BOOK_ID,
    name: "",
    sheetOrder: sheets.map(({ id }) => id),
    sheets: Object.fromEntries(sheets.map((sheet) => [sheet.id, sheetOf(sheet)])),
  };
}
