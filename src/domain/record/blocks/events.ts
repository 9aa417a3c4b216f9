import { inYuan } from "../../loan/money";
import type { RecordFacts } from "../facts";
import { answer, DAY, given, head, label, line, MONEY, tall, written, type Block, type FormLine } from "../form";
import { scopeSentence, type EventFacts } from "../scope";
import { vocabulary } from "../vocabulary";
import { dayContent } from "./basics";

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
      ...[label("信息来源"), answer(2, { choices: vocabulary.informedBy })],
      ...[label("敞口(元)"), given(inYuan(judgement.balance), 2, { numberFormat: MONEY })],
    ),
    written(30, label("核实情况"), answer(11, { required: true })),
    written(30, label("影响范围"), { ...answer(11), content: hit === undefined ? "" : scopeSentence(hit) }),
    ...affected(hit),
    written(30, label("已采取"), answer(11)),
    line(
      ...[label("账户止付"), answer(2, { choices: vocabulary.yesNo })],
      ...[label("资产保全"), answer(2, { choices: vocabulary.yesNo })],
      ...[label("报告对象"), answer(2), label("报告时间"), answer(2, { numberFormat: DAY })],
    ),
    written(30, label("下一步"), answer(11)),
  ];
}

/** Customers of an event that its records list; two a line. */
const LISTED = 20;

/** Whom the event hits besides, each with its balance. */
function affected(hit: EventFacts | undefined): readonly FormLine[] {
  if (hit === undefined || hit.customers.length < 2) return [];
  const shown = hit.customers.slice(0, LISTED);
  const rest = hit.customers.length - shown.length;
  const half = ({ name, balance }: EventFacts["customers"][number]) => [
    given(name, 4),
    given(inYuan(balance), 2, { numberFormat: MONEY }),
  ];
  const nobody = [given("", 6)];
  const lines = Array.from({ length: Math.ceil(shown.length / 2) }, (_, row): FormLine => {
    const [left, right] = shown.slice(row * 2, row * 2 + 2);
    return { cells: [...(left === undefined ? nobody : half(left)), ...(right === undefined ? nobody : half(right))] };
  });
  return [
    line(head("受影响客户", 4), head("余额(元)", 2), head("受影响客户", 4), head("余额(元)", 2)),
    ...lines,
    ...(rest > 0 ? [line(given(`另有 ${String(rest)} 户，见各户的回访表`, 12))] : []),
  ];
}

/** A loan that went bad: who was reached, what was promised, what was found, and which periods run out. visit-forms E.3 */
export function collection(facts: RecordFacts): Block {
  const matured = facts.drawdowns
    .flatMap(({ matures }) => (matures === undefined ? [] : [matures]))
    .sort((a, b) => a - b)[0];
  return [
    line(
      ...[label("催收方式"), answer(2, { choices: vocabulary.collection, required: true })],
      ...[label("联系到"), answer(2, { choices: vocabulary.contacted, required: true })],
      ...[label("通知书"), answer(2, { choices: vocabulary.delivery })],
      ...[label("签收日期"), answer(2, { numberFormat: DAY })],
    ),
    line(
      ...[label("承诺日期"), answer(2, { numberFormat: DAY })],
      ...[label("承诺金额"), answer(2, { numberFormat: MONEY })],
      ...[label("上次承诺"), answer(2, { choices: vocabulary.promise })],
      ...[label("本次收回"), answer(2, { numberFormat: MONEY })],
    ),
    written(30, label("资产线索"), answer(11)),
    written(30, label("欠款原因"), answer(11, { required: true })),
    line(
      ...[label("到期日"), given(dayContent(matured, facts), 2, { numberFormat: DAY })],
      ...[label("时效届满"), answer(2, { numberFormat: DAY })],
      ...[label("保证届满"), answer(2, { numberFormat: DAY })],
      ...[label("抵押查封"), answer(2, { choices: vocabulary.found })],
    ),
    written(30, label("处置建议"), answer(11)),
    tall(24, label("借款人签收"), answer(5), label("保证人签收"), answer(5)),
  ];
}
