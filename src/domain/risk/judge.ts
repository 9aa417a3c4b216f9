import { inOrder } from "../inOrder";
import type { Customer, Drawdown, Ledger } from "../ledger/ledger";
import type { RowProblem } from "../ledger/problem";
import { formatDay, type Day } from "../loan/day";
import { loanClassName, worseClass, type LoanClass } from "../loan/loanClass";
import { sum, type Money } from "../loan/money";
import type { Settings } from "../settings/settings";
import { finished, PACE, type Steps } from "../steps";
import { clocksOf, dutyOf, statusOf } from "../visits/clocks";
import { industryTest, intervalsOf } from "../visits/intervals";
import { floorFacts, floorRule, isNonRetail, nonPerformingShare, TENTH_RULE } from "./classFloor";
import { drawdownSignals, type SignalFacts } from "./drawdownSignals";
import { exitTest, type ExitTest } from "./exitIndustry";
import { byLevel, groupOf, worstFirst } from "./groupOf";
import type { Judgement, Reason } from "./judgement";
import { deferralOf, withOpinion } from "./opinions";
import { renewals } from "./renewals";
import { nothingTold, type Told, type ToldOf } from "./told";

interface Context {
  readonly settings: Settings;
  readonly asOf: Day;
  readonly isHighRisk: (industry: string | undefined) => boolean;
  readonly exit: ExitTest;
  /** A balance from this on is one of the ledger's largest. */
  readonly largestFrom: number;
  readonly toldOf: ToldOf;
}

/** Judges every customer with a live drawdown, in ledger order: group with reasons, signals, class floors, clocks. The strictest drawdown decides. */
export function judge(ledger: Ledger, settings: Settings, asOf: Day): readonly Judgement[] {
  return finished(judgeSteps(ledger, { settings, asOf, toldOf: nothingTold }));
}

/** As `judge`, step by step, with what filed visits and sudden events say of each customer. */
export function* judgeSteps(
  ledger: Ledger,
  known: { readonly settings: Settings; readonly asOf: Day; readonly toldOf: ToldOf },
): Steps<readonly Judgement[]> {
  const { highRiskIndustries, exitIndustries, thresholds } = known.settings;
  const context = {
    ...known,
    isHighRisk: industryTest([...highRiskIndustries, ...exitIndustries]),
    exit: exitTest(exitIndustries),
    largestFrom: largestFrom(ledger, thresholds.keyCustomerTop),
  };
  const judgements: Judgement[] = [];
  for (const [index, customer] of ledger.customers.entries()) {
    if (index % PACE === 0) yield;
    const live = liveOf(customer);
    if (live.length > 0) judgements.push(judgeCustomer(customer, live, context));
  }
  return judgements;
}

const isLive = ({ standing }: Drawdown) => standing === "live";

/** The drawdowns that are judged; of most customers all of them, which are then not copied. */
const liveOf = ({ drawdowns }: Customer) => (drawdowns.every(isLive) ? drawdowns : drawdowns.filter(isLive));

const balanceOf = (live: readonly Drawdown[]): Money =>
  sum(live.map(({ balance, amount }) => balance ?? amount ?? (0 as Money)));

/** The least of so many largest balances; equals of it count as well. */
function largestFrom({ customers }: Ledger, many: number): number {
  if (many === 0) return Infinity;
  const balances = Float64Array.from(customers, (customer) => balanceOf(liveOf(customer))).sort();
  return Math.max(1, balances[Math.max(balances.length - many, 0)] ?? Infinity);
}

function judgeCustomer(customer: Customer, live: readonly Drawdown[], context: Context): Judgement {
  const { settings, asOf } = context;
  const balance = balanceOf(live);
  const { floored, tenth } = floorsOf(customer, live, context);
  const told = context.toldOf(customer);
  const { credit, process } = signalsOf(floored);
  const said = [...credit, ...disagreement(live), ...renewals(customer, live, settings)];
  const all = [...tenth, ...standing(said, told), ...told.confirmed];
  const machine = groupOf({ customer, live, balance, credit: all }, settings);
  const { group, reasons, machineGroup } = withOpinion(machine, live, asOf);
  const isLargest = balance >= context.largestFrom;
  const intervals = intervalsOf({ customer, live, group, balance, asOf, isLargest }, settings, context.isHighRisk);
  const clocks = clocksOf({ customer, live, intervals, told }, settings, asOf);
  const duty = dutyOf(clocks, settings, asOf);
  const deferral = deferralOf(live, asOf);
  return {
    customer,
    balance,
    group,
    machineGroup,
    reasons,
    signals: worstFirst([...all, ...standing(process, told), ...context.exit(live)]),
    classFloors: floored.map(({ floor }) => floor),
    clocks,
    duty,
    status: deferral === undefined ? statusOf(duty.due, asOf, settings.notice) : "deferred",
    deferral,
    daysUntil: duty.due - asOf,
    record: told.record,
  };
}

/** Clauses that restate a rule or the ledger's own class: no record can turn them down. */
const undeniable = new Set(["L04", "L05", "L09", "L11"]);

/** Signals of the ledger without those that a reviewed record turned down. */
function standing(reasons: readonly Reason[], { isTurnedDown }: Told): readonly Reason[] {
  if (reasons.length === 0) return reasons;
  return reasons.filter((reason) => undeniable.has(reason.clause) || !isTurnedDown(reason));
}

/** The live drawdowns with their floors, and the tenth rule's reason where it fired. */
function floorsOf(
  { type }: Customer,
  live: readonly Drawdown[],
  { asOf, settings }: Context,
): { floored: readonly SignalFacts[]; tenth: readonly Reason[] } {
  const alone = live.map((drawdown): SignalFacts => {
    const facts = floorFacts(drawdown, type, asOf);
    return { drawdown, floorFacts: facts, floor: floorRule(facts)?.gives ?? "pass", asOf, settings };
  });
  if (!isNonRetail(type)) return { floored: alone, tenth: [] };
  const limit = settings.thresholds.nonPerformingShare;
  const share = nonPerformingShare(alone);
  if (share <= limit) return { floored: alone, tenth: [] };
  const percent = (ratio: number) => String(Number((ratio * 100).toFixed(1)));
  const text = `${TENTH_RULE} 不良债权占${percent(share)}%(>${percent(limit)}%)，建议全部至少次级`;
  return {
    floored: alone.map((facts) => ({ ...facts, floor: worseClass(facts.floor, "substandard") })),
    tenth: [{ clause: "L12", text, level: "red" }],
  };
}

/** The signals of all live drawdowns, of each clause the worst alone. */
function signalsOf(floored: readonly SignalFacts[]): { credit: readonly Reason[]; process: readonly Reason[] } {
  const credit: Reason[] = [];
  const process: Reason[] = [];
  for (const facts of longestPastDueFirst(floored)) {
    for (const signal of drawdownSignals) {
      const level = signal.level(facts);
      if (level === undefined) continue;
      const reason = { clause: signal.clause, text: signal.text(facts), level, row: facts.drawdown.row };
      keepWorst(signal.isCredit ? credit : process, reason);
    }
  }
  return { credit, process };
}

function longestPastDueFirst(floored: readonly SignalFacts[]): readonly SignalFacts[] {
  return inOrder(floored, (one, other) => other.floorFacts.daysPastDue - one.floorFacts.daysPastDue);
}

/** The drawdown longest past due comes first and is kept among equals. */
function keepWorst(reasons: Reason[], reason: Reason): void {
  const at = reasons.findIndex(({ clause }) => clause === reason.clause);
  const known = reasons[at];
  if (known === undefined) reasons.push(reason);
  else if (byLevel(known, reason) > 0) reasons[at] = reason;
}

/** L13: the ledger puts one customer's drawdowns into different classes. */
function disagreement(live: readonly Drawdown[]): readonly Reason[] {
  const classes: LoanClass[] = [];
  for (const { loanClass } of live) {
    if (loanClass !== undefined && !classes.includes(loanClass)) classes.push(loanClass);
  }
  if (classes.length < 2) return [];
  const text = `同一客户分类不一致：${classes.map((one) => loanClassName[one]).join("、")}`;
  return [{ clause: "L13", text, level: "yellow" }];
}

/** Visits that lie after the day of reference: not counted, and said. */
export function futureVisits(ledger: Ledger, asOf: Day): readonly RowProblem[] {
  const { layout } = ledger;
  const column = layout.columns.get("lastVisit")?.column ?? layout.ownColumns.get("上次联系日");
  if (column === undefined) return [];
  return ledger.customers.flatMap(({ drawdowns }) =>
    drawdowns.flatMap(({ row, lastContact, lastOnSite }): RowProblem[] => {
      const day = [lastContact, lastOnSite].find((visit) => visit !== undefined && visit > asOf);
      if (day === undefined) return [];
      return [{ kind: "futureVisit", sheet: layout.sheet, row, column, found: formatDay(day) }];
    }),
  );
}
