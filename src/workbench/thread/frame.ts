import {
  BooleanNumber,
  type IColumnData,
  type IRowData,
  type IWorkbookData,
  type IWorksheetData,
} from "@univerjs/core";
import type { Book, Extent, Sheet } from "../embedded/xlsx/model";

/** The id of the one workbook that the grid shows. */
export const BOOK_ID = "workbench";

const SPARE_ROWS = 30;
const SPARE_COLUMNS = 8;
const STANDARD_WIDTH = 64;
const PIXELS_A_POINT = 4 / 3;
/** Points of the font that widths and heights are meant for. */
export const STANDARD_FONT = 11;
const LINE_HEIGHT = 1.4;

const flag = (is: boolean): BooleanNumber => (is ? BooleanNumber.TRUE : BooleanNumber.FALSE);

const empty = { row: 0, column: 0, rows: 0, columns: 0 };

/** A column's width in pixels. */
export function pixelWidth(sheet: Sheet, column: number, digit: number): number {
  const width = sheet.columnWidth(column);
  return width === undefined ? STANDARD_WIDTH : Math.round(width * digit);
}

function columnsOf(sheet: Sheet, count: number, digit: number): Record<number, IColumnData> {
  const columns: Record<number, IColumnData> = {};
  for (let column = 0; column < count; column++) {
    columns[column] = { w: pixelWidth(sheet, column, digit), hd: flag(sheet.columnHidden(column)) };
  }
  return columns;
}

/** Points that a row without a height of its own takes for its largest font; undefined where the default will do. */
function fontHeight(styles: readonly number[] | undefined, book: Book): number | undefined {
  const largest = Math.max(0, ...[...new Set(styles)].map((style) => book.format(style).fontSize));
  return largest > STANDARD_FONT ? Math.round(largest * LINE_HEIGHT) : undefined;
}

function rowsOf(sheet: Sheet, area: Extent, book: Book): Record<number, IRowData> {
  const rows: Record<number, IRowData> = {};
  const styles = sheet.styles(area);
  for (let row = 0; row < area.rows; row++) {
    const height = sheet.rowHeight(row) ?? fontHeight(styles[row], book);
    const isHidden = sheet.rowHidden(row);
    if (height === undefined && !isHidden) continue;
    rows[row] = { ...(height === undefined ? {} : { h: height * PIXELS_A_POINT }), hd: flag(isHidden) };
  }
  return rows;
}

function sheetOf(sheet: Sheet, book: Book): Partial<IWorksheetData> {
  const used = sheet.used(false) ?? empty;
  const rows = used.row + used.rows;
  const columns = used.column + used.columns;
  const { rows: frozenRows, columns: frozenColumns } = sheet.frozen;
  return {
    id: sheet.id,
    name: sheet.name,
    hidden: flag(sheet.visibility !== "visible"),
    rowCount: rows + SPARE_ROWS,
    columnCount: columns + SPARE_COLUMNS,
    defaultColumnWidth: STANDARD_WIDTH,
    defaultRowHeight: 20,
    columnData: columnsOf(sheet, columns, book.digitWidth),
    rowData: rowsOf(sheet, { row: 0, column: 0, rows, columns }, book),
    mergeData: sheet.merges.map(({ row, column, rows: down, columns: right }) => ({
      startRow: row,
      endRow: row + down - 1,
      startColumn: column,
      endColumn: column + right - 1,
    })),
    freeze: {
      xSplit: frozenColumns,
      ySplit: frozenRows,
      startRow: frozenRows === 0 ? -1 : frozenRows,
      startColumn: frozenColumns === 0 ? -1 : frozenColumns,
    },
  };
}

/** The frame of the workbook as the grid displays it: sheets, sizes, merges, what stays in view. What stands in the cells is drawn when it comes into view. */
export function snapshot(book: Book): Partial<IWorkbookData> {
  const sheets = book.sheets.filter(({ isWorksheet }) => isWorksheet);
  return {
    id: BOOK_ID,
    name: "",
    sheetOrder: sheets.map(({ id }) => id),
    sheets: Object.fromEntries(sheets.map((sheet) => [sheet.id, sheetOf(sheet, book)])),
  };
}
