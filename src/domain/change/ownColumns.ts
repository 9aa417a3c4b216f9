import type { Layout } from "../ledger/ledger";
import { riskGroupName } from "../risk/group";
import { reasonsText, warningText } from "../risk/reasonText";
import type { Settings } from "../settings/settings";
import type { Content } from "./change";
import { isFormula } from "./content";
import { mendedColumns } from "./mendedColumns";
import { hasOpinionColumns, opinionColumns } from "./opinionColumns";
import { optionalColumns } from "./optionalColumns";
import type { OwnColumnSpec } from "./ownColumn";
import { blankOr, DAY_FORMAT, isNumber, isText, live, ofJudged, serial } from "./ownContents";

/** The own columns of every run, in the order in which they stand. */
export const ownColumns: readonly OwnColumnSpec[] = [
  {
    heading: "风险组别",
    hint: "按客户判断，取最严的一笔。A 低风险、B 正常、C 关注、D 高风险、E 不良。仅为建议，由客户经理决定。",
    numberFormat: "General",
    width: 14,
    content: ofJudged(({ group }) => riskGroupName[group]),
    isOurs: blankOr((content) => Object.values<Content>(riskGroupName).includes(content)),
  },
  {
    heading: "组别原因",
    hint: "归入该组的规则编号、实际值和界限，最重的在前。",
    numberFormat: "General",
    width: 36,
    content: ofJudged(reasonsText),
    isOurs: blankOr(isText(/^[A-Z]\w*(\.\w+)* /)),
  },
  {
    heading: "联系间隔(月)",
    hint: "两次联系（电话或上门）之间最多几个月；0.5 表示 15 天。可在“贷后设置”中调整。",
    numberFormat: "General",
    width: 18,
    content: (facts) => live(facts)?.clocks.contactMonths ?? "",
    isOurs: blankOr(isNumber),
  },
  {
    heading: "上门间隔(月)",
    hint: "两次上门之间最多几个月；0.5 表示 15 天。可在“贷后设置”中调整。",
    numberFormat: "General",
    width: 18,
    content: (facts) => live(facts)?.clocks.onSiteMonths ?? "",
    isOurs: blankOr(isNumber),
  },
  {
    heading: "上次联系日",
    hint: "该客户最近一次联系（含上门）的日期。可直接填写新的日期，右边的日期会随之变化。",
    numberFormat: DAY_FORMAT,
    width: 16,
    content: (facts) => serial(live(facts)?.clocks.lastContact, facts.dateSystem),
    isOurs: blankOr(isNumber),
  },
  {
    heading: "上次上门日",
    hint: "该客户最近一次上门的日期。可直接填写新的日期，右边的日期会随之变化。",
    numberFormat: DAY_FORMAT,
    width: 16,
    content: (facts) => serial(live(facts)?.clocks.lastOnSite, facts.dateSystem),
    isOurs: blankOr(isNumber),
  },
  {
    heading: "下次应访日",
    hint: "联系、上门、首次检查、到期检查中最早的一个；遇休息日提前到工作日。公式，会自动更新。",
    numberFormat: DAY_FORMAT,
    width: 16,
    content: "due",
    isOurs: blankOr(isFormula),
  },
  {
    heading: "应访事由",
    hint: "下次应访日是为了哪一项：首次检查、到期检查、上门回访、电话联系。公式，会自动更新。",
    numberFormat: "General",
    width: 14,
    content: "dutyReason",
    isOurs: blankOr(isFormula),
  },
  {
    heading: "距应访(天)",
    hint: "离下次应访日还有几天，负数为已逾期的天数。以“贷后设置”中的基准日计算。公式，会自动更新。",
    numberFormat: "0",
    width: 16,
    content: "daysUntil",
    isOurs: blankOr(isFormula),
  },
  {
    heading: "回访状态",
    hint: "已逾期、7天内、30天内、未到期、无需回访。公式，会自动更新。",
    numberFormat: "General",
    width: 14,
    content: "status",
    isOurs: blankOr(isFormula),
  },
  {
    heading: "预警",
    hint: "该客户的预警信号，【红】最重，其次【橙】【黄】【蓝】。仅为建议，由客户经理决定。",
    numberFormat: "General",
    width: 36,
    content: ofJudged(warningText),
    isOurs: blankOr(isText(/^【[红橙黄蓝]】/)),
  },
  {
    heading: "待首检发放日",
    hint: "放款后资金用途还没有检查的最早一笔的发放日。供“下次应访日”的公式使用。",
    numberFormat: DAY_FORMAT,
    width: 18,
    content: (facts) => serial(live(facts)?.clocks.firstCheckFrom, facts.dateSystem),
    isOurs: blankOr(isNumber),
  },
  {
    heading: "待检到期日",
    hint: "还没有做到期检查的最早一笔的到期日。供“下次应访日”的公式使用。",
    numberFormat: DAY_FORMAT,
    width: 16,
    content: (facts) => serial(live(facts)?.clocks.maturityCheckFor, facts.dateSystem),
    isOurs: blankOr(isNumber),
  },
];

/** The columns that a ledger is to have under these settings, in order. */
export function columnsWanted(settings: Settings, layout: Pick<Layout, "ownColumns">): readonly OwnColumnSpec[] {
  const chosen = optionalColumns.filter(({ heading }) => settings.optionalColumns.has(heading));
  const opinions = hasOpinionColumns(settings, layout) ? opinionColumns : [];
  const asked = mendedColumns.map(({ spec }) => spec).filter(({ heading }) => layout.ownColumns.has(heading));
  return [...ownColumns, ...chosen, ...opinions, ...asked];
}

/** Every column of ours by its heading without the prefix, switched on or not. */
export const ownColumnOf: ReadonlyMap<string, OwnColumnSpec> = new Map(
  [...ownColumns, ...optionalColumns, ...opinionColumns, ...mendedColumns.map(({ spec }) => spec)].map((spec) => [
    spec.heading,
    spec,
  ]),
);
