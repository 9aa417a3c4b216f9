import type { Extent, Scalar, Sheet } from "../xlsx/model";
import type { Ast, Axis, BinaryOperator } from "./ast";
import { functions, type Context } from "./functions";
import {
  asNumber,
  asText,
  asTruth,
  compare,
  DIVISION,
  isError,
  NUMBER,
  REFERENCE,
  VALUE,
  type Operand,
} from "./values";

/** The cell whose formula is computed; row and column 0-based. */
export interface At {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

/** What the compiled formula asks of the workbook around it. */
export interface Surroundings extends Context {
  readonly sheet: (name: string) => Sheet | undefined;
  /** What a defined name stands for, seen from a cell; undefined where there is no such name. */
  readonly name: (name: string, at: At) => Operand;
  readonly knowsName: (name: string, at: At) => boolean;
}

/** A formula that can be computed for any cell that shares it. */
export type Compiled = (at: At) => Operand;

/** A formula with something this evaluator does not know: its cells keep the results that they have. */
export class NotComputable extends Error {}

const index = (axis: Axis, own: number) => (axis.isRelative ? own + axis.index : axis.index);

function areaOf(ast: Extract<Ast, { kind: "area" }>, around: Surroundings): Compiled {
  return (at) => {
    const sheet = ast.sheet === undefined ? at.sheet : around.sheet(ast.sheet);
    if (sheet === undefined) throw new NotComputable();
    const rows = [index(ast.from.row, at.row), index(ast.to.row, at.row)];
    const columns = [index(ast.from.column, at.column), index(ast.to.column, at.column)];
    const row = Math.min(...rows);
    const column = Math.min(...columns);
    if (row < 0 || column < 0) return REFERENCE;
    const extent: Extent = {
      row,
      column,
      rows: Math.max(...rows) - row + 1,
      columns: Math.max(...columns) - column + 1,
    };
    return { sheet, extent };
  };
}

function arithmetic(operator: "+" | "-" | "*" | "/" | "^", left: number, right: number): Scalar {
  switch (operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      return right === 0 ? DIVISION : left / right;
    case "^": {
      const power = left ** right;
      return Number.isFinite(power) ? power : NUMBER;
    }
  }
}

function compared(operator: "=" | "<>" | "<" | "<=" | ">" | ">=", order: number): boolean {
  switch (operator) {
    case "=":
      return order === 0;
    case "<>":
      return order !== 0;
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
  }
}

function combine(operator: BinaryOperator, left: Scalar | undefined, right: Scalar | undefined): Scalar {
  if (isError(left)) return left;
  if (isError(right)) return right;
  if (operator === "&") return joined(left, right);
  if (operator === "+" || operator === "-" || operator === "*" || operator === "/" || operator === "^") {
    const one = asNumber(left);
    const other = asNumber(right);
    if (isError(one)) return one;
    return isError(other) ? other : arithmetic(operator, one, other);
  }
  return compared(operator, compare(left, right));
}

function joined(left: Scalar | undefined, right: Scalar | undefined): Scalar {
  const one = asText(left);
  const other = asText(right);
  if (isError(one)) return one;
  return isError(other) ? other : one + other;
}

function unary(operator: "+" | "-" | "%", value: Scalar | undefined): Scalar | undefined {
  if (operator === "+") return value;
  const number = asNumber(value);
  if (isError(number)) return number;
  return operator === "-" ? -number : number / 100;
}

/** Compiles a parsed formula; throws NotComputable for a function that is not known. */
export function compile(ast: Ast, around: Surroundings): Compiled {
  switch (ast.kind) {
    case "value":
      return () => ast.value;
    case "error":
      return () => ({ error: ast.error });
    case "missing":
      return () => undefined;
    case "area":
      return areaOf(ast, around);
    case "name":
      return (at) => {
        if (!around.knowsName(ast.name, at)) throw new NotComputable();
        return around.name(ast.name, at);
      };
    case "array": {
      const rows = ast.rows.map((row) => row.map((item) => compile(item, around)));
      return (at) => rows.map((row) => row.map((item) => around.scalar(item(at))));
    }
    case "unary": {
      const of = compile(ast.of, around);
      return (at) => unary(ast.operator, around.scalar(of(at)));
    }
    case "binary": {
      const left = compile(ast.left, around);
      const right = compile(ast.right, around);
      return (at) => combine(ast.operator, around.scalar(left(at)), around.scalar(right(at)));
    }
    case "call":
      return compileCall(ast, around);
  }
}

function compileCall({ name, given }: Extract<Ast, { kind: "call" }>, around: Surroundings): Compiled {
  const parts = given.map((one) => compile(one, around));
  const lazy = choices[name];
  if (lazy !== undefined) return lazy(parts, around);
  const compute = functions[name];
  if (compute === undefined) throw new NotComputable();
  if ((name === "ROW" || name === "COLUMN") && parts.length === 0) {
    return (at) => (name === "ROW" ? at.row : at.column) + 1;
  }
  return (at) => compute(around, ...parts.map((part) => part(at)));
}

type Choice = (parts: readonly Compiled[], around: Surroundings) => Compiled;

/** Functions that look at only some of what they are given. */
const choices: Readonly<Record<string, Choice>> = {
  IF:
    ([test, then, otherwise], around) =>
    (at) => {
      const truth = asTruth(test === undefined ? undefined : around.scalar(test(at)));
      if (isError(truth)) return truth;
      if (truth) return then === undefined ? true : (then(at) ?? 0);
      return otherwise === undefined ? false : (otherwise(at) ?? 0);
    },
  IFERROR:
    ([value, otherwise], around) =>
    (at) => {
      const found = value === undefined ? undefined : around.scalar(value(at));
      return isError(found) ? otherwise?.(at) : found;
    },
  CHOOSE:
    ([number, ...rest], around) =>
    (at) => {
      const which = asNumber(number === undefined ? undefined : around.scalar(number(at)));
      if (isError(which)) return which;
      const chosen = rest[Math.trunc(which) - 1];
      return chosen === undefined ? VALUE : chosen(at);
    },
};

/** Names of all functions that can be computed. */
export const knownFunctions: ReadonlySet<string> = new Set([...Object.keys(functions), ...Object.keys(choices)]);
