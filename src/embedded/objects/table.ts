import type { FilterState, Sheet, TableState } from "../xlsx/model";
import { intersection } from "./address";
import { AutoFilter } from "./autoFilter";
import { ExcelCollection, ExcelObject } from "./excelObject";
import type { Host } from "./host";
import { unprotected } from "./place";
import { Range } from "./range";
import { Refusal } from "./refusal";
import { takeHeadings } from "./tableColumns";
import { Worksheet } from "./worksheet";

/** https://learn.microsoft.com/javascript/api/excel/excel.table */
export class Table extends ExcelObject {
  readonly className = "Table";
  readonly sheet: Sheet;
  private readonly tableName: string;

  constructor(host: Host, sheet: Sheet, { id, name }: TableState) {
    super(host, String(id));
    this.sheet = sheet;
    this.tableName = name;
  }

  private get state(): TableState {
    const found = this.sheet.tables.find(({ name }) => name === this.tableName);
    if (found === undefined) throw new Refusal("ItemNotFound");
    return found;
  }
  get id(): string {
    return String(this.state.id);
  }
  get name(): string {
    return this.tableName;
  }
  get showTotals(): boolean {
    return this.state.totalRow;
  }
  get worksheet(): Worksheet {
    return new Worksheet(this.host, this.sheet);
  }
  get autoFilter(): AutoFilter {
    return new AutoFilter(this);
  }

  getRange(): Range {
    return this.area({});
  }
  getHeaderRowRange(): Range {
    return this.area({ rows: 1 });
  }
  getDataBodyRange(): Range {
    const { extent, totalRow } = this.state;
    return this.area({ row: extent.row + 1, rows: extent.rows - 1 - (totalRow ? 1 : 0) });
  }

  /** The header row has to stay where it is, and no other table may lie in the new range. */
  resize(given: unknown): void {
    const range = typeof given === "string" ? this.worksheet.getRange(given) : given;
    if (!(range instanceof Range) || range.sheet !== this.sheet) throw new Refusal("InvalidArgument");
    const { extent } = this.state;
    const others = this.sheet.tables.filter(({ name }) => name !== this.tableName);
    const overlaps = others.some((other) => intersection(other.extent, range.extent) !== undefined);
    const keepsHeader = range.extent.row === extent.row && intersection(range.extent, extent) !== undefined;
    if (overlaps || !keepsHeader || range.extent.rows < 2) throw new Refusal("InvalidArgument");
    unprotected(this.sheet).resizeTable(this.tableName, range.extent, takeHeadings(this.sheet, range.extent));
    this.host.touch();
  }

  /** What the table's own filter hides; not a member of Excel's tables, whose filter tells it. */
  readonly filterOf = (): FilterState | undefined => {
    const { filter, isFiltered } = this.state;
    return filter && { extent: filter, isFiltered };
  };

  private area(part: { readonly row?: number; readonly rows?: number }): Range {
    return new Range({ host: this.host, sheet: this.sheet, extent: { ...this.state.extent, ...part } });
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.tablecollection */
export class TableCollection extends ExcelCollection<Table> {
  readonly className = "TableCollection";
  protected readonly nameOf = ({ name }: Table): string => name;
  private readonly sheets: readonly Sheet[];

  constructor(host: Host, sheets: readonly Sheet[]) {
    super(host);
    this.sheets = sheets;
  }

  get items(): readonly Table[] {
    return this.sheets.flatMap((sheet) => sheet.tables.map((table) => new Table(this.host, sheet, table)));
  }
}
