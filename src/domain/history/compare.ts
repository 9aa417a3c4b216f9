import { severity, type LoanClass } from "../loan/loanClass";
import type { Customer, Ledger } from "../ledger/ledger";
import type { Day } from "../loan/day";
import { money, type Money } from "../loan/money";
import { riskGroups, type RiskGroup } from "../risk/group";
import type { Judgement } from "../risk/judgement";
import { loanClasses } from "../loan/loanClass";
import { keyOf, worstClass, type Snapshot, type SnapshotLine } from "./snapshot";

/** What became of a customer since an earlier run. */
export const moves = ["worse", "new", "better", "gone", "same"] as const;
export type Move = (typeof moves)[number];

/** One customer now and then. */
export interface Compared {
  readonly move: Move;
  readonly now: Judgement | undefined;
  readonly before: SnapshotLine | undefined;
  /** The customer where the ledger still names it: one that is gone may have been paid off. */
  readonly customer: Customer | undefined;
}

/** Counts and balances from each state to each: by row the state before, by column the state now. The balance is the one of now. */
export interface Migration<State extends string> {
  readonly states: readonly State[];
  readonly customers: readonly (readonly number[])[];
  readonly balances: readonly (readonly Money[])[];
}

/** A ledger against an earlier run. */
export interface Comparison {
  readonly sheet: string;
  /** 0-based column of the customers' names. */
  readonly nameColumn: number;
  readonly since: Day;
  readonly asOf: Day;
  /** Those that changed, the gravest first; those that did not are counted alone. */
  readonly changed: readonly Compared[];
  readonly counts: Readonly<Record<Move, number>>;
  readonly groups: Migration<RiskGroup>;
  readonly classes: Migration<LoanClass>;
}

const liveClass = ({ customer }: Judgement) =>
  worstClass(customer.drawdowns.filter(({ standing }) => standing === "live"));
const rank = (of: LoanClass | undefined) => (of === undefined ? 0 : severity(of));

/** How many steps group and class went down together; negative where they went up. A step down outweighs any up. */
function stepsDown(now: Judgement, before: SnapshotLine): number {
  const group = riskGroups.indexOf(now.group) - riskGroups.indexOf(before.group);
  const [is, was] = [liveClass(now), before.loanClass];
  const ofClass = is === undefined || was === undefined ? 0 : rank(is) - rank(was);
  return group > 0 || ofClass > 0 ? Math.max(group, 0) + Math.max(ofClass, 0) : group + ofClass;
}

function moveOf(now: Judgement, before: SnapshotLine | undefined): Move {
  if (before === undefined) return "new";
  const steps = stepsDown(now, before);
  if (steps === 0) return "same";
  return steps > 0 ? "worse" : "better";
}

/** How grave a change is: the steps and then the balance; new and gone customers by their group and balance. */
function gravity({ now, before }: Compared): readonly [number, number] {
  if (now !== undefined && before !== undefined) return [Math.abs(stepsDown(now, before)), now.balance];
  const one = now ?? before;
  return one === undefined ? [0, 0] : [riskGroups.indexOf(one.group), one.balance];
}

function byGravity(one: Compared, other: Compared): number {
  const [a, b] = [gravity(one), gravity(other)];
  return moves.indexOf(one.move) - moves.indexOf(other.move) || b[0] - a[0] || b[1] - a[1];
}

interface Pair<State> {
  readonly from: State | undefined;
  readonly to: State | undefined;
  readonly balance: Money;
}

function migration<State extends string>(states: readonly State[], pairs: readonly Pair<State>[]): Migration<State> {
  const table = () => states.map(() => states.map(() => 0));
  const [customers, balances] = [table(), table()];
  for (const { from, to, balance } of pairs) {
    if (from === undefined || to === undefined) continue;
    const [row, column] = [states.indexOf(from), states.indexOf(to)];
    const [counted, summed] = [customers[row], balances[row]];
    if (counted === undefined || summed === undefined) continue;
    counted[column] = (counted[column] ?? 0) + 1;
    summed[column] = (summed[column] ?? 0) + balance;
  }
  return { states, customers, balances: balances.map((row) => row.map(money)) };
}

/** Compares what was judged with an earlier run, customer by customer. */
export function compare(
  { ledger, judgements }: { readonly ledger: Ledger; readonly judgements: readonly Judgement[] },
  since: Snapshot,
  asOf: Day,
): Comparison {
  const named = new Map(ledger.customers.map((customer) => [keyOf(customer), customer]));
  const judged = new Set(judgements.map(({ customer }) => keyOf(customer)));
  const present = judgements.map((now): Compared => {
    const before = since.lines.get(keyOf(now.customer));
    return { move: moveOf(now, before), now, before, customer: now.customer };
  });
  const gone = [...since.lines]
    .filter(([key]) => !judged.has(key))
    .map(([key, before]): Compared => ({ move: "gone", now: undefined, before, customer: named.get(key) }));
  const all = [...present, ...gone];
  const pairs = present.flatMap(({ now, before }) =>
    now === undefined || before === undefined ? [] : [{ now, before }],
  );
  const balanceOf = ({ now }: { readonly now: Judgement }) => now.balance;
  return {
    ...{ sheet: ledger.layout.sheet, since: since.asOf, asOf },
    nameColumn: ledger.layout.columns.get("customerName")?.column ?? 0,
    changed: all.filter(({ move }) => move !== "same").sort(byGravity),
    counts: countsOf(all),
    groups: migration(
      riskGroups,
      pairs.map((pair) => ({ from: pair.before.group, to: pair.now.group, balance: balanceOf(pair) })),
    ),
    classes: migration(
      loanClasses,
      pairs.map((pair) => ({ from: pair.before.loanClass, to: liveClass(pair.now), balance: balanceOf(pair) })),
    ),
  };
}

function countsOf(all: readonly Compared[]): Readonly<Record<Move, number>> {
  const counts = { worse: 0, new: 0, better: 0, gone: 0, same: 0 };
  for (const { move } of all) counts[move] += 1;
  return counts;
}
