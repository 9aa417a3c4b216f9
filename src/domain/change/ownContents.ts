import type { DateSystem } from "../ledger/survey";
import { serialIn, type Day } from "../loan/day";
import type { Judgement } from "../risk/judgement";
import type { Content } from "./change";
import type { RowFacts } from "./ownColumn";

/** How days stand in own columns. */
export const DAY_FORMAT = "yyyy-mm-dd";

const isBlank = (content: Content) => content === "";
/** Tests of what may stand in an own column. */
export const isNumber = (content: Content): boolean => typeof content === "number";
export const isText =
  (pattern: RegExp) =>
  (content: Content): boolean =>
    typeof content === "string" && pattern.test(content);
/** A cell of ours may always be empty. */
export const blankOr =
  (test: (content: Content) => boolean) =>
  (content: Content): boolean =>
    isBlank(content) || test(content);

/** A row that has to be judged: a live drawdown of a judged customer. */
export function live(facts: RowFacts): Judgement | undefined {
  return facts.drawdown.standing === "live" ? facts.judgement : undefined;
}

/** A day as the workbook counts it; "" for none. */
export function serial(day: Day | undefined, dateSystem: DateSystem): Content {
  return day === undefined ? "" : serialIn(dateSystem, day);
}

/** What a judged row says; "" for any other. */
export function ofJudged(say: (judgement: Judgement) => Content): (facts: RowFacts) => Content {
  return (facts) => {
    const judgement = live(facts);
    return judgement === undefined ? "" : say(judgement);
  };
}
