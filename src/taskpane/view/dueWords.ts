/** How far away a visit's due day is, in words: "超期 23 天", "今天", "还有 5 天". Of loans alone 逾期 is said: beside a customer's name it would pass for days past due. */
export function daysUntilWords(daysUntil: number): string {
  if (daysUntil < 0) return `超期 ${String(-daysUntil)} 天`;
  return daysUntil === 0 ? "今天" : `还有 ${String(daysUntil)} 天`;
}
