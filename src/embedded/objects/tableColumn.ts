import { isFree, placeAmong } from "./addTable";
import { bodyOf, type Standing } from "./changeTable";
import { ExcelCollection, ExcelObject } from "./excelObject";
import { Filter } from "./filter";
import { text } from "./given";
import { unprotected } from "./place";
import { Range } from "./range";
import { Refusal } from "./refusal";
import { deleteCells, insertCells } from "./shiftCells";
import type { Table } from "./table";
import { columnNames, nameColumns } from "./tableColumns";
import { checkShape } from "./writeCells";

/** https://learn.microsoft.com/javascript/api/excel/excel.tablecolumn */
export class TableColumn extends ExcelObject {
  readonly className = "TableColumn";
  private readonly table: Table;
  private readonly columnId: number;

  constructor(table: Table, id: number) {
    super(table.host, String(id));
    this.table = table;
    this.columnId = id;
  }

  /** The table and this column's place in it. */
  private get found(): Standing & { readonly index: number } {
    const standing = this.table.standing();
    const index = standing.table.columnIds.indexOf(this.columnId);
    if (index < 0) throw new Refusal("ItemNotFound");
    return { ...standing, index };
  }

  get id(): number {
    return this.columnId;
  }
  get index(): number {
    return this.found.index;
  }
  get name(): string {
    const { table, index } = this.found;
    return table.columns[index] ?? "";
  }
  /** Formulas that name the column follow. */
  set name(given: unknown) {
    const { host, sheet, table, index } = this.found;
    unprotected(sheet);
    const name = text(given);
    const others = table.columns.filter((_, place) => place !== index).map((other) => other.toUpperCase());
    if (name === "" || others.includes(name.toUpperCase())) throw new Refusal("InvalidArgument");
    if (table.headerRow) sheet.setValue(table.extent.row, table.extent.column + index, name);
    nameColumns(host, sheet, { table, names: table.columns.map((known, place) => (place === index ? name : known)) });
    host.touch();
  }
  /** With heading and total. */
  get values(): unknown {
    return this.getRange().values;
  }
  set values(given: unknown) {
    this.getRange().values = given;
  }
  get filter(): Filter {
    return new Filter(this.table, () => this.index);
  }

  getRange(): Range {
    return this.area(this.found.table.extent);
  }
  getHeaderRowRange(): Range {
    return this.area(this.table.getHeaderRowRange().extent);
  }
  getTotalRowRange(): Range {
    return this.area(this.table.getTotalRowRange().extent);
  }
  getDataBodyRange(): Range {
    return this.area(bodyOf(this.found.table));
  }
  /** Cells beside the table move to the left; a table keeps at least one column. */
  delete(): void {
    if (this.found.table.columns.length === 1) throw new Refusal("InvalidOperation");
    deleteCells(this.getRange(), "Left");
  }

  private area(extent: Range["extent"]): Range {
    const { host, sheet, index } = this.found;
    return new Range({ host, sheet, extent: { ...extent, column: extent.column + index, columns: 1 } });
  }
}

/** A list of values stands for a column of them. */
function asColumn(values: unknown): unknown {
  if (!Array.isArray(values)) return values ?? undefined;
  return (values as unknown[]).map((value) => (Array.isArray(value) ? (value as unknown[]) : [value]));
}

/** https://learn.microsoft.com/javascript/api/excel/excel.tablecolumncollection */
export class TableColumnCollection extends ExcelCollection<TableColumn> {
  readonly className = "TableColumnCollection";
  protected readonly nameOf = ({ name }: TableColumn): string => name;
  private readonly table: Table;

  constructor(table: Table) {
    super(table.host);
    this.table = table;
  }

  get items(): readonly TableColumn[] {
    return this.table.standing().table.columnIds.map((id) => new TableColumn(this.table, id));
  }

  /** A number is an id; one that no column has counts columns from 0. */
  override getItemOrNullObject(key: unknown): TableColumn | undefined {
    if (typeof key !== "number") return super.getItemOrNullObject(key);
    return this.items.find(({ id }) => id === key) ?? super.getItemOrNullObject(key);
  }

  /** Values begin with the heading; cells beside the table move to the right. */
  add(place?: unknown, given?: unknown, name?: unknown): TableColumn {
    const { host, table } = this.table.standing();
    const at = placeAmong(place, table.columns.length);
    const values = asColumn(given);
    const area = { ...table.extent, column: table.extent.column + at, columns: 1 };
    checkShape(values, area);
    this.insert(at, area);
    const column = this.getItemAt(at);
    if (values !== undefined) column.values = values;
    if (typeof name === "string") column.name = name;
    host.touch();
    return column;
  }

  private insert(at: number, extent: Range["extent"]): void {
    const { host, sheet, table } = this.table.standing();
    unprotected(sheet);
    const place = { host, sheet, extent };
    const isInside = at > 0 && at < table.columns.length;
    if (at < table.columns.length || !isFree(place)) insertCells(place, "Right");
    if (isInside) return;
    const kept = table.columns.map((name, from) => ({ name, from }));
    const all = [...kept.slice(0, at), { name: "", from: undefined }, ...kept.slice(at)];
    const names = columnNames(all.map((column) => column.name));
    sheet.standing.change(table.name, {
      extent: { ...table.extent, columns: table.extent.columns + 1 },
      columns: all.map(({ from }, index) => ({ from, name: names[index] ?? "" })),
    });
    if (table.headerRow) sheet.setValue(extent.row, extent.column, names[at]);
  }
}
