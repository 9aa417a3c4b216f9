import { mendedColumns, mendedUnder, type MendedColumn } from "../change/mendedColumns";
import type { CellValue } from "../ledger/cells";
import type { Layout, Ledger } from "../ledger/ledger";
import type { ColumnCells } from "../ledger/survey";
import { plainText, saysNothing } from "../ledger/text";
import { dayOfCell, formatDay } from "../loan/day";
import { mended, type MendKind } from "./mend";

/** One cell that can be mended, as a reader sees it before and after; row 0-based. */
export interface MendedCell {
  readonly row: number;
  readonly before: string;
  readonly after: string;
}

/** What can be mended in one column of a ledger. */
export interface Mending {
  readonly of: MendedColumn;
  readonly sheet: string;
  /** 0-based, of the ledger's own column. */
  readonly column: number;
  readonly heading: string;
  readonly cells: readonly MendedCell[];
  /** Cells that say something and cannot be mended safely; they stay empty in the new column. */
  readonly left: number;
  /** What the whole new column holds, by 0-based row. */
  readonly contents: ReadonlyMap<number, CellValue>;
}

/** Columns that may be mended, where the ledger has them; 0-based. */
export function columnsToMend({ columns }: Layout): readonly number[] {
  return mendedColumns.flatMap(({ field }) => columns.get(field)?.column ?? []);
}

/** A name with the blanks in it made visible, those too that take no room. */
const withBlanks = (name: CellValue) => String(name).replaceAll(/[\s\u00a0\u00ad\u200b-\u200d\u3000\ufeff]/g, "␣");

function dayText(value: CellValue, { dateSystem }: Layout): string {
  const day = dayOfCell(value, dateSystem);
  return day === undefined ? String(value) : formatDay(day);
}

function cellOf(kind: MendKind, layout: Layout, { row, found, becomes }: Mended): MendedCell {
  return kind === "day"
    ? { row, before: plainText(found), after: dayText(becomes, layout) }
    : { row, before: withBlanks(found), after: String(becomes) };
}

interface Mended {
  readonly row: number;
  readonly found: CellValue;
  readonly becomes: CellValue;
}

function mendingOf(of: MendedColumn, { layout, customers }: Ledger, cells: ColumnCells): readonly Mending[] {
  const found = layout.columns.get(of.field);
  if (found === undefined) return [];
  const values = cells.values.get(found.column) ?? [];
  const rows = customers.flatMap(({ drawdowns }) => drawdowns.map(({ row }) => row)).sort((one, other) => one - other);
  const all = rows.map((row): Mended => {
    const value = values[row - cells.firstRow] ?? "";
    return { row, found: value, becomes: mended(of.kind, value, layout.dateSystem) };
  });
  const differing = all.filter(({ found: was, becomes }) => becomes !== "" && becomes !== was);
  if (differing.length === 0) return [];
  return [
    {
      ...{ of, sheet: layout.sheet, column: found.column, heading: found.heading },
      cells: differing.map((one) => cellOf(of.kind, layout, one)),
      left: all.filter(({ found: was, becomes }) => becomes === "" && !saysNothing(was)).length,
      contents: new Map(all.map(({ row, becomes }) => [row, becomes])),
    },
  ];
}

/** What can be mended safely in a ledger, column by column; only columns with something to mend. */
export function findMendings(ledger: Ledger, cells: ColumnCells): readonly Mending[] {
  return mendedColumns.flatMap((of) => mendingOf(of, ledger, cells));
}

/** What a mended column would hold in each 0-based row, by its heading without the prefix; undefined for any other column. */
export function mendedCells(
  { columns, dateSystem }: Layout,
  { values, firstRow }: ColumnCells,
): (heading: string) => ((row: number) => CellValue) | undefined {
  return (heading) => {
    const of = mendedUnder.get(heading);
    if (of === undefined) return undefined;
    const from = values.get(columns.get(of.field)?.column ?? -1);
    return (row) => mended(of.kind, from?.[row - firstRow] ?? "", dateSystem);
  };
}
