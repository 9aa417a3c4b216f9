import type { Extent, Scalar, Sheet, TableState } from "../xlsx/model";
import { intersection } from "./address";

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

const headerOf = ({ extent }: TableState): Extent => ({ ...extent, rows: 1 });

/** Tables whose header cells lie in the written area take their columns' names from them. */
export function renameColumns(sheet: Sheet, written: Extent): void {
  for (const table of sheet.tables) {
    if (intersection(headerOf(table), written) === undefined) continue;
    takeHeadings(sheet, table.extent).forEach((name, index) => {
      if (table.columns[index] !== name) sheet.renameTableColumn(table.name, index, name);
    });
  }
}
