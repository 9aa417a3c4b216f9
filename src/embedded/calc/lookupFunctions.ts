import type { Scalar } from "../xlsx/model";
import { criterion } from "./criterion";
import { given, givenAny, numbersFrom, type Compute, type Context, type Functions } from "./excelFunction";
import { NotComputable } from "./notComputable";
import { asNumber, compare, isError, NOT_AVAILABLE, REFERENCE, VALUE, type Operand } from "./values";

type Row = readonly (Scalar | undefined)[];

/** For each cell, whether all pairs of area and criterion hold. */
function selected(context: Context, pairs: readonly Operand[]): readonly boolean[] {
  let chosen: boolean[] | undefined;
  for (let index = 0; index + 1 < pairs.length; index += 2) {
    const test = criterion(context.scalar(pairs[index + 1]));
    const found = context.cells(pairs[index]).flat().map(test);
    chosen = chosen === undefined ? found : chosen.map((was, at) => was && found[at] === true);
  }
  return chosen ?? [];
}

function sumWhere(values: Row, chosen: readonly boolean[]): number {
  return chosen.reduce((sum, is, index) => (is && typeof values[index] === "number" ? sum + values[index] : sum), 0);
}

/** The place of a value in a list: the same, or the last not above it in an ascending list. Wildcards are not computed here. */
function place(list: Row, value: Scalar | undefined, isExact: boolean): number {
  if (isExact && typeof value === "string" && /[*?~]/.test(value)) throw new NotComputable();
  if (isExact) return list.findIndex((one) => one !== undefined && compare(one, value) === 0);
  let last = -1;
  list.forEach((one, index) => {
    if (one !== undefined && typeof one === typeof value && compare(one, value) <= 0) last = index;
  });
  return last;
}

const lookup =
  (linesOf: (cells: readonly Row[]) => readonly Row[]): Compute =>
  (context, [sought, table, number, approximate = true]) => {
    const wanted = asNumber(context.scalar(number));
    if (isError(wanted)) return wanted;
    if (wanted < 1) return VALUE;
    const lines = linesOf(context.cells(table));
    const keys = lines.map((line) => line[0]);
    if (wanted > Math.max(0, ...lines.slice(0, 1).map(({ length }) => length))) return REFERENCE;
    const at = place(keys, context.scalar(sought), asNumber(context.scalar(approximate)) === 0);
    return at < 0 ? NOT_AVAILABLE : shown(lines[at]?.[Math.trunc(wanted) - 1]);
  };

/** What a reference to a cell shows: an empty one is 0. */
const shown = (value: Scalar | undefined): Scalar => value ?? 0;

const turned = (cells: readonly Row[]): readonly Row[] =>
  (cells[0] ?? []).map((_, column) => cells.map((row) => row[column]));

function match(context: Context, [sought, list, type = 1]: readonly Operand[]): Scalar {
  const how = asNumber(context.scalar(type));
  if (isError(how)) return how;
  const wanted = context.scalar(sought);
  if (isError(wanted)) return wanted;
  if (how < 0 || wanted === undefined) throw new NotComputable();
  const at = place(context.cells(list).flat(), wanted, how === 0);
  return at < 0 ? NOT_AVAILABLE : at + 1;
}

/** Row and column of INDEX, from 1; in a single line one number is the place in the line. A whole row or column is not computed here. */
function placeIn(cells: readonly Row[], numbers: readonly number[]): readonly [number, number] {
  const isLine = cells.length === 1 && numbers.length === 1;
  const [row = 1, column = 1] = (isLine ? [1, ...numbers] : numbers).map(Math.trunc);
  if (row === 0 || column === 0) throw new NotComputable();
  return [row, column];
}

function index(context: Context, [table, ...places]: readonly Operand[]): Scalar {
  const cells = context.cells(table);
  const numbers = numbersFrom(context, places);
  if (isError(numbers)) return numbers;
  const [row, column] = placeIn(cells, numbers);
  const line = cells[row - 1] ?? [];
  return column < 1 || column > line.length ? REFERENCE : shown(line[column - 1]);
}

const countWhere: Compute = (context, pairs) => selected(context, pairs).filter(Boolean).length;

/** Functions that look things up or choose among cells. */
export const lookupFunctions: Functions = {
  COUNTIF: given(2, 2, countWhere),
  COUNTIFS: givenAny(2, countWhere),
  SUMIF: given(2, 3, (context, [area, test, sums = area]) =>
    sumWhere(context.cells(sums).flat(), selected(context, [area, test])),
  ),
  SUMIFS: givenAny(3, (context, [sums, ...pairs]) => sumWhere(context.cells(sums).flat(), selected(context, pairs))),
  VLOOKUP: given(
    3,
    4,
    lookup((cells) => cells),
  ),
  HLOOKUP: given(3, 4, lookup(turned)),
  MATCH: given(2, 3, match),
  INDEX: given(2, 3, index),
  ROWS: given(1, 1, (context, [area]) => context.cells(area).length),
  COLUMNS: given(1, 1, (context, [area]) => context.cells(area)[0]?.length ?? 0),
};
