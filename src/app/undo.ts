import type { Change } from "../domain/change/change";
import { sheetMade } from "../domain/change/madeSheet";
import type { Operation } from "../domain/change/operation";
import { logText, parseLog, withoutSheets } from "../domain/change/operationLog";
import { stateChange } from "../domain/change/stateChange";
import { ok, refused, type Result } from "../domain/result";
import { draftClear } from "./clear";
import type { Failure } from "./failure";
import { planUndo } from "./planUndo";
import { planRedo, type Redo } from "./redo";
import { applyJournaled } from "./recording";
import { draftUntrace } from "./untrace";
import type { Watch, Workbook } from "./workbook";

/** What came of taking an operation back. */
export interface Undone {
  readonly operation: Operation;
  /** Cells, columns and sheets that a person changed since, or that are gone: they were left as they are. */
  readonly left: readonly string[];
}

/** An operation that was taken back, with what puts it back, unless it was too large to be remembered whole. The file keeps none of it: it is as it was before the operation. */
export interface TakenBack extends Undone {
  readonly redo: Redo | undefined;
}

/** Takes back the last operation that the file remembers, all or nothing; what a person changed since is left alone and listed. */
export async function undoLast(workbook: Workbook, watch: Watch): Promise<Result<TakenBack, Failure>> {
  const state = await workbook.readState("operations");
  if (!state.ok) return state;
  const log = parseLog(state.value);
  const operation = log.at(-1);
  if (operation === undefined) return refused({ kind: "nothingToUndo" });
  const plan = await planUndo(workbook, { operation, isBroken: false }, watch);
  if (!plan.ok) return plan;
  const redo = await planRedo(plan.value, operation, watch);
  if (!redo.ok) return redo;
  const after = stateChange("operations", state.value, logText(log.slice(0, -1)));
  const applied = await applyJournaled(workbook, { changes: plan.value.changes, journal: operation, after }, watch);
  return applied.ok ? ok({ operation, left: plan.value.left, redo: redo.value }) : applied;
}

/** A run that broke off for good: Excel was closed, or the connection was lost on the way back. */
export async function findBroken(workbook: Workbook): Promise<Result<Operation | undefined, Failure>> {
  const state = await workbook.readState("journal");
  return state.ok ? ok(parseLog(state.value)[0]) : state;
}

/** Takes back a run that broke off, from whatever it left; what was being taken out goes altogether. */
export async function mend(workbook: Workbook, watch: Watch): Promise<Result<Undone, Failure>> {
  const state = await workbook.readState("journal");
  if (!state.ok) return state;
  const [operation] = parseLog(state.value);
  if (operation === undefined) return refused({ kind: "nothingToUndo" });
  const removal = await draftRest(workbook, operation, watch);
  if (removal !== undefined) return removal.ok ? finish(workbook, { operation, ...removal.value }, watch) : removal;
  const log = await workbook.readState("operations");
  if (!log.ok) return log;
  const plan = await planUndo(workbook, { operation, isBroken: true }, watch);
  if (!plan.ok) return plan;
  const kept = logAfter(parseLog(log.value), operation);
  const changes = [
    ...plan.value.changes,
    ...stateChange("journal", state.value, undefined),
    ...stateChange("operations", log.value, logText(kept)),
  ];
  const applied = await workbook.apply(changes, watch);
  return applied.ok ? ok({ operation, left: plan.value.left }) : applied;
}

/** What is remembered after a run that broke off was taken back. */
function logAfter(log: readonly Operation[], broken: Operation): readonly Operation[] {
  const others = log.filter((one) => logText([one]) !== logText([broken]));
  return broken.kind === "takeBack"
    ? withoutSheets(others, new Set(broken.deeds.map(sheetMade).filter((name) => name !== undefined)))
    : others;
}

/** Whether a journal is of taking ours out, which is done to its end. */
export const isRemoval = (journal: string): boolean => parseLog(journal)[0]?.deeds[0]?.kind === "removal";

/** What is left to do of taking ours out; undefined for any other operation. */
function draftRest(
  workbook: Workbook,
  { kind, deeds: [deed] }: Operation,
  watch: Watch,
): Promise<Result<{ readonly changes: readonly Change[] }, Failure>> | undefined {
  if (deed?.kind !== "removal") return undefined;
  return kind === "untrace" ? draftUntrace(workbook, deed, watch) : draftClear(workbook, deed, watch);
}

async function finish(
  workbook: Workbook,
  { operation, changes }: { readonly operation: Operation; readonly changes: readonly Change[] },
  watch: Watch,
): Promise<Result<Undone, Failure>> {
  const applied = await workbook.apply(changes, watch);
  return applied.ok ? ok({ operation, left: [] }) : applied;
}
