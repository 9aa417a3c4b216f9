/** A formula with something that this evaluator does not know: its cells keep the results that they have. */
export class NotComputable extends Error {}
