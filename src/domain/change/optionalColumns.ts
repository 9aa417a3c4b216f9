import { problemSentence } from "../ledger/problemSentence";
import { loanClassName } from "../loan/loanClass";
import type { Judgement } from "../risk/judgement";
import { customerTypeName } from "../settings/lines";
import { workday } from "../visits/workdays";
import { sheetLink } from "../record/link";
import type { Content } from "./change";
import { isFormula } from "./content";
import type { OwnColumnSpec, RowFacts } from "./ownColumn";
import { blankOr, DAY_FORMAT, isNumber, isText, live, ofJudged, serial } from "./ownContents";

function loanToValue({ drawdown }: RowFacts): Content {
  const { balance, collateralValue } = drawdown;
  return balance === undefined || collateralValue === undefined || collateralValue <= 0
    ? ""
    : balance / collateralValue;
}

function useCheckDue({ drawdown, settings, dateSystem }: RowFacts): Content {
  if (drawdown.standing !== "live" || drawdown.disbursed === undefined) return "";
  return serial(workday(drawdown.disbursed, settings.notice.firstCheckWorkingDays, settings.calendar), dateSystem);
}

function classFloor(facts: RowFacts): Content {
  const judgement = live(facts);
  const drawdowns = judgement?.customer.drawdowns.filter(({ standing }) => standing === "live") ?? [];
  const floor = judgement?.classFloors[drawdowns.indexOf(facts.drawdown)];
  return floor === undefined ? "" : `至少${loanClassName[floor]}`;
}

/** Own columns that are there while some customer needs them, and gone after. */
export const EVENT_DUE = "突发应访日";
export const REMOTE = "连续非现场(次)";

/** Leads to the customer's newest visit record. */
export const recordColumn: OwnColumnSpec = {
  heading: "回访表",
  hint: "该客户最近一张回访表，点编号打开；回访表末行可回到这里。每次生成回访表或标注时更新。",
  numberFormat: "General",
  width: 18,
  content: ofJudged(({ record }) =>
    record === undefined ? "" : sheetLink({ sheet: record.sheet, row: 0, text: record.number }),
  ),
  isOurs: blankOr(isFormula),
};

/** Own columns that are off until the settings sheet switches them on. */
export const optionalColumns: readonly OwnColumnSpec[] = [
  {
    heading: "客户类型",
    hint: "按台账内容判断的客户类型，决定回访间隔。",
    numberFormat: "General",
    width: 14,
    content: ofJudged(({ customer }) => customerTypeName[customer.type]),
    isOurs: blankOr((content) => Object.values<Content>(customerTypeName).includes(content)),
  },
  {
    heading: "分类下限",
    hint: "按逾期天数等事实，五级分类至少应为哪一级。仅为建议。",
    numberFormat: "General",
    width: 14,
    content: classFloor,
    isOurs: blankOr(isText(/^至少/)),
  },
  {
    heading: "抵押率",
    hint: "余额除以押品价值。",
    numberFormat: "0.0%",
    width: 12,
    content: loanToValue,
    isOurs: blankOr(isNumber),
  },
  {
    heading: "用途检查截止日",
    hint: "放款后检查资金用途的最后一个工作日。",
    numberFormat: DAY_FORMAT,
    width: 20,
    content: useCheckDue,
    isOurs: blankOr(isNumber),
  },
  {
    heading: "数据问题",
    hint: "这一行读不出或有疑问的单元格。",
    numberFormat: "General",
    width: 36,
    content: ({ problems }) => problems.map(problemSentence).join("；"),
    isOurs: () => true,
  },
  {
    heading: EVENT_DUE,
    hint: "突发事件后最迟哪天回访，归档后自动消失。供“下次应访日”的公式使用。",
    numberFormat: DAY_FORMAT,
    width: 16,
    content: (facts) => serial(live(facts)?.clocks.eventDue, facts.dateSystem),
    isOurs: blankOr(isNumber),
  },
  {
    heading: REMOTE,
    hint: "连续几次联系都没有上门，下一次应上门。供“应访事由”的公式使用。",
    numberFormat: "0",
    width: 18,
    content: (facts) => live(facts)?.clocks.remote ?? "",
    isOurs: blankOr(isNumber),
  },
  recordColumn,
];

/** The columns that these customers need beside those of every run. */
export function columnsNeeded(judgements: readonly Judgement[]): readonly string[] {
  const hasEvent = judgements.some(({ clocks }) => clocks.eventDue !== undefined);
  const hasRemote = judgements.some(({ clocks }) => clocks.remote !== undefined);
  const hasRecord = judgements.some(({ record }) => record !== undefined);
  return [
    ...(hasEvent ? [EVENT_DUE] : []),
    ...(hasRemote ? [REMOTE] : []),
    ...(hasRecord ? [recordColumn.heading] : []),
  ];
}
