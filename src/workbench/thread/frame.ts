import type { Book, Sheet } from "../../embedded/xlsx/model";
import type { Lines, SheetFrame } from "./messages";

const STANDARD_WIDTH = 64;
const PIXELS_A_POINT = 4 / 3;
/** Points of the font that widths and heights are meant for. */
export const STANDARD_FONT = 11;
const LINE_HEIGHT = 1.4;
/** Rows whose formats are looked at together. */
const ROWS_TOGETHER = 1_000;

/** A column's width in pixels, as wide as it would be shown. */
export function pixelWidth(sheet: Sheet, column: number, digit: number): number {
  const width = sheet.columnWidth(column);
  return width === undefined ? STANDARD_WIDTH : Math.round(width * digit);
}

/** Rows and columns of a sheet from the first to the last that holds anything. */
export function sizeOf(sheet: Sheet): { readonly rows: number; readonly columns: number } {
  const used = sheet.used(false) ?? { row: 0, column: 0, rows: 0, columns: 0 };
  return { rows: used.row + used.rows, columns: used.column + used.columns };
}

function widthsOf(sheet: Sheet, columns: number, digit: number): readonly number[] {
  return Array.from({ length: columns }, (_, column) =>
    sheet.columnHidden(column) ? 0 : pixelWidth(sheet, column, digit),
  );
}

/** Points that a row without a height of its own takes for its largest font; undefined where the default will do. */
class FontHeights {
  private readonly sizes = new Map<number, number>();
  private readonly book: Book;

  constructor(book: Book) {
    this.book = book;
  }

  of(styles: readonly number[]): number | undefined {
    const largest = styles.reduce((most, style) => Math.max(most, this.sizeOf(style)), 0);
    return largest > STANDARD_FONT ? Math.round(largest * LINE_HEIGHT) : undefined;
  }

  private sizeOf(style: number): number {
    const known = this.sizes.get(style);
    if (known !== undefined) return known;
    const { fontSize } = this.book.format(style);
    this.sizes.set(style, fontSize);
    return fontSize;
  }
}

/** Every row that is not as the others, from the top. */
function* oddRows(sheet: Sheet, size: { rows: number; columns: number }, heights: FontHeights): Iterable<Lines> {
  for (let first = 0; first < size.rows; first += ROWS_TOGETHER) {
    const rows = Math.min(ROWS_TOGETHER, size.rows - first);
    for (const [down, styles] of sheet.styles({ row: first, column: 0, rows, columns: size.columns }).entries()) {
      const row = first + down;
      const points = sheet.rowHeight(row) ?? heights.of(styles);
      const isHidden = sheet.rowHidden(row);
      if (points === undefined && !isHidden) continue;
      yield { row, rows: 1, height: points === undefined ? undefined : points * PIXELS_A_POINT, isHidden };
    }
  }
}

/** Neighbours that are alike, taken together. */
function together(rows: Iterable<Lines>): readonly Lines[] {
  const lines: Lines[] = [];
  for (const one of rows) {
    const last = lines.at(-1);
    const isNext = last !== undefined && last.row + last.rows === one.row;
    if (isNext && last.height === one.height && last.isHidden === one.isHidden) {
      lines[lines.length - 1] = { ...last, rows: last.rows + 1 };
    } else lines.push(one);
  }
  return lines;
}

function sheetFrame(sheet: Sheet, book: Book, heights: FontHeights): SheetFrame {
  const { rows, columns } = sizeOf(sheet);
  return {
    id: sheet.id,
    name: sheet.name,
    isHidden: sheet.visibility !== "visible",
    rows,
    columns,
    widths: widthsOf(sheet, columns, book.digitWidth),
    lines: together(oddRows(sheet, { rows, columns }, heights)),
    merges: sheet.merges,
    frozen: sheet.frozen,
  };
}

/** The frame of the workbook as the grid displays it: sheets, sizes, merges, what stays in view. What stands in the cells is drawn when it comes into view. */
export function framesOf(book: Book): readonly SheetFrame[] {
  const heights = new FontHeights(book);
  return book.sheets.filter(({ isWorksheet }) => isWorksheet).map((sheet) => sheetFrame(sheet, book, heights));
}
