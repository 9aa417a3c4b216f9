import type { Extent, Scalar, Sheet, TableState } from "../xlsx/model";
import { renameColumnsIn } from "../calc/structured";
import { intersection } from "./address";
import type { Host } from "./host";
import type { Place } from "./place";
import { rewriteBook } from "./rewriteBook";

function headingText(value: Scalar | undefined): string {
  if (value === undefined) return "";
  return typeof value === "object" ? value.error : String(value);
}

/** Names that a table's header cells give its columns: blanks become 列1, 列2 …, repeated ones get a number, as Excel does it. */
export function columnNames(headings: readonly (Scalar | undefined)[]): readonly string[] {
  const taken = new Set<string>();
  return headings.map((heading, index) => {
    const wanted = headingText(heading) === "" ? `列${String(index + 1)}` : headingText(heading);
    let name = wanted;
    for (let number = 2; taken.has(name.toUpperCase()); number++) name = `${wanted}${String(number)}`;
    taken.add(name.toUpperCase());
    return name;
  });
}

/** The names of the columns that a table would have over an area, written into its header cells. */
export function takeHeadings(sheet: Sheet, extent: Extent): readonly string[] {
  const header = { ...extent, rows: 1 };
  const headings = sheet.values(header)[0] ?? [];
  const names = columnNames(headings);
  names.forEach((name, index) => {
    if (headings[index] !== name) sheet.setValue(extent.row, extent.column + index, name);
  });
  return names;
}

/** Gives a table's columns other names; formulas that name them follow. */
export function nameColumns(
  host: Host,
  sheet: Sheet,
  { table, names }: { readonly table: TableState; readonly names: readonly string[] },
): void {
  const renamed = table.columns.flatMap((before, index) => {
    const after = names[index] ?? before;
    return before === after ? [] : [[before, after] as const];
  });
  if (renamed.length === 0) return;
  rewriteBook(host, (formula, own, cell) => {
    const isInside = own === sheet.name && cell !== undefined && holds(table.extent, cell);
    return renameColumnsIn(formula, { table: table.name, isInside, names: new Map(renamed) });
  });
  const columns = names.map((name, from) => ({ name, from }));
  sheet.standing.change(table.name, { columns });
}

function holds(
  { row, column, rows, columns }: Extent,
  cell: { readonly row: number; readonly column: number },
): boolean {
  return cell.row >= row && cell.row < row + rows && cell.column >= column && cell.column < column + columns;
}

/** Tables whose header cells lie in the written area take their columns' names from them. */
export function renameColumns({ host, sheet, extent }: Place): void {
  for (const table of sheet.tables) {
    if (!table.headerRow || intersection({ ...table.extent, rows: 1 }, extent) === undefined) continue;
    nameColumns(host, sheet, { table, names: takeHeadings(sheet, table.extent) });
  }
}
