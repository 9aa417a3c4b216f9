import {
  BooleanNumber,
  CellValueType,
  type IColumnData,
  type IObjectMatrixPrimitiveType,
  type ICellData,
  type IRowData,
  type IStyleData,
  type IWorkbookData,
  type IWorksheetData,
} from "@univerjs/core";
import type { Day } from "../domain/loan/day";
import { cellText } from "../embedded/calc/cellText";
import { standingRules } from "../embedded/calc/conditionalFormats";
import type { Book, Extent, Scalar, Sheet } from "../embedded/xlsx/model";
import { cellStyle } from "./cellStyle";

/** The id of the one workbook that the grid shows. */
export const BOOK_ID = "workbench";

const SPARE_ROWS = 30;
const SPARE_COLUMNS = 8;
const STANDARD_WIDTH = 64;
const PIXELS_A_POINT = 4 / 3;
const STANDARD_FONT = 11;
const LINE_HEIGHT = 1.4;

/** Styles by what makes them, each once, under a short name. */
class StyleNames {
  readonly styles: Record<string, IStyleData> = {};
  private readonly names = new Map<string, string>();

  name(key: string, make: () => IStyleData): string {
    const known = this.names.get(key);
    if (known !== undefined) return known;
    const name = `s${String(this.names.size)}`;
    this.names.set(key, name);
    this.styles[name] = make();
    return name;
  }
}

const flag = (is: boolean): BooleanNumber => (is ? BooleanNumber.TRUE : BooleanNumber.FALSE);

const empty = { row: 0, column: 0, rows: 0, columns: 0 };

interface Drawing {
  readonly book: Book;
  readonly today: Day;
  readonly names: StyleNames;
}

function cellsOf(sheet: Sheet, { book, today, names }: Drawing): IObjectMatrixPrimitiveType<ICellData> {
  const used = sheet.used(false) ?? empty;
  const area = { row: 0, column: 0, rows: used.row + used.rows, columns: used.column + used.columns };
  const ruleAt = standingRules(book, sheet, today);
  const styles = sheet.styles(area);
  const room = roomIn(sheet, area.columns, book.digitWidth);
  const cells: Record<number, Record<number, ICellData>> = {};
  sheet.values(area).forEach((values, row) => {
    const drawn: Record<number, ICellData> = {};
    values.forEach((value, column) => {
      const style = styles[row]?.[column] ?? 0;
      if (value === undefined && style === 0) return;
      const format = book.format(style);
      const rule = ruleAt(row, column);
      const key = `${String(style)} ${rule?.id ?? ""} ${typeof value}`;
      drawn[column] = {
        s: names.name(key, () => cellStyle(format, rule, value)),
        ...shown(
          value,
          cellText(value, format.numberFormat, book.date1904),
          (room(row, column) * STANDARD_FONT) / format.fontSize,
        ),
      };
    });
    cells[row] = drawn;
  });
  return cells;
}

/** How many digits of the standard font a cell has room for; a merged one has that of all its columns. */
function roomIn(sheet: Sheet, columns: number, digit: number): (row: number, column: number) => number {
  const widths = Array.from({ length: columns }, (_, column) => pixelWidth(sheet, column, digit) / digit);
  const merged = new Map(sheet.merges.map((merge) => [`${String(merge.row)} ${String(merge.column)}`, merge.columns]));
  return (row, column) => {
    const span = merged.get(`${String(row)} ${String(column)}`) ?? 1;
    return widths.slice(column, column + span).reduce((sum, width) => sum + width, 0);
  };
}

/** What stands in the cell as text: the grid only displays. A number that its column has no room for is never cut, Excel shows it as hashes. */
function shown(value: Scalar | undefined, text: string, digits: number): ICellData {
  if (value === undefined) return {};
  const isCut = typeof value === "number" && text.length > digits;
  return { v: isCut ? "#".repeat(Math.max(1, Math.floor(digits) - 1)) : text, t: CellValueType.STRING };
}

function pixelWidth(sheet: Sheet, column: number, digit: number): number {
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

function sheetOf(sheet: Sheet, drawing: Drawing): Partial<IWorksheetData> {
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
    cellData: cellsOf(sheet, drawing),
    columnData: columnsOf(sheet, columns, drawing.book.digitWidth),
    rowData: rowsOf(sheet, { row: 0, column: 0, rows, columns }, drawing.book),
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

/** The workbook as the grid displays it today: values as text, conditional formats as the formats they give. Formulas have to be up to date. */
export function snapshot(book: Book, today: Day): Partial<IWorkbookData> {
  const names = new StyleNames();
  const sheets = book.sheets.filter(({ isWorksheet }) => isWorksheet);
  return {
    id: BOOK_ID,
    name: "",
    sheetOrder: sheets.map(({ id }) => id),
    sheets: Object.fromEntries(sheets.map((sheet) => [sheet.id, sheetOf(sheet, { book, today, names })])),
    styles: names.styles,
  };
}
