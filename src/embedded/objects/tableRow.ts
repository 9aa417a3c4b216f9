import { freeRowBehind, isEmpty, placeAmong } from "./addTable";
import { bodyOf } from "./changeTable";
import { clearCells } from "./clearCells";
import { ExcelCollection, ExcelObject } from "./excelObject";
import { unprotected, type Place } from "./place";
import { Range } from "./range";
import { Refusal } from "./refusal";
import { deleteCells, insertCells } from "./shiftCells";
import type { Table } from "./table";
import { checkShape } from "./writeCells";

/** https://learn.microsoft.com/javascript/api/excel/excel.tablerow */
export class TableRow extends ExcelObject {
  readonly className = "TableRow";
  private readonly table: Table;
  private readonly place: number;

  constructor(table: Table, place: number) {
    super(table.host);
    this.table = table;
    this.place = place;
  }

  get index(): number {
    return this.place;
  }
  get values(): unknown {
    return this.getRange().values;
  }
  set values(given: unknown) {
    this.getRange().values = given;
  }

  getRange(): Range {
    const { host, sheet, table } = this.table.standing();
    const body = bodyOf(table);
    if (this.place >= body.rows) throw new Refusal("ItemNotFound");
    return new Range({ host, sheet, extent: { ...body, row: body.row + this.place, rows: 1 } });
  }
  /** Cells below the table move up; the last row of a table is emptied instead. */
  delete(): void {
    const range = this.getRange();
    if (bodyOf(this.table.standing().table).rows === 1) clearCells(range, "Contents");
    else deleteCells(range, "Up");
  }
}

/** A single row may be given without the outer list. */
function asRows(values: unknown): readonly unknown[] | undefined {
  if (values === undefined || values === null) return undefined;
  if (!Array.isArray(values)) return [[values]];
  const isSingle = values.length > 0 && !values.some((value) => Array.isArray(value));
  return isSingle ? [values] : (values as unknown[]);
}

/** https://learn.microsoft.com/javascript/api/excel/excel.tablerowcollection */
export class TableRowCollection extends ExcelCollection<TableRow> {
  readonly className = "TableRowCollection";
  protected readonly nameOf = (): undefined => undefined;
  private readonly table: Table;

  constructor(table: Table) {
    super(table.host);
    this.table = table;
  }

  get items(): readonly TableRow[] {
    const { rows } = bodyOf(this.table.standing().table);
    return Array.from({ length: rows }, (_, index) => new TableRow(this.table, index));
  }

  /** Puts rows before the one at an index, or behind the last; cells below the table move down where they stand in the way. The only row of a table takes the first of them as long as it is empty. */
  add(place?: unknown, given?: unknown): TableRow {
    const { host, sheet, table } = this.table.standing();
    unprotected(sheet);
    const body = bodyOf(table);
    const at = placeAmong(place, body.rows);
    const values = asRows(given);
    const rows = values?.length ?? 1;
    if (rows === 0) throw new Refusal("InvalidArgument");
    checkShape(values, { ...body, rows });
    const row = this.room(at, rows, values !== undefined && body.rows === 1 && isEmpty({ host, sheet, extent: body }));
    const { extent } = row.getRange();
    if (values !== undefined) new Range({ host, sheet, extent: { ...extent, rows } }).values = values;
    host.touch();
    return row;
  }

  /** The first of so many rows for new values. */
  private room(at: number, rows: number, isWaiting: boolean): TableRow {
    this.make(isWaiting ? 1 : at, isWaiting ? rows - 1 : rows);
    return new TableRow(this.table, isWaiting ? 0 : at);
  }

  private make(at: number, rows: number): void {
    if (rows === 0) return;
    const { host, sheet, table } = this.table.standing();
    const body = bodyOf(table);
    const extent = { ...body, row: body.row + at, rows };
    const isInside = extent.row > table.extent.row && extent.row < table.extent.row + table.extent.rows;
    if (isInside || at === 0) insertCells({ host, sheet, extent }, "Down");
    else freeRowBehind({ host, sheet, extent: table.extent }, rows);
    const grown = { ...table.extent, rows: table.extent.rows + rows };
    if (!isInside) sheet.standing.change(table.name, { extent: grown });
    dressLike({ host, sheet, extent }, at === 0 ? body.row + rows : extent.row - 1);
  }
}

/** New rows look like the one beside them, and get the formulas that stand there. */
function dressLike({ sheet, extent }: Place, row: number): void {
  for (let column = extent.column; column < extent.column + extent.columns; column++) {
    const { style } = sheet.cell(row, column);
    const r1c1 = sheet.formulaR1c1(row, column);
    for (let own = extent.row; own < extent.row + extent.rows; own++) {
      if (style !== 0) sheet.setStyle(own, column, style);
      if (r1c1 !== undefined) sheet.setFormula(own, column, { r1c1 });
    }
  }
}
