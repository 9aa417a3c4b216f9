import type { Extent } from "../xlsx/model";
import { COLUMNS, ROWS, onSheet } from "./address";
import { whole } from "./given";

/** The area moved by so many rows and columns. */
export function offsetArea(area: Extent, rows: unknown, columns: unknown): Extent {
  return onSheet({ ...area, row: area.row + whole(rows), column: area.column + whole(columns) });
}

/** The area with so many rows and columns more, or less. */
export function resizedArea(area: Extent, rows: unknown, columns: unknown): Extent {
  return onSheet({ ...area, rows: area.rows + whole(rows), columns: area.columns + whole(columns) });
}

/** One cell, counted from the area's first; it may lie outside the area. */
export function cellOf(area: Extent, row: unknown, column: unknown): Extent {
  return onSheet({ row: area.row + whole(row), column: area.column + whole(column), rows: 1, columns: 1 });
}

/** One row of the area, counted from its first. */
export function rowOf(area: Extent, row: unknown): Extent {
  return onSheet({ ...area, row: area.row + whole(row), rows: 1 });
}

/** One column of the area, counted from its first. */
export function columnOf(area: Extent, column: unknown): Extent {
  return onSheet({ ...area, column: area.column + whole(column), columns: 1 });
}

export function entireRows({ row, rows }: Extent): Extent {
  return { row, rows, column: 0, columns: COLUMNS };
}

export function entireColumns({ column, columns }: Extent): Extent {
  return { row: 0, rows: ROWS, column, columns };
}

/** Whether the area is made of entire rows or columns: Excel answers null for its cells. */
export function isUnbounded({ rows, columns }: Extent): boolean {
  return rows === ROWS || columns === COLUMNS;
}
