import type { Customer } from "../ledger/ledger";
import { formatDay } from "../loan/day";
import { loanClassName } from "../loan/loanClass";
import { sum, type Money } from "../loan/money";
import type { Reason } from "../risk/judgement";
import { keyOf, worstClass, type Snapshot } from "./snapshot";
import { isMore, isRise, standingChanges, type Looked, type Rise, type StandingChanges } from "./standing";

interface Now {
  readonly balance: Money;
  readonly drawdowns: number;
  readonly loanClass: ReturnType<typeof worstClass>;
}

function nowOf({ drawdowns }: Customer): Now {
  const live = drawdowns.filter(({ standing }) => standing === "live");
  const balance = sum(live.map((one) => one.balance ?? one.amount ?? (0 as Money)));
  return { balance, drawdowns: live.length, loanClass: worstClass(live) };
}

const percent = (ratio: number) => `${String(Math.round(ratio * 100))}%`;

function riseText({ from, drawdowns, on }: Rise, now: Now, limits: Looked["limits"]): string {
  const { riseShare, riseDrawdowns } = limits;
  const more = `借据较${formatDay(on)}由${String(drawdowns)}笔增至${String(now.drawdowns)}笔(≥${String(riseDrawdowns)})`;
  if (!isRise(from, now.balance, limits)) return more;
  const risen = `余额较${formatDay(on)}上升${percent(now.balance / from - 1)}(≥${percent(riseShare)})`;
  return isMore(drawdowns, now.drawdowns, limits) ? `${risen}，${more}` : risen;
}

interface HistorySignal {
  readonly clause: string;
  readonly level: Reason["level"];
  readonly text: (changes: StandingChanges, now: Now, limits: Looked["limits"]) => string | undefined;
}

/** Signals that only an earlier run can tell. signals F.1 */
export const historySignals: readonly HistorySignal[] = [
  {
    clause: "L14",
    level: "orange",
    text: ({ fell }, { loanClass = "pass" }) =>
      fell && `五级分类较${formatDay(fell.on)}由${loanClassName[fell.from]}下迁为${loanClassName[loanClass]}`,
  },
  { clause: "L21", level: "blue", text: ({ rose }, now, limits) => rose && riseText(rose, now, limits) },
];

/** What became worse with each customer of a ledger since the run before. */
export function changedSince(before: Snapshot | undefined, looked: Looked): (customer: Customer) => readonly Reason[] {
  if (before === undefined) return () => [];
  return (customer) => {
    const line = before.lines.get(keyOf(customer));
    if (line === undefined) return [];
    const now = nowOf(customer);
    const changes = standingChanges(now, { asOf: before.asOf, line }, looked);
    return historySignals.flatMap(({ clause, level, text }): Reason[] => {
      const said = text(changes, now, looked.limits);
      return said === undefined ? [] : [{ clause, level, text: said }];
    });
  };
}
