import type { Ailment } from "./examine";

/** What each clause looks after, in a few words. ledgers D.9 */
export const clauseName: Readonly<Record<string, string>> = {
  D01: "缺少客户、证件、电话、客户经理或到期日",
  D02: "借据号重复",
  D03: "到期日早于发放日",
  D04: "余额大于贷款金额",
  D05: "已到期却没有逾期天数",
  D06: "未到期却有逾期天数",
  D07: "五级分类空白或不认识",
  D08: "缺少保证人或抵押物",
  D09: "自己给自己担保",
  D10: "电话或证件号码不对",
  D11: "期限与日期不符",
  D12: "同一客户分类不一致",
  D13: "合计与明细不符",
  D14: "利率不合常理",
  D15: "金额单位可疑",
  D16: "客户经理不在名单中",
  D17: "检查日期在将来",
  D18: "发放日在将来",
};

/** The ailments of one clause. */
export interface AilmentGroup {
  /** "" for what was noticed in reading. */
  readonly clause: string;
  readonly name: string;
  readonly ailments: readonly Ailment[];
}

/** Ailments by clause, in the order of the clauses; what was noticed in reading comes last. */
export function grouped(ailments: readonly Ailment[]): readonly AilmentGroup[] {
  const groups = new Map<string, Ailment[]>();
  for (const ailment of ailments) {
    const of = groups.get(ailment.clause);
    if (of === undefined) groups.set(ailment.clause, [ailment]);
    else of.push(ailment);
  }
  return [...groups]
    .sort(([one], [other]) => (one || "Z").localeCompare(other || "Z"))
    .map(([clause, of]) => ({ clause, name: clauseName[clause] ?? "读取时发现", ailments: of }));
}
