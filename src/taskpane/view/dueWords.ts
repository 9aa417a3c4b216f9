/** How far away a due day is, in words: "逾期 23 天", "今天", "还有 5 天". */
export function daysUntilWords(daysUntil: number): string {
  if (daysUntil < 0) return `逾期 ${String(-daysUntil)} 天`;
  return daysUntil === 0 ? "今天" : `还有 ${String(daysUntil)} 天`;
}
