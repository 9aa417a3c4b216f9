import type { Day } from "../loan/day";

/** Why a customer has to be seen; where two fall on one day the earlier in this list names it. */
export const dutyKinds = ["event", "neverVisited", "firstCheck", "maturityCheck", "onSite", "contact"] as const;

export type DutyKind = (typeof dutyKinds)[number];

/** The duty as it stands in the ledger's cell 应访事由. */
export const dutyName = {
  event: "突发事件",
  neverVisited: "从未回访",
  firstCheck: "首次检查",
  maturityCheck: "到期检查",
  onSite: "上门回访",
  contact: "电话联系",
} as const satisfies Record<DutyKind, string>;

export const visitStatuses = ["overdue", "within7", "within30", "later", "deferred", "none"] as const;

export type VisitStatus = (typeof visitStatuses)[number];

/** The status as it stands in the ledger's cell 回访状态. */
export const visitStatusName = {
  overdue: "已逾期",
  within7: "7天内",
  within30: "30天内",
  later: "未到期",
  deferred: "暂缓",
  none: "无需回访",
} as const satisfies Record<VisitStatus, string>;

/** The facts from which the clocks of one customer run; the ledger's own columns hold exactly these, and the formulas read them. */
export interface Clocks {
  /** Months between contacts of any kind; below 1 in steps of days (0.5 = 15 days). */
  readonly contactMonths: number;
  /** Months between visits on site. */
  readonly onSiteMonths: number;
  readonly lastContact: Day | undefined;
  readonly lastOnSite: Day | undefined;
  /** Disbursement whose use of funds is still to be checked (待首检发放日); the check is due so many working days later. */
  readonly firstCheckFrom: Day | undefined;
  /** Maturity whose check is still to be made (待检到期日); the check is due so many days before. */
  readonly maturityCheckFor: Day | undefined;
  /** By when a sudden event asks for a visit (突发应访日); absent for most. */
  readonly eventDue?: Day | undefined;
  /** Contacts in a row without going there, so many that the next has to be on site (连续非现场); absent for most. */
  readonly remote?: number | undefined;
}

export interface Duty {
  readonly kind: DutyKind;
  readonly due: Day;
}
