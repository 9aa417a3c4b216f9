import type { Judgement } from "./judgement";

/** A customer that other settings would judge otherwise. */
export interface Movement {
  readonly before: Judgement;
  readonly after: Judgement;
}

function isSame(one: Judgement, other: Judgement): boolean {
  const { clocks: a } = one;
  const { clocks: b } = other;
  const sameClocks = a.contactMonths === b.contactMonths && a.onSiteMonths === b.onSiteMonths;
  const sameDuty = one.duty.due === other.duty.due && one.duty.kind === other.duty.kind && one.status === other.status;
  return one.group === other.group && sameClocks && sameDuty && signalsOf(one) === signalsOf(other);
}

const signalsOf = ({ signals }: Judgement): string =>
  signals.map(({ clause, text, level }) => `${clause} ${level} ${text}`).join("\n");

/** The customers whose group, intervals, next visit or warnings differ between two judgements of one ledger. */
export function movements(before: readonly Judgement[], after: readonly Judgement[]): readonly Movement[] {
  const known = new Map(after.map((judgement) => [judgement.customer.key, judgement]));
  return before.flatMap((one) => {
    const other = known.get(one.customer.key);
    return other === undefined || isSame(one, other) ? [] : [{ before: one, after: other }];
  });
}
