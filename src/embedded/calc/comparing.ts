/** A comparison that a rule of the file names, as a formula over what it compares. */
export type Comparing = (cell: string, one: string, other: string) => string;

/** Comparisons with one operand by their names in the file. Those with two stand with the rules: a conditional format takes them in either order, a validation does not. */
export const comparedWithOne: Readonly<Record<string, Comparing>> = {
  equal: (cell, one) => `${cell}=${one}`,
  notEqual: (cell, one) => `${cell}<>${one}`,
  greaterThan: (cell, one) => `${cell}>${one}`,
  lessThan: (cell, one) => `${cell}<${one}`,
  greaterThanOrEqual: (cell, one) => `${cell}>=${one}`,
  lessThanOrEqual: (cell, one) => `${cell}<=${one}`,
};
