import type { Day } from "../../domain/loan/day";
import type { Book, Extent, FormatRule, RuleLook, Scalar, Sheet } from "../xlsx/model";
import { noLook } from "../xlsx/ruleModel";
import { evaluator } from "./recalculate";
import { ruleScale, type ScaleShown } from "./ruleScales";
import { ruleTest, type RuledCell, type Rules } from "./ruleTests";

/** What all conditional formats together make of a cell. */
export type StandingFormat = RuleLook & Omit<ScaleShown, "fill">;

/** What one of them gives. */
type Given = Partial<RuleLook> & Omit<ScaleShown, "fill">;

interface Standing {
  readonly rule: FormatRule;
  /** What the rule gives a cell; undefined where it does not hold. */
  readonly give: (cell: RuledCell) => Given | undefined;
}

const looks = Object.keys(noLook) as readonly (keyof RuleLook)[];
const parts = [...looks, "bar", "icon", "hidesValue"] as const;

function standing(rule: FormatRule, rules: Rules): Standing {
  const scale = ruleScale(rule, rules);
  if (scale !== undefined) return { rule, give: scale };
  const holds = ruleTest(rule, rules);
  const look = Object.fromEntries(looks.map((part) => [part, rule[part]])) as unknown as RuleLook;
  return { rule, give: (cell) => (holds(cell) ? look : undefined) };
}

/** What is given first counts: rules come strongest first. */
function combined(given: readonly Given[]): StandingFormat {
  const made: Record<string, unknown> = { ...noLook };
  for (const one of given) {
    for (const part of parts) if (part !== "borders") made[part] ??= one[part];
    made["borders"] = { ...one.borders, ...(made["borders"] as object) };
  }
  return made as unknown as StandingFormat;
}

const isIn = ({ row, column, rows, columns }: Extent, at: RuledCell): boolean =>
  at.row >= row && at.row < row + rows && at.column >= column && at.column < column + columns;

/** Says how the conditional formats of a sheet, of whatever kind, format a cell today; undefined where none does. The value is the cell's own unless one is given. */
export function standingFormats(
  book: Book,
  sheet: Sheet,
  today: Day,
): (row: number, column: number, value?: Scalar) => StandingFormat | undefined {
  const rules = { sheet, evaluate: evaluator(book, today) };
  const all = [...sheet.formatRules]
    .sort((one, other) => one.priority - other.priority)
    .map((rule) => standing(rule, rules));
  return (row, column, value = sheet.cell(row, column).value) => {
    const cell = { row, column, value };
    const given: Given[] = [];
    for (const { rule, give } of all) {
      const one = rule.ranges.some((range) => isIn(range, cell)) ? give(cell) : undefined;
      if (one === undefined) continue;
      given.push(one);
      if (rule.stopIfTrue) break;
    }
    return given.length === 0 ? undefined : combined(given);
  };
}
