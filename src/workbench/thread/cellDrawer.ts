import { CellValueType, type ICellData, type IStyleData } from "@univerjs/core";
import type { Day } from "../domain/loan/day";
import { cellText } from "../embedded/calc/cellText";
import { standingFormats } from "../embedded/calc/conditionalFormats";
import type { Book, Scalar, Sheet } from "../embedded/xlsx/model";
import { cellStyle } from "./cellStyle";
import { pixelWidth, STANDARD_FONT } from "./snapshot";

/** The contents of one row, read when it comes into view. */
interface RowSeen {
  readonly values: readonly (Scalar | undefined)[];
  readonly styles: readonly number[];
  readonly drawn: (ICellData | undefined)[];
}

/** Rows that are kept drawn at most; older ones are drawn again. */
const MOST_ROWS = 4_000;
/** Looks that are kept at most; a colour scale may give every cell another. */
const MOST_STYLES = 4_000;

/** Draws the cells of one sheet as they come into view: values as text, conditional formats as the formats they give. Formulas have to be up to date. */
export class CellDrawer {
  private readonly rows = new Map<number, RowSeen>();
  private readonly styles = new Map<string, IStyleData>();
  private readonly columns: number;
  private readonly lastRow: number;
  private readonly formatAt: ReturnType<typeof standingFormats>;
  private readonly room: (row: number, column: number) => number;
  private readonly book: Book;
  private readonly sheet: Sheet;

  constructor(book: Book, sheet: Sheet, today: Day) {
    this.book = book;
    this.sheet = sheet;
    const used = sheet.used(false);
    this.columns = used === undefined ? 0 : used.column + used.columns;
    this.lastRow = used === undefined ? -1 : used.row + used.rows - 1;
    this.formatAt = standingFormats(book, sheet, today);
    this.room = roomIn(sheet, this.columns, book.digitWidth);
  }

  /** What the grid shows in a cell; undefined where there is nothing to show. */
  draw(row: number, column: number): ICellData | undefined {
    if (row > this.lastRow || column >= this.columns) return undefined;
    const seen = this.rowAt(row);
    if (column in seen.drawn) return seen.drawn[column];
    const drawn = this.cell(seen, row, column);
    seen.drawn[column] = drawn;
    return drawn;
  }

  private rowAt(row: number): RowSeen {
    const known = this.rows.get(row);
    if (known !== undefined) return known;
    if (this.rows.size >= MOST_ROWS) this.rows.clear();
    const area = { row, column: 0, rows: 1, columns: this.columns };
    const seen = { values: this.sheet.values(area)[0] ?? [], styles: this.sheet.styles(area)[0] ?? [], drawn: [] };
    this.rows.set(row, seen);
    return seen;
  }

  private cell({ values, styles }: RowSeen, row: number, column: number): ICellData | undefined {
    const value = values[column];
    const style = styles[column] ?? 0;
    if (value === undefined && style === 0) return undefined;
    const format = this.book.format(style);
    const rule = this.formatAt(row, column, value);
    const key = `${String(style)} ${typeof value} ${rule === undefined ? "" : JSON.stringify(rule)}`;
    const text = cellText(value, rule?.numberFormat ?? format.numberFormat, this.book.date1904);
    return {
      s: this.look(key, () => cellStyle(format, rule, value)),
      ...shown(value, text, (this.room(row, column) * STANDARD_FONT) / format.fontSize),
    };
  }

  /** One object for all cells that look the same. */
  private look(key: string, make: () => IStyleData): IStyleData {
    const known = this.styles.get(key);
    if (known !== undefined) return known;
    if (this.styles.size >= MOST_STYLES) this.styles.clear();
    const look = make();
    this.styles.set(key, look);
    return look;
  }
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
