import type { Change } from "../domain/change/change";
import type { Operation } from "../domain/change/operation";
import { logText, parseLog, remembered } from "../domain/change/operationLog";
import { stateChange } from "../domain/change/stateChange";
import { ok, refused, type Result } from "../domain/result";
import type { Failure } from "./failure";
import type { Applied, Watch, Workbook } from "./workbook";

/** Applies changes under a journal: what is under way stands in the file before the first change and goes after all else, so that a run that broke off for good is found at the next start. */
export async function applyJournaled(
  workbook: Workbook,
  { changes, journal, after }: { changes: readonly Change[]; journal: Operation; after: readonly Change[] },
  watch: Watch,
): Promise<Result<Applied, Failure>> {
  const text = logText([journal]);
  const all = [
    ...stateChange("journal", undefined, text),
    ...changes,
    ...after,
    ...stateChange("journal", text, undefined),
  ];
  const applied = await workbook.apply(all, watch);
  if (!applied.ok) return applied;
  const beside = all.length - changes.length;
  return ok({ changes: changes.length, cells: applied.value.cells - beside });
}

export interface Recorded {
  readonly operation: Operation;
  readonly changes: readonly Change[];
  /** Goes on where the operation is too large to be remembered. */
  readonly withoutUndo?: boolean;
}

/** Applies an operation and remembers it in the file. Where it would not fit, nothing is written, unless the user goes on without undo. */
export async function applyRecorded(
  workbook: Workbook,
  { operation, changes, withoutUndo = false }: Recorded,
  watch: Watch,
): Promise<Result<Applied, Failure>> {
  const before = await workbook.readState("operations");
  if (!before.ok) return before;
  const kept = remembered(parseLog(before.value), operation);
  if (kept === undefined && !withoutUndo) return refused({ kind: "notUndoable" });
  const after = stateChange("operations", before.value, kept?.text);
  const journal = kept?.operation ?? { ...operation, deeds: operation.deeds.filter(isBrief) };
  return applyJournaled(workbook, { changes, journal, after }, watch);
}

/** A run that is too large to be remembered is still found by its columns and rules when it broke off. */
const isBrief = ({ kind }: Operation["deeds"][number]) => kind === "columns" || kind === "rules";
