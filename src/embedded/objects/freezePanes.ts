import type { Sheet } from "../xlsx/model";
import { COLUMNS, ROWS } from "./address";
import { ExcelObject } from "./excelObject";
import { whole } from "./given";
import type { Host } from "./host";
import { unprotected } from "./place";
import { Range } from "./range";
import { Refusal } from "./refusal";
import { Worksheet } from "./worksheet";

/** https://learn.microsoft.com/javascript/api/excel/excel.worksheetfreezepanes */
export class WorksheetFreezePanes extends ExcelObject {
  readonly className = "WorksheetFreezePanes";
  private readonly sheet: Sheet;

  constructor(host: Host, sheet: Sheet) {
    super(host);
    this.sheet = sheet;
  }

  freezeRows(count?: unknown): void {
    this.freeze(whole(count, 1), 0);
  }
  freezeColumns(count?: unknown): void {
    this.freeze(0, whole(count, 1));
  }
  /** The rows and columns of a range, from the sheet's first on. */
  freezeAt(given: unknown): void {
    const range = typeof given === "string" ? new Worksheet(this.host, this.sheet).getRange(given) : given;
    if (!(range instanceof Range)) throw new Refusal("InvalidArgument");
    const { row, column, rows, columns } = range.extent;
    this.freeze(rows === ROWS ? 0 : row + rows, columns === COLUMNS ? 0 : column + columns);
  }
  getLocation(): Range {
    const found = this.getLocationOrNullObject();
    if (found === undefined) throw new Refusal("ItemNotFound");
    return found;
  }
  unfreeze(): void {
    this.freeze(0, 0);
  }
  getLocationOrNullObject(): Range | undefined {
    const { rows, columns } = this.sheet.frozen;
    if (rows === 0 && columns === 0) return undefined;
    const extent = { row: 0, column: 0, rows: rows || ROWS, columns: columns || COLUMNS };
    return new Range({ host: this.host, sheet: this.sheet, extent });
  }

  private freeze(rows: number, columns: number): void {
    unprotected(this.sheet).freeze(rows, columns);
    this.host.changed = true;
  }
}
