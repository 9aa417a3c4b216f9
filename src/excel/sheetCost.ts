import type { SheetDraft } from "../domain/change/change";
import type { Cost } from "./batch";

/** Bytes that one step takes in a request, generously: object paths, an action, its arguments. */
const BYTES_A_STEP = 400;
/** Steps that a choice and a rule take. */
const STEPS_A_CHOICE = 2;
const STEPS_A_RULE = 6;

/** What a new sheet costs of a request: its contents, and a step for each thing that is set. */
export function sheetCost(draft: SheetDraft): Cost {
  const { looks, merges = [], heights = [], rules = [], choices, limits = [], widths, names } = draft;
  const set = looks.reduce((sum, { look }) => sum + Object.keys(look).length, 0);
  const others = merges.length + heights.length + widths.length + names.length;
  const steps = set + others + STEPS_A_CHOICE * (choices.length + 2 * limits.length) + STEPS_A_RULE * rules.length;
  return {
    cells: draft.cells.reduce((sum, row) => sum + row.length, 0),
    bytes: 2 * JSON.stringify(draft.cells).length + BYTES_A_STEP * steps,
  };
}
