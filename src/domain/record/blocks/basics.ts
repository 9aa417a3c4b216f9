import { serialIn, type Day } from "../../loan/day";
import type { Content } from "../../change/change";
import { customerTypeName } from "../../settings/lines";
import { reasonsText } from "../../risk/reasonText";
import { riskGroupName } from "../../risk/group";
import { dutyName } from "../../visits/duty";
import { preferredMethod } from "../../visits/preference";
import { workday } from "../../visits/workdays";
import { distinct, type RecordFacts } from "../facts";
import { answer, DAY, given, label, line, tall, type Block, type FormCell } from "../form";
import { maskedPhone } from "../mask";
import { ID_LABEL, shownId } from "../shownId";
import { textHeight } from "../textHeight";
import { vocabulary } from "../vocabulary";

/** Characters of a name on one line. */
const NAME_LENGTH = 12;

/** A day as the workbook counts it; 未记录 where the ledger does not say. */
export function dayContent(day: Day | undefined, { dateSystem }: Pick<RecordFacts, "dateSystem">): Content {
  return day === undefined ? "未记录" : serialIn(dateSystem, day);
}

/** After a sudden event a visit is due within so many working days, whatever the clocks say. */
function dueOf({ type, asOf, judgement, settings: { notice, calendar } }: RecordFacts): Day {
  return type === "突发" ? workday(asOf, notice.eventWorkingDays, calendar) : judgement.duty.due;
}

/** How the customer is called on: on site where the last contacts were not, else as it prefers where that will do. practices A08, A36 */
function wayOf({
  background: { preference = "" },
  judgement: { duty },
  last,
}: RecordFacts): Record<"method" | "why", FormCell> {
  const method = answer(2, { key: "method", choices: vocabulary.method, required: true });
  if (last?.mustBeOnSite === true) return { method: { ...method, content: "上门" }, why: answer(2) };
  const preferred = preferredMethod(preference, duty.kind);
  if (preferred === undefined) return { method, why: answer(2) };
  return { method: { ...method, content: preferred }, why: { ...answer(2), content: `客户偏好：${preference}` } };
}

/** ① Who is visited, how, and why now. */
export function basics(facts: RecordFacts): Block {
  const { judgement, drawdowns } = facts;
  const { method, why } = wayOf(facts);
  const { customer, clocks, duty, group } = judgement;
  const told = maskedPhone(facts.background.phone ?? "");
  const phone = { ...answer(2, { key: "phone", numberFormat: "@" }), content: told };
  const day = (value: Day | undefined) => given(dayContent(value, facts), 2, { numberFormat: DAY });
  return [
    tall(
      textHeight(customer.name, NAME_LENGTH, 2),
      ...[label("客户名称"), given(customer.name, 3)],
      ...[label(ID_LABEL), given(shownId(customer), 2)],
      ...[label("客户类型"), given(customerTypeName[customer.type], 2)],
      ...[label("风险组别"), given(riskGroupName[group], 1)],
    ),
    line(
      ...[label("检查类型"), given(facts.type, 2, { key: "type", choices: vocabulary.recordType })],
      ...[label("检查方式"), method],
      ...[label("检查日期"), answer(2, { key: "date", numberFormat: DAY, required: true })],
      ...[label("地点"), answer(2, { key: "place", required: true })],
    ),
    line(
      ...[label("受访人"), answer(2, { key: "respondent", required: true })],
      ...[label("身份"), answer(2, { key: "respondentRole", choices: vocabulary.respondent, required: true })],
      ...[label("联系电话"), phone],
      ...[label("管户经理"), given(distinct(drawdowns.map(({ manager }) => manager)), 2)],
    ),
    line(
      ...[label("经营地址"), given(facts.background.address ?? "", 5)],
      ...[label("未上门原因"), why, label("配合情况"), answer(2, { choices: vocabulary.attitude })],
    ),
    line(
      ...[label("上次联系"), day(clocks.lastContact)],
      ...[label("上次上门"), day(clocks.lastOnSite)],
      ...[label("本次应访"), day(dueOf(facts))],
      ...[label("应访事由"), given(facts.type === "突发" ? "突发事件" : dutyName[duty.kind], 2)],
    ),
    line(label("组别原因"), given(reasonsText(judgement), 11)),
  ];
}
