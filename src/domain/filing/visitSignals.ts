import { dayParts } from "../loan/day";
import { dayIn, textOf, type FilledRecord } from "./filledRecord";
import {
  changeOf,
  chosen,
  daysOfYear,
  dropped,
  largestChange,
  now,
  over,
  percent,
  rounded,
  signed,
  type VisitFacts,
  type VisitSignal,
} from "./visitSignal";

/** This year's turnover spread over a year, against last year's, as the record's own 折算同比. */
function yearOnYear(record: FilledRecord): number | undefined {
  const visited = dayIn(record, "检查日期");
  const soFar = now(record, "本年至今(万元)");
  if (visited === undefined || soFar === undefined) return undefined;
  const year = over((soFar / dayParts(visited).month) * 12, now(record, "去年营业额(万元)"));
  return year === undefined ? undefined : year - 1;
}

/** Days that the stock lasts at this year's turnover. */
function stockDays(record: FilledRecord | undefined): number | undefined {
  if (record === undefined) return undefined;
  const stocked = over(now(record, "存货(万元)"), now(record, "本年至今(万元)"));
  const days = daysOfYear(record);
  return stocked === undefined || days === undefined ? undefined : stocked * days;
}

/** The collateral's value as found now against the last visit's, or against the appraisal. */
function collateralChange({ record, last }: VisitFacts): number | undefined {
  const valueIn = (one: FilledRecord | undefined, label: string) => {
    const value = one?.answers.get(label)?.value;
    return typeof value === "number" && value > 0 ? value : undefined;
  };
  const known = valueIn(last, "本次价值") ?? valueIn(record, "评估价值");
  const change = over(valueIn(record, "本次价值"), known);
  return change === undefined ? undefined : change - 1;
}

const staff = ["员工总数", "雇员人数"];
const receivables = ["应收账款(万元)", "应收账期(天)", "赊欠应收(万元)"];

type Judge = VisitSignal["judge"];

const staffing: Judge = ({ record, limits: { attendance, staffDrop } }) => {
  const present = staff.flatMap((question) => over(now(record, "现场人数"), now(record, question)) ?? [])[0];
  if (present !== undefined && rounded(present) < attendance) {
    return { level: "orange", text: `到岗率${percent(present)}(<${percent(attendance)})` };
  }
  const fewer = staff.flatMap((question) => changeOf(record, question) ?? [])[0];
  return dropped("员工比上次", fewer, { yellow: staffDrop });
};

const owedByBuyers: Judge = ({ record, limits: { receivablesRise, receivableShare } }) => {
  const rise = largestChange(record, receivables);
  if (rise !== undefined && rise.change > 0 && rounded(rise.change) >= receivablesRise) {
    const what = rise.question.replace(/\(.*\)$/, "");
    return { level: "yellow", text: `${what}比上次${signed(rise.change)}(≥+${percent(receivablesRise)})` };
  }
  const share = over(now(record, "应收账款(万元)"), now(record, "本年至今(万元)"));
  if (share === undefined || rounded(share) <= receivableShare) return undefined;
  return { level: "yellow", text: `应收占营业额${percent(share)}(>${percent(receivableShare)})` };
};

const stockTurning: Judge = ({ record, last, limits: { stockDaysRise } }) => {
  const days = stockDays(record);
  const longer = over(days, stockDays(last));
  if (days === undefined || longer === undefined || rounded(longer - 1) < stockDaysRise) return undefined;
  const said = `存货周转${days.toFixed(0)}天，比上次${signed(longer - 1)}(≥+${percent(stockDaysRise)})`;
  return longer > 1 ? { level: "yellow", text: said } : undefined;
};

const cashLasting: Judge = ({ record, limits: { cashMonths } }) => {
  const cash = record.questions.find(({ question }) => question === "货币资金(万元)")?.now;
  const months = typeof cash === "number" ? over(cash, now(record, "月均支出(万元)")) : undefined;
  if (months === undefined || rounded(months) >= cashMonths) return undefined;
  return { level: "orange", text: `货币资金够${months.toFixed(1)}个月支出(<${String(cashMonths)})` };
};

const indebtedness: Judge = ({ record, limits: { debtRatio, debtRatioOrange } }) => {
  const ratio =
    over(now(record, "总负债(万元)"), now(record, "总资产(万元)")) ??
    over(now(record, "家庭负债(万元)"), now(record, "家庭资产(万元)"));
  if (ratio === undefined || rounded(ratio) <= debtRatio) return undefined;
  const isOrange = rounded(ratio) > debtRatioOrange;
  const limit = isOrange ? debtRatioOrange : debtRatio;
  return { level: isOrange ? "orange" : "yellow", text: `资产负债率${percent(ratio)}(>${percent(limit)})` };
};

const newDebts: Judge = ({ record }) => {
  const informal = record.questions.find(({ question }) => question === "民间借贷");
  if (informal?.now === "有" && informal.last !== "有") return { level: "orange", text: "新增民间借贷" };
  const more = ["他行借款(万元)", "其他负债(万元)"].flatMap((question) => {
    const { now: to, last: from } = record.questions.find((one) => one.question === question) ?? {};
    return typeof to === "number" && typeof from === "number" && to > from ? [{ from, to }] : [];
  })[0];
  if (more === undefined) return undefined;
  return { level: "yellow", text: `他行借款由${String(more.from)}万元增至${String(more.to)}万元` };
};

const guarantees: Judge = ({ record, limits: { guaranteesRise } }) => {
  const { now: to, last: from } = record.questions.find(({ question }) => question === "对外担保(万元)") ?? {};
  if (typeof to !== "number" || to <= 0) return undefined;
  if (from === 0) return { level: "yellow", text: `新增对外担保${String(to)}万元` };
  const rise = changeOf(record, "对外担保(万元)");
  if (rise === undefined || rise <= 0 || rounded(rise) < guaranteesRise) return undefined;
  return { level: "yellow", text: `对外担保比上次${signed(rise)}(≥+${percent(guaranteesRise)})` };
};

/** Margins as they are asked for, in percent; a fall of so many points. */
const margin: Judge = ({ record, limits: { marginDrop } }) => {
  const asked = record.questions.find(({ question }) => question === "毛利率(%)");
  if (typeof asked?.now !== "number" || typeof asked.last !== "number") return undefined;
  const fall = rounded((asked.last - asked.now) / PERCENT);
  if (fall <= 0 || fall < marginDrop) return undefined;
  return { level: "yellow", text: `毛利率由${String(asked.last)}%降至${String(asked.now)}%(≤-${points(marginDrop)})` };
};

const PERCENT = 100;
const points = (share: number) => `${String(Number((share * PERCENT).toFixed(1)))}个百分点`;

/** The signals that this visit's answers raise against the last's. signals F.2 */
export const visitSignals: readonly VisitSignal[] = [
  {
    clause: "R51",
    judge: ({ record, limits: { turnoverDrop: yellow, turnoverDropOrange: orange } }) =>
      dropped("营业额折算同比", yearOnYear(record), { yellow, orange }) ??
      dropped("月营业额比上次", changeOf(record, "月营业额(万元)"), { yellow, orange }),
  },
  {
    clause: "R52",
    judge: margin,
  },
  {
    clause: "R53",
    judge: ({ record, limits: { powerDrop: yellow, powerDropOrange: orange } }) =>
      dropped("月电费比上次", changeOf(record, "月电费(元)"), { yellow, orange }),
  },
  {
    clause: "R54",
    judge: staffing,
  },
  {
    clause: "R56",
    judge: owedByBuyers,
  },
  {
    clause: "R57",
    judge: stockTurning,
  },
  {
    clause: "R58",
    judge: cashLasting,
  },
  {
    clause: "R59",
    judge: indebtedness,
  },
  {
    clause: "R60",
    judge: newDebts,
  },
  {
    clause: "R61",
    judge: guarantees,
  },
  {
    clause: "R64",
    judge: (facts) =>
      chosen(facts, "是否一致", { values: ["否"], level: "red" }) && { level: "red", text: "贷款用途与约定不一致" },
  },
  {
    clause: "R65",
    judge: (facts) =>
      chosen(facts, "是否回流", { values: ["是"], level: "red" }) && { level: "red", text: "贷款资金回流借款人" },
  },
  {
    clause: "R66",
    judge: (facts) => chosen(facts, "还款来源", { values: ["他行借款", "过桥", "民间借款"], level: "orange" }),
  },
  {
    clause: "R67",
    judge: (facts) =>
      chosen(facts, "状态", { values: ["拆迁", "损毁", "查封"], level: "red" }) ??
      (textOf(facts.record, "是否查封") === "是" ? { level: "red", text: "抵质押物被查封" } : undefined) ??
      dropped("押品价值", collateralChange(facts), { yellow: facts.limits.collateralDrop }),
  },
  {
    clause: "R68",
    judge: (facts) =>
      chosen(facts, "代偿意愿", { values: ["不愿意"], level: "orange" }) ??
      chosen(facts, "代偿能力", { values: ["不足"], level: "orange" }),
  },
];
