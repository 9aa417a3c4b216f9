import type { FilterState } from "../xlsx/model";
import { ExcelObject } from "./excelObject";
import { unprotected, type Place } from "./place";
import { Range } from "./range";
import { notServed, Refusal } from "./refusal";
import type { Table } from "./table";
import type { Worksheet } from "./worksheet";

/** https://learn.microsoft.com/javascript/api/excel/excel.autofilter */
export class AutoFilter extends ExcelObject {
  readonly className = "AutoFilter";
  private readonly owner: Worksheet | Table;

  constructor(owner: Worksheet | Table) {
    super(owner.host);
    this.owner = owner;
  }

  get enabled(): boolean {
    return this.state !== undefined;
  }
  get isDataFiltered(): boolean {
    return this.state?.isFiltered ?? false;
  }

  getRange(): Range {
    const found = this.getRangeOrNullObject();
    if (found === undefined) throw new Refusal("ItemNotFound");
    return found;
  }
  getRangeOrNullObject(): Range | undefined {
    const { state, host } = this;
    return state && new Range({ host, sheet: this.owner.sheet, extent: state.extent });
  }

  /** Puts the filter's buttons over a range; criteria are not served. */
  apply(given: unknown, ...criteria: readonly unknown[]): void {
    if (criteria.some((criterion) => criterion !== undefined && criterion !== null)) {
      throw notServed("AutoFilter.apply with criteria");
    }
    const range = typeof given === "string" ? this.owner.worksheet.getRange(given) : given;
    if (!(range instanceof Range) || range.sheet !== this.owner.sheet) throw new Refusal("InvalidArgument");
    this.set(range);
  }
  remove(): void {
    this.set(undefined);
  }

  private get state(): FilterState | undefined {
    return this.owner.filterOf();
  }

  private set(place: Place | undefined): void {
    if (this.owner.className === "Table") throw notServed("AutoFilter of a table: apply and remove");
    unprotected(this.owner.sheet).setFilter(place?.extent);
    this.host.changed = true;
  }
}
