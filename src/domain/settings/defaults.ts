import { yuan, type Money } from "../loan/money";
import { defaultCalendar } from "./holidays";
import type { Intervals, Settings } from "./settings";

function tenThousandYuan(amount: number): Money {
  const found = yuan(amount * 10_000);
  if (found === undefined) throw new RangeError(`Expected an amount in 万元, got ${String(amount)}`);
  return found;
}

const every = (contact: number, onSite: number): Intervals => ({ contact, onSite });

/** What holds until a bank says otherwise. visit-intervals C.2, signals F. */
export const defaultSettings: Settings = {
  asOf: undefined,
  intervals: {
    A: { corporate: every(3, 3), smallBusiness: every(3, 6), soleTrader: every(3, 6), consumer: every(3, 12) },
    B: { corporate: every(3, 3), smallBusiness: every(3, 3), soleTrader: every(3, 3), consumer: every(3, 6) },
    C: { corporate: every(1, 2), smallBusiness: every(1, 2), soleTrader: every(1, 2), consumer: every(1, 2) },
    D: { corporate: every(0.5, 1), smallBusiness: every(0.5, 1), soleTrader: every(0.5, 1), consumer: every(1, 2) },
    E: { corporate: every(0.5, 1), smallBusiness: every(0.5, 1), soleTrader: every(0.5, 1), consumer: every(0.5, 2) },
  },
  thresholds: {
    smallBalance: tenThousandYuan(30),
    keyCustomerBalance: tenThousandYuan(500),
    keyCustomerTop: 0,
    yellowsMakeOrange: 3,
    interestDaysOrange: 60,
    extensionsOrange: 2,
    loanToValueHome: 0.7,
    loanToValueOther: 0.6,
    loanToValueRed: 1,
    nonPerformingShare: 0.1,
    largePayment: tenThousandYuan(100),
    largePaymentShare: 0.1,
    largeReceivables: 0.5,
    riseShare: 0.3,
    riseDrawdowns: 3,
    changeToldDays: 92,
    renewalDays: 7,
    renewalShare: 0.9,
  },
  pastDue: { short: { from: 1, to: 7 }, middle: { from: 8, to: 30 }, long: { from: 31, to: 90 } },
  modifiers: {
    highRiskOnSite: 2,
    highRiskOnSiteElevated: 1,
    keyCustomerOnSite: 2,
    newCustomerMonths: 12,
    newCustomerOnSite: 2,
    nearMaturityDays: 90,
    nearMaturityInterval: 1,
    shortLoanMonths: 6,
    shortLoanContact: 1,
    shortLoanOnSite: 3,
    groupIsKey: true,
    strictOnSite: false,
  },
  filing: { conclusionLength: 30, similarity: 0.85, visitsADay: 8, workingDays: 5, rejectedDays: 90, remoteInARow: 2 },
  visitSignals: {
    ...{ turnoverDrop: 0.2, turnoverDropOrange: 0.4, powerDrop: 0.3, powerDropOrange: 0.5 },
    ...{ staffDrop: 0.2, attendance: 0.6, receivablesRise: 0.3, receivableShare: 0.5, stockDaysRise: 0.5 },
    ...{ cashMonths: 3, debtRatio: 0.7, debtRatioOrange: 0.85, guaranteesRise: 0.3, collateralDrop: 0.2 },
    ...{ marginDrop: 0.05, counterpartShare: 0.5, depositDrop: 0.5 },
  },
  notice: {
    firstCheckWorkingDays: 7,
    eventWorkingDays: 2,
    maturityCheckDays: 30,
    maturingDays: 30,
    maturingSoonDays: 7,
    soonDays: 7,
    laterDays: 30,
  },
  highRiskIndustries: [
    "房地产",
    "建筑",
    "钢贸",
    "钢材贸易",
    "大宗贸易",
    "煤炭",
    "两高一剩",
    "典当",
    "小额贷款",
    "餐饮",
    "娱乐",
    "光伏制造",
  ],
  exitIndustries: [],
  managerAliases: new Map(),
  optionalColumns: new Set(),
  wholeRowColour: false,
  previewFirst: false,
  calendar: defaultCalendar,
};
