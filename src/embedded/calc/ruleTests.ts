import type { FormatRule, Scalar, Sheet } from "../xlsx/model";
import { comparedWithOne, type Comparing } from "./comparing";
import { a1ToR1c1 } from "./notation";
import type { Evaluate } from "./recalculate";
import { RuledValues } from "./ruledValues";

/** A cell that a rule is asked about, with what stands in it. */
export interface RuledCell {
  readonly row: number;
  readonly column: number;
  readonly value: Scalar | undefined;
}

/** Whether a rule holds in a cell. */
export type RuleTest = (cell: RuledCell) => boolean;

/** What a rule is looked at with. */
export interface Rules {
  readonly sheet: Sheet;
  readonly evaluate: Evaluate;
}

const comparing: Readonly<Record<string, Comparing>> = {
  between: (cell, one, other) => `AND(${cell}>=MIN(${one},${other}),${cell}<=MAX(${one},${other}))`,
  notBetween: (cell, one, other) => `OR(${cell}<MIN(${one},${other}),${cell}>MAX(${one},${other}))`,
  ...comparedWithOne,
};

/** A formula of a rule as every cell that it rules sees it. */
function seen({ ranges }: FormatRule, formula: string): string {
  const { row, column } = ranges[0] ?? { row: 0, column: 0 };
  return a1ToR1c1(`=${formula}`, row, column).slice(1);
}

/** An error in a cell, or in what it is compared with, formats nothing; nor does what cannot be computed. */
function byFormula({ sheet, evaluate }: Rules, r1c1: string): RuleTest {
  return ({ row, column }) => {
    const result = evaluate({ r1c1 }, { sheet, row, column });
    return result === true || (typeof result === "number" && result !== 0);
  };
}

function formulaRule(rule: FormatRule, rules: Rules): RuleTest {
  return byFormula(rules, seen(rule, rule.formulas[0] ?? "FALSE"));
}

function cellRule(rule: FormatRule, rules: Rules): RuleTest {
  const compare = comparing[rule.settings["operator"] ?? ""];
  if (compare === undefined) return () => false;
  const [one = '""', other = one] = rule.formulas.map((formula) => `(${seen(rule, formula)})`);
  return byFormula(rules, compare("RC", one, other));
}

/** Tests of what a cell shows, for files that leave out the formula which Excel writes beside them. */
const textTests: Readonly<Record<string, (cell: string, wanted: string) => boolean>> = {
  containsText: (cell, wanted) => cell.includes(wanted),
  notContainsText: (cell, wanted) => !cell.includes(wanted),
  beginsWith: (cell, wanted) => cell.startsWith(wanted),
  endsWith: (cell, wanted) => cell.endsWith(wanted),
  containsBlanks: (cell) => cell.trim() === "",
  notContainsBlanks: (cell) => cell.trim() !== "",
};

const isError = (value: Scalar | undefined): boolean => typeof value === "object";

const shown = (value: Scalar | undefined): string =>
  value === undefined || typeof value === "object" ? "" : String(value);

function textRule(rule: FormatRule, rules: Rules): RuleTest {
  if (rule.settings["text"] === undefined && rule.formulas.length > 0) return formulaRule(rule, rules);
  const test = textTests[rule.type];
  const wanted = (rule.settings["text"] ?? "").toUpperCase();
  if (rule.type === "containsErrors") return ({ value }) => isError(value);
  if (rule.type === "notContainsErrors") return ({ value }) => !isError(value);
  return ({ value }) => !isError(value) && test?.(shown(value).toUpperCase(), wanted) === true;
}

const isOn = (said: string | undefined, otherwise: boolean): boolean =>
  said === undefined ? otherwise : said === "1" || said === "true";

/** The highest or lowest so many, or so many in a hundred; those that equal the last of them count too. */
function topRule({ settings, ranges }: FormatRule, { sheet }: Rules): RuleTest {
  const values = new RuledValues(sheet, ranges);
  const isBottom = isOn(settings["bottom"], false);
  const limit = (): number | undefined => {
    const { numbers } = values;
    const rank = Number(settings["rank"] ?? 10);
    const share = Math.max(1, Math.floor((numbers.length * rank) / 100));
    const count = Math.min(numbers.length, isOn(settings["percent"], false) ? share : rank);
    return numbers.at(isBottom ? count - 1 : numbers.length - count);
  };
  let last: { readonly limit: number | undefined } | undefined;
  return ({ value }) => {
    last ??= { limit: limit() };
    if (typeof value !== "number" || last.limit === undefined) return false;
    return isBottom ? value <= last.limit : value >= last.limit;
  };
}

function averageRule({ settings, ranges }: FormatRule, { sheet }: Rules): RuleTest {
  const values = new RuledValues(sheet, ranges);
  const isAbove = isOn(settings["aboveAverage"], true);
  const equals = isOn(settings["equalAverage"], false);
  const deviations = Number(settings["stdDev"] ?? 0) * (isAbove ? 1 : -1);
  let limit: number | undefined;
  return ({ value }) => {
    if (typeof value !== "number") return false;
    limit ??= values.average + deviations * values.deviation;
    return (equals && value === limit) || (isAbove ? value > limit : value < limit);
  };
}

function timesRule({ type, ranges }: FormatRule, { sheet }: Rules): RuleTest {
  const values = new RuledValues(sheet, ranges);
  const isWanted = (times: number): boolean => (type === "uniqueValues" ? times === 1 : times > 1);
  return ({ value }) => value !== undefined && value !== "" && isWanted(values.times(value));
}

const kinds: Readonly<Record<string, (rule: FormatRule, rules: Rules) => RuleTest>> = {
  expression: formulaRule,
  timePeriod: formulaRule,
  cellIs: cellRule,
  top10: topRule,
  aboveAverage: averageRule,
  uniqueValues: timesRule,
  duplicateValues: timesRule,
};

/** Says in which cells a rule of any kind but scales, bars and icons holds. */
export function ruleTest(rule: FormatRule, rules: Rules): RuleTest {
  return (kinds[rule.type] ?? textRule)(rule, rules);
}
