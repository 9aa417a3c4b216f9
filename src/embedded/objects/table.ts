import type { FilterColumns, FilterState, Sheet, TableState } from "../xlsx/model";
import { AutoFilter } from "./autoFilter";
import * as change from "./changeTable";
import { ExcelObject } from "./excelObject";
import { text, truth } from "./given";
import type { Host } from "./host";
import { Range } from "./range";
import { Refusal } from "./refusal";
import { setHeaders, setTotals } from "./tableDressing";
import { TableColumnCollection } from "./tableColumn";
import { TableRowCollection } from "./tableRow";
import { TableSort } from "./tableSort";
import { styleName } from "./tableStyle";
import { Worksheet } from "./worksheet";

/** https://learn.microsoft.com/javascript/api/excel/excel.table */
export class Table extends ExcelObject {
  readonly className = "Table";
  readonly sheet: Sheet;
  private readonly tableId: number;

  constructor(host: Host, sheet: Sheet, { id }: Pick<TableState, "id">) {
    super(host, String(id));
    this.sheet = sheet;
    this.tableId = id;
  }

  private get state(): TableState {
    const found = this.sheet.tables.find(({ id }) => id === this.tableId);
    if (found === undefined) throw new Refusal("ItemNotFound");
    return found;
  }
  /** The table with its sheet, for what changes it. */
  readonly standing = (): change.Standing => ({ host: this.host, sheet: this.sheet, table: this.state });

  get id(): string {
    return String(this.state.id);
  }
  get legacyId(): string {
    return this.id;
  }
  get name(): string {
    return this.state.name;
  }
  /** Formulas that name the table follow. */
  set name(given: unknown) {
    change.renameTable(this.standing(), text(given));
  }
  get style(): string {
    return this.state.look.style ?? "";
  }
  set style(given: unknown) {
    change.dress(this.standing(), { style: styleName(this.host, text(given)) });
  }
  get showHeaders(): boolean {
    return this.state.headerRow;
  }
  set showHeaders(given: unknown) {
    setHeaders(this.standing(), truth(given));
  }
  get showTotals(): boolean {
    return this.state.totalRow;
  }
  set showTotals(given: unknown) {
    setTotals(this.standing(), truth(given));
  }
  get showFilterButton(): boolean {
    return this.state.filter !== undefined;
  }
  set showFilterButton(given: unknown) {
    change.setFilterButton(this.standing(), truth(given));
  }
  get showBandedRows(): boolean {
    return this.state.look.bandedRows;
  }
  set showBandedRows(given: unknown) {
    change.dress(this.standing(), { bandedRows: truth(given) });
  }
  get showBandedColumns(): boolean {
    return this.state.look.bandedColumns;
  }
  set showBandedColumns(given: unknown) {
    change.dress(this.standing(), { bandedColumns: truth(given) });
  }
  get highlightFirstColumn(): boolean {
    return this.state.look.firstColumn;
  }
  set highlightFirstColumn(given: unknown) {
    change.dress(this.standing(), { firstColumn: truth(given) });
  }
  get highlightLastColumn(): boolean {
    return this.state.look.lastColumn;
  }
  set highlightLastColumn(given: unknown) {
    change.dress(this.standing(), { lastColumn: truth(given) });
  }
  get worksheet(): Worksheet {
    return new Worksheet(this.host, this.sheet);
  }
  get columns(): TableColumnCollection {
    return new TableColumnCollection(this);
  }
  get rows(): TableRowCollection {
    return new TableRowCollection(this);
  }
  get autoFilter(): AutoFilter {
    return new AutoFilter(this);
  }
  get sort(): TableSort {
    return new TableSort(this);
  }

  getRange(): Range {
    return this.area(this.state.extent);
  }
  getHeaderRowRange(): Range {
    const { extent, headerRow } = this.state;
    if (!headerRow) throw new Refusal("ItemNotFound");
    return this.area({ ...extent, rows: 1 });
  }
  getTotalRowRange(): Range {
    const { extent, totalRow } = this.state;
    if (!totalRow) throw new Refusal("ItemNotFound");
    return this.area({ ...extent, row: extent.row + extent.rows - 1, rows: 1 });
  }
  getDataBodyRange(): Range {
    return this.area(change.bodyOf(this.state));
  }

  /** The header row has to stay where it is, and no other table may lie in the new range. */
  resize(given: unknown): void {
    const range = typeof given === "string" ? this.worksheet.getRange(given) : given;
    if (!(range instanceof Range) || range.sheet !== this.sheet) throw new Refusal("InvalidArgument");
    change.resizeTable(this.standing(), range.extent);
  }
  clearFilters(): void {
    this.autoFilter.clearCriteria();
  }
  reapplyFilters(): void {
    this.autoFilter.reapply();
  }
  /** The cells stay, with the look that they have of their own. */
  convertToRange(): Range {
    const range = this.getRange();
    change.convertTable(this.standing());
    return range;
  }
  /** The cells are emptied; what stands around them does not move. */
  delete(): void {
    change.deleteTable(this.standing());
  }

  /** What the table's own filter hides; not a member of Excel's tables, whose filter tells it. */
  readonly filterOf = (): FilterState | undefined => {
    const { filter, filterColumns, isFiltered } = this.state;
    return filter && { extent: filter, filterColumns, isFiltered };
  };
  readonly setFilterOf = (columns: FilterColumns): void => {
    this.sheet.standing.change(this.state.name, { hasFilter: true, filterColumns: columns });
  };

  private area(extent: Range["extent"]): Range {
    return new Range({ host: this.host, sheet: this.sheet, extent });
  }
}
