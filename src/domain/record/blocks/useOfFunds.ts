import { inYuan } from "../../loan/money";
import { distinct, type RecordFacts } from "../facts";
import { answer, derived, given, head, label, line, MONEY, type Block, type FormLine } from "../form";
import { vocabulary } from "../vocabulary";

const PAYMENTS = 5;

function payment(index: number, { settings: { thresholds } }: RecordFacts): FormLine {
  const key = `payment${String(index)}`;
  const amount = String(inYuan(thresholds.largePayment));
  const share = String(thresholds.largePaymentShare);
  return line(
    answer(2, { numberFormat: "yyyy-mm-dd" }),
    answer(3),
    answer(2, { key, numberFormat: MONEY }),
    answer(3),
    answer(1, { choices: vocabulary.yesNo }),
    derived(
      1,
      (at) => `IF(N(${at(key)})=0,"",IF(OR(${at(key)}>=${amount},${at(key)}>${share}*${at("balance")}),"大额",""))`,
      "General",
    ),
  );
}

/** ④ What the money was for and where it went; after a disbursement payment by payment, the large ones marked. */
export function useOfFunds(facts: RecordFacts): Block {
  const isFirst = facts.type === "首次";
  const payments = Array.from({ length: PAYMENTS }, (_, index) => payment(index, facts));
  const agreed = distinct(facts.drawdowns.map(({ purpose, product }) => purpose ?? product));
  return [
    line(
      ...[label("约定用途"), given(agreed, 5)],
      ...[label("实际用途"), answer(5, { key: "actualUse", required: isFirst })],
    ),
    line(
      ...[label("是否一致"), answer(2, { choices: vocabulary.yesNo, required: isFirst })],
      ...[label("是否回流"), answer(2, { choices: vocabulary.yesNo, required: isFirst })],
      ...[label("支付方式"), answer(2, { choices: vocabulary.payment })],
      ...[label("凭证归档"), answer(2, { choices: vocabulary.filed })],
    ),
    ...(isFirst
      ? [
          line(head("日期", 2), head("收款人", 3), head("金额(元)", 2), head("用途", 3), head("上下游"), head("大额")),
          ...payments,
        ]
      : []),
  ];
}
