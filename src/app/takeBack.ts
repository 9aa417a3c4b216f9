import type { Change, SheetDraft } from "../domain/change/change";
import { isFormula } from "../domain/change/content";
import { recordColumn } from "../domain/change/optionalColumns";
import { logText, parseLog, withoutSheets } from "../domain/change/operationLog";
import { findOwnPlaces } from "../domain/change/ownPlaces";
import { stateChange } from "../domain/change/stateChange";
import { newestRecords } from "../domain/filing/recordPlaces";
import { day } from "../domain/loan/day";
import { ok, type Result } from "../domain/result";
import { layGround } from "./assess";
import type { Failure } from "./failure";
import { planLinks } from "./recordLinks";
import { applyJournaled } from "./recording";
import type { SheetSeen, Watch, Workbook } from "./workbook";

/** What came of taking back sheets that a run made. */
export interface TookBack {
  readonly sheets: number;
  /** Sheets in which a person wrote since; they stay. */
  readonly kept: readonly string[];
}

/** Whether a sheet holds what was written, in every cell. What Excel makes of a formula is not looked at. */
export function isUntouched({ contents }: SheetSeen, { cells }: SheetDraft): boolean {
  const rows = Math.max(contents.length, cells.length);
  return Array.from({ length: rows }).every((_, row) => {
    const [found = [], written = []] = [contents[row], cells[row]];
    const columns = Math.max(found.length, written.length);
    return Array.from({ length: columns }).every((_cell, column) => {
      const [is = "", was = ""] = [found[column], written[column]];
      return isFormula(was) ? isFormula(is) : is === was;
    });
  });
}

/** Whether a sheet holds nothing but what was to be written, as far as that came. */
export function holdsOnly({ contents }: SheetSeen, { cells }: SheetDraft): boolean {
  return contents.every((found, row) =>
    found.every((is, column) => {
      const was = cells[row]?.[column] ?? "";
      return is === "" || (isFormula(was) ? isFormula(is) : is === was);
    }),
  );
}

/** Takes out the sheets that a run made and nobody wrote in since, all or none of them. */
export async function takeBack(
  workbook: Workbook,
  drafts: readonly SheetDraft[],
  watch: Watch,
): Promise<Result<TookBack, Failure>> {
  const sorted = await sortOut(workbook, drafts, watch);
  if (!sorted.ok) return sorted;
  const { untouched, kept } = sorted.value;
  const going = new Set(untouched.map(({ name }) => name));
  const links = await linksWithout(workbook, going, watch);
  if (!links.ok) return links;
  const log = await logWithout(workbook, going);
  if (!log.ok) return log;
  const changes = [...links.value, ...untouched.map((before) => ({ kind: "sheet", before }) as const), ...log.value];
  const journal = {
    kind: "takeBack",
    deeds: untouched.map((one) => ({ kind: "sheet", draft: one }) as const),
  } as const;
  const applied =
    changes.length === 0 ? ok(undefined) : await applyJournaled(workbook, { changes, journal, after: [] }, watch);
  return applied.ok ? ok({ sheets: untouched.length, kept }) : applied;
}

/** Which of the sheets are as they were written, and the names of those in which a person wrote since. */
async function sortOut(
  workbook: Workbook,
  drafts: readonly SheetDraft[],
  watch: Watch,
): Promise<Result<{ untouched: readonly SheetDraft[]; kept: readonly string[] }, Failure>> {
  const untouched: SheetDraft[] = [];
  const kept: string[] = [];
  for (const [index, draft] of drafts.entries()) {
    watch.progress("read", index, drafts.length);
    const seen = await workbook.readSheet(draft.name, []);
    if (!seen.ok) return seen;
    if (seen.value === undefined) continue;
    if (isUntouched(seen.value, draft)) untouched.push(draft);
    else kept.push(draft.name);
  }
  return ok({ untouched, kept });
}

/** The record of operations without those of which every sheet goes: nothing of them is left to take back. */
async function logWithout(workbook: Workbook, going: ReadonlySet<string>): Promise<Result<readonly Change[], Failure>> {
  const state = await workbook.readState("operations");
  if (!state.ok) return state;
  const log = parseLog(state.value);
  const staying = withoutSheets(log, going);
  return ok(staying.length === log.length ? [] : stateChange("operations", state.value, logText(staying)));
}

/** Ledgers that lead to a sheet that goes lead to the record before it again. */
async function linksWithout(
  workbook: Workbook,
  going: ReadonlySet<string>,
  watch: Watch,
): Promise<Result<readonly Change[], Failure>> {
  const survey = await workbook.survey({ merges: false });
  if (!survey.ok) return survey;
  const isLinked = findOwnPlaces(survey.value).some(({ ownColumns }) => ownColumns.has(recordColumn.heading));
  if (!isLinked || going.size === 0) return ok([]);
  const ground = await layGround(workbook, { today: ANY_DAY }, { watch, merges: false });
  if (!ground.ok) return ground.because.kind === "noLedger" ? ok([]) : ground;
  const staying = ground.value.kept.records.filter(({ sheet }) => !going.has(sheet));
  return planLinks(workbook, { ground: ground.value, recordOf: newestRecords(staying) }, watch);
}

/** Which record is the newest does not depend on today. */
const ANY_DAY = day("2999-12-31");
