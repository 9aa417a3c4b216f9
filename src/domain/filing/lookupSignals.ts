import type { Level } from "../risk/group";
import { chosen, lookedUp, ofEvent, type VisitSignal } from "./visitSignal";

/** What the state of a licence means. */
const licenceLevels: Readonly<Record<string, Level>> = { 经营异常: "yellow", 吊销: "red", 注销: "red" };

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
  { clause: "Q85", judge: (facts) => lookedUp(facts, "涉诉", (result) => (result === "有" ? "orange" : undefined)) },
  { clause: "Q87", judge: (facts) => lookedUp(facts, "执照/年报", (result) => licenceLevels[result]) },
  { clause: "Q89", judge: (facts) => ofEvent(facts, ["查封冻结"], "orange") },
  {
    clause: "Q91",
    judge: (facts) => lookedUp(facts, "征信变化", (result) => (result === "恶化" ? "orange" : undefined)),
  },
  { clause: "Q93", judge: (facts) => ofEvent(facts, ["舆情", "群访"], "orange") },
  {
    clause: "R71",
    judge: (facts) => ofEvent(facts, ["停产"], "red") ?? chosen(facts, "经营", { values: ["停产"], level: "orange" }),
  },
  { clause: "M94", judge: (facts) => ofEvent(facts, ["实控人遇险", "实控人"], "red") },
  { clause: "M97", judge: (facts) => ofEvent(facts, ["火灾事故"], "red") },
  { clause: "M98", judge: (facts) => ofEvent(facts, ["行业政策", "行业", "系统性"], "yellow") },
  { clause: "M99", judge: (facts) => ofEvent(facts, ["担保圈"], "orange") },
];
