import { inOrder } from "../inOrder";
import type { Customer, Drawdown } from "../ledger/ledger";
import type { Settings } from "../settings/settings";
import type { Level, RiskGroup } from "./group";
import type { Reason } from "./judgement";

const ranks: Readonly<Record<Level, number>> = { blue: 0, yellow: 1, orange: 2, red: 3 };

/** How bad a level is: 0 = blue to 3 = red. */
export function levelRank(level: Level): number {
  return ranks[level];
}

/** Negative where the first is the worse. */
export function byLevel(one: Reason, other: Reason): number {
  return levelRank(other.level) - levelRank(one.level);
}

/** The reasons worst first; equals keep their order. */
export function worstFirst(reasons: readonly Reason[]): readonly Reason[] {
  return inOrder(reasons, byLevel);
}

const groupByLevel = { red: "E", orange: "D", yellow: "C" } as const;

/** Signals that say by themselves that a customer is non-performing or elevated stand in the signal table; here only their levels count. */
export function groupOf(
  { customer, live, balance, credit }: GroupFacts,
  settings: Settings,
): { readonly group: RiskGroup; readonly reasons: readonly Reason[] } {
  const reasons = withYellows(worstFirst(credit), settings.thresholds.yellowsMakeOrange);
  const worst = reasons[0]?.level;
  if (worst !== undefined && worst !== "blue") return { group: groupByLevel[worst], reasons };
  return calm(customer, live, { balance, smallBalance: settings.thresholds.smallBalance });
}

/** What a group is decided from. */
export interface GroupFacts {
  readonly customer: Customer;
  readonly live: readonly Drawdown[];
  readonly balance: number;
  /** Credit signals that fired on any of its drawdowns. */
  readonly credit: readonly Reason[];
}

/** So many yellow signals of different kinds weigh as an orange one; it is named first. signals F.4 */
function withYellows(reasons: readonly Reason[], limit: number): readonly Reason[] {
  if (reasons[0]?.level !== "yellow") return reasons;
  const kinds = new Set(reasons.filter(({ level }) => level === "yellow").map(({ clause }) => clause));
  if (kinds.size < limit) return reasons;
  return [{ clause: "F4", text: `黄色信号${String(kinds.size)}个(≥${String(limit)})`, level: "orange" }, ...reasons];
}

/** Most customers: one object for all of them. */
const quiet = normal("无信号");
const quietConsumer = normal("无信号，个人消费或按揭");

function normal(text: string): { readonly group: RiskGroup; readonly reasons: readonly Reason[] } {
  return { group: "B", reasons: [{ clause: "B1", text, level: "blue" }] };
}

/** Without a signal: A where the whole is small or secured by money, else B. */
function calm(
  { type }: Customer,
  live: readonly Drawdown[],
  { balance, smallBalance }: { balance: number; smallBalance: number },
): { readonly group: RiskGroup; readonly reasons: readonly Reason[] } {
  const known = live.every(({ loanClass, overdueDays }) => loanClass !== undefined || overdueDays !== undefined);
  const isSecured = live.every(({ guarantees, collateral }) => guarantees.has("质押") && isMoney(collateral));
  if (known && isSecured)
    return { group: "A", reasons: [{ clause: "A1", text: "存单、国债或保证金质押", level: "blue" }] };
  if (known && balance <= smallBalance) {
    const limit = String(smallBalance / 1_000_000);
    return { group: "A", reasons: [{ clause: "A2", text: `无信号，余额不超过${limit}万元`, level: "blue" }] };
  }
  return type === "consumer" ? quietConsumer : quiet;
}

function isMoney(collateral: string | undefined): boolean {
  return collateral !== undefined && /存单|国债|保证金|存款/.test(collateral);
}
