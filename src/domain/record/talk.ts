import type { RecordFacts } from "./facts";
import type { RecordType, Subject } from "./variant";

/** Lines that open a talk; they ask, they do not interrogate. practices A35 */
const bySubject: Readonly<Record<Subject, string>> = {
  法人: "您好，按惯例来看看厂里近况：最近订单和开工怎么样？回款顺不顺？有什么需要银行配合的？",
  个人经营: "老板好，来看看您的生意：这两个月货走得怎么样？赊账多不多？资金周转有没有紧的时候？",
  个人消费: "您好，做个例行回访：最近工作和家里都还顺利吗？每月还款压力大不大？",
};

const byType: Readonly<Partial<Record<RecordType, string>>> = {
  首次: "这笔款用得怎么样？付给了哪几家？合同、发票方便给我看一下吗？",
  到期: "这笔贷款快到期了，打算用哪笔钱来还？大概哪天能到账？",
  催收: "我们来一起看看怎么把欠款理顺：眼下最难的是哪一块？先能还多少、哪天能到？",
  突发: "听说最近有点情况，我们很关心，能说说现在怎么样、我们能做些什么吗？",
};

const bySignal: Readonly<Record<string, string>> = {
  L01: "上期还款晚了几天，是回款还是别的原因？",
  L06: "利息有欠，最近哪天方便补上？",
  L18: "展期之后资金安排得怎么样了？",
  L19: "续贷以来经营有哪些变化？",
  L22: "抵押的房产现在谁在用？附近成交价有没有变？",
};

/** Who in a company knows what. practices A11 */
const byRespondent = "分别问：实控人谈经营方向和战略；财务负责人谈资金流和资产负债；普通员工谈开工和工资发放。";

/** The talk lines that suit a record: one for the customer, one for the occasion, one for each of two signals. */
export function talkLines({ subject, type, judgement }: RecordFacts): readonly string[] {
  const signals = judgement.signals.flatMap(({ clause }) => bySignal[clause] ?? []).slice(0, 2);
  const occasion = byType[type];
  const whom = subject === "法人" && type === "常规" ? [byRespondent] : [];
  return [bySubject[subject], ...whom, ...(occasion === undefined ? [] : [occasion]), ...signals];
}
