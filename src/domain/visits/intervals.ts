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

/** Whether a text names one of some industries; each distinct text is searched once. */
export function industryTest(industries: readonly string[]): (industry: string | undefined) => boolean {
  const known = new Map<string, boolean>();
  return (industry) => {
    if (industry === undefined) return false;
    let found = known.get(industry);
    if (found === undefined) {
      found = industries.some((word) => word !== "" && industry.includes(word));
      known.set(industry, found);
    }
    return found;
  };
}

/** No so many months have more days: most loans are known to be longer without the calendar. */
const LONGEST_MONTH = 31;

/** The longest between visits on site where every customer is visited each two to three months. */
const STRICT_MONTHS = 3;

interface Subject {
  readonly customer: Customer;
  readonly live: readonly Drawdown[];
  readonly group: RiskGroup;
  readonly balance: number;
  readonly asOf: Day;
  /** Whether the balance is one of the ledger's largest, so many of which make key customers. */
  readonly isLargest?: boolean;
}

/** 重点客户: by balance, by rank, or as a member of a group of companies. */
function isKeyCustomer({ live, balance, isLargest = false }: Subject, { modifiers, thresholds }: Settings): boolean {
  if (isLargest || balance >= thresholds.keyCustomerBalance) return true;
  return modifiers.groupIsKey && live.some(({ group }) => group !== undefined);
}

function traitsOf(subject: Subject, settings: Settings, isHighRisk: (industry: string | undefined) => boolean): Traits {
  const { modifiers } = settings;
  const { customer, live, asOf } = subject;
  const nearUntil = addDays(asOf, modifiers.nearMaturityDays);
  return {
    isHighRiskIndustry: live.some(({ industry }) => isHighRisk(industry)),
    isKeyCustomer: isKeyCustomer(subject, settings),
    isNew: customer.drawdowns.every(({ disbursed }) => isWithin(disbursed, asOf, modifiers.newCustomerMonths)),
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

/** Whether a day lies less than so many months before another. */
function isWithin(day: Day | undefined, until: Day, months: number): boolean {
  if (day === undefined || until - day > LONGEST_MONTH * months) return false;
  return day > addMonths(until, -months);
}

/** Months between contacts and between visits on site: the matrix of group and customer type, then the strictest of the modifiers. visit-intervals C.2. */
export function intervalsOf(
  subject: Subject,
  settings: Settings,
  isHighRisk: (industry: string | undefined) => boolean,
): Intervals {
  const { modifiers, intervals } = settings;
  const traits = traitsOf(subject, settings, isHighRisk);
  const isElevated = subject.group > "B";
  let { contact, onSite } = intervals[subject.group][subject.customer.type];
  const capOnSite = (applies: boolean, months: number) => {
    if (applies && months < onSite) onSite = months;
  };
  capOnSite(traits.isHighRiskIndustry, isElevated ? modifiers.highRiskOnSiteElevated : modifiers.highRiskOnSite);
  capOnSite(traits.isKeyCustomer, modifiers.keyCustomerOnSite);
  capOnSite(traits.isNew, modifiers.newCustomerOnSite);
  capOnSite(traits.isNearMaturity, modifiers.nearMaturityInterval);
  capOnSite(traits.isShortLoan, modifiers.shortLoanOnSite);
  capOnSite(modifiers.strictOnSite, STRICT_MONTHS);
  if (traits.isNearMaturity) contact = Math.min(contact, modifiers.nearMaturityInterval);
  if (traits.isShortLoan) contact = Math.min(contact, modifiers.shortLoanContact);
  return { contact, onSite };
}
