import type { CellError, Scalar } from "../xlsx/model";
import type { BinaryOperator } from "./ast";
import { asNumber, asText, compare, DIVISION, isError, NUMBER } from "./values";

const arithmetic: Readonly<Partial<Record<BinaryOperator, (left: number, right: number) => Scalar>>> = {
  "+": (left, right) => left + right,
  "-": (left, right) => left - right,
  "*": (left, right) => left * right,
  "/": (left, right) => (right === 0 ? DIVISION : left / right),
  "^": power,
};

function power(left: number, right: number): Scalar {
  if (left === 0 && right === 0) return NUMBER;
  if (left === 0 && right < 0) return DIVISION;
  const found = left ** right;
  return Number.isFinite(found) ? found : NUMBER;
}

const comparisons: Readonly<Partial<Record<BinaryOperator, (order: number) => boolean>>> = {
  "=": (order) => order === 0,
  "<>": (order) => order !== 0,
  "<": (order) => order < 0,
  "<=": (order) => order <= 0,
  ">": (order) => order > 0,
  ">=": (order) => order >= 0,
};

type Combine = (left: Scalar | undefined, right: Scalar | undefined) => Scalar;

/** What an operator makes of two values; an error on the left goes before one on the right. */
export function combining(operator: BinaryOperator, date1904: boolean): Combine {
  const combine = combiningValues(operator, date1904);
  return (left, right) => {
    if (isError(left)) return left;
    return isError(right) ? right : combine(left, right);
  };
}

function combiningValues(operator: BinaryOperator, date1904: boolean): Combine {
  const compute = arithmetic[operator];
  if (compute !== undefined)
    return (left, right) => calculated(compute, asNumber(left, date1904), asNumber(right, date1904));
  const holds = comparisons[operator];
  return holds === undefined ? joined : (left, right) => holds(compare(left, right));
}

function calculated(
  compute: (left: number, right: number) => Scalar,
  one: number | CellError,
  other: number | CellError,
): Scalar {
  if (isError(one)) return one;
  return isError(other) ? other : compute(one, other);
}

const joined: Combine = (left, right) => {
  const one = asText(left);
  const other = asText(right);
  if (isError(one)) return one;
  return isError(other) ? other : one + other;
};

/** What a sign before a value, or % behind it, makes of it. */
export function unary(operator: "+" | "-" | "%", value: Scalar | undefined, date1904: boolean): Scalar | undefined {
  if (operator === "+") return value;
  const number = asNumber(value, date1904);
  if (isError(number)) return number;
  return operator === "-" ? -number : number / 100;
}
