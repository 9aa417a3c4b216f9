import type { Sheet } from "../xlsx/model";
import { ExcelCollection, ExcelObject } from "./excelObject";
import type { Host } from "./host";
import { unprotected } from "./place";
import { Range } from "./range";
import { Refusal } from "./refusal";
import { Worksheet } from "./worksheet";

/** Between rows or between columns. */
type Kind = "breaks" | "columnBreaks";

/** Where breaks are kept. */
interface Where {
  readonly host: Host;
  readonly sheet: Sheet;
  readonly kind: Kind;
}

function setBreaks({ host, sheet, kind }: Where, breaks: readonly number[]): void {
  unprotected(sheet).changePage({ [kind]: breaks });
  host.changed = true;
}

/** https://learn.microsoft.com/javascript/api/excel/excel.pagebreak */
export class PageBreak extends ExcelObject {
  readonly className = "PageBreak";
  private readonly where: Where;
  private readonly at: number;

  constructor(where: Where, at: number) {
    super(where.host, String(at));
    this.where = where;
    this.at = at;
  }

  get rowIndex(): number {
    return this.where.kind === "breaks" ? this.at : 0;
  }
  get columnIndex(): number {
    return this.where.kind === "breaks" ? 0 : this.at;
  }
  getCellAfterBreak(): Range {
    const { host, sheet } = this.where;
    return new Range({ host, sheet, extent: { row: this.rowIndex, column: this.columnIndex, rows: 1, columns: 1 } });
  }
  delete(): void {
    const { sheet, kind } = this.where;
    setBreaks(
      this.where,
      sheet.page[kind].filter((at) => at !== this.at),
    );
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.pagebreakcollection */
export class PageBreakCollection extends ExcelCollection<PageBreak> {
  readonly className = "PageBreakCollection";
  protected readonly nameOf = (): undefined => undefined;
  private readonly where: Where;

  constructor(host: Host, sheet: Sheet, kind: Kind = "breaks") {
    super(host);
    this.where = { host, sheet, kind };
  }

  get items(): readonly PageBreak[] {
    const { sheet, kind } = this.where;
    return sheet.page[kind].map((at) => new PageBreak(this.where, at));
  }

  /** Before the first row or column of a range, given as an object or by its address. */
  add(given: unknown): PageBreak {
    const { host, sheet, kind } = this.where;
    const { extent } = given instanceof Range ? given : new Worksheet(host, sheet).getRange(given);
    const at = kind === "breaks" ? extent.row : extent.column;
    if (at === 0) throw new Refusal("InvalidArgument");
    setBreaks(this.where, [...sheet.page[kind], at]);
    return new PageBreak(this.where, at);
  }
  removePageBreaks(): void {
    setBreaks(this.where, []);
  }
}
