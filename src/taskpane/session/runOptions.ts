import type { RunOptions } from "../../app/assessment";
import type { Day } from "../../domain/loan/day";
import type { State } from "./state";

/** What a run is asked to do as the pane stands: its day, its sheet, and whether it goes on without undo. */
export function runOptions(
  { asOf, sheet }: Pick<State, "asOf" | "sheet">,
  { today, withoutUndo }: { readonly today: Day; readonly withoutUndo: boolean },
): RunOptions {
  return {
    today,
    ...(asOf === undefined ? {} : { asOf }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(withoutUndo ? { withoutUndo } : {}),
  };
}
