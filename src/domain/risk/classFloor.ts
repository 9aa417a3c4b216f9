import type { CustomerType, Drawdown } from "../ledger/ledger";
import type { Day } from "../loan/day";
import { isNonPerforming, worseClass, type LoanClass } from "../loan/loanClass";

/** What the floor of one drawdown is computed from. */
export interface FloorFacts {
  /** The larger of the days past due on principal and on interest. */
  readonly daysPastDue: number;
  readonly isExtended: boolean;
  readonly isRenewed: boolean;
  readonly isRestructured: boolean;
  /** A renewal that meets the conditions for small businesses and is excepted from Art. 10 (3). */
  readonly isQualifiedRenewal: boolean;
}

interface FloorRule {
  readonly clause: string;
  readonly gives: LoanClass;
  readonly when: (facts: FloorFacts) => boolean;
  readonly text: (facts: FloorFacts) => string;
}

const days = (limit: number) => (facts: FloorFacts) => `逾期${String(facts.daysPastDue)}天(>${String(limit)})`;

/** The least class that the facts allow, harshest first; the boundaries are exclusive (超过). 金融资产风险分类办法 Art. 10 to 13, 17 to 23. */
export const floorRules: readonly FloorRule[] = [
  { clause: "R13.1", gives: "loss", when: (facts) => facts.daysPastDue > 360, text: days(360) },
  { clause: "R12.1", gives: "doubtful", when: (facts) => facts.daysPastDue > 270, text: days(270) },
  { clause: "R11.1", gives: "substandard", when: (facts) => facts.daysPastDue > 90, text: days(90) },
  { clause: "R10.1", gives: "specialMention", when: (facts) => facts.daysPastDue > 0, text: days(0) },
  {
    clause: "R10.3",
    gives: "specialMention",
    when: (facts) => facts.isRenewed && !facts.isQualifiedRenewal,
    text: () => "借新还旧",
  },
  {
    clause: "R19.1",
    gives: "specialMention",
    when: (facts) => facts.isExtended || facts.isRestructured,
    text: (facts) => (facts.isRestructured ? "重组" : "展期"),
  },
];

/** Days past due as the ledger says, else counted from the maturity in force: the day after it is the first. */
export function daysPastDue(drawdown: Drawdown, asOf: Day): number {
  const said = Math.max(drawdown.overdueDays ?? 0, drawdown.interestDays ?? 0);
  if (drawdown.overdueDays !== undefined || drawdown.matures === undefined) return said;
  return Math.max(said, asOf - drawdown.matures);
}

/** Whose renewals may be excepted from Art. 10 (3). */
export function isSmallBorrower(type: CustomerType): boolean {
  return type === "smallBusiness" || type === "soleTrader";
}

/** The facts of one drawdown; a customer's type decides whether a renewal may be excepted. */
export function floorFacts(drawdown: Drawdown, type: CustomerType, asOf: Day): FloorFacts {
  return {
    daysPastDue: daysPastDue(drawdown, asOf),
    isExtended: (drawdown.extensions ?? 0) > 0,
    isRenewed: drawdown.renewed === true,
    isRestructured: drawdown.restructured === true,
    isQualifiedRenewal: isSmallBorrower(type) && drawdown.inclusive === true,
  };
}

/** The first rule that fires is the harshest. */
export function floorRule(facts: FloorFacts): FloorRule | undefined {
  return floorRules.find(({ when }) => when(facts));
}

/** Art. 7: of a non-retail customer, more than a tenth of the claims non-performing makes all of them so. */
export const TENTH_RULE = "R7.2";

/** Whether the tenth rule applies to a customer: legal persons that are no small business, whose claims may be classed one by one (Art. 8). */
export function isNonRetail(type: CustomerType): boolean {
  return type === "corporate";
}

/** The share of the live claims that is classed, or has to be classed, non-performing; 0 where nothing is owed. */
export function nonPerformingShare(
  claims: readonly { readonly drawdown: Drawdown; readonly floor: LoanClass }[],
): number {
  let total = 0;
  let bad = 0;
  for (const { drawdown, floor } of claims) {
    const balance = drawdown.balance ?? drawdown.amount ?? 0;
    total += balance;
    if (isNonPerforming(worseClass(drawdown.loanClass ?? "pass", floor))) bad += balance;
  }
  return total > 0 ? bad / total : 0;
}
