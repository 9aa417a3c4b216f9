import { comparedWithOne, type Comparing } from "../calc/comparing";
import { a1ToR1c1 } from "../calc/notation";
import { areaText } from "../xlsx/areas";
import type { DataValidation, Extent, Scalar } from "../xlsx/model";
import { intersection } from "./address";
import { isUnbounded } from "./geometry";
import { joined } from "./joinCells";
import { areasOf, type Place } from "./place";
import { notServed } from "./refusal";

const comparing: Readonly<Record<string, Comparing>> = {
  between: (cell, one, other) => `AND(${cell}>=${one},${cell}<=${other})`,
  notBetween: (cell, one, other) => `OR(${cell}<${one},${cell}>${other})`,
  ...comparedWithOne,
};

/** The rule's comparison of something with what it names. */
function compared({ formula1 = "", formula2 = "", operator = "between" }: DataValidation, subject: string): string {
  return comparing[operator]?.(subject, `(${formula1})`, `(${formula2})`) ?? "TRUE";
}

function inList({ formula1 = "" }: DataValidation, cell: string): string {
  const values = /^"(.*)"$/s.exec(formula1)?.[1];
  if (values === undefined) return `ISNUMBER(MATCH(${cell},${formula1},0))`;
  const tests = values.split(",").map((value) => `${cell}&""="${value.trim()}"`);
  return `OR(${tests.join(",")})`;
}

const isNumber = (rule: DataValidation, cell: string): string => `IF(ISNUMBER(${cell}),${compared(rule, cell)},FALSE)`;

/** Each kind of rule as a formula that is true in valid cells, seen from the first cell that has the rule. */
const tests: Readonly<Record<DataValidation["type"], (rule: DataValidation, cell: string) => string>> = {
  none: () => "TRUE",
  custom: ({ formula1 = "" }) => formula1,
  textLength: (rule, cell) => compared(rule, `LEN(${cell})`),
  list: inList,
  whole: (rule, cell) => `IF(ISNUMBER(${cell}),IF(${cell}=INT(${cell}),${compared(rule, cell)},FALSE),FALSE)`,
  decimal: isNumber,
  date: isNumber,
  time: isNumber,
};

const holds = (result: Scalar): boolean => result === true || (typeof result === "number" && result !== 0);

/** The parts of a place in which a rule is to be looked at: of entire rows and columns those that are used. */
function parts({ sheet, ...place }: Place, { ranges }: DataValidation): readonly Extent[] {
  return areasOf({ sheet, ...place }).flatMap((area) =>
    ranges.flatMap((range) => {
      const shared = intersection(area, range);
      const used = shared && isUnbounded(shared) ? sheet.used(true) : shared;
      return (used && shared && intersection(used, shared)) ?? [];
    }),
  );
}

/** The cells of a place that break one rule. */
function breaking(place: Place, rule: DataValidation): readonly Extent[] {
  const [first = { row: 0, column: 0 }] = rule.ranges;
  const cell = areaText({ row: first.row, column: first.column, rows: 1, columns: 1 });
  const r1c1 = a1ToR1c1(`=${tests[rule.type](rule, cell)}`, first.row, first.column).slice(1);
  const evaluate = place.host.evaluator();
  const isInvalid = (row: number, column: number): boolean => {
    const { value } = place.sheet.cell(row, column);
    if (value === undefined && rule.ignoresBlank) return false;
    const result = evaluate({ r1c1 }, { sheet: place.sheet, row, column }, 0);
    if (result === undefined) throw notServed("DataValidation.valid of a rule with functions that are not known");
    return !holds(result);
  };
  return parts(place, rule).flatMap((area) => joined(area, isInvalid));
}

/** The cells of a place that break the rule they have. */
export function invalidCells(place: Place): readonly Extent[] {
  place.host.calculate();
  return place.sheet.validations.flatMap((rule) => breaking(place, rule));
}

const count = (areas: readonly Extent[]): number => areas.reduce((sum, { rows, columns }) => sum + rows * columns, 0);

/** Whether the cells of a place are valid; null where only some are. */
export function isValidIn(place: Place): boolean | null {
  const invalid = count(invalidCells(place));
  if (invalid === 0) return true;
  return invalid === count(areasOf(place)) ? false : null;
}
