import { loanClassName, type LoanClass } from "../loan/loanClass";
import { inTenThousands, type Money } from "../loan/money";
import { riskGroupName } from "../risk/group";
import type { Judgement, Reason } from "../risk/judgement";
import type { Compared, Move } from "./compare";
import { worstClass, type SnapshotLine } from "./snapshot";

/** What became of a customer, for a reader. */
export const moveName = {
  worse: "变差",
  new: "新增",
  better: "好转",
  gone: "已不在",
  same: "未变",
} as const satisfies Record<Move, string>;

const tenThousands = (amount: Money) => `${String(Number(inTenThousands(amount).toFixed(2)))}万元`;

interface State {
  readonly group: SnapshotLine["group"];
  readonly loanClass: SnapshotLine["loanClass"];
}

const stateText = ({ group, loanClass }: State) =>
  loanClass === undefined ? riskGroupName[group] : `${riskGroupName[group]}/${loanClassName[loanClass]}`;

/** The customer's state then, "C 关注/正常"; "" for a new one. */
export function beforeText({ before }: Compared): string {
  return before === undefined ? "" : stateText(before);
}

/** The worst class that the ledger gives any live drawdown of a customer. */
export function classNow({ customer }: Judgement): LoanClass | undefined {
  return worstClass(customer.drawdowns.filter(({ standing }) => standing === "live"));
}

/** The customer's state now; "" for one that is gone. */
export function nowText({ now }: Compared): string {
  return now === undefined ? "" : stateText({ group: now.group, loanClass: classNow(now) });
}

/** The customer's name; one that the ledger does not name any more is told by what is kept of it. */
export function nameText({ customer, before }: Compared): string {
  if (customer !== undefined) return customer.name;
  if (before === undefined) return "";
  return `某户（上次 ${stateText(before)}，余额${tenThousands(before.balance)}）`;
}

const spoken = (reason: Reason | undefined) => (reason === undefined ? "" : `${reason.clause} ${reason.text}`);

/** For the worse the clause that was not there before, for the better those that ended. */
function movedBy(move: Move, { reasons }: Judgement, { clauses }: SnapshotLine): string {
  const said = spoken(reasons[0]);
  if (move === "worse") return spoken(reasons.find(({ clause }) => !clauses.includes(clause))) || said;
  const ended = clauses.filter((one) => reasons.every(({ clause }) => clause !== one));
  return ended.length === 0 ? said : `${ended.join("、")} 不再成立；现为 ${said}`;
}

/** What moved the customer, with its clause. */
export function reasonText({ move, now, before, customer }: Compared): string {
  if (now === undefined) return customer === undefined ? "台账中已没有这一户" : "已结清或没有余额";
  return before === undefined ? spoken(now.reasons[0]) : movedBy(move, now, before);
}
