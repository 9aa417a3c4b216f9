import type { Scalar, Sheet } from "../xlsx/model";
import type { Ast, Axis } from "./ast";
import type { Context } from "./excelFunction";
import { functions } from "./functions";
import { NotComputable } from "./notComputable";
import { combining, unary } from "./operators";
import { asNumber, asTruth, isArea, isError, REFERENCE, VALUE, type Operand } from "./values";

/** The cell whose formula is computed; row and column 0-based. */
export interface At {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

/** What the compiled formula asks of the workbook around it. */
export interface Surroundings extends Context {
  /** What a cell shows; row and column 0-based. */
  readonly cell: (sheet: Sheet, row: number, column: number) => Scalar | undefined;
  readonly sheet: (name: string) => Sheet | undefined;
  /** What a defined name stands for, seen from a cell; throws NotComputable where there is no such name. */
  readonly name: (name: string, at: At) => Operand;
}

/** A formula that can be computed for any cell that shares it. */
export type Compiled = (at: At) => Operand;

/** A part of a formula of which one value is asked. */
type Single = (at: At) => Scalar | undefined;

type AreaAst = Extract<Ast, { kind: "area" }>;

const index = (axis: Axis, own: number) => (axis.isRelative ? own + axis.index : axis.index);

/** Where a stretch between two ends begins, and how long it is. */
function stretch(from: Axis, to: Axis, own: number): readonly [number, number] {
  const one = index(from, own);
  const other = index(to, own);
  return one <= other ? [one, other - one + 1] : [other, one - other + 1];
}

const isSame = (one: Axis, other: Axis) => one.index === other.index && one.isRelative === other.isRelative;

/** Whether a reference names one cell. */
const isOneCell = ({ from, to }: AreaAst) => isSame(from.row, to.row) && isSame(from.column, to.column);

function cellOf(ast: AreaAst, around: Surroundings): Single {
  const { row, column } = ast.from;
  return (at) => {
    const sheet = ast.sheet === undefined ? at.sheet : around.sheet(ast.sheet);
    if (sheet === undefined) throw new NotComputable();
    const down = index(row, at.row);
    const right = index(column, at.column);
    return down < 0 || right < 0 ? REFERENCE : around.cell(sheet, down, right);
  };
}

function areaOf(ast: AreaAst, around: Surroundings): Compiled {
  return (at) => {
    const sheet = ast.sheet === undefined ? at.sheet : around.sheet(ast.sheet);
    if (sheet === undefined) throw new NotComputable();
    const [row, rows] = stretch(ast.from.row, ast.to.row, at.row);
    const [column, columns] = stretch(ast.from.column, ast.to.column, at.column);
    return row < 0 || column < 0 ? REFERENCE : { sheet, extent: { row, column, rows, columns } };
  };
}

type Kind = Ast["kind"];
type Compilers = { readonly [K in Kind]: (ast: Extract<Ast, { kind: K }>, around: Surroundings) => Compiled };

const compilers: Compilers = {
  value:
    ({ value }) =>
    () =>
      value,
  error:
    ({ error }) =>
    () => ({ error }),
  missing: () => () => undefined,
  area: areaOf,
  name:
    ({ name }, around) =>
    (at) =>
      around.name(name, at),
  array: (ast, around) => {
    const rows = ast.rows.map((row) => row.map((item) => compile(item, around)));
    return (at) => rows.map((row) => row.map((item) => around.scalar(item(at))));
  },
  unary: (ast, around) => {
    const of = single(ast.of, around);
    return (at) => unary(ast.operator, of(at), around.date1904);
  },
  binary: (ast, around) => {
    const left = single(ast.left, around);
    const right = single(ast.right, around);
    const combine = combining(ast.operator, around.date1904);
    return (at) => combine(left(at), right(at));
  },
  call: compileCall,
};

/** Compiles a parsed formula; throws NotComputable for a function that is not known or is given too little or too much. */
export function compile(ast: Ast, around: Surroundings): Compiled {
  const compileKind = compilers[ast.kind] as (ast: Ast, around: Surroundings) => Compiled;
  return compileKind(ast, around);
}

/** Compiles a part that gives one value: a cell is read where it stands. */
function single(ast: Ast, around: Surroundings): Single {
  if (ast.kind === "area" && isOneCell(ast)) return cellOf(ast, around);
  const compiled = compile(ast, around);
  return (at) => around.scalar(compiled(at));
}

function compileCall({ name, given }: Extract<Ast, { kind: "call" }>, around: Surroundings): Compiled {
  const lazy = choices[name];
  if (lazy !== undefined) {
    return lazy(
      given.map((one) => compile(one, around)),
      around,
    );
  }
  const known = functions[name];
  if (known === undefined || given.length < known.least || given.length > known.most) throw new NotComputable();
  const { compute } = known;
  const parts = given.map((one) => (compute.ofValues === true ? single(one, around) : compile(one, around)));
  return (at) =>
    compute(
      around,
      parts.map((part) => part(at)),
    );
}

type Choice = (parts: readonly Compiled[], around: Surroundings) => Compiled;

/** Where an area begins, or the cell of the formula where none is given; counted from 1. */
const placeOf =
  (which: "row" | "column"): Choice =>
  ([area]) =>
  (at) => {
    const operand = area?.(at) ?? { sheet: at.sheet, extent: { ...at, rows: 1, columns: 1 } };
    return isArea(operand) ? operand.extent[which] + 1 : VALUE;
  };

/** Another value in place of one that is wrong. */
const instead =
  (isWrong: (value: Scalar | undefined) => boolean): Choice =>
  ([value, otherwise], around) =>
  (at) => {
    const found = value === undefined ? undefined : around.scalar(value(at));
    return isWrong(found) ? otherwise?.(at) : found;
  };

/** Functions that look at only some of what they are given, or at where they stand. */
const choices: Readonly<Record<string, Choice>> = {
  IF:
    ([test, then, otherwise], around) =>
    (at) => {
      const truth = asTruth(test === undefined ? undefined : around.scalar(test(at)));
      if (isError(truth)) return truth;
      if (truth) return then === undefined ? true : (then(at) ?? 0);
      return otherwise === undefined ? false : (otherwise(at) ?? 0);
    },
  ROW: placeOf("row"),
  COLUMN: placeOf("column"),
  IFERROR: instead(isError),
  IFNA: instead((value) => isError(value) && value.error === "#N/A"),
  CHOOSE:
    ([number, ...rest], around) =>
    (at) => {
      const which = asNumber(number === undefined ? undefined : around.scalar(number(at)));
      if (isError(which)) return which;
      const chosen = rest[Math.trunc(which) - 1];
      return chosen === undefined ? VALUE : chosen(at);
    },
};

/** How much the choosing functions may be given. */
const choiceArguments: Readonly<Record<string, readonly [least: number, most: number]>> = {
  IF: [1, 3],
  ROW: [0, 1],
  COLUMN: [0, 1],
  IFERROR: [2, 2],
  IFNA: [2, 2],
  CHOOSE: [2, 255],
};

/** How much a function may be given; undefined for one that is not known. */
export function argumentsOf(name: string): { readonly least: number; readonly most: number } | undefined {
  const [least, most] = choiceArguments[name] ?? [];
  return least === undefined || most === undefined ? functions[name] : { least, most };
}

/** Names of all functions that can be computed. */
export const knownFunctions: ReadonlySet<string> = new Set([...Object.keys(functions), ...Object.keys(choices)]);
