import { cellText } from "../calc/cellText";
import { withoutMarks } from "../calc/futureFunctions";
import { readableTables, tableAround } from "../calc/tableAreas";
import type { Extent, Scalar, Sheet } from "../xlsx/model";
import { isUnbounded } from "./geometry";
import type { Place } from "./place";

/** Cells of which Excel still answers the contents; beyond that it answers null. */
const MOST_CELLS = 5_000_000;

type Shown = string | number | boolean;

/** What Excel answers for the cells of an area: null where there are too many. */
type Answered<Cell> = readonly (readonly Cell[])[] | null;

export function isTooLarge(extent: Extent): boolean {
  return isUnbounded(extent) || extent.rows * extent.columns > MOST_CELLS;
}

/** A scalar as the API answers it: "" for an empty cell, an error by its name. */
function shown(value: Scalar | undefined): Shown {
  if (value === undefined) return "";
  return typeof value === "object" ? value.error : value;
}

/** Answers in the arrays that the store has made for this call. */
function inPlace(cells: (Scalar | undefined)[][]): readonly (readonly Shown[])[] {
  for (const row of cells) {
    for (let column = 0; column < row.length; column++) {
      const value = row[column];
      if (value === undefined || typeof value === "object") row[column] = shown(value);
    }
  }
  return cells as Shown[][];
}

const looksLikeFormula = (value: unknown): value is string => typeof value === "string" && value.startsWith("=");

/** Computes formulas where the area has any: reading constants must not cost a calculation. */
function upToDate({ host, sheet, extent }: Place): void {
  if (!host.isStale || !sheet.mayHoldFormulas(extent)) return;
  if (sheet.formulas(extent).some((row) => row.some(looksLikeFormula))) host.calculate();
}

export function readValues(place: Place): Answered<Shown> {
  if (isTooLarge(place.extent)) return null;
  upToDate(place);
  return inPlace(place.sheet.values(place.extent));
}

/** Formulas that name a table's own row are shown as people write them. */
function readable(sheet: Sheet, extent: Extent, cells: (Scalar | undefined)[][]): (Scalar | undefined)[][] {
  const { row, column } = extent;
  const hasTables = sheet.tables.length > 0;
  if (!hasTables && !sheet.mayHoldFormulas(extent)) return cells;
  const readableAt = (formula: string, down: number, right: number): string =>
    hasTables
      ? readableTables(formula, tableAround(sheet, { row: row + down, column: column + right })?.name)
      : formula;
  const shown = (value: Scalar | undefined, down: number, right: number) =>
    looksLikeFormula(value) ? readableAt(withoutMarks(value), down, right) : value;
  return cells.map((line, down) => line.map((value, right) => shown(value, down, right)));
}

export function readFormulas({ sheet, extent }: Place): Answered<Shown> {
  return isTooLarge(extent) ? null : inPlace(readable(sheet, extent, sheet.formulas(extent)));
}

export function readFormulasR1C1({ sheet, extent }: Place): Answered<Shown> {
  return isTooLarge(extent) ? null : inPlace(readable(sheet, extent, sheet.formulasR1c1(extent)));
}

export function readNumberFormats({ host, sheet, extent }: Place): Answered<string> {
  if (isTooLarge(extent)) return null;
  const formats: string[] = [];
  const of = (style: number): string => (formats[style] ??= host.book.format(style).numberFormat);
  return sheet.styles(extent).map((row) => row.map(of));
}

/** What the cells show, as text. */
export function readText(place: Place): Answered<string> {
  const { host, sheet, extent } = place;
  const formats = readNumberFormats(place);
  if (formats === null) return null;
  upToDate(place);
  const { date1904 } = host.book;
  return sheet
    .values(extent)
    .map((row, down) => row.map((value, right) => cellText(value, formats[down]?.[right] ?? "General", date1904)));
}

/** Categories of number formats as Excel's dialog names them. */
const categories: readonly (readonly [RegExp, string])[] = [
  [/^(General)?$/i, "General"],
  [/^@$/, "Text"],
  [/%/, "Percentage"],
  [/E\+/i, "Scientific"],
  [/\?\/[?\d]/, "Fraction"],
  [/^_.*[¥￥$€£].*\*/, "Accounting"],
  [/[¥￥$€£]/, "Currency"],
  [/[ymd]/i, "Date"],
  [/[hs]/i, "Time"],
  [/^[#0,.]+([ _()-].*)?$/, "Number"],
];

export function readCategories(place: Place): Answered<string> {
  const of = (format: string): string => categories.find(([pattern]) => pattern.test(format))?.[1] ?? "Custom";
  return readNumberFormats(place)?.map((row) => row.map(of)) ?? null;
}

const typeNames = { string: "String", number: "Double", boolean: "Boolean", object: "Error", undefined: "Empty" };

export function readValueTypes(place: Place): Answered<string> {
  if (isTooLarge(place.extent)) return null;
  upToDate(place);
  return place.sheet
    .values(place.extent)
    .map((row) => row.map((value) => typeNames[typeof value as keyof typeof typeNames]));
}
