import { RATIO, type PlaceOf } from "../form";
import type { Subject } from "../variant";
import { vocabulary } from "../vocabulary";

/** One thing to ask: a number or a choice with last time's answer beside it, or what follows from others. */
export interface Question {
  readonly text: string;
  readonly key: string;
  readonly choices?: readonly string[];
  readonly ratio?: (at: PlaceOf) => string;
  readonly numberFormat?: string;
}

/** How a number that was asked for stands. */
export const NUMBER = "#,##0.##";
const asked = (key: string, text: string): Question => ({ key, text });
/** Nothing as long as one of the two is not answered. */
const over = (one: string, other: string) => (at: PlaceOf) =>
  `IF(OR(${at(one)}="",N(${at(other)})=0),"",N(${at(one)})/${at(other)})`;
const ratio = (key: string, text: string, formula: (at: PlaceOf) => string): Question => ({
  ...{ key, text, ratio: formula, numberFormat: RATIO },
});

/** The months of this year that the answer covers, by the day of the visit. */
const yearOnYear = (at: PlaceOf) =>
  `IF(OR(N(${at("turnoverLast")})=0,N(${at("turnoverNow")})=0,N(${at("date")})=0),"",${at("turnoverNow")}/MONTH(${at("date")})*12/${at("turnoverLast")}-1)`;

/** Trade and address, which a later visit compares. practices A13 */
const changes: readonly Question[] = [
  { key: "tradeChanged", text: "主营变更", choices: vocabulary.yesNo },
  { key: "addressChanged", text: "地址变更", choices: vocabulary.yesNo },
];

const business: readonly Question[] = [
  asked("staff", "员工总数"),
  asked("staffPresent", "现场人数"),
  ratio("attendance", "到岗率", over("staffPresent", "staff")),
  asked("wage", "人均月薪(元)"),
  asked("area", "经营面积(㎡)"),
  asked("rent", "年租金(万元)"),
  asked("cash", "货币资金(万元)"),
  asked("spending", "月均支出(万元)"),
  { ...ratio("cashMonths", "现金覆盖月数", over("cash", "spending")), numberFormat: "0.0" },
  asked("receivables", "应收账款(万元)"),
  asked("receivableDays", "应收账期(天)"),
  asked("payables", "应付账款(万元)"),
  asked("stock", "存货(万元)"),
  asked("turnoverLast", "去年营业额(万元)"),
  asked("turnoverNow", "本年至今(万元)"),
  ratio("growth", "折算同比", yearOnYear),
  ratio("receivableShare", "应收占比", over("receivables", "turnoverNow")),
  asked("assets", "总资产(万元)"),
  asked("debts", "总负债(万元)"),
  ratio("debtRatio", "资产负债率", over("debts", "assets")),
  asked("otherLoans", "他行借款(万元)"),
  asked("guaranteesGiven", "对外担保(万元)"),
  { key: "informal", text: "民间借贷", choices: vocabulary.informal },
  asked("powerBill", "月电费(元)"),
  asked("payableDays", "应付账期(天)"),
  asked("stockDays", "存货周转(天)"),
  asked("margin", "毛利率(%)"),
  { key: "pressure", text: "还款压力", choices: vocabulary.pressure },
  ...changes,
  { key: "wages", text: "工资发放", choices: vocabulary.wages },
  { key: "venture", text: "高风险投资", choices: vocabulary.venture },
  { key: "buyers", text: "核心客户", choices: vocabulary.buyers },
  asked("counterpart", "最大对手占比(%)"),
  asked("deposits", "本行日均存款(万元)"),
  { key: "elsewhere", text: "收入转他行", choices: vocabulary.yesNo },
];

const trade: readonly Question[] = [
  asked("staff", "雇员人数"),
  asked("staffPresent", "现场人数"),
  asked("turnoverMonth", "月营业额(万元)"),
  asked("income", "月净收入(万元)"),
  asked("stock", "存货(万元)"),
  asked("credit", "赊欠应收(万元)"),
  asked("payables", "欠供货商(万元)"),
  asked("rent", "年租金(万元)"),
  asked("assets", "家庭资产(万元)"),
  asked("debts", "家庭负债(万元)"),
  ratio("debtRatio", "资产负债率", over("debts", "assets")),
  { key: "informal", text: "民间借贷", choices: vocabulary.informal },
  ...changes,
  { key: "wages", text: "工资发放", choices: vocabulary.wages },
  asked("margin", "毛利率(%)"),
  { key: "venture", text: "高风险投资", choices: vocabulary.venture },
  asked("deposits", "本行日均存款(万元)"),
];

const household: readonly Question[] = [
  asked("income", "家庭月收入(元)"),
  asked("repayment", "月还款(元)"),
  ratio("burden", "收入负担比", over("repayment", "income")),
  asked("otherLoans", "其他负债(万元)"),
  asked("family", "家庭人口"),
  { key: "informal", text: "民间借贷", choices: vocabulary.informal },
];

/** What is asked of each kind of customer, in the order of the form. */
export const questionsBySubject: Readonly<Record<Subject, readonly Question[]>> = {
  法人: business,
  个人经营: trade,
  个人消费: household,
};
