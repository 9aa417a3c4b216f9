import type { Extent } from "../ledger/cells";
import type { Change, Rule } from "./change";
import type { RuleSeen } from "./traces";

function sameRange(one: Extent, other: Extent): boolean {
  const sameStart = one.row === other.row && one.column === other.column;
  return sameStart && one.rows === other.rows && one.columns === other.columns;
}

function sameLook(one: Rule, other: Rule): boolean {
  return one.fill === other.fill && one.color === other.color && (one.bold ?? false) === (other.bold ?? false);
}

function sameRule(one: Rule, other: Rule): boolean {
  return one.formula === other.formula && sameRange(one.range, other.range) && sameLook(one, other);
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
