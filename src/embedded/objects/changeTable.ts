import { a1ToR1c1, r1c1ToA1 } from "../calc/notation";
import { dropTableIn, renameTableIn } from "../calc/structured";
import { spelledOutTables, tableAround } from "../calc/tableAreas";
import type { Extent, Sheet, TableLook, TableState } from "../xlsx/model";
import { isAllowedName, isTakenName } from "./addTable";
import { intersection, quotedSheet } from "./address";
import { clearCells } from "./clearCells";
import { sameName } from "./excelObject";
import { showAllRows } from "./filterRows";
import type { Host } from "./host";
import { unprotected } from "./place";
import { Refusal } from "./refusal";
import { rewriteBook } from "./rewriteBook";
import { takeHeadings } from "./tableColumns";

/** A table with the sheet on which it stands. */
export interface Standing {
  readonly host: Host;
  readonly sheet: Sheet;
  readonly table: TableState;
}

/** The rows of data: all but headings and totals. */
export function bodyOf({ extent, headerRow, totalRow }: TableState): Extent {
  const above = headerRow ? 1 : 0;
  return { ...extent, row: extent.row + above, rows: extent.rows - above - (totalRow ? 1 : 0) };
}

/** The place among the table's columns of a column of the sheet; undefined for one beside it. */
export function columnAt({ extent }: TableState, column: number): number | undefined {
  const index = column - extent.column;
  return index >= 0 && index < extent.columns ? index : undefined;
}

export function renameTable({ host, sheet, table }: Standing, name: string): void {
  unprotected(sheet);
  if (!isAllowedName(name)) throw new Refusal("InvalidArgument");
  if (!sameName(table.name, name) && isTakenName(host, name)) throw new Refusal("ItemAlreadyExists");
  rewriteBook(host, (formula) => renameTableIn(formula, table.name, name));
  sheet.standing.change(table.name, { name });
  host.touch();
}

/** Columns that are kept keep what is said of them; cells that come in give new ones their headings. */
export function resizeTable({ host, sheet, table }: Standing, extent: Extent): void {
  const others = sheet.tables.filter(({ id }) => id !== table.id);
  const overlaps = others.some((other) => intersection(other.extent, extent) !== undefined);
  const keepsHeader = extent.row === table.extent.row && intersection(extent, table.extent) !== undefined;
  if (overlaps || !keepsHeader || extent.rows < 2) throw new Refusal("InvalidArgument");
  unprotected(sheet);
  const names = table.headerRow ? takeHeadings(sheet, extent) : table.columns;
  const columns = Array.from({ length: extent.columns }, (_, index) => ({
    name: names[index] ?? `列${String(index + 1)}`,
    from: columnAt(table, extent.column + index),
  }));
  sheet.standing.change(table.name, { extent, columns });
  host.touch();
}

/** Changes how a table is dressed; what is not named stays. */
export function dress({ host, sheet, table }: Standing, look: Partial<TableLook>): void {
  unprotected(sheet).standing.change(table.name, { look: { ...table.look, ...look } });
  host.changed = true;
}

/** Without its buttons a table is not filtered. */
export function setFilterButton({ host, sheet, table }: Standing, shown: boolean): void {
  unprotected(sheet);
  if (shown && !table.headerRow) throw new Refusal("InvalidOperation");
  if (!shown && table.isFiltered) showAllRows({ host, sheet, extent: bodyOf(table) });
  sheet.standing.change(table.name, { hasFilter: shown, ...(shown ? {} : { filterColumns: new Map() }) });
  host.changed = true;
}

function forget({ host, sheet, table }: Standing): void {
  if (table.isFiltered) showAllRows({ host, sheet, extent: bodyOf(table) });
  sheet.standing.delete(table.name);
  host.touch();
  host.events.raise("tableDeleted", sheet.id, {
    tableId: String(table.id),
    tableName: table.name,
    worksheetId: sheet.id,
  });
}

/** Formulas that name the table refer to its cells from then on. */
export function convertTable(standing: Standing): void {
  const { host, sheet, table } = standing;
  unprotected(sheet);
  rewriteBook(host, (formula, own, cell) => {
    const at = cell ?? { row: 0, column: 0 };
    const isOwn = own === sheet.name && cell !== undefined && tableAround(sheet, cell)?.id === table.id;
    const found = (name: string) => ((name === "" ? isOwn : sameName(table.name, name)) ? { sheet, table } : undefined);
    const relative = a1ToR1c1(`=${formula}`, at.row, at.column);
    const after = spelledOutTables(relative, { table: found, quoted: quotedSheet });
    return after === relative ? formula : r1c1ToA1(after, at.row, at.column).slice(1);
  });
  forget(standing);
}

export function deleteTable(standing: Standing): void {
  const { host, sheet, table } = standing;
  unprotected(sheet);
  rewriteBook(host, (formula) => dropTableIn(formula, table.name));
  forget(standing);
  clearCells({ host, sheet, extent: table.extent }, "All");
}
