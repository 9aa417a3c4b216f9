import type { At } from "./compile";

/** A formula with something that this evaluator does not know. */
export class NotComputable extends Error {}

/** A formula that depends on itself. */
export class Circular extends NotComputable {}

/** A chain of formulas was given up at a cell, to be taken up from there. */
export class TooDeep extends Error {
  readonly at: At;

  constructor(at: At) {
    super();
    this.at = at;
  }
}
