import type { VisitStatus } from "../../domain/visits/duty";

/** The group whose colour a status borrows; undefined: plain. */
export const statusColour = {
  overdue: "E",
  within7: "D",
  within30: "C",
  later: undefined,
  deferred: undefined,
  none: undefined,
} as const satisfies Record<VisitStatus, string | undefined>;
