import { textOf, type FilledRecord } from "./filledRecord";
import { findingAt, type Finding } from "./finding";
import type { RegisterState } from "./register";

/** The label right of the co-inspector's name, and what it may say. */
export const OPINION = "复查意见";
/** What the co-inspector says of a record that is true. */
export const CONFIRMED = "属实";

/** What the second person's opinion keeps from being filed. practices A92 */
export function reviewFindings(record: FilledRecord, upTo: RegisterState | undefined): readonly Finding[] {
  const opinion = textOf(record, OPINION);
  const at = (message: string) => [findingAt(record, OPINION, { clause: "", message, isWaivable: false })];
  if (opinion === "不属实") return at("复查意见是“不属实”，不能归档。请重新检查，更正后由复查人改为“属实”");
  const needsReview = upTo === "已复核" || upTo === "已归档";
  if (!needsReview || opinion === CONFIRMED) return [];
  return at(`要到“${upTo}”，需由协（复）查人在“复查意见”选“属实”，现在是“${opinion === "" ? "空" : opinion}”`);
}
