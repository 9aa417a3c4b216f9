import { a1ToR1c1, r1c1ToA1 } from "../calc/notation";
import type { StoredFormula } from "./model";

/** A stored formula in A1 notation for its cell. */
export function spelledOut(formula: StoredFormula | undefined, row: number, column: number): string | undefined {
  if (formula === undefined) return undefined;
  return "a1" in formula ? formula.a1 : r1c1ToA1(`=${formula.r1c1}`, row, column).slice(1);
}

/** A stored formula in R1C1 notation. */
export function relative(formula: StoredFormula | undefined, row: number, column: number): string | undefined {
  if (formula === undefined) return undefined;
  return "r1c1" in formula ? formula.r1c1 : a1ToR1c1(`=${formula.a1}`, row, column).slice(1);
}
