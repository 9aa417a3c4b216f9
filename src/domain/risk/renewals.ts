import type { Customer, Drawdown } from "../ledger/ledger";
import { isSmallBorrower } from "./classFloor";
import type { Reason } from "./judgement";

/** So many days lie at most between the end of a loan and the one that may have repaid it. signals F.1 */
const NEAR_DAYS = 7;
/** The new loan has at least this share of the old one's amount. signals F.1 */
const LEAST_SHARE = 0.9;

/** Whether a loan is large enough to have repaid another, which has ended. */
function covers(loan: Drawdown, { standing, amount }: Drawdown): boolean {
  return standing === "settled" && (amount ?? 0) > 0 && (loan.amount ?? 0) >= LEAST_SHARE * (amount ?? 0);
}

/** Days between the payment of a loan and the end of another that it may have repaid; Infinity where it did not. */
function daysBetween(loan: Drawdown, old: Drawdown): number {
  const end = old.settled ?? old.matures;
  if (end === undefined || loan.disbursed === undefined || !covers(loan, old)) return Infinity;
  return Math.abs(loan.disbursed - end);
}

/** The least such distance over all ended loans; Infinity where the ledger says itself whether the loan is a renewal. */
function nearest(loan: Drawdown, { drawdowns }: Customer): number {
  if (loan.renewed !== undefined) return Infinity;
  return Math.min(...drawdowns.map((old) => daysBetween(loan, old)));
}

/** L19: a live loan that was paid out about when another of the customer's ended. It is told, to be looked into; the class floor asks for it only where the ledger says so. */
export function renewals(customer: Customer, live: readonly Drawdown[]): readonly Reason[] {
  if (customer.drawdowns.length === live.length || live.some(({ renewed }) => renewed === true)) return [];
  const isExcepted = isSmallBorrower(customer.type);
  for (const loan of live) {
    const days = isExcepted && loan.inclusive === true ? Infinity : nearest(loan, customer);
    if (days > NEAR_DAYS) continue;
    const text = `疑似借新还旧：放款与上一笔结清相距${String(days)}天(≤${String(NEAR_DAYS)})`;
    return [{ clause: "L19", text, level: "yellow", row: loan.row }];
  }
  return [];
}
