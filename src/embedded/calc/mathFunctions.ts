import type { CellError, Scalar } from "../xlsx/model";
import {
  everyValue,
  given,
  givenAny,
  isMany,
  ofNumbers,
  type Compute,
  type Context,
  type Functions,
} from "./excelFunction";
import { asNumber, DIVISION, isArea, isError, NUMBER, VALUE, type Operand } from "./values";

/** Numbers for a sum: those of cells count only where they are numbers; those given directly are converted. */
function summands(context: Context, operands: readonly Operand[]): number[] | CellError {
  const numbers: number[] = [];
  for (const operand of operands) {
    const found = isMany(operand) ? addNumbersIn(context, operand, numbers) : oneNumber(context, operand, numbers);
    if (found !== undefined) return found;
  }
  return numbers;
}

/** Adds the numbers of an area or array, or gives its first error. */
function addNumbersIn(context: Context, operand: Operand, numbers: number[]): CellError | undefined {
  for (const row of context.cells(operand)) {
    for (const value of row) {
      if (isError(value)) return value;
      if (typeof value === "number") numbers.push(value);
    }
  }
  return undefined;
}

function oneNumber(context: Context, operand: Operand, numbers: number[]): CellError | undefined {
  const number = asNumber(context.scalar(operand), context.date1904);
  if (isError(number)) return number;
  numbers.push(number);
  return undefined;
}

const fold =
  (compute: (numbers: readonly number[]) => Scalar): Compute =>
  (context, operands) => {
    const numbers = summands(context, operands);
    return isError(numbers) ? numbers : compute(numbers);
  };

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const least = (numbers: readonly number[]) => numbers.reduce((found, number) => (number < found ? number : found));
const most = (numbers: readonly number[]) => numbers.reduce((found, number) => (number > found ? number : found));

const counting =
  (counts: (value: Scalar | undefined) => boolean): Compute =>
  (context, operands) =>
    everyValue(context, operands).filter(counts).length;

/** Rounds by size, its sign kept, as shown with fifteen digits. */
const rounding = (how: (size: number) => number): Compute =>
  ofNumbers((_context, value = 0, digits = 0) => {
    const factor = 10 ** Math.trunc(digits);
    const scaled = Number((Math.abs(value) * factor).toPrecision(15));
    return (Math.sign(value) * how(scaled)) / factor;
  });

function remainder(value: number, divisor: number): Scalar {
  return divisor === 0 ? DIVISION : value - divisor * Math.floor(value / divisor);
}

/** The mean square of how far numbers are from their mean; of a sample where one less is counted. */
const variance = (isSample: boolean, of: (square: number) => number = (square) => square): Compute =>
  fold((numbers) => {
    const count = numbers.length - (isSample ? 1 : 0);
    if (count < 1) return DIVISION;
    const mean = sum(numbers) / numbers.length;
    return of(sum(numbers.map((number) => (number - mean) ** 2)) / count);
  });

const product = fold((numbers) => (numbers.length === 0 ? 0 : numbers.reduce((all, number) => all * number, 1)));

/** The sum of products of cells that stand at the same place of areas of one shape; what is no number counts as 0. */
function sumOfProducts(context: Context, operands: readonly Operand[]): Scalar {
  const grids = operands.map((operand) => context.cells(operand));
  const [first = []] = grids;
  const isOneShape = operands.every((operand) => sameShape(operand, operands[0]));
  if (!isOneShape) return VALUE;
  const error = grids.flat(2).find(isError);
  if (error !== undefined) return error;
  const factor = (value: Scalar | undefined) => (typeof value === "number" ? value : 0);
  return sum(
    first.flatMap((row, down) =>
      row.map((_, right) => grids.reduce((all, grid) => all * factor(grid[down]?.[right]), 1)),
    ),
  );
}

function sameShape(one: Operand, other: Operand): boolean {
  const [a, b] = [one, other].map((operand) => (isArea(operand) ? operand.extent : { rows: 1, columns: 1 }));
  return a?.rows === b?.rows && a?.columns === b?.columns;
}

/** Rounds to a multiple; a positive number and a negative multiple do not go together. */
const toMultiple = (how: (times: number) => number, byZero: Scalar): Compute =>
  ofNumbers((_context, value = 0, multiple = 0) => {
    if (value === 0) return 0;
    if (multiple === 0) return byZero;
    return value > 0 && multiple < 0 ? NUMBER : how(Number((value / multiple).toPrecision(15))) * multiple;
  });

/** Functions of numbers. */
export const mathFunctions: Functions = {
  MIN: givenAny(
    1,
    fold((numbers) => (numbers.length === 0 ? 0 : least(numbers))),
  ),
  MAX: givenAny(
    1,
    fold((numbers) => (numbers.length === 0 ? 0 : most(numbers))),
  ),
  SUM: givenAny(1, fold(sum)),
  AVERAGE: givenAny(
    1,
    fold((numbers) => (numbers.length === 0 ? DIVISION : sum(numbers) / numbers.length)),
  ),
  PRODUCT: givenAny(1, product),
  STDEV: givenAny(1, variance(true, Math.sqrt)),
  STDEVP: givenAny(1, variance(false, Math.sqrt)),
  VAR: givenAny(1, variance(true)),
  VARP: givenAny(1, variance(false)),
  SUMPRODUCT: givenAny(1, sumOfProducts),
  COUNT: givenAny(
    1,
    counting((value) => typeof value === "number"),
  ),
  COUNTA: givenAny(
    1,
    counting((value) => value !== undefined),
  ),
  COUNTBLANK: given(
    1,
    1,
    counting((value) => value === undefined || value === ""),
  ),
  ABS: given(
    1,
    1,
    ofNumbers((_context, value = 0) => Math.abs(value)),
  ),
  INT: given(
    1,
    1,
    ofNumbers((_context, value = 0) => Math.floor(value)),
  ),
  MOD: given(
    2,
    2,
    ofNumbers((_context, value = 0, divisor = 0) => remainder(value, divisor)),
  ),
  ROUND: given(2, 2, rounding(Math.round)),
  ROUNDUP: given(2, 2, rounding(Math.ceil)),
  ROUNDDOWN: given(2, 2, rounding(Math.floor)),
  FLOOR: given(2, 2, toMultiple(Math.floor, DIVISION)),
  CEILING: given(2, 2, toMultiple(Math.ceil, 0)),
  SQRT: given(
    1,
    1,
    ofNumbers((_context, value = 0) => (value < 0 ? NUMBER : Math.sqrt(value))),
  ),
};
