import type { Failure } from "../app/failure";
import type { Applied, Watch } from "../app/workbook";
import type { Change } from "../domain/change/change";
import { ok, refused, type Result } from "../domain/result";
import { applyChange } from "./applyChange";
import { Batch } from "./batch";
import { applyNewColumns, stepsOf } from "./newColumns";
import { inExcel, inOneUndo, UNDO_NOT_SUPPORTED, type InExcel } from "./officeFailure";
import { rollBack, sheetOf, standingSheets, unstoppable } from "./rollBack";

function cellsOf(change: Change): number {
  if (change.kind === "column") return change.after?.cells.length ?? 1;
  return change.kind === "cells" ? change.after.length : 1;
}

const isFinal = (change: Change) => change.kind === "sheet" && change.isFinal === true;

/** As `applyAll`, in one step of Excel's own undo where it has that; where it cannot keep so much, without. */
export async function applyChanges(
  changes: readonly Change[],
  watch: Watch,
  mergesUndo = false,
): Promise<Result<Applied, Failure>> {
  if (!mergesUndo) return applyAll(changes, watch, inExcel);
  const applied = await applyAll(changes, watch, inOneUndo);
  const isUndoTooLarge =
    !applied.ok && applied.because.kind === "refused" && applied.because.code === UNDO_NOT_SUPPORTED;
  return isUndoTooLarge ? applyAll(changes, watch, inExcel) : applied;
}

/** Applies all changes and checks them by reading back; where that fails half way, the workbook is brought back to what it was. Sheets that could not be made again go last, when all else is done. */
async function applyAll(changes: readonly Change[], watch: Watch, run: InExcel): Promise<Result<Applied, Failure>> {
  const point = changes.findIndex(isFinal);
  const [first, last] = point < 0 ? [changes, []] : [changes.slice(0, point), changes.slice(point)];
  const total = changes.reduce((sum, change) => sum + cellsOf(change), 0);
  const attempted: Change[] = [];
  const sent = { any: false };
  const counted: Watch = {
    ...watch,
    progress: (stage, done, of) => {
      sent.any = true;
      watch.progress(stage, done, of);
    },
  };
  const applied = await send(first, { watch: counted, total, attempted, run });
  if (!applied.ok) {
    if (applied.because.kind === "editMode" && !sent.any) return applied;
    return backFrom(attempted, applied.because, watch);
  }
  const through = last.length === 0 ? applied : await goThrough(last, { attempted, watch, run });
  return through.ok ? ok({ changes: changes.length, cells: total }) : through;
}

interface Sending {
  readonly watch: Watch;
  readonly total: number;
  /** Takes what is begun. */
  readonly attempted: Change[];
  readonly run: InExcel;
}

function send(changes: readonly Change[], { watch, total, attempted, run }: Sending): Promise<Result<void, Failure>> {
  const named = changes.find(({ kind }) => kind !== "sheet" && kind !== "state") ?? changes[0];
  return run(sheetOf(named), async (context) => {
    const batch = new Batch(context, watch, total);
    for (const step of stepsOf(changes)) {
      attempted.push(...("columns" in step ? step.columns : [step.change]));
      if ("columns" in step) await applyNewColumns(batch, step.columns);
      else await applyChange(batch, step.change);
    }
    await batch.send();
  });
}

async function backFrom(attempted: readonly Change[], refusal: Failure, watch: Watch): Promise<Result<never, Failure>> {
  const because = await whatIsProtected(attempted, refusal);
  const left = await rollBack(attempted, watch);
  return refused(left.length === 0 ? because : { kind: "halfDone", left, because });
}

/** Excel says the same of every protection: which of the sheets that were to change has one, or whether it is the workbook's, is looked up. */
async function whatIsProtected(attempted: readonly Change[], because: Failure): Promise<Failure> {
  if (because.kind !== "sheetProtected") return because;
  const concerned = new Set(attempted.map(sheetOf));
  const found = await inExcel("", async (context): Promise<Failure | undefined> => {
    const { workbook } = context;
    workbook.protection.load("protected");
    workbook.worksheets.load("items/name,items/protection/protected");
    await context.sync();
    const closed = workbook.worksheets.items.find(
      ({ name, protection }) => protection.protected && concerned.has(name),
    );
    if (closed !== undefined) return { kind: "sheetProtected", sheet: closed.name };
    return workbook.protection.protected ? { kind: "structureProtected" } : undefined;
  });
  return found.ok ? (found.value ?? because) : because;
}

/** How often the last steps are tried. */
const TRIES = 3;

/** The steps from which there is no way back: tried again where they are refused; back only where none of them was done. */
async function goThrough(
  last: readonly Change[],
  { attempted, watch, run }: Omit<Sending, "total">,
): Promise<Result<void, Failure>> {
  const sending = { watch: unstoppable, total: last.length, attempted: [], run };
  let done = await send(last, sending);
  for (let tries = 1; tries < TRIES && !done.ok; tries++) done = await send(last, sending);
  if (done.ok) return done;
  const names = last.filter(isFinal).map(sheetOf);
  const standing = await standingSheets(names);
  const isBefore = standing.ok && standing.value.length === names.length;
  if (isBefore) return backFrom(attempted, done.because, watch);
  return refused({ kind: "unfinished", left: standing.ok ? standing.value : names, because: done.because });
}
