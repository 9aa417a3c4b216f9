import type { Day } from "../loan/day";
import { severity, type LoanClass } from "../loan/loanClass";
import type { Money } from "../loan/money";

/** A class that became worse. */
export interface Fall {
  readonly from: LoanClass;
  /** When it was last seen. */
  readonly on: Day;
  /** When the worse one was first seen. */
  readonly since: Day;
}

/** Debts that became larger or more. */
export interface Rise {
  readonly from: Money;
  readonly drawdowns: number;
  /** When they were last seen so. */
  readonly on: Day;
  readonly since: Day;
}

/** What became worse not long ago; carried from snapshot to snapshot, so that each run needs the one before it alone. */
export interface StandingChanges {
  readonly fell?: Fall;
  readonly rose?: Rise;
}

/** The facts that are compared. */
export interface Compared {
  readonly loanClass: LoanClass | undefined;
  readonly balance: Money;
  readonly drawdowns: number;
}

/** The same customer in an earlier snapshot. */
export interface Before {
  readonly asOf: Day;
  readonly line: (Compared & StandingChanges) | undefined;
}

/** For so long a change for the worse is told: a quarter, the longest time between two looks at a customer. */
const TOLD_DAYS = 92;

/** signals F.1, L21 */
export const RISE = 0.3;
export const MANY_DRAWDOWNS = 3;

const isRise = (from: Money, to: Money) => from > 0 && to >= from * (1 + RISE);
const isMore = (from: number, to: number) => to > from && to >= MANY_DRAWDOWNS;
const isFresh = (since: Day, asOf: Day) => asOf - since <= TOLD_DAYS;

function fallOf({ loanClass }: Compared, { asOf: on, line }: Before, asOf: Day): Fall | undefined {
  if (line?.loanClass === undefined || loanClass === undefined) return undefined;
  if (severity(loanClass) > severity(line.loanClass)) return { from: line.loanClass, on, since: asOf };
  const { fell } = line;
  const stands = fell !== undefined && loanClass === line.loanClass && isFresh(fell.since, asOf);
  return stands ? fell : undefined;
}

function riseOf({ balance, drawdowns }: Compared, { asOf: on, line }: Before, asOf: Day): Rise | undefined {
  if (line === undefined) return undefined;
  const hasRisen = (from: { readonly balance: Money; readonly drawdowns: number }) =>
    isRise(from.balance, balance) || isMore(from.drawdowns, drawdowns);
  if (hasRisen(line)) return { from: line.balance, drawdowns: line.drawdowns, on, since: asOf };
  const { rose } = line;
  const stands = rose !== undefined && isFresh(rose.since, asOf) && hasRisen({ ...rose, balance: rose.from });
  return stands ? rose : undefined;
}

/** What became worse since the snapshot before, or before that and still is. */
export function standingChanges(now: Compared, before: Before | undefined, asOf: Day): StandingChanges {
  if (before === undefined) return {};
  const [fell, rose] = [fallOf(now, before, asOf), riseOf(now, before, asOf)];
  return { ...(fell === undefined ? {} : { fell }), ...(rose === undefined ? {} : { rose }) };
}
