import type { Customer } from "../ledger/ledger";
import type { LoanClass } from "../loan/loanClass";
import type { Money } from "../loan/money";
import type { Clocks, Duty, VisitStatus } from "../visits/duty";
import type { Level, RiskGroup } from "./group";
import type { Deferral } from "./opinions";
import type { RecordPlace } from "./told";

/** Why a rule fired: clause, short Chinese text with value and limit ("逾期45天(>30)"), level. */
export interface Reason {
  /** "L03", "R10.3", "G2" … as in the rule tables. */
  readonly clause: string;
  readonly text: string;
  readonly level: Level;
  /** 0-based sheet row of the drawdown that decided; undefined for a reason of the whole customer. */
  readonly row?: number;
}

/** What is said of one customer with at least one live drawdown, as of one day. */
export interface Judgement {
  readonly customer: Customer;
  /** Sum of the live drawdowns' balances; a live drawdown without a readable balance counts with its amount. */
  readonly balance: Money;
  /** The group in force: the person's while one holds, else the rules'. */
  readonly group: RiskGroup;
  /** What the rules alone say, where a person decided the group. */
  readonly machineGroup: RiskGroup | undefined;
  /** Until when a person put the customer's visits off; absent where nobody did. */
  readonly deferral: Deferral | undefined;
  /** What put the customer into the group, decisive first. Credit signals only. */
  readonly reasons: readonly Reason[];
  /** All signals that fired, process and portfolio signals included, worst first. */
  readonly signals: readonly Reason[];
  /** At least this class for each live drawdown of the customer, in their order. */
  readonly classFloors: readonly LoanClass[];
  readonly clocks: Clocks;
  /** The earliest open duty; undefined never for a live customer. */
  readonly duty: Duty;
  readonly status: VisitStatus;
  /** Days from the as-of day to the due day; negative when overdue. */
  readonly daysUntil: number;
  /** The newest visit record of the customer that stands in the workbook; absent where there is none. */
  readonly record?: RecordPlace | undefined;
}
