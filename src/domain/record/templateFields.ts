import type { Content } from "../change/change";
import type { Drawdown } from "../ledger/ledger";
import { loanClassName } from "../loan/loanClass";
import { inYuan, sum, type Money } from "../loan/money";
import { levelName, riskGroupName } from "../risk/group";
import type { Reason } from "../risk/judgement";
import { reasonsText } from "../risk/reasonText";
import { customerTypeName } from "../settings/lines";
import { dutyName } from "../visits/duty";
import { dayContent } from "./blocks/basics";
import { distinct, type RecordFacts } from "./facts";
import { sheetLink } from "./link";
import { maskedPhone } from "./mask";
import { ID_LABEL, shownId } from "./shownId";

type Fields<Of> = Readonly<Record<string, (of: Of, facts: RecordFacts) => Content>>;

const yuan = (amount: Money | undefined): Content => (amount === undefined ? "" : inYuan(amount));
const all = ({ drawdowns }: RecordFacts, of: (drawdown: Drawdown) => string | undefined): Content =>
  distinct(drawdowns.map(of));
/** A signal as records show it. */
export const signalText = ({ clause, text, level }: Reason): string => `【${levelName[level]}】${clause} ${text}`;

/** What a placeholder of the whole customer stands for, by its name. */
export const customerFields: Fields<RecordFacts> = {
  编号: ({ number }) => `编号 ${number}`,
  客户名称: ({ judgement }) => judgement.customer.name,
  [ID_LABEL]: ({ judgement }) => shownId(judgement.customer),
  客户类型: ({ judgement }) => customerTypeName[judgement.customer.type],
  风险组别: ({ judgement }) => riskGroupName[judgement.group],
  组别原因: ({ judgement }) => reasonsText(judgement),
  检查类型: ({ type }) => type,
  贷款余额: ({ judgement }) => inYuan(judgement.balance),
  贷款金额: ({ drawdowns }) => inYuan(sum(drawdowns.flatMap(({ amount }) => amount ?? []))),
  借据笔数: ({ drawdowns }) => drawdowns.length,
  担保方式: (facts) => distinct(facts.drawdowns.flatMap(({ guarantees }) => [...guarantees])),
  保证人: (facts) => all(facts, ({ guarantor }) => guarantor),
  抵质押物: (facts) => all(facts, ({ collateral }) => collateral),
  约定用途: (facts) => all(facts, ({ purpose, product }) => purpose ?? product),
  所属行业: (facts) => all(facts, ({ industry }) => industry),
  管户经理: (facts) => all(facts, ({ manager }) => manager),
  经办机构: (facts) => all(facts, ({ branch }) => branch),
  联系电话: ({ background }) => maskedPhone(background.phone ?? ""),
  经营地址: ({ background }) => background.address ?? "",
  法定代表人: ({ background }) => background.legalRep ?? "",
  股东: ({ background }) => background.shareholders ?? "",
  上次联系: (facts) => dayContent(facts.judgement.clocks.lastContact, facts),
  上次上门: (facts) => dayContent(facts.judgement.clocks.lastOnSite, facts),
  本次应访: (facts) => dayContent(facts.judgement.duty.due, facts),
  应访事由: ({ judgement }) => dutyName[judgement.duty.kind],
  制表日期: (facts) => dayContent(facts.asOf, facts),
  预警信号: ({ judgement }) => judgement.signals.map(signalText).join("；"),
  上次遗留: ({ last }) => last?.agenda.join("；") ?? "",
  台账: ({ ledger: { sheet, row } }) => sheetLink({ sheet, row, text: "回到台账" }),
};

/** What a placeholder of each drawdown stands for. */
export const drawdownFields: Fields<Drawdown> = {
  借据号: ({ noteNo, contractNo }) => noteNo ?? contractNo ?? "",
  合同号: ({ contractNo }) => contractNo ?? "",
  品种: ({ product }) => product ?? "",
  金额: ({ amount }) => yuan(amount),
  余额: ({ balance }) => yuan(balance),
  发放日: ({ disbursed }, facts) => dayContent(disbursed, facts),
  到期日: ({ matures }, facts) => dayContent(matures, facts),
  担保方式: ({ guarantees }) => [...guarantees].join("、"),
  保证人: ({ guarantor }) => guarantor ?? "",
  用途: ({ purpose }) => purpose ?? "",
  五级分类: ({ loanClass }) => (loanClass === undefined ? "" : loanClassName[loanClass]),
  逾期天数: ({ overdueDays }) => overdueDays ?? "",
};

/** What a placeholder of each signal stands for. */
export const signalFields: Fields<Reason> = { 内容: signalText };
