/** The five loan classes (五级分类), best first. 金融资产风险分类办法 Art. 6. */
export const loanClasses = ["pass", "specialMention", "substandard", "doubtful", "loss"] as const;

export type LoanClass = (typeof loanClasses)[number];

/** The class as a bank writes it. */
export const loanClassName = {
  pass: "正常",
  specialMention: "关注",
  substandard: "次级",
  doubtful: "可疑",
  loss: "损失",
} as const satisfies Record<LoanClass, string>;

/** 0 = 正常 to 4 = 损失: how bad a class is. */
export function severity(of: LoanClass): number {
  return loanClasses.indexOf(of);
}

/** The worse of two classes. */
export function worseClass(one: LoanClass, other: LoanClass): LoanClass {
  return severity(one) >= severity(other) ? one : other;
}

/** Non-performing (不良): 次级, 可疑 or 损失. Art. 6. */
export function isNonPerforming(of: LoanClass): boolean {
  return severity(of) >= 2;
}
