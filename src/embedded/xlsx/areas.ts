import { columnLetters, columnNumber } from "../calc/notation";
import type { Extent } from "./model";

/** "B2:D5", or "B2" for one cell. */
export function areaText({ row, column, rows, columns }: Extent): string {
  const first = `${columnLetters(column)}${String(row + 1)}`;
  if (rows === 1 && columns === 1) return first;
  return `${first}:${columnLetters(column + columns - 1)}${String(row + rows)}`;
}

export const ROWS = 1_048_576;
export const COLUMNS = 16_384;

/** Whether an area has cells and all of them exist. */
export function isOnSheet({ row, column, rows, columns }: Extent): boolean {
  const isWhole = [row, column, rows, columns].every(Number.isInteger);
  return (
    isWhole && row >= 0 && column >= 0 && rows > 0 && columns > 0 && row + rows <= ROWS && column + columns <= COLUMNS
  );
}

function span(one: number, other: number): { readonly first: number; readonly count: number } {
  return { first: Math.min(one, other), count: Math.abs(one - other) + 1 };
}

function extent(rows: readonly [number, number], columns: readonly [number, number]): Extent | undefined {
  const down = span(...rows);
  const right = span(...columns);
  const area = { row: down.first, column: right.first, rows: down.count, columns: right.count };
  return isOnSheet(area) ? area : undefined;
}

function cellsArea(address: string): Extent | undefined {
  const cells = /^\$?([a-z]{1,3})\$?(\d{1,7})(?::\$?([a-z]{1,3})\$?(\d{1,7}))?$/i.exec(address);
  if (cells === null) return undefined;
  const [, left = "", top = "", right = left, bottom = top] = cells;
  return extent([Number(top) - 1, Number(bottom) - 1], [columnNumber(left), columnNumber(right)]);
}

function entireArea(address: string): Extent | undefined {
  const columns = /^\$?([a-z]{1,3}):\$?([a-z]{1,3})$/i.exec(address);
  if (columns !== null) return extent([0, ROWS - 1], [columnNumber(columns[1] ?? ""), columnNumber(columns[2] ?? "")]);
  const rows = /^\$?(\d{1,7}):\$?(\d{1,7})$/.exec(address);
  return rows === null ? undefined : extent([Number(rows[1]) - 1, Number(rows[2]) - 1], [0, COLUMNS - 1]);
}

/** The area of an address such as `B7`, `$A$1:C9`, `A:C` or `3:5`; undefined where it is none. */
export function parseArea(address: string): Extent | undefined {
  return cellsArea(address) ?? entireArea(address);
}

/** The areas of a space-separated list. */
export function parseAreas(text: string | undefined): readonly Extent[] {
  return (text ?? "").split(/\s+/).flatMap((one) => parseArea(one) ?? []);
}

export function intersection(one: Extent, other: Extent): Extent | undefined {
  const row = Math.max(one.row, other.row);
  const column = Math.max(one.column, other.column);
  const rows = Math.min(one.row + one.rows, other.row + other.rows) - row;
  const columns = Math.min(one.column + one.columns, other.column + other.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : undefined;
}

/** What is left of an area when another is cut out of it: up to four areas. */
export function without(area: Extent, hole: Extent): readonly Extent[] {
  const cut = intersection(area, hole);
  if (cut === undefined) return [area];
  const { row, column, rows, columns } = area;
  const below = cut.row + cut.rows;
  const beside = cut.column + cut.columns;
  return [
    { row, column, rows: cut.row - row, columns },
    { row: below, column, rows: row + rows - below, columns },
    { row: cut.row, column, rows: cut.rows, columns: cut.column - column },
    { row: cut.row, column: beside, rows: cut.rows, columns: column + columns - beside },
  ].filter((part) => part.rows > 0 && part.columns > 0);
}
