import { columnLetters, columnNumber } from "../calc/notation";
import type { Extent } from "./model";

/** "B2:D5", or "B2" for one cell. */
export function areaText({ row, column, rows, columns }: Extent): string {
  const first = `${columnLetters(column)}${String(row + 1)}`;
  if (rows === 1 && columns === 1) return first;
  return `${first}:${columnLetters(column + columns - 1)}${String(row + rows)}`;
}

const ROWS = 1_048_576;
const COLUMNS = 16_384;

/** The area that "B2:D5", "B2", "A:C" or "2:7" names; undefined where it names none. */
export function parseArea(text: string): Extent | undefined {
  const match = /^\$?([A-Za-z]{1,3})?\$?(\d{1,7})?(?::\$?([A-Za-z]{1,3})?\$?(\d{1,7})?)?$/.exec(text);
  if (match === null) return undefined;
  const [, fromColumn, fromRow, toColumn, toRow] = match;
  const isRange = text.includes(":");
  if (fromColumn === undefined && fromRow === undefined) return undefined;
  if (!isRange && (fromColumn === undefined || fromRow === undefined)) return undefined;
  if (
    isRange &&
    ((fromColumn === undefined) !== (toColumn === undefined) || (fromRow === undefined) !== (toRow === undefined))
  )
    return undefined;
  const left = fromColumn === undefined ? 0 : columnNumber(fromColumn);
  const right = fromColumn === undefined ? COLUMNS - 1 : columnNumber(toColumn ?? fromColumn);
  const top = fromRow === undefined ? 0 : Number(fromRow) - 1;
  const bottom = fromRow === undefined ? ROWS - 1 : Number(toRow ?? fromRow) - 1;
  const extent = {
    row: Math.min(top, bottom),
    column: Math.min(left, right),
    rows: Math.abs(bottom - top) + 1,
    columns: Math.abs(right - left) + 1,
  };
  const fits = extent.row >= 0 && extent.row + extent.rows <= ROWS && extent.column + extent.columns <= COLUMNS;
  return fits ? extent : undefined;
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
