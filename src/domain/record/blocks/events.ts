import { inYuan } from "../../loan/money";
import type { RecordFacts } from "../facts";
import { answer, DAY, given, head, label, line, MONEY, tall, type Block } from "../form";
import { scopeSentence } from "../scope";
import { vocabulary } from "../vocabulary";

const SOURCES = ["自有资金", "经营回款", "银行借款", "其他"];

/** Before a maturity: whether and from what it will be repaid. */
export function maturity(): Block {
  return [
    line(
      ...[label("存款余额"), answer(2, { numberFormat: MONEY })],
      ...[label("知悉到期"), answer(2, { choices: vocabulary.yesNo })],
      ...[label("还款意愿"), answer(2, { choices: vocabulary.willingness, required: true })],
      ...[label("来源足额"), answer(2, { choices: vocabulary.yesNo, required: true })],
    ),
    line(head("还款来源", 3), head("金额(元)", 3), head("预计到账", 3), head("备注", 3)),
    ...SOURCES.map((source) =>
      line(label(source, 3), answer(3, { numberFormat: MONEY }), answer(3, { numberFormat: DAY }), answer(3)),
    ),
  ];
}

/** A sudden event: what, since when, how bad, what was done, who was told. */
export function event({ judgement, event: hit }: RecordFacts): Block {
  return [
    line(
      ...[label("事件类型"), answer(2, { choices: vocabulary.event, required: true })],
      ...[label("发现时间"), answer(2, { numberFormat: DAY, required: true })],
      ...[label("信息来源"), answer(2)],
      ...[label("敞口(元)"), given(inYuan(judgement.balance), 2, { numberFormat: MONEY })],
    ),
    tall(30, label("核实情况"), answer(11, { required: true })),
    tall(30, label("影响范围"), { ...answer(11), content: hit === undefined ? "" : scopeSentence(hit) }),
    tall(30, label("已采取"), answer(11)),
    line(...[label("报告对象"), answer(5)], ...[label("报告时间"), answer(5, { numberFormat: DAY })]),
  ];
}
