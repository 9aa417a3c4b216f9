import type { Content, Formula } from "./change";

/** Whether a cell holds a formula rather than a value. */
export function isFormula(content: Content): content is Formula {
  return typeof content === "object";
}

/** Whether two cells hold the same. */
export function sameContent(one: Content, other: Content): boolean {
  if (isFormula(one)) return isFormula(other) && one.r1c1 === other.r1c1;
  return one === other;
}
