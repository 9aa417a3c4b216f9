import { a1ToR1c1, r1c1ToA1 } from "../calc/notation";
import type { CellState, Extent, Scalar } from "../xlsx/model";
import { isInside } from "./address";
import { told } from "./changes";
import { oneOf } from "./given";
import { unprotected, type Place } from "./place";
import { notServed, Refusal } from "./refusal";

const types = [
  "FillDefault",
  "FillCopy",
  "FillSeries",
  "FillFormats",
  "FillValues",
  "FillDays",
  "FillWeekdays",
  "FillMonths",
  "FillYears",
  "LinearTrend",
  "GrowthTrend",
  "FlashFill",
] as const;

/** A line of source cells along the direction of the fill. */
type Line = readonly CellState[];

const isNumber = (value: Scalar | undefined): value is number => typeof value === "number";

/** The straight line through numbers, as Excel continues them; one number alone stays as it is unless a series is asked for. */
function trend(line: Line, asSeries: boolean): ((steps: number) => number) | undefined {
  const numbers = line.map(({ value }) => value);
  if (!numbers.every(isNumber) || line.some(({ formula }) => formula !== undefined)) return undefined;
  const count = numbers.length;
  const [first = 0] = numbers;
  if (count === 1) return (steps) => first + (asSeries ? steps : 0);
  const middle = (count - 1) / 2;
  const mean = numbers.reduce((sum, number) => sum + number, 0) / count;
  const over = numbers.reduce((sum, number, index) => sum + (index - middle) * (number - mean), 0);
  const under = numbers.reduce((sum, _, index) => sum + (index - middle) ** 2, 0);
  return (steps) => Number((mean + (over / under) * (steps - middle)).toPrecision(15));
}

interface Fill {
  readonly source: Extent;
  readonly target: Extent;
  readonly down: boolean;
  readonly type: (typeof types)[number];
}

function fillCell(place: Place, { source, target, down, type }: Fill, [row, column]: readonly [number, number]): void {
  const { sheet } = place;
  const origin = originOf(place, { source, target, down, type }, [row, column]);
  if (origin === undefined) return;
  const { cell, from, continued } = origin;
  if (type !== "FillFormats") {
    if (cell.formula !== undefined) {
      const r1c1 = a1ToR1c1(`=${cell.formula}`, ...from);
      sheet.setFormula(row, column, { a1: r1c1ToA1(r1c1, row, column).slice(1) });
    } else sheet.setValue(row, column, continued ?? cell.value);
  }
  if (type !== "FillValues") sheet.setStyle(row, column, cell.style);
}

/** The cell of the source that a cell repeats, and the number that continues the source's. */
function originOf({ sheet }: Place, { source, down, type }: Fill, [row, column]: readonly [number, number]) {
  const size = down ? source.rows : source.columns;
  const line = Array.from({ length: size }, (_, index) =>
    down ? sheet.cell(source.row + index, column) : sheet.cell(row, source.column + index),
  );
  const steps = down ? row - source.row : column - source.column;
  const index = ((steps % size) + size) % size;
  const cell = line[index];
  if (cell === undefined) return undefined;
  const continued = type === "FillCopy" ? undefined : trend(line, type === "FillSeries" || type === "FillDays");
  const from = down ? ([source.row + index, column] as const) : ([row, source.column + index] as const);
  return { cell, from, continued: continued?.(steps) };
}

/** Fills a larger range from its part. Series of numbers and days go on by their trend, formulas as copies. https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-autofill-member(1) */
export function fillCells(place: Place, target: Extent, given: unknown): void {
  const type = oneOf(types, given ?? "FillDefault");
  if (/Weekdays|Months|Years|Growth|Flash/.test(type)) throw notServed(`Range.autoFill(${type})`);
  const source = place.extent;
  const down = target.columns === source.columns;
  if (!isInside(source, target) || (!down && target.rows !== source.rows)) throw new Refusal("InvalidArgument");
  unprotected(place.sheet);
  eachOutside(source, target, (row, column) => {
    fillCell(place, { source, target, down, type }, [row, column]);
  });
  told({ ...place, extent: target }, "RangeEdited");
}

function eachOutside(source: Extent, target: Extent, visit: (row: number, column: number) => void): void {
  for (let row = target.row; row < target.row + target.rows; row++) {
    for (let column = target.column; column < target.column + target.columns; column++) {
      const isSource = isInside({ row, column, rows: 1, columns: 1 }, source);
      if (!isSource) visit(row, column);
    }
  }
}
