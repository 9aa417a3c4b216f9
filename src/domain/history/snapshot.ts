import { hashed } from "../change/hashed";
import type { Customer, Drawdown } from "../ledger/ledger";
import type { Day } from "../loan/day";
import { worseClass, type LoanClass } from "../loan/loanClass";
import type { Money } from "../loan/money";
import type { RiskGroup } from "../risk/group";
import type { Judgement } from "../risk/judgement";
import { PACE, type Steps } from "../steps";
import type { VisitStatus } from "../visits/duty";
import { standingChanges, type Looked, type StandingChanges } from "./standing";

/** What is kept of one customer; nothing tells who it is. */
export interface SnapshotLine extends StandingChanges {
  readonly group: RiskGroup;
  /** The worst that the ledger gives any of its live drawdowns; undefined where it gives none. */
  readonly loanClass: LoanClass | undefined;
  readonly balance: Money;
  /** Live ones. */
  readonly drawdowns: number;
  readonly status: VisitStatus;
  /** The clauses that put it into its group, decisive first. */
  readonly clauses: readonly string[];
}

/** What a run found in one ledger, by the hashes of the customers' keys. */
export interface Snapshot {
  readonly asOf: Day;
  readonly lines: ReadonlyMap<string, SnapshotLine>;
}

/** By what a customer is known in a snapshot. */
export const keyOf = ({ key }: Pick<Customer, "key">): string => hashed(key);

const isLive = ({ standing }: Drawdown) => standing === "live";

/** The worst class that the ledger gives any live drawdown. */
export function worstClass(live: readonly Drawdown[]): LoanClass | undefined {
  return live.reduce<LoanClass | undefined>(
    (worst, { loanClass }) =>
      worst === undefined || loanClass === undefined ? (worst ?? loanClass) : worseClass(worst, loanClass),
    undefined,
  );
}

function lineOf({ customer, group, balance, status, reasons }: Judgement) {
  const live = customer.drawdowns.filter(isLive);
  const clauses = [...new Set(reasons.map(({ clause }) => clause))];
  return { group, loanClass: worstClass(live), balance, drawdowns: live.length, status, clauses };
}

/** What is kept of a run, step by step; `before` is the snapshot that it was compared with. */
export function* snapshotSteps(
  judgements: readonly Judgement[],
  looked: Looked,
  before: Snapshot | undefined,
): Steps<Snapshot> {
  const lines: [string, SnapshotLine][] = [];
  for (const [index, judgement] of judgements.entries()) {
    if (index % PACE === 0) yield;
    const [key, line] = [keyOf(judgement.customer), lineOf(judgement)];
    const changes = standingChanges(line, before && { ...before, line: before.lines.get(key) }, looked);
    lines.push([key, { ...line, ...changes }]);
  }
  return { asOf: looked.asOf, lines: new Map(lines.sort(([one], [other]) => (one < other ? -1 : 1))) };
}
