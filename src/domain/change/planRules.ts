import type { Change, Rule } from "./change";
import type { RuleSeen } from "./traces";

function sameRule(one: Rule, other: Rule): boolean {
  const sameRange =
    one.range.row === other.range.row &&
    one.range.column === other.range.column &&
    one.range.rows === other.range.rows &&
    one.range.columns === other.range.columns;
  const sameLook =
    one.fill === other.fill && one.color === other.color && (one.bold ?? false) === (other.bold ?? false);
  return sameRange && sameLook && one.formula === other.formula;
}

/** The changes that leave exactly the wanted rules of ours on a sheet: copies, fragments and outdated ones go, equal ones stay untouched. */
export function planRules(sheet: string, seen: readonly RuleSeen[], wanted: readonly Rule[]): readonly Change[] {
  const missing = new Set(wanted);
  const removals = seen.flatMap(({ id, rule }): Change[] => {
    const equal = [...missing].find((one) => sameRule(one, rule));
    if (equal === undefined) return [{ kind: "rule", sheet, id, before: rule }];
    missing.delete(equal);
    return [];
  });
  return [...removals, ...[...missing].map((after): Change => ({ kind: "rule", sheet, after }))];
}
