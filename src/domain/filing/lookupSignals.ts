import type { Level } from "../risk/group";
import { dayParts } from "../loan/day";
import { dayIn } from "./filledRecord";
import { answered, chosen, lookedUp, ofEvent, type VisitFacts, type VisitSignal } from "./visitSignal";

/** What the state of a licence means. */
const licenceLevels: Readonly<Record<string, Level>> = {
  经营异常: "yellow",
  严重违法: "red",
  吊销: "red",
  注销: "red",
};
const penalties: Readonly<Record<string, Level>> = { 行政处罚: "yellow", 环保停产: "orange" };

/** Where a visit's questions ask what befell a person: the borrower, or who controls it. */
const OF_PERSONS = ["人身家庭变化", "实控人变化"];
const LAST_MONTH_OF_REPORTS = 6;

/** Annual reports are due by the end of June. */
const isReportDue = ({ record }: VisitFacts) => {
  const visited = dayIn(record, "检查日期");
  return visited !== undefined && dayParts(visited).month > LAST_MONTH_OF_REPORTS;
};

/** The signals of what was looked up before the visit, and of a sudden event. signals F.3 */
export const lookupSignals: readonly VisitSignal[] = [
  {
    clause: "Q81",
    judge: (facts) =>
      lookedUp(facts, "被执行", (result, isBorrower) => {
        if (result !== "有") return undefined;
        return isBorrower ? "red" : "orange";
      }),
  },
  { clause: "Q82", judge: (facts) => lookedUp(facts, "失信", (result) => (result === "有" ? "red" : undefined)) },
  {
    clause: "Q83",
    judge: (facts) => lookedUp(facts, "被执行", (result) => (result === "限高" ? "orange" : undefined)),
  },
  {
    clause: "Q84",
    judge: (facts) => lookedUp(facts, "被执行", (result) => (result === "终本" ? "orange" : undefined)),
  },
  { clause: "Q85", judge: (facts) => lookedUp(facts, "涉诉", (result) => (result === "有" ? "orange" : undefined)) },
  { clause: "Q86", judge: (facts) => lookedUp(facts, "涉诉", (result) => penalties[result]) },
  { clause: "Q87", judge: (facts) => lookedUp(facts, "执照/年报", (result) => licenceLevels[result]) },
  {
    clause: "Q88",
    judge: (facts) =>
      chosen(facts, "工商变更", { values: ["法代变更", "股东变更", "股权冻结", "股权质押"], level: "yellow" }),
  },
  {
    clause: "Q89",
    judge: (facts) =>
      ofEvent(facts, ["查封冻结"], "orange") ??
      chosen(facts, "不动产", { values: ["查封", "新增抵押"], level: "orange" }),
  },
  {
    clause: "Q90",
    judge: (facts) => chosen(facts, "税务", { values: ["欠税", "税务稽查", "信用降级"], level: "yellow" }),
  },
  {
    clause: "Q91",
    judge: (facts) => lookedUp(facts, "征信变化", (result) => (result === "恶化" ? "orange" : undefined)),
  },
  {
    clause: "Q92",
    judge: (facts) =>
      isReportDue(facts)
        ? lookedUp(facts, "执照/年报", (result) => (result === "未年报" ? "yellow" : undefined))
        : undefined,
  },
  { clause: "Q93", judge: (facts) => ofEvent(facts, ["舆情", "群访"], "orange") },
  {
    clause: "R71",
    judge: (facts) => ofEvent(facts, ["停产"], "red") ?? chosen(facts, "其经营", { values: ["停产"], level: "orange" }),
  },
  {
    clause: "M94",
    judge: (facts) =>
      ofEvent(facts, ["实控人遇险", "实控人"], "red") ??
      answered(facts, OF_PERSONS, { values: ["死亡", "重病", "失联", "涉案", "出境", "破产"], level: "red" }),
  },
  {
    clause: "M95",
    judge: (facts) => answered(facts, OF_PERSONS, { values: ["离婚", "家庭变故", "失业"], level: "yellow" }),
  },
  {
    clause: "M96",
    judge: (facts) => answered(facts, OF_PERSONS, { values: ["赌博", "吸毒", "高消费"], level: "red" }),
  },
  { clause: "M97", judge: (facts) => ofEvent(facts, ["火灾事故"], "red") },
  { clause: "M98", judge: (facts) => ofEvent(facts, ["行业政策", "行业", "系统性"], "yellow") },
  { clause: "M99", judge: (facts) => ofEvent(facts, ["担保圈"], "orange") },
];
