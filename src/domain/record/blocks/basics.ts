import { idOf } from "../../ledger/customers";
import { serialIn, type Day } from "../../loan/day";
import type { Content } from "../../change/change";
import { customerTypeName } from "../../settings/lines";
import { reasonsText } from "../../risk/reasonText";
import { riskGroupName } from "../../risk/group";
import { dutyName } from "../../visits/duty";
import { workday } from "../../visits/workdays";
import { distinct, type RecordFacts } from "../facts";
import { answer, DAY, given, label, line, tall, type Block } from "../form";
import { masked, maskedPhone } from "../mask";
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

/** ① Who is visited, how, and why now. */
export function basics(facts: RecordFacts): Block {
  const { judgement, drawdowns, last } = facts;
  const method = answer(2, { key: "method", choices: vocabulary.method, required: true });
  const { customer, clocks, duty, group } = judgement;
  const told = maskedPhone(facts.background.phone ?? "");
  const phone = { ...answer(2, { key: "phone", numberFormat: "@" }), content: told };
  const day = (value: Day | undefined) => given(dayContent(value, facts), 2, { numberFormat: DAY });
  return [
    tall(
      textHeight(customer.name, NAME_LENGTH, 2),
      ...[label("客户名称"), given(customer.name, 3)],
      ...[label("证件号码"), given(masked(idOf(customer) ?? ""), 2)],
      ...[label("客户类型"), given(customerTypeName[customer.type], 2)],
      ...[label("风险组别"), given(riskGroupName[group], 1)],
    ),
    line(
      ...[label("检查类型"), given(facts.type, 2, { key: "type", choices: vocabulary.recordType })],
      ...[label("检查方式"), { ...method, content: last?.mustBeOnSite === true ? "上门" : "" }],
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
      ...[label("未上门原因"), answer(2), label("配合情况"), answer(2, { choices: vocabulary.attitude })],
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
