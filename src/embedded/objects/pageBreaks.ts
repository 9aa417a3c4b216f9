import type { Sheet } from "../xlsx/model";
import { ExcelCollection, ExcelObject } from "./excelObject";
import type { Host } from "./host";
import { unprotected, type Place } from "./place";
import { Range } from "./range";
import { Refusal } from "./refusal";

/** https://learn.microsoft.com/javascript/api/excel/excel.pagebreak */
export class PageBreak extends ExcelObject {
  readonly className = "PageBreak";
  private readonly sheet: Sheet;
  private readonly row: number;

  constructor({ host, sheet, extent }: Place) {
    super(host, String(extent.row));
    this.sheet = sheet;
    this.row = extent.row;
  }

  get rowIndex(): number {
    return this.row;
  }
  delete(): void {
    unprotected(this.sheet).changePage({ breaks: this.sheet.page.breaks.filter((row) => row !== this.row) });
    this.host.changed = true;
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.pagebreakcollection, for breaks between rows. */
export class PageBreakCollection extends ExcelCollection<PageBreak> {
  readonly className = "PageBreakCollection";
  protected readonly nameOf = (): undefined => undefined;
  private readonly sheet: Sheet;

  constructor(host: Host, sheet: Sheet) {
    super(host);
    this.sheet = sheet;
  }

  private at(row: number): PageBreak {
    return new PageBreak({ host: this.host, sheet: this.sheet, extent: { row, column: 0, rows: 1, columns: 1 } });
  }

  get items(): readonly PageBreak[] {
    return this.sheet.page.breaks.map((row) => this.at(row));
  }

  /** Before the first row of a range, given as an object or by its address. */
  add(given: unknown): PageBreak {
    const range = given instanceof Range ? given : this.rangeOf(given);
    if (range.extent.row === 0) throw new Refusal("InvalidArgument");
    unprotected(this.sheet).changePage({ breaks: [...this.sheet.page.breaks, range.extent.row] });
    this.host.changed = true;
    return this.at(range.extent.row);
  }
  removePageBreaks(): void {
    unprotected(this.sheet).changePage({ breaks: [] });
    this.host.changed = true;
  }

  private rangeOf(given: unknown): Range {
    const whole = new Range({ host: this.host, sheet: this.sheet, extent: { row: 0, column: 0, rows: 1, columns: 1 } });
    return whole.worksheet.getRange(given);
  }
}
