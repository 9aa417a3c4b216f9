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
import { asNumber, DIVISION, isError, NUMBER, type Operand } from "./values";

/** Numbers for a sum: those of cells count only where they are numbers; those given directly are converted. */
function summands(context: Context, operands: readonly Operand[]): number[] | CellError {
  const numbers: number[] = [];
  for (const operand of operands) {
    const found = isMany(operand) ? numbersIn(context, operand) : asNumber(context.scalar(operand));
    if (isError(found)) return found;
    if (typeof found === "number") numbers.push(found);
    else numbers.push(...found);
  }
  return numbers;
}

function numbersIn(context: Context, operand: Operand): number[] | CellError {
  const values = context.cells(operand).flat();
  return values.find(isError) ?? values.filter((value) => typeof value === "number");
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
  SQRT: given(
    1,
    1,
    ofNumbers((_context, value = 0) => (value < 0 ? NUMBER : Math.sqrt(value))),
  ),
};
