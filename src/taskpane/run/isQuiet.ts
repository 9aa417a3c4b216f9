import type { Last } from "../session/state";

/** What went as it should stands in the footer, where it moves nothing; all else is a message at the top. */
export function isQuiet(last: Last): last is Extract<Last, { is: "annotated" | "cleared" | "undone" | "redone" }> {
  return quiet.includes(last.is) || (last.is === "undone" && last.left.length === 0);
}

const quiet: readonly Last["is"][] = ["annotated", "cleared", "redone"];
