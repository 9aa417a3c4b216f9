import { textOf } from "./filledRecord";
import { answered, changeOf, chosen, dropped, now, percent, rounded, type VisitSignal } from "./visitSignal";

type Judge = VisitSignal["judge"];

const PERCENT = 100;

const oneCounterpart: Judge = (facts) => {
  const { counterpartShare } = facts.limits;
  const lost = answered(facts, ["核心客户"], { values: ["流失"], level: "orange" });
  const share = (now(facts.record, "最大对手占比(%)") ?? 0) / PERCENT;
  if (lost !== undefined || rounded(share) <= counterpartShare) return lost;
  return { level: "orange", text: `最大交易对手占${percent(share)}(>${percent(counterpartShare)})` };
};

const evading: Judge = (facts) =>
  chosen(facts, "配合情况", { values: ["失联"], level: "red" }) ??
  chosen(facts, "配合情况", { values: ["拒绝", "回避"], level: "orange" }) ??
  chosen(facts, "联系到", { values: ["未联系上"], level: "orange" });

const moneyLeaving: Judge = (facts) =>
  answered(facts, ["收入转他行"], { values: ["是"], level: "yellow" }) ??
  dropped("本行日均存款比上次", changeOf(facts.record, "本行日均存款(万元)"), { yellow: facts.limits.depositDrop }) ??
  (["余额骤降", "频繁调往他行"].some((sign) => textOf(facts.record, sign) === "有")
    ? { level: "yellow", text: "账户余额骤降或频繁调往他行" }
    : undefined);

const sameConclusion: Judge = ({ record, last }) => {
  const said = textOf(record, "检查结论");
  if (said === "" || last === undefined || textOf(last, "检查结论") !== said) return undefined;
  return { level: "blue", text: `检查结论与上次（${last.number}）完全相同` };
};

const missingAgain: Judge = ({ record, last }) => {
  const again = record.documents.missing.filter((name) => last?.documents.missing.includes(name) === true);
  return again.length === 0 ? undefined : { level: "yellow", text: `${again.join("、")}连续两次未收到` };
};

const disagreeing: Judge = ({ record }) => {
  const who = ["实控人", "财务", "员工", "周边", "第三人"].filter((label) => textOf(record, label) === "不一致");
  return who.length === 0 ? undefined : { level: "yellow", text: `${who.join("、")}说法与资料不一致` };
};

/** What the visit shows of how the customer acts, and of how it was looked at. signals F.2 */
export const conductSignals: readonly VisitSignal[] = [
  {
    clause: "R55",
    judge: (facts) => answered(facts, ["工资发放"], { values: ["拖欠"], level: "orange" }),
  },
  {
    clause: "R62",
    judge: (facts) => answered(facts, ["主营变更", "地址变更"], { values: ["是"], level: "yellow" }),
  },
  {
    clause: "R63",
    judge: oneCounterpart,
  },
  {
    clause: "R69",
    judge: evading,
  },
  {
    clause: "R70",
    judge: missingAgain,
  },
  {
    clause: "R72",
    judge: disagreeing,
  },
  {
    clause: "R73",
    judge: (facts) => answered(facts, ["高风险投资"], { values: ["房地产", "股票期货", "民间放贷"], level: "orange" }),
  },
  {
    clause: "R74",
    judge: moneyLeaving,
  },
  {
    clause: "R75",
    judge: sameConclusion,
  },
];
