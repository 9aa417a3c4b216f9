import { columnLetters } from "../calc/notation";
import type { Extent } from "../xlsx/model";
import { COLUMNS, isOnSheet, ROWS } from "../xlsx/areas";
import { Refusal } from "./refusal";

export { COLUMNS, isOnSheet, parseArea, ROWS } from "../xlsx/areas";

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
