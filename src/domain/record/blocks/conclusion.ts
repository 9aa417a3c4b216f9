import { levelName } from "../../risk/group";
import { loanClassName, worseClass, type LoanClass } from "../../loan/loanClass";
import type { RecordFacts } from "../facts";
import {
  answer,
  DAY,
  derived,
  given,
  head,
  label,
  line,
  tall,
  written,
  type Block,
  type FormLine,
  type PlaceOf,
} from "../form";
import { vocabulary } from "../vocabulary";

const SIGNALS = 6;
/** Lines for the signals that this visit's own answers raise. */
const FREE = 2;
const WRITING = 32;

/** Each of the system's signals is taken up or turned down with a reason. */
function signalLines({ judgement }: RecordFacts): readonly FormLine[] {
  const { signals } = judgement;
  const free = line(given("", 5), answer(2, { choices: vocabulary.accepted }), answer(5));
  return [
    line(head("系统提示信号", 5), head("采纳", 2), head("不采纳的理由", 5)),
    ...signals
      .slice(0, SIGNALS)
      .map(({ clause, text, level }) =>
        line(
          given(`【${levelName[level]}】${clause} ${text}`, 5),
          answer(2, { choices: vocabulary.accepted, required: true }),
          answer(5),
        ),
      ),
    ...Array.from({ length: FREE }, () => free),
    ...moreSignals(signals.length - SIGNALS),
  ];
}

function moreSignals(rest: number): readonly FormLine[] {
  return rest > 0 ? [line(given(`另有 ${String(rest)} 条较轻的信号，见台账“贷后_预警”列和访前关注`, 12))] : [];
}

function leastClass({ judgement }: RecordFacts): LoanClass {
  return judgement.classFloors.reduce<LoanClass>(worseClass, "pass");
}

/** The latest day of the next contact, counted from this visit. */
function nextContact({ judgement: { clocks } }: RecordFacts): (at: PlaceOf) => string {
  const months = String(clocks.contactMonths);
  const parts = clocks.contactMonths < 1 ? `+30*${months}` : "";
  return (at) => `IF(N(${at("date")})=0,"",EDATE(${at("date")},${months})${parts})`;
}

/** ⑧ What the visit means: five ticks, the signals, measures, and the next visit. */
export function conclusion(facts: RecordFacts): Block {
  const tick = (text: string) => [label(text), answer(1, { choices: vocabulary.abnormal, required: true })];
  return [
    line(
      ...["生产经营", "还款能力", "还款意愿", "担保条件", "整体风险"].flatMap(tick),
      ...[label("预警等级"), answer(1, { choices: vocabulary.level })],
    ),
    ...signalLines(facts),
    line(
      ...[label("至少五级"), given(loanClassName[leastClass(facts)], 2)],
      ...[label("建议五级"), answer(2, { choices: vocabulary.loanClass })],
      ...[label("措施"), answer(2, { key: "measure", choices: vocabulary.measure, required: true })],
      ...[label("完成期限"), answer(2, { numberFormat: DAY })],
    ),
    line(
      ...[label("还款来源"), answer(5, { choices: vocabulary.source })],
      ...[label("下次联系"), derived(2, nextContact(facts), DAY)],
      ...[label("提前到"), answer(2, { key: "nextVisit", numberFormat: DAY })],
    ),
    written(WRITING, label("检查结论"), answer(11, { key: "conclusion", required: true })),
    written(WRITING, label("措施说明"), answer(11)),
  ];
}

/** ⑨ What the customer needs. */
export function needs(): Block {
  return [line(label("客户需求"), answer(2, { choices: vocabulary.need }), label("内容建议"), answer(8))];
}

const SIGNING = 24;

/** One person who signs twice is noticed on the sheet itself. practices A92 */
const fourEyes = (at: PlaceOf) => {
  const [one, other] = [at("inspector"), at("coInspector")];
  return `IF(OR(${one}="",${other}=""),"检查人和协（复）查人应为两人",IF(TRIM(${one})=TRIM(${other}),"检查人和协（复）查人是同一人，请更换一人","已由两人检查"))`;
};

/** ⑩ Who signs: inspector and co-inspector are two persons. */
export function signOff(): Block {
  const signed = (who: string, key: string) => [label(who), answer(2, { key, required: true })];
  return [
    line(
      ...signed("检查人", "inspector"),
      ...[label("日期"), answer(2, { numberFormat: DAY })],
      ...signed("协(复)查", "coInspector"),
      ...[label("复查意见"), answer(2, { choices: vocabulary.opinion })],
    ),
    line(label("四眼核对"), derived(11, fourEyes, "General")),
    tall(SIGNING, label("负责人"), answer(11)),
    tall(SIGNING, label("风险部门"), answer(11)),
    tall(SIGNING, label("领导审批"), answer(11)),
  ];
}
