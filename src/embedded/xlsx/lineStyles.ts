import { COLUMNS, intersection, ROWS } from "./areas";
import type { Cells } from "./cells";
import type { Columns } from "./columns";
import type { Extent } from "./model";
import type { Rows } from "./rows";

type Change = (style: number, row: number, column: number) => number;

/** Styles of entire rows and columns, as cells ask for them. */
export interface LineStyles {
  readonly row: (row: number) => number | undefined;
  readonly column: (column: number) => number | undefined;
  /** Whether any row has one. */
  readonly anyRow: () => boolean;
}

/** What the styles of entire rows and columns are made of. */
export interface Lines {
  readonly cells: Cells;
  readonly rows: Rows;
  readonly columns: Columns;
}

function restyleCell({ cells }: Lines, [row, column]: readonly [number, number], change: Change): void {
  cells.setStyle(row, column, change(cells.style(row, column), row, column));
}

/** The cells of an area that exist: they have a style of their own, whatever their row or column says. */
function* existing({ cells }: Lines, area: Extent): Iterable<readonly [number, number]> {
  const used = cells.used(false);
  const shared = used && intersection(used, area);
  if (shared === undefined) return;
  for (let row = shared.row; row < shared.row + shared.rows; row++) {
    for (let column = shared.column; column < shared.column + shared.columns; column++) {
      if (cells.exists(row, column)) yield [row, column];
    }
  }
}

/** Gives entire columns another style. Where a row has a style of its own, the cell there gets one made of it. */
function restyleColumns(lines: Lines, area: Extent, change: Change): void {
  const { cells, rows, columns } = lines;
  const crossings = rows.styled.flatMap((row) =>
    Array.from({ length: area.columns }, (_, right) => [row, area.column + right] as const).filter(
      ([, column]) => !cells.exists(row, column),
    ),
  );
  for (const cell of [...existing(lines, area), ...crossings]) restyleCell(lines, cell, change);
  columns.restyle(area.column, area.column + area.columns - 1, (style, column) => change(style, ROWS - 2, column));
}

/** Columns whose cells in a row without a style of its own look otherwise than the row will. */
function otherColumns({ columns }: Lines, base: number): readonly number[] {
  return columns.styled.flatMap(([first, last, style]) =>
    style === base ? [] : Array.from({ length: last - first + 1 }, (_, right) => first + right),
  );
}

/** Gives entire rows another style. Where a column has a style of its own, the cell there gets one made of it. */
function restyleRows(lines: Lines, area: Extent, change: Change): void {
  const { cells, rows, columns } = lines;
  for (let row = area.row; row < area.row + area.rows; row++) {
    const own = rows.style(row);
    const base = own ?? columns.style(COLUMNS - 1) ?? 0;
    const others = own === undefined ? otherColumns(lines, base) : [];
    const crossings = others.flatMap((column) => (cells.exists(row, column) ? [] : [[row, column] as const]));
    for (const cell of [...existing(lines, { ...area, row, rows: 1 }), ...crossings]) restyleCell(lines, cell, change);
    rows.setStyle(row, change(base, row, COLUMNS - 2));
  }
}

/** Gives entire rows or columns, and all that is in them, the style that `change` makes of each they have. */
export function restyleLines(lines: Lines, area: Extent, change: Change): void {
  if (area.rows === ROWS) restyleColumns(lines, area, change);
  else restyleRows(lines, area, change);
}
