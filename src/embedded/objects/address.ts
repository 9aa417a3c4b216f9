import { columnLetters, columnNumber } from "../calc/notation";
import type { Extent } from "../xlsx/model";
import { Refusal } from "./refusal";

export const ROWS = 1_048_576;
export const COLUMNS = 16_384;

/** Every cell of a sheet. */
export const wholeSheet: Extent = { row: 0, column: 0, rows: ROWS, columns: COLUMNS };

/** The sheet's name (undefined where the address has none) and the rest. */
export function splitSheet(address: string): { readonly sheet: string | undefined; readonly rest: string } {
  const parts = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(address);
  if (parts === null) return { sheet: undefined, rest: address };
  return { sheet: parts[1]?.replaceAll("''", "'") ?? parts[2], rest: parts[3] ?? "" };
}

/** A name that needs no quotes in front of `!`. */
const PLAIN_NAME = /^[\p{L}_][\p{L}\p{N}_.]*$/u;
const LIKE_A_CELL = /^(?:[a-z]{1,3}\d+|r\d*c?\d*|c\d*)$/i;

/** The sheet's name as formulas and addresses write it. */
export function quotedSheet(name: string): string {
  return PLAIN_NAME.test(name) && !LIKE_A_CELL.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
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

/** Whether an area has cells and all of them exist. */
export function isOnSheet({ row, column, rows, columns }: Extent): boolean {
  const isWhole = [row, column, rows, columns].every(Number.isInteger);
  return (
    isWhole && row >= 0 && column >= 0 && rows > 0 && columns > 0 && row + rows <= ROWS && column + columns <= COLUMNS
  );
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

/** The address of an area as Excel writes it, without its sheet. */
export function areaAddress({ row, column, rows, columns }: Extent): string {
  if (columns === COLUMNS) return `${String(row + 1)}:${String(row + rows)}`;
  if (rows === ROWS) return `${columnLetters(column)}:${columnLetters(column + columns - 1)}`;
  const first = `${columnLetters(column)}${String(row + 1)}`;
  return rows === 1 && columns === 1 ? first : `${first}:${columnLetters(column + columns - 1)}${String(row + rows)}`;
}

/** The area with every part absolute, `$A$1:$B$2`, as names refer to it. */
export function absoluteAddress(area: Extent): string {
  return areaAddress(area).replace(/[A-Z]+|\d+/g, "$$$&");
}

/** The cells both areas have; undefined where they share none. */
export function intersection(one: Extent, other: Extent): Extent | undefined {
  const row = Math.max(one.row, other.row);
  const column = Math.max(one.column, other.column);
  const rows = Math.min(one.row + one.rows, other.row + other.rows) - row;
  const columns = Math.min(one.column + one.columns, other.column + other.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : undefined;
}

/** The smallest area that holds both. */
export function boundingArea(one: Extent, other: Extent): Extent {
  const row = Math.min(one.row, other.row);
  const column = Math.min(one.column, other.column);
  const rows = Math.max(one.row + one.rows, other.row + other.rows) - row;
  const columns = Math.max(one.column + one.columns, other.column + other.columns) - column;
  return { row, column, rows, columns };
}

/** Whether all cells of the one lie in the other. */
export function isInside(one: Extent, other: Extent): boolean {
  const shared = intersection(one, other);
  return shared?.rows === one.rows && shared.columns === one.columns;
}

/** Refuses an area that reaches beyond the sheet. */
export function onSheet(area: Extent): Extent {
  if (!isOnSheet(area)) throw new Refusal("InvalidArgument");
  return area;
}
