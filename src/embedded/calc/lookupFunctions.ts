import type { Scalar } from "../xlsx/model";
import type { Context, ExcelFunction } from "./functions";
import { asNumber, compare, isArea, isError, NOT_AVAILABLE, REFERENCE, VALUE, type Operand } from "./values";

type Row = readonly (Scalar | undefined)[];

/** A criterion such as ">=5", "是" or "张*" as a test. */
function criterion(given: Scalar | undefined): (value: Scalar | undefined) => boolean {
  if (typeof given !== "string") return (value) => value !== undefined && compare(value, given) === 0;
  const [, operator = "=", text = ""] = /^(<>|<=|>=|=|<|>)?([\s\S]*)$/.exec(given) ?? [];
  const number = text.trim() === "" ? NaN : Number(text);
  if (operator === "=" || operator === "<>") {
    const pattern = new RegExp(
      `^${text
        .replace(/[.+^${}()|[\]\\]/g, "\\$&")
        .replace(/\*/g, "[\\s\\S]*")
        .replace(/\?/g, "[\\s\\S]")}$`,
      "i",
    );
    const isSame = (value: Scalar | undefined) =>
      Number.isNaN(number)
        ? (value === undefined || typeof value === "string") && pattern.test(value ?? "")
        : value === number;
    return (value) => isSame(value) === (operator === "=");
  }
  const limit: Scalar = Number.isNaN(number) ? text : number;
  return (value) => {
    if (value === undefined || typeof value !== typeof limit) return false;
    const order = compare(value, limit);
    if (operator === "<") return order < 0;
    if (operator === "<=") return order <= 0;
    return operator === ">" ? order > 0 : order >= 0;
  };
}

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

/** The place of a value in a list: the same, or the last not above it in an ascending list. */
function place(list: Row, value: Scalar | undefined, isExact: boolean): number {
  if (isExact) return list.findIndex((one) => one !== undefined && compare(one, value) === 0);
  let last = -1;
  list.forEach((one, index) => {
    if (one !== undefined && typeof one === typeof value && compare(one, value) <= 0) last = index;
  });
  return last;
}

const lookup =
  (isVertical: boolean): ExcelFunction =>
  (context, ...given) => {
    const [sought, table, number, approximate = true] = given;
    const cells = context.cells(table);
    const lines: readonly Row[] = isVertical
      ? cells
      : (cells[0] ?? []).map((_, column) => cells.map((row) => row[column]));
    const wanted = asNumber(context.scalar(number));
    if (isError(wanted)) return wanted;
    const width = lines[0]?.length ?? 0;
    if (wanted < 1) return VALUE;
    if (wanted > width) return REFERENCE;
    const isExact = asNumber(context.scalar(approximate)) === 0;
    const at = place(
      lines.map((line) => line[0]),
      context.scalar(sought),
      isExact,
    );
    return at < 0 ? NOT_AVAILABLE : (lines[at]?.[Math.trunc(wanted) - 1] ?? 0);
  };

/** Functions that look things up or choose among cells. */
export const lookupFunctions: Readonly<Record<string, ExcelFunction>> = {
  COUNTIF: (context, area, given) => selected(context, [area, given]).filter(Boolean).length,
  COUNTIFS: (context, ...pairs) => selected(context, pairs).filter(Boolean).length,
  SUMIF: (context, area, given, sums = area) => sumWhere(context.cells(sums).flat(), selected(context, [area, given])),
  SUMIFS: (context, sums, ...pairs) => sumWhere(context.cells(sums).flat(), selected(context, pairs)),
  VLOOKUP: lookup(true),
  HLOOKUP: lookup(false),
  MATCH: (context, sought, list, type = 1) => {
    const at = place(context.cells(list).flat(), context.scalar(sought), asNumber(context.scalar(type)) === 0);
    return at < 0 ? NOT_AVAILABLE : at + 1;
  },
  INDEX: (context, table, row, column) => {
    const cells = context.cells(table);
    const one = asNumber(context.scalar(row));
    const other = column === undefined ? 1 : asNumber(context.scalar(column));
    if (isError(one)) return one;
    if (isError(other)) return other;
    const isLine = cells.length === 1 && column === undefined;
    const [down, right] = isLine ? [1, one] : [one, other];
    if (down < 1 || right < 1 || down > cells.length || right > (cells[0]?.length ?? 0)) return REFERENCE;
    return cells[Math.trunc(down) - 1]?.[Math.trunc(right) - 1] ?? 0;
  },
  ROWS: (context, area) => context.cells(area).length,
  COLUMNS: (context, area) => context.cells(area)[0]?.length ?? 0,
  ROW: (_context, area) => (isArea(area) ? area.extent.row + 1 : VALUE),
  COLUMN: (_context, area) => (isArea(area) ? area.extent.column + 1 : VALUE),
};
