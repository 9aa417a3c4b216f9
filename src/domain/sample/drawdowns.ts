import { addDays, addMonths, type Day } from "../loan/day";
import type { SampleCustomer } from "./customers";
import type { Random } from "./random";

/** One made-up drawdown; amounts in 万元. */
export interface SampleDrawdown {
  readonly customer: SampleCustomer;
  readonly note: string;
  readonly product: string;
  readonly amount: number;
  readonly balance: number;
  readonly disbursed: Day;
  readonly matures: Day;
  readonly guarantee: string;
  readonly guarantor: string;
  readonly collateral: string;
  readonly collateralValue: number | "";
  readonly loanClass: string;
  readonly overdueDays: number;
  readonly renewed: "是" | "否";
  readonly lastVisit: Day | "";
  readonly method: string;
}

/** How a customer is doing; decides class, days past due and how long ago it was visited. */
type Fate = "good" | "small" | "watched" | "late" | "bad" | "settled";

const fates: readonly [Fate, ...Fate[]] = [
  "good",
  "good",
  "good",
  "good",
  "good",
  "good",
  "good",
  "small",
  "small",
  "small",
  "watched",
  "watched",
  "late",
  "bad",
  "settled",
];

/** The class of a drawdown so long past due, harshest first. */
const classesPastDue = [
  { over: 360, loanClass: "损失" },
  { over: 270, loanClass: "可疑" },
  { over: 0, loanClass: "次级" },
];

function trouble(fate: Fate, chance: Random): { loanClass: string; overdueDays: number } {
  if (fate === "watched") return { loanClass: "关注", overdueDays: chance.pick([0, 0, 5, 18]) };
  if (fate === "late") return { loanClass: "关注", overdueDays: chance.whole(31, 88) };
  if (fate !== "bad") return { loanClass: "正常", overdueDays: 0 };
  const overdueDays = chance.pick([120, 196, 300, 420]);
  return { loanClass: classesPastDue.find(({ over }) => overdueDays > over)?.loanClass ?? "次级", overdueDays };
}

function security(customer: SampleCustomer, balance: number, chance: Random) {
  const kind = chance.pick(["抵押", "抵押", "保证", "信用", "质押"]);
  const none = { guarantor: "", collateral: "", collateralValue: "" as const };
  if (kind === "抵押") {
    const collateral = customer.type.startsWith("个人") ? "住宅" : "厂房";
    return {
      guarantee: "抵押",
      ...none,
      collateral,
      collateralValue: Math.round(balance * chance.pick([1.6, 2, 2.4])),
    };
  }
  if (kind === "质押")
    return {
      guarantee: "质押",
      ...none,
      collateral: "存单",
      collateralValue: Math.round(balance * chance.pick([1.2, 1.8, 2.2])),
    };
  return { guarantee: kind, ...none, guarantor: kind === "保证" ? "示例融资担保公司" : "" };
}

/** Older drawdowns were all visited on the spot last time. */
const RECENT_DAYS = 120;

/** Calm customers were seen longer ago; one in five was not seen in time. */
function daysSinceVisit(fate: Fate, chance: Random): number {
  const isPrompt = chance.chance(0.8);
  const isCalm = fate === "good" || fate === "small";
  if (isPrompt) return chance.whole(2, isCalm ? 50 : 18);
  return chance.whole(30, isCalm ? 110 : 60);
}

function visit(
  fate: Fate,
  disbursed: Day,
  { today, chance }: { today: Day; chance: Random },
): { lastVisit: Day | ""; method: string } {
  const daysAgo = daysSinceVisit(fate, chance);
  const isRecent = disbursed > addDays(today, -RECENT_DAYS);
  const method = chance.chance(0.25) && isRecent ? "电话" : "现场";
  if (chance.chance(0.04)) return { lastVisit: "", method: "" };
  const day = addDays(today, -daysAgo);
  if (day > disbursed) return { lastVisit: day, method };
  const soonAfter = addDays(disbursed, chance.whole(2, 9));
  return soonAfter < today ? { lastVisit: soonAfter, method } : { lastVisit: "", method: "" };
}

const products: Readonly<Record<string, string>> = { 个人消费: "个人消费贷款", 个人经营: "个人经营贷款" };

/** When a drawdown began and when it ends; one past due ended so many days ago. */
function termOf(
  overdueDays: number,
  { today, chance }: { today: Day; chance: Random },
): { started: Day; matures: Day } {
  const matures =
    overdueDays > 0
      ? addDays(today, -overdueDays)
      : addMonths(addDays(today, chance.whole(4, 300)), chance.whole(0, 14));
  const disbursed = addMonths(matures, -chance.pick([12, 12, 24, 36]));
  return { started: disbursed < today ? disbursed : addDays(today, -chance.whole(2, 40)), matures };
}

/** The drawdowns of one customer. */
function drawdownsOf(
  customer: SampleCustomer,
  { count, first, today, chance }: { count: number; first: number; today: Day; chance: Random },
): readonly SampleDrawdown[] {
  const fate = chance.pick(fates);
  return Array.from({ length: count }, (_, index): SampleDrawdown => {
    const amount = fate === "small" ? chance.whole(3, 14) : chance.whole(20, 380) + chance.whole(0, 1) * 0.5;
    const { loanClass, overdueDays } = trouble(fate, chance);
    const { started, matures } = termOf(overdueDays, { today, chance });
    const balance = fate === "settled" ? 0 : Number((amount * chance.pick([1, 1, 0.8, 0.5])).toFixed(2));
    return {
      customer,
      note: `JJ2026${String(first + index).padStart(6, "0")}`,
      product: products[customer.type] ?? "流动资金贷款",
      amount,
      balance,
      disbursed: started,
      matures,
      ...security(customer, balance === 0 ? amount : balance, chance),
      loanClass,
      overdueDays,
      renewed: fate === "watched" && chance.chance(0.3) ? "是" : "否",
      ...visit(fate, started, { today, chance }),
    };
  });
}

/** So many drawdowns, spread over all customers; the first four companies guarantee one another in a circle. */
export function sampleDrawdowns(
  customers: readonly SampleCustomer[],
  total: number,
  { today, chance }: { today: Day; chance: Random },
): readonly SampleDrawdown[] {
  const drawdowns: SampleDrawdown[] = [];
  customers.forEach((customer, index) => {
    const left = total - drawdowns.length - (customers.length - index - 1);
    const count = index === customers.length - 1 ? left : Math.min(left, chance.pick([1, 1, 2, 2, 3]));
    drawdowns.push(...drawdownsOf(customer, { count, first: drawdowns.length + 1, today, chance }));
  });
  return inCircle(drawdowns, customers);
}

function inCircle(
  drawdowns: readonly SampleDrawdown[],
  customers: readonly SampleCustomer[],
): readonly SampleDrawdown[] {
  const ring = customers.filter(({ type }) => type === "对公").slice(0, 4);
  return drawdowns.map((drawdown) => {
    const at = ring.indexOf(drawdown.customer);
    if (at < 0) return drawdown;
    const guarantor = ring[(at + 1) % ring.length]?.name ?? "";
    return { ...drawdown, guarantee: "保证", guarantor, collateral: "", collateralValue: "" };
  });
}
