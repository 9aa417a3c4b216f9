import type { Drawdown } from "../ledger/ledger";
import type { Day } from "../loan/day";
import { isNonPerforming, loanClassName, severity, type LoanClass } from "../loan/loanClass";
import type { DaySpan, Settings } from "../settings/settings";
import { floorRule, type FloorFacts } from "./classFloor";
import type { Level } from "./group";

/** What the signals of one drawdown look at. */
export interface SignalFacts {
  readonly drawdown: Drawdown;
  readonly floorFacts: FloorFacts;
  /** At least this class. */
  readonly floor: LoanClass;
  readonly asOf: Day;
  readonly settings: Settings;
}

interface Signal {
  readonly clause: string;
  /** Whether it decides the risk group; process signals never do. signals F.4 */
  readonly isCredit: boolean;
  readonly level: (facts: SignalFacts) => Level | undefined;
  readonly text: (facts: SignalFacts) => string;
}

const daysText = (limit: number) => (facts: SignalFacts) =>
  `逾期${String(facts.floorFacts.daysPastDue)}天(>${String(limit)})`;

/** A signal of days past due that fall into a span. */
function pastDue(clause: string, level: Level, spanOf: (settings: Settings) => DaySpan): Signal {
  const fires = ({ floorFacts: { daysPastDue }, settings }: SignalFacts) => {
    const { from, to } = spanOf(settings);
    return daysPastDue >= from && daysPastDue <= to;
  };
  return {
    clause,
    isCredit: true,
    level: (facts) => (fires(facts) ? level : undefined),
    text: (facts) => daysText(spanOf(facts.settings).from - 1)(facts),
  };
}

/** Past due for so long is red whatever a bank sets. R11.1 */
const red: DaySpan = { from: 91, to: 270 };

/** Signals of one drawdown that the ledger alone tells. signals F.1 */
export const drawdownSignals: readonly Signal[] = [
  pastDue("L01", "yellow", (settings) => settings.pastDue.short),
  pastDue("L02", "yellow", (settings) => settings.pastDue.middle),
  pastDue("L03", "orange", (settings) => settings.pastDue.long),
  pastDue("L04", "red", () => red),
  {
    clause: "L05",
    isCredit: true,
    level: ({ floorFacts }) => (floorFacts.daysPastDue > 270 ? "red" : undefined),
    text: (facts) => daysText(facts.floorFacts.daysPastDue > 360 ? 360 : 270)(facts),
  },
  {
    clause: "L06",
    isCredit: true,
    level: interestLevel,
    text: interestText,
  },
  {
    clause: "L07",
    isCredit: true,
    level: ({ drawdown, asOf }) => (isUnpaidAfterMaturity(drawdown, asOf) ? "orange" : undefined),
    text: ({ drawdown, asOf }) => `到期${String(asOf - (drawdown.matures ?? asOf))}天未还(>0)`,
  },
  {
    clause: "L08",
    isCredit: false,
    level: maturityLevel,
    text: ({ drawdown: { matures }, asOf, settings: { notice } }) =>
      `${String((matures ?? asOf) - asOf)}天后到期(≤${String(notice.maturingDays)})`,
  },
  {
    clause: "L09",
    isCredit: true,
    level: belowFloorLevel,
    text: belowFloorText,
  },
  {
    clause: "L10",
    isCredit: true,
    level: ({ drawdown: { loanClass } }) => (loanClass === "specialMention" ? "yellow" : undefined),
    text: () => "已列关注",
  },
  {
    clause: "L11",
    isCredit: true,
    level: ({ drawdown: { loanClass } }) => (loanClass !== undefined && isNonPerforming(loanClass) ? "red" : undefined),
    text: ({ drawdown: { loanClass = "substandard" } }) => `已列${loanClassName[loanClass]}`,
  },
  {
    clause: "L18",
    isCredit: true,
    level: extensionLevel,
    text: extensionText,
  },
  {
    clause: "L19",
    isCredit: true,
    level: ({ floorFacts }) => (floorFacts.isRenewed && !floorFacts.isQualifiedRenewal ? "yellow" : undefined),
    text: () => "借新还旧",
  },
  {
    clause: "L20",
    isCredit: true,
    level: ({ drawdown: { restructured } }) => (restructured === true ? "orange" : undefined),
    text: () => "重组观察期",
  },
  {
    clause: "L22",
    isCredit: true,
    level: loanToValueLevel,
    text: loanToValueText,
  },
];

/** Past due for so few days a loan may stay 正常, where that was the fault of a system or of somebody's hand. R10.1 */
const TECHNICAL_DAYS = 7;

/** Whether the days past due alone ask for 关注, and may be excepted: then somebody has to look, and nothing is established. */
function mayBeTechnical({ floorFacts, floor }: SignalFacts): boolean {
  const { daysPastDue } = floorFacts;
  const isShort = daysPastDue > 0 && daysPastDue <= TECHNICAL_DAYS;
  return isShort && floor === "specialMention" && floorRule({ ...floorFacts, daysPastDue: 0 }) === undefined;
}

function belowFloorLevel(facts: SignalFacts): Level | undefined {
  const { loanClass } = facts.drawdown;
  if (loanClass === undefined || severity(loanClass) >= severity(facts.floor)) return undefined;
  return mayBeTechnical(facts) ? "yellow" : "red";
}

function belowFloorText(facts: SignalFacts): string {
  const { loanClass = "pass" } = facts.drawdown;
  const exception = mayBeTechnical(facts) ? `（${String(TECHNICAL_DAYS)}天内技术性逾期可除外）` : "";
  return `台账分类${loanClassName[loanClass]}，建议至少${loanClassName[facts.floor]}${exception}`;
}

function interestLevel({ drawdown, settings: { thresholds } }: SignalFacts): Level | undefined {
  const { interestDays = 0, overdueInterest = 0 } = drawdown;
  if (interestDays > thresholds.interestDaysOrange) return "orange";
  return interestDays > 0 || overdueInterest > 0 ? "yellow" : undefined;
}

function interestText({ drawdown: { interestDays = 0 }, settings: { thresholds } }: SignalFacts): string {
  const limit = thresholds.interestDaysOrange;
  if (interestDays === 0) return "有欠息";
  return `欠息${String(interestDays)}天(>${String(interestDays > limit ? limit : 0)})`;
}

function maturityLevel({ drawdown: { matures }, asOf, settings: { notice } }: SignalFacts): Level | undefined {
  if (matures === undefined || matures < asOf || matures - asOf > notice.maturingDays) return undefined;
  return matures - asOf <= notice.maturingSoonDays ? "yellow" : "blue";
}

function extensionLevel({ drawdown: { extensions = 0 }, settings: { thresholds } }: SignalFacts): Level | undefined {
  if (extensions === 0) return undefined;
  return extensions >= thresholds.extensionsOrange ? "orange" : "yellow";
}

function extensionText({ drawdown: { extensions = 0 }, settings: { thresholds } }: SignalFacts): string {
  const limit = thresholds.extensionsOrange;
  if (extensions >= limit) return `展期${String(extensions)}次(≥${String(limit)})`;
  return extensions > 1 ? `展期${String(extensions)}次` : "展期";
}

function loanToValueLevel(facts: SignalFacts): Level | undefined {
  const ratio = loanToValue(facts.drawdown);
  if (ratio > facts.settings.thresholds.loanToValueRed) return "red";
  return ratio > loanToValueLimit(facts) ? "yellow" : undefined;
}

function loanToValueText(facts: SignalFacts): string {
  const { loanToValueRed } = facts.settings.thresholds;
  const ratio = loanToValue(facts.drawdown);
  return `抵押率${percent(ratio)}(>${percent(ratio > loanToValueRed ? loanToValueRed : loanToValueLimit(facts))})`;
}

function isUnpaidAfterMaturity({ matures, balance, amount }: Drawdown, asOf: Day): boolean {
  return matures !== undefined && matures < asOf && (balance ?? amount ?? 0) > 0;
}

/** Balance over collateral value; 0 where the ledger does not tell both. */
function loanToValue({ balance, collateralValue }: Drawdown): number {
  return balance === undefined || collateralValue === undefined || collateralValue <= 0 ? 0 : balance / collateralValue;
}

function loanToValueLimit({ drawdown: { collateral = "" }, settings: { thresholds } }: SignalFacts): number {
  return /住宅|住房|商品房|公寓/.test(collateral) ? thresholds.loanToValueHome : thresholds.loanToValueOther;
}

const percent = (ratio: number) => `${String(Number((ratio * 100).toFixed(1)))}%`;
