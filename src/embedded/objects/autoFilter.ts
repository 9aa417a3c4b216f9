import { criterionXml, readCriterion } from "../xlsx/filterCriteria";
import type { Extent, FilterColumns, FilterState } from "../xlsx/model";
import { intersection } from "./address";
import { surroundingRegion } from "./edges";
import { ExcelObject } from "./excelObject";
import { filterTable } from "./filter";
import { criterionOf, described } from "./filterCriteria";
import { planFilter, showAllRows } from "./filterRows";
import { whole } from "./given";
import { unprotected, type Place } from "./place";
import { Range } from "./range";
import { Refusal } from "./refusal";
import type { Table } from "./table";
import type { Worksheet } from "./worksheet";

/** The rows under a filter's headings. */
const below = (extent: Extent): Extent => ({ ...extent, row: extent.row + 1, rows: extent.rows - 1 });

const isGiven = (value: unknown): boolean => value !== undefined && value !== null;

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
  /** One for each column of the range, null for those that are not filtered. */
  get criteria(): readonly (object | null)[] {
    const { state } = this;
    return Array.from({ length: state?.extent.columns ?? 0 }, (_, column) => {
      const xml = state?.filterColumns.get(column);
      const criterion = xml === undefined ? undefined : readCriterion(xml);
      return criterion === undefined ? null : described(this.host, criterion);
    });
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

  /** Puts the filter's buttons over a range, and filters a column of it where criteria are given. */
  apply(given: unknown, ...asked: readonly unknown[]): void {
    const range = typeof given === "string" ? this.owner.worksheet.getRange(given) : given;
    if (!(range instanceof Range) || range.sheet !== this.owner.sheet) throw new Refusal("InvalidArgument");
    const extent = this.areaFor(range);
    this.set(extent, this.columnsWith(extent, asked));
  }
  clearCriteria(): void {
    const { state } = this;
    if (state?.isFiltered === true) this.set(state.extent, new Map());
  }
  clearColumnCriteria(column: unknown): void {
    const { state } = this;
    if (state === undefined) throw new Refusal("InvalidOperation");
    const columns = new Map(state.filterColumns);
    columns.delete(this.columnOf(column, state.extent));
    this.set(state.extent, columns);
  }
  /** Looks again at cells that have changed since. */
  reapply(): void {
    const { state } = this;
    if (state?.isFiltered === true) this.set(state.extent, state.filterColumns);
  }
  remove(): void {
    const { owner, state } = this;
    if (state === undefined) return;
    if (owner.className === "Table") {
      owner.showFilterButton = false;
      return;
    }
    unprotected(owner.sheet, "autoFilter");
    if (state.isFiltered) showAllRows(this.place(below(state.extent)));
    owner.sheet.setFilter(undefined);
    this.host.changed = true;
  }

  private get state(): FilterState | undefined {
    return this.owner.filterOf();
  }

  /** The criteria that stay over an area, with those of one column as they are asked for. */
  private columnsWith(extent: Extent, [column, criteria]: readonly unknown[]): FilterColumns {
    const isSame = JSON.stringify(this.state?.extent) === JSON.stringify(extent);
    const columns = new Map(isSame ? this.state?.filterColumns : []);
    if (!isGiven(column)) {
      if (isGiven(criteria)) throw new Refusal("InvalidArgument");
      return columns;
    }
    const place = this.columnOf(column, extent);
    if (isGiven(criteria)) columns.set(place, criterionXml(criterionOf(this.host, criteria)));
    else columns.delete(place);
    return columns;
  }

  private place(extent: Extent): Place {
    return { host: this.host, sheet: this.owner.sheet, extent };
  }

  /** A single cell stands for the block around it; a table's filter always lies over the table. */
  private areaFor(range: Range): Extent {
    const { owner, state } = this;
    if (owner.className === "Table") {
      const own = state?.extent ?? owner.getRange().extent;
      if (intersection(own, range.extent) === undefined) throw new Refusal("InvalidArgument");
      return own;
    }
    if (owner.sheet.tables.some((table) => intersection(table.extent, range.extent) !== undefined)) {
      throw new Refusal("InvalidOperation");
    }
    return range.extent.rows === 1 && range.extent.columns === 1 ? surroundingRegion(range) : range.extent;
  }

  private columnOf(column: unknown, { columns }: Extent): number {
    const index = whole(column);
    if (index < 0 || index >= columns) throw new Refusal("InvalidArgument");
    return index;
  }

  private set(extent: Extent, columns: FilterColumns): void {
    const { owner, state, host } = this;
    if (owner.className === "Table") {
      filterTable(owner, columns);
      return;
    }
    unprotected(owner.sheet, "autoFilter");
    const hide = planFilter(this.place(below(extent)), columns);
    if (state?.isFiltered === true) showAllRows(this.place(below(state.extent)));
    owner.sheet.setFilter(extent, columns);
    hide();
    host.changed = true;
  }
}
