import type { Day } from "../loan/day";
import { severity, type LoanClass } from "../loan/loanClass";
import type { Money } from "../loan/money";
import type { Settings } from "../settings/settings";

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

/** The day on which is compared, and from when on a change is told. signals F.1, L14, L21 */
export interface Looked {
  readonly asOf: Day;
  readonly limits: Pick<Settings["thresholds"], "riseShare" | "riseDrawdowns" | "changeToldDays">;
}

/** Whether a balance grew by so much that it is told. */
export const isRise = (from: Money, to: Money, { riseShare }: Looked["limits"]): boolean =>
  from > 0 && to >= from * (1 + riseShare);

/** Whether drawdowns became more, and so many that it is told. */
export const isMore = (from: number, to: number, { riseDrawdowns }: Looked["limits"]): boolean =>
  to > from && to >= riseDrawdowns;

const isFresh = (since: Day, { asOf, limits }: Looked) => asOf - since <= limits.changeToldDays;

function fallOf({ loanClass }: Compared, { asOf: on, line }: Before, looked: Looked): Fall | undefined {
  if (line?.loanClass === undefined || loanClass === undefined) return undefined;
  if (severity(loanClass) > severity(line.loanClass)) return { from: line.loanClass, on, since: looked.asOf };
  const { fell } = line;
  const stands = fell !== undefined && loanClass === line.loanClass && isFresh(fell.since, looked);
  return stands ? fell : undefined;
}

function riseOf({ balance, drawdowns }: Compared, { asOf: on, line }: Before, looked: Looked): Rise | undefined {
  if (line === undefined) return undefined;
  const hasRisen = (from: { readonly balance: Money; readonly drawdowns: number }) =>
    isRise(from.balance, balance, looked.limits) || isMore(from.drawdowns, drawdowns, looked.limits);
  if (hasRisen(line)) return { from: line.balance, drawdowns: line.drawdowns, on, since: looked.asOf };
  const { rose } = line;
  const stands = rose !== undefined && isFresh(rose.since, looked) && hasRisen({ ...rose, balance: rose.from });
  return stands ? rose : undefined;
}

/** What became worse since the snapshot before, or before that and still is. */
export function standingChanges(now: Compared, before: Before | undefined, looked: Looked): StandingChanges {
  if (before === undefined) return {};
  const [fell, rose] = [fallOf(now, before, looked), riseOf(now, before, looked)];
  return { ...(fell === undefined ? {} : { fell }), ...(rose === undefined ? {} : { rose }) };
}
