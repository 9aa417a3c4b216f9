import type { Failure } from "../app/failure";
import type { Applied, Watch } from "../app/workbook";
import { mirror, type Change } from "../domain/change/change";
import { ok, refused, type Result } from "../domain/result";
import { applyChange } from "./applyChange";
import { Batch } from "./batch";
import { applyNewColumns, stepsOf } from "./newColumns";
import { inExcel } from "./officeFailure";
import { readOwnRules } from "./readOwn";

function cellsOf(change: Change): number {
  if (change.kind === "column") return change.after?.cells.length ?? 1;
  return change.kind === "cells" ? change.after.length : 1;
}

function sheetOf(change: Change | undefined): string {
  if (change === undefined || change.kind === "state") return "";
  return change.kind === "sheet" ? ((change.after ?? change.before)?.name ?? "") : change.sheet;
}

/** What a person would call the place of a change. */
function placeOf(change: Change): string {
  if (change.kind === "column") return `${change.sheet}!${(change.after ?? change.before)?.heading ?? ""}`;
  if (change.kind === "state") return "工作簿里的运行记录";
  return sheetOf(change);
}

/** Whether a rule that was to go is still there, because its request never ran: putting it back would make it twice. */
async function isStillThere(context: Excel.RequestContext, change: Change): Promise<boolean> {
  if (change.kind !== "rule" || change.after !== undefined) return false;
  const standing = await readOwnRules(context, change.sheet);
  return standing.some(({ rule }) => rule.formula === change.before?.formula);
}

/** The change that takes one back which may never have run: a part that was to go may still be there. */
function backwards(change: Change): Change {
  const back = mirror(change);
  return back.kind === "state" ? { ...back, before: back.before ?? "" } : back;
}

/** Takes back changes one by one, last first; a change that cannot be taken back does not keep the others from it. */
async function rollBack(attempted: readonly Change[], watch: Watch): Promise<readonly string[]> {
  const unstoppable: Watch = { progress: () => undefined, signal: new AbortController().signal };
  const left: string[] = [];
  let done = 0;
  for (const change of [...attempted].reverse()) {
    watch.progress("rollBack", ++done, attempted.length);
    const undone = await inExcel(sheetOf(change), async (context) => {
      if (await isStillThere(context, change)) return;
      const batch = new Batch(context, unstoppable, 0);
      await applyChange(batch, backwards(change));
      await batch.send();
    });
    if (!undone.ok) left.push(placeOf(change));
  }
  return left;
}

/** Applies all changes and checks them by reading back; where that fails half way, the workbook is brought back to what it was. */
export async function applyChanges(changes: readonly Change[], watch: Watch): Promise<Result<Applied, Failure>> {
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
  const applied = await inExcel(
    sheetOf(changes.find(({ kind }) => kind !== "sheet" && kind !== "state") ?? changes[0]),
    async (context) => {
      const batch = new Batch(context, counted, total);
      for (const step of stepsOf(changes)) {
        attempted.push(...("columns" in step ? step.columns : [step.change]));
        if ("columns" in step) await applyNewColumns(batch, step.columns);
        else await applyChange(batch, step.change);
      }
      await batch.send();
    },
  );
  if (applied.ok) return ok({ changes: changes.length, cells: total });
  if (applied.because.kind === "editMode" && !sent.any) return applied;
  const left = await rollBack(attempted, watch);
  return refused(left.length === 0 ? applied.because : { kind: "halfDone", left, because: applied.because });
}
