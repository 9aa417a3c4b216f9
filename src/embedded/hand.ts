import type { CellFormat, Scalar, Sheet } from "./xlsx/model";
import { cellText } from "./calc/cellText";
import { isDateFormat } from "numfmt";
import { WORKBOOK } from "./objects/events";
import { choicesAt } from "./handChoices";
import { filterByCell, showAll, sortList } from "./handLists";
import type { Host } from "./objects/host";
import { Range } from "./objects/range";
import { Refusal, type ErrorCode } from "./objects/refusal";
import { Worksheet } from "./objects/worksheet";
import { isError } from "./calc/values";
import { areaText } from "./xlsx/areas";

/** One cell; row and column 0-based. */
export interface CellPlace {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

/** What a person at the keyboard does in Excel, apart from any add-in: refused with Excel's code, done otherwise. */
export class Hand {
  private readonly host: Host;
  private readonly announce: () => void;

  /** `announce` tells those who listen that the workbook changed. */
  constructor(host: Host, announce: () => void) {
    this.host = host;
    this.announce = announce;
  }

  /** What stands in Excel's formula bar while a cell is selected. */
  contentOf({ sheet, row, column }: CellPlace): string {
    const { value, formula, style } = sheet.cell(row, column);
    if (formula !== undefined) return `=${formula}`;
    return value === undefined ? "" : this.constant(value, this.host.book.format(style));
  }

  private constant(value: Scalar, { numberFormat, quotePrefix }: CellFormat): string {
    if (isError(value)) return value.error;
    if (typeof value === "string") return quotePrefix ? `'${value}` : value;
    if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
    return isDateFormat(numberFormat) ? cellText(value, "yyyy-mm-dd", this.host.book.date1904) : String(value);
  }

  /** What the arrow of the cell's list offers; nothing for a cell without one. */
  choicesAt(place: CellPlace): readonly string[] {
    this.host.calculate();
    return choicesAt(this.host.book, place);
  }

  /** Types into a cell and presses Enter; "" empties it. */
  type({ sheet, row, column }: CellPlace, text: string): ErrorCode | undefined {
    return this.attempt(() => {
      new Range({ host: this.host, sheet, extent: { row, column, rows: 1, columns: 1 } }).formulas = [[text]];
    });
  }

  /** Clicks into a cell, at points from its left and upper edge. */
  click({ sheet, row, column }: CellPlace, offsetX = 0, offsetY = 0): void {
    const extent = { row, column, rows: 1, columns: 1 };
    this.host.select({ sheet, extent });
    const clicked = { worksheetId: sheet.id, address: areaText(extent), offsetX, offsetY };
    this.host.events.raise("singleClicked", sheet.id, clicked);
    this.announce();
  }

  /** Turns to the workbook from another one. */
  turnTo(): void {
    this.host.events.raise("workbookActivated", WORKBOOK, {});
  }

  /** Sorts the list around a cell by the cell's column; headings and titles stay above. */
  sort(place: CellPlace, ascending: boolean): ErrorCode | undefined {
    return this.attempt(() => {
      sortList(this.host, place, ascending);
    });
  }

  /** Leaves of the list around a cell the rows with the same in the cell's column; other columns' filters stay. */
  filter(place: CellPlace): ErrorCode | undefined {
    return this.attempt(() => {
      filterByCell(this.host, place);
    });
  }

  /** Shows every row of the list around a cell; the filter's buttons stay. */
  showAll(place: CellPlace): ErrorCode | undefined {
    return this.attempt(() => {
      showAll(this.host, place);
    });
  }

  /** Protects a sheet without a password, or takes its protection away; one with a password stays. */
  toggleProtection(sheet: Sheet): ErrorCode | undefined {
    return this.attempt(() => {
      const { protection } = new Worksheet(this.host, sheet);
      if (protection.protected) protection.unprotect();
      else protection.protect();
    });
  }

  private attempt(act: () => void): ErrorCode | undefined {
    try {
      act();
      return undefined;
    } catch (error) {
      if (error instanceof Refusal) return error.code;
      throw error;
    } finally {
      this.announce();
    }
  }
}
