import type { Day } from "../../domain/loan/day";
import { cellText } from "../../embedded/calc/cellText";
import { standingFormats } from "../../embedded/calc/conditionalFormats";
import type { Book, CellFormat, Extent, Scalar, Sheet } from "../../embedded/xlsx/model";
import { pixelWidth, sizeOf, STANDARD_FONT } from "./frame";
import type { DrawnCell, Look } from "./messages";

/** What an area's cells show; a row that is hidden, or beyond all contents, is undefined. */
export interface DrawnArea {
  readonly looks: readonly Look[];
  readonly rows: readonly ((DrawnCell | undefined)[] | undefined)[];
}

/** Cells that look alike share one entry. */
class Looks {
  readonly all: Look[] = [];
  private readonly places = new Map<string, number>();

  placeOf(style: number, look: Look): number {
    const key = `${String(style)} ${look.kind} ${look.rule === undefined ? "" : JSON.stringify(look.rule)}`;
    const known = this.places.get(key);
    if (known !== undefined) return known;
    this.places.set(key, this.all.length);
    return this.all.push(look) - 1;
  }
}

/** Draws areas of one sheet: values as text, conditional formats as the formats they give. Formulas have to be up to date. */
export class CellDrawer {
  private readonly formats = new Map<number, CellFormat>();
  /** Rows and columns from the first to the last that holds anything. */
  private readonly size: { readonly rows: number; readonly columns: number };
  private readonly formatAt: ReturnType<typeof standingFormats>;
  private readonly room: (row: number, column: number) => number;
  private readonly book: Book;
  private readonly sheet: Sheet;

  constructor(book: Book, sheet: Sheet, today: Day) {
    this.book = book;
    this.sheet = sheet;
    this.size = sizeOf(sheet);
    this.formatAt = standingFormats(book, sheet, today);
    this.room = roomIn(sheet, this.size.columns, book.digitWidth);
  }

  /** What the grid shows in an area. */
  draw(area: Extent): DrawnArea {
    const looks = new Looks();
    const columns = Math.min(area.columns, this.size.columns - area.column);
    const rows = Array.from({ length: area.rows }, (_, down) => {
      const row = area.row + down;
      const isShown = columns > 0 && row < this.size.rows && !this.sheet.rowHidden(row);
      return isShown ? this.row({ ...area, row, rows: 1, columns }, looks) : undefined;
    });
    return { looks: looks.all, rows };
  }

  private row(area: Extent, looks: Looks): (DrawnCell | undefined)[] {
    const [values = []] = this.sheet.values(area);
    const [styles = []] = this.sheet.styles(area);
    return Array.from({ length: area.columns }, (_, right) => {
      const [value, style = 0] = [values[right], styles[right]];
      if (value === undefined && style === 0) return undefined;
      return this.cell({ row: area.row, column: area.column + right, value, style }, looks);
    });
  }

  private cell(
    at: { readonly row: number; readonly column: number; readonly value: Scalar | undefined; readonly style: number },
    looks: Looks,
  ): DrawnCell {
    const { row, column, value, style } = at;
    const format = this.format(style);
    const rule = this.formatAt(row, column, value);
    const text = cellText(value, rule?.numberFormat ?? format.numberFormat, this.book.date1904);
    return {
      text:
        rule?.hidesValue === true
          ? undefined
          : shown(value, text, (this.room(row, column) * STANDARD_FONT) / format.fontSize),
      look: looks.placeOf(style, { format, rule, kind: kindOf(value) }),
    };
  }

  /** One object for all cells of a style: a message carries it once. */
  private format(style: number): CellFormat {
    const known = this.formats.get(style);
    if (known !== undefined) return known;
    const format = this.book.format(style);
    this.formats.set(style, format);
    return format;
  }
}

function kindOf(value: Scalar | undefined): Look["kind"] {
  return typeof value === "number" || typeof value === "boolean" ? (typeof value as "number" | "boolean") : "other";
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
function shown(value: Scalar | undefined, text: string, digits: number): string | undefined {
  if (value === undefined) return undefined;
  const isCut = typeof value === "number" && text.length > digits;
  return isCut ? "#".repeat(Math.max(1, Math.floor(digits) - 1)) : text;
}
