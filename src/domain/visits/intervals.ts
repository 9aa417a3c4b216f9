import type { Customer, Drawdown } from "../ledger/ledger";
import { addDays, addMonths, type Day } from "../loan/day";
import type { RiskGroup } from "../risk/group";
import type { Intervals, Settings } from "../settings/settings";

/** What of a customer changes its intervals. */
interface Traits {
  readonly isHighRiskIndustry: boolean;
  readonly isKeyCustomer: boolean;
  readonly isNew: boolean;
  readonly isNearMaturity: boolean;
  readonly isShortLoan: boolean;
}

/** Whether a text names one of the high-risk industries; each distinct text is searched once. */
export function industryTest(highRisk: readonly string[]): (industry: string | undefined) => boolean {
  const known = new Map<string, boolean>();
  return (industry) => {
    if (industry === undefined) return false;
    let found = known.get(industry);
    if (found === undefined) {
      found = highRisk.some((word) => word !== "" && industry.includes(word));
      known.set(industry, found);
    }
    return found;
  };
}

/** No so many months have more days: most loans are known to be longer without the calendar. */
const LONGEST_MONTH = 31;

interface Subject {
  readonly customer: Customer;
  readonly live: readonly Drawdown[];
  readonly group: RiskGroup;
  readonly balance: number;
  readonly asOf: Day;
}

function traitsOf(subject: Subject, settings: Settings, isHighRisk: (industry: string | undefined) => boolean): Traits {
  const { modifiers, thresholds } = settings;
  const { customer, live, asOf, balance } = subject;
  const newSince = addMonths(asOf, -modifiers.newCustomerMonths);
  const nearUntil = addDays(asOf, modifiers.nearMaturityDays);
  const disbursed = customer.drawdowns.map((drawdown) => drawdown.disbursed);
  return {
    isHighRiskIndustry: live.some(({ industry }) => isHighRisk(industry)),
    isKeyCustomer: balance >= thresholds.keyCustomerBalance,
    isNew: disbursed.every((day) => day !== undefined && day > newSince),
    isNearMaturity: live.some(({ matures }) => matures !== undefined && matures >= asOf && matures <= nearUntil),
    isShortLoan: live.some(
      ({ disbursed: from, matures }) =>
        from !== undefined &&
        matures !== undefined &&
        matures - from <= LONGEST_MONTH * modifiers.shortLoanMonths &&
        matures <= addMonths(from, modifiers.shortLoanMonths),
    ),
  };
}

/** Months between contacts and between visits on site: the matrix of group and customer type, then the strictest of the modifiers. visit-intervals C.2. */
export function intervalsOf(
  subject: Subject,
  settings: Settings,
  isHighRisk: (industry: string | undefined) => boolean,
): Intervals {
  const { modifiers, intervals } = settings;
  const { contact, onSite } = intervals[subject.group][subject.customer.type];
  const traits = traitsOf(subject, settings, isHighRisk);
  const isElevated = subject.group > "B";
  const caps = [
    traits.isHighRiskIndustry ? (isElevated ? modifiers.highRiskOnSiteElevated : modifiers.highRiskOnSite) : onSite,
    traits.isKeyCustomer ? modifiers.keyCustomerOnSite : onSite,
    traits.isNew ? modifiers.newCustomerOnSite : onSite,
    traits.isNearMaturity ? modifiers.nearMaturityInterval : onSite,
    traits.isShortLoan ? modifiers.shortLoanOnSite : onSite,
    modifiers.strictOnSite ? 3 : onSite,
  ];
  const contactCaps = [
    traits.isNearMaturity ? modifiers.nearMaturityInterval : contact,
    traits.isShortLoan ? modifiers.shortLoanContact : contact,
  ];
  return { contact: Math.min(contact, ...contactCaps), onSite: Math.min(onSite, ...caps) };
}
