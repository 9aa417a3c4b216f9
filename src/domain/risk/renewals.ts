import type { Customer, Drawdown } from "../ledger/ledger";
import { isSmallBorrower } from "./classFloor";
import type { Settings } from "../settings/settings";
import type { Reason } from "./judgement";

/** When a new loan may have repaid one that ended. */
type Thresholds = Pick<Settings["thresholds"], "renewalDays" | "renewalShare">;

/** Whether a loan is large enough to have repaid another, which has ended. */
function covers(loan: Drawdown, { standing, amount }: Drawdown, { renewalShare }: Thresholds): boolean {
  return standing === "settled" && (amount ?? 0) > 0 && (loan.amount ?? 0) >= renewalShare * (amount ?? 0);
}

/** Days between the payment of a loan and the end of another that it may have repaid; Infinity where it did not. */
function daysBetween(loan: Drawdown, old: Drawdown, thresholds: Thresholds): number {
  const end = old.settled ?? old.matures;
  if (end === undefined || loan.disbursed === undefined || !covers(loan, old, thresholds)) return Infinity;
  return Math.abs(loan.disbursed - end);
}

/** The least such distance over all ended loans; Infinity where the ledger says itself whether the loan is a renewal. */
function nearest(loan: Drawdown, { drawdowns }: Customer, thresholds: Thresholds): number {
  if (loan.renewed !== undefined) return Infinity;
  return drawdowns.reduce((least, old) => Math.min(least, daysBetween(loan, old, thresholds)), Infinity);
}

/** L19: a live loan that was paid out about when another of the customer's ended. It is told, to be looked into; the class floor asks for it only where the ledger says so. */
export function renewals(
  customer: Customer,
  live: readonly Drawdown[],
  { thresholds }: Pick<Settings, "thresholds">,
): readonly Reason[] {
  if (customer.drawdowns.length === live.length || live.some(({ renewed }) => renewed === true)) return [];
  const isExcepted = isSmallBorrower(customer.type);
  const most = thresholds.renewalDays;
  for (const loan of live) {
    const days = isExcepted && loan.inclusive === true ? Infinity : nearest(loan, customer, thresholds);
    if (days > most) continue;
    const text = `疑似借新还旧：放款与上一笔结清相距${String(days)}天(≤${String(most)})`;
    return [{ clause: "L19", text, level: "yellow", row: loan.row }];
  }
  return [];
}
