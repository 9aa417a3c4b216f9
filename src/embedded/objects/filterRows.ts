import { cellText } from "../calc/cellText";
import { criterion as test } from "../calc/criterion";
import { NotComputable } from "../calc/notComputable";
import type { Criterion, FilterDate } from "../xlsx/filterCriteria";
import { readCriterion } from "../xlsx/filterCriteria";
import type { CellState, Extent, FilterColumns } from "../xlsx/model";
import { areaAddress } from "./address";
import { dynamicTest } from "./filterPeriods";
import type { Host } from "./host";
import type { Place } from "./place";
import { notServed } from "./refusal";

/** A cell of a filtered column, with what it shows. */
interface Shown extends CellState {
  readonly text: string;
}
export type ShowsCell = (cell: Shown) => boolean;

const POINT = /[-T:]/;
const padded = (text: string): string =>
  text
    .split(POINT)
    .map((part) => String(Number(part)))
    .join("-");

const parts = { Year: 1, Month: 2, Day: 3, Hour: 4, Minute: 5, Second: 6 } as const;

/** Whether a day with a time lies in the stretch that a filter shows. */
function inDate(host: Host, value: unknown, { date, specificity }: FilterDate): boolean {
  if (typeof value !== "number") return false;
  const shown = cellText(value, "yyyy-m-d-h-m-s".replace("h-m-s", "h:mm:ss"), host.book.date1904);
  const count = parts[specificity];
  const of = (text: string) => padded(text).split("-").slice(0, count).join("-");
  return of(shown) === of(date);
}

function valuesTest(host: Host, { values, dates }: Extract<Criterion, { kind: "values" }>): ShowsCell {
  const wanted = new Set(values.map((value) => value.toUpperCase()));
  return ({ text, value }) => wanted.has(text.toUpperCase()) || dates.some((date) => inDate(host, value, date));
}

function singleTest(text: string): ShowsCell {
  if (text === "=" || text === "") return (cell) => cell.text === "";
  if (text === "<>") return (cell) => cell.text !== "";
  try {
    const holds = test(text);
    return ({ value, text: shown }) => holds(value ?? (/^(<>|=|[^<>])/.test(text) ? shown : undefined));
  } catch (error) {
    if (error instanceof NotComputable) throw notServed("Filter by a pattern with ~");
    throw error;
  }
}

function customTest({ first, second, isAnd }: Extract<Criterion, { kind: "custom" }>): ShowsCell {
  const one = singleTest(first);
  if (second === undefined) return one;
  const other = singleTest(second);
  return isAnd ? (cell) => one(cell) && other(cell) : (cell) => one(cell) || other(cell);
}

/** The cells from the highest or lowest on; those that equal the last of them count too. */
function topTest(cells: readonly Shown[], { isTop, isPercent, count }: Extract<Criterion, { kind: "top" }>): ShowsCell {
  const numbers = cells.flatMap(({ value }) => (typeof value === "number" ? [value] : []));
  const sorted = [...numbers].sort((one, other) => (isTop ? other - one : one - other));
  const wanted = isPercent ? Math.max(1, Math.floor((sorted.length * count) / 100)) : count;
  const limit = sorted[Math.min(wanted, sorted.length) - 1];
  return ({ value }) => typeof value === "number" && limit !== undefined && (isTop ? value >= limit : value <= limit);
}

function colourTest(host: Host, { look, isCell }: Extract<Criterion, { kind: "colour" }>): ShowsCell {
  const { fill, fontColor } = host.book.looks.at(look);
  return ({ style }) => {
    const format = host.book.format(style);
    return isCell ? format.fill === fill : format.fontColor === fontColor;
  };
}

function testOf(host: Host, cells: readonly Shown[], asked: Criterion): ShowsCell {
  switch (asked.kind) {
    case "values":
      return valuesTest(host, asked);
    case "custom":
      return customTest(asked);
    case "top":
      return topTest(cells, asked);
    case "dynamic":
      return dynamicTest(host, cells, asked.type);
    case "colour":
      return colourTest(host, asked);
    case "icon":
      throw notServed("Filter by icon");
  }
}

function columnOf({ host, sheet, extent }: Place, column: number): readonly Shown[] {
  const { date1904 } = host.book;
  return Array.from({ length: extent.rows }, (_, down) => {
    const cell = sheet.cell(extent.row + down, extent.column + column);
    return { ...cell, text: cellText(cell.value, host.book.format(cell.style).numberFormat, date1904) };
  });
}

/** Rows in runs that are all hidden or all shown, with what is to be changed. */
function hide({ host, sheet, extent }: Place, isHidden: (down: number) => boolean): void {
  const used = sheet.used(false);
  const end = Math.min(extent.row + extent.rows, used === undefined ? 0 : used.row + used.rows);
  for (let row = extent.row; row < end; row++) {
    const hidden = isHidden(row - extent.row);
    if (sheet.rowHidden(row) === hidden) continue;
    sheet.setRowHidden(row, hidden);
    const address = areaAddress({ row, column: 0, rows: 1, columns: 16_384 });
    const changeType = hidden ? "Hidden" : "Unhidden";
    host.events.raise("rowHiddenChanged", sheet.id, { worksheetId: sheet.id, address, changeType });
  }
  host.touch();
}

export function showAllRows(place: Place): void {
  hide(place, () => false);
}

/** Which rows of the data criteria show; works everything out before anything is hidden, so that a refusal changes nothing. */
export function planFilter(place: Place, columns: FilterColumns): () => void {
  const { host, sheet } = place;
  host.calculate();
  const used = sheet.used(false);
  const rows = Math.max(0, Math.min(place.extent.rows, (used?.row ?? 0) + (used?.rows ?? 0) - place.extent.row));
  const area: Extent = { ...place.extent, rows };
  const tests = [...columns].flatMap(([column, xml]) => {
    const asked = readCriterion(xml);
    if (asked === undefined) return [];
    const cells = columnOf({ host, sheet, extent: area }, column);
    const shows = testOf(host, cells, asked);
    return [cells.map(shows)];
  });
  return () => {
    hide({ host, sheet, extent: area }, (down) => tests.some((shown) => shown[down] === false));
  };
}
