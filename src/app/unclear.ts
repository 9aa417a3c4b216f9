import { ok, type Result } from "../domain/result";
import { applyClear, clearing, draftClear, type Keep } from "./clear";
import type { Failure } from "./failure";
import { applyJournaled } from "./recording";
import { findStanding, planBack, type Redo } from "./redo";
import { lookAt } from "./undoSite";
import type { Applied, Watch, Workbook } from "./workbook";

/** What was cleared, and what puts it back for as long as somebody holds on to it: the file keeps none of it. */
export interface Cleared extends Applied {
  readonly back: Redo;
}

/** Clears, and tells what would put everything back. */
export async function clearToPutBack(workbook: Workbook, keep: Keep, watch: Watch): Promise<Result<Cleared, Failure>> {
  const draft = await draftClear(workbook, keep, watch);
  if (!draft.ok) return draft;
  const site = await lookAt(workbook, false, watch);
  if (!site.ok) return site;
  const { changes } = draft.value;
  const back = await planBack({ changes, site: site.value }, watch);
  if (!back.ok) return back;
  const applied = await applyClear(workbook, { changes, keep }, watch);
  return applied.ok ? ok({ ...applied.value, back: back.value }) : applied;
}

const NOTHING_KEPT: Keep = { typed: false, settings: false };

/** Puts back what was cleared, all or nothing, with the record of operations that was there; what breaks off is cleared again at the next start. */
export async function unclear(workbook: Workbook, back: Redo, watch: Watch): Promise<Result<Applied, Failure>> {
  const changes = await findStanding(workbook, back, watch);
  if (!changes.ok) return changes;
  return applyJournaled(workbook, { changes: changes.value, journal: clearing(NOTHING_KEPT), after: [] }, watch);
}
