import type { Drawdown } from "../../ledger/ledger";
import { inYuan } from "../../loan/money";
import { workday } from "../../visits/workdays";
import { distinct, type RecordFacts } from "../facts";
import {
  answer,
  DAY,
  derived,
  given,
  head,
  label,
  line,
  MONEY,
  tall,
  type Block,
  type FormLine,
  type PlaceOf,
} from "../form";
import { vocabulary } from "../vocabulary";
import { dayContent } from "./basics";

const PAYMENTS = 8;
const WRITING = 26;

const keys = Array.from({ length: PAYMENTS }, (_, index) => `payment${String(index)}`);
const sizeOf = (key: string) => `${key}Size`;
const LARGE = "大额";

/** One payment; from a set amount or share of the loan on it marks itself as large, and has to be proved. practices A40 */
function payment(key: string, { settings: { thresholds } }: RecordFacts): FormLine {
  const amount = String(inYuan(thresholds.largePayment));
  const share = String(thresholds.largePaymentShare);
  const isLarge = (at: PlaceOf) =>
    `OR(${at(key)}>=${amount},AND(N(${at("loanAmount")})>0,${at(key)}>${share}*${at("loanAmount")}))`;
  return line(
    answer(2, { numberFormat: DAY }),
    answer(2),
    answer(2, { key, numberFormat: MONEY }),
    answer(2),
    answer(1, { choices: vocabulary.yesNo }),
    answer(2, { choices: vocabulary.check }),
    { ...derived(1, (at) => `IF(N(${at(key)})=0,"",IF(${isLarge(at)},"${LARGE}",""))`, "General"), key: sizeOf(key) },
  );
}

/** The drawdown that was disbursed last: it is the one whose use is checked. */
function newest(drawdowns: readonly Drawdown[]): Drawdown | undefined {
  return drawdowns.reduce<Drawdown | undefined>(
    (latest, one) => ((one.disbursed ?? 0) > (latest?.disbursed ?? -1) ? one : latest),
    undefined,
  );
}

/** What was paid of the loan, and until when the rest is followed. practices A42 */
function usedLines(facts: RecordFacts): readonly FormLine[] {
  const { drawdowns, settings, asOf } = facts;
  const loan = newest(drawdowns);
  const amount = loan?.amount === undefined ? "" : inYuan(loan.amount);
  const paid = (at: PlaceOf) => `SUM(${keys.map(at).join(",")})`;
  const unused = (at: PlaceOf) => `IF(N(${at("loanAmount")})=0,"",${at("loanAmount")}-${paid(at)})`;
  const large = (at: PlaceOf) => keys.map((key) => `(${at(sizeOf(key))}="${LARGE}")`).join("+");
  const again = workday(asOf, settings.notice.firstCheckWorkingDays, settings.calendar);
  return [
    line(
      ...[label("本笔借据"), given(loan?.noteNo ?? loan?.contractNo ?? "", 2, { numberFormat: "@" })],
      ...[label("放款金额"), given(amount, 2, { key: "loanAmount", numberFormat: MONEY })],
      ...[label("放款日期"), given(dayContent(loan?.disbursed, facts), 2, { numberFormat: DAY })],
      ...[label("大额笔数"), derived(2, (at) => large(at), "0")],
    ),
    line(
      ...[label("已付合计"), derived(2, paid, MONEY)],
      ...[label("未用金额"), derived(2, unused, MONEY)],
      ...[label("用途结论"), answer(2, { choices: vocabulary.useResult, required: true })],
      ...[label("未用续查"), given(dayContent(again, facts), 2, { numberFormat: DAY })],
    ),
  ];
}

/** What an account may show, each with a tick two columns to the right. practices A46 */
export const signs: readonly string[] = [
  "余额骤降",
  "频繁调往他行",
  "与主业无关",
  "关联企业往来",
  "新交易对手",
  "资金转移境外",
  "同名划转",
  "受托后回流",
];

/** What the account shows, sign by sign. practices A46 */
function accountLines(): readonly FormLine[] {
  const tick = (text: string) => [label(text, 2), answer(1, { choices: vocabulary.found })];
  return [line(...signs.slice(0, 4).flatMap(tick)), line(...signs.slice(4).flatMap(tick))];
}

/** What the first check leaves behind: proof that is filed, and what has to be put right by when. practices A41, A45 */
function firstLines(facts: RecordFacts): readonly FormLine[] {
  return [
    ...usedLines(facts),
    line(
      ...[head("日期", 2), head("收款人", 2), head("金额(元)", 2), head("用途", 2)],
      ...[head("上下游"), head("核查方式", 2), head("大额")],
    ),
    ...keys.map((key) => payment(key, facts)),
    ...accountLines(),
    tall(
      WRITING,
      label("整改要求"),
      answer(5),
      label("整改期限"),
      answer(2, { numberFormat: DAY }),
      label("已报告"),
      answer(2),
    ),
  ];
}

/** ④ What the money was for and where it went; after a disbursement payment by payment, the large ones marked. */
export function useOfFunds(facts: RecordFacts): Block {
  const isFirst = facts.type === "首次";
  const agreed = distinct(facts.drawdowns.map(({ purpose, product }) => purpose ?? product));
  const paid = facts.background.payMode ?? "";
  const method = vocabulary.payment.find((one) => paid.includes(one.slice(0, 2))) ?? "";
  return [
    line(
      ...[label("约定用途"), given(agreed, 5)],
      ...[label("实际用途"), answer(5, { key: "actualUse", required: isFirst })],
    ),
    line(
      ...[label("是否一致"), answer(2, { choices: vocabulary.yesNo, required: isFirst })],
      ...[label("是否回流"), answer(2, { choices: vocabulary.yesNo, required: isFirst })],
      ...[label("支付方式"), { ...answer(2, { choices: vocabulary.payment }), content: method }],
      ...[label("凭证归档"), answer(2, { choices: vocabulary.filed })],
    ),
    ...(isFirst ? firstLines(facts) : []),
  ];
}
