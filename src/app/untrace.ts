import type { Change } from "../domain/change/change";
import { cellsAlone } from "../domain/change/madeSheet";
import { isWorkSheetOfOurs } from "../domain/change/sheetsOfOurs";
import { startingTemplate } from "../domain/record/startingTemplate";
import { TEMPLATE_SHEET } from "../domain/record/template";
import type { WorkbookSurvey } from "../domain/ledger/survey";
import { ok, refused, type Result } from "../domain/result";
import { settingsSheetIn } from "../domain/settings/settingsPlace";
import { draftClear, type ClearPlan } from "./clear";
import type { Failure } from "./failure";
import { applyJournaled } from "./recording";
import { isUntouched } from "./takeBack";
import { refuseRenamedColumns } from "./renamedColumn";
import type { Watch, Workbook } from "./workbook";

/** What the user wants to stay in a file that leaves the bank. */
export interface KeepTraces {
  /** Cells of own columns that a person typed. */
  readonly typed: boolean;
  /** Visit records, the register and reports. */
  readonly sheets: boolean;
}

/** What was taken out, and what was kept by name. */
export interface Untraced {
  readonly columns: number;
  readonly sheets: readonly string[];
  readonly kept: readonly string[];
  readonly typed: ClearPlan["typed"];
}

/** Traces that were taken out, and whether a second look found nothing more to take out. */
export interface UntracedAndSeen extends Untraced {
  readonly isProven: boolean;
}

/** Takes out everything of ours, all or nothing: columns, rules, names, settings, what is kept beside the sheets, and the sheets of records and reports unless they stay. Then looks again. */
export async function untrace(
  workbook: Workbook,
  keep: KeepTraces,
  watch: Watch,
): Promise<Result<UntracedAndSeen, Failure>> {
  const draft = await draftUntrace(workbook, keep, watch);
  if (!draft.ok) return draft;
  const { changes, ...untraced } = draft.value;
  if (changes.length === 0) return ok({ ...untraced, isProven: true });
  const journal = { kind: "untrace", deeds: [{ kind: "removal", settings: false, ...keep }] } as const;
  const applied = await applyJournaled(workbook, { changes, journal, after: [] }, watch);
  if (!applied.ok) return applied;
  const again = await draftUntrace(workbook, keep, { ...watch, progress: () => undefined });
  return ok({ ...untraced, isProven: again.ok && again.value.changes.length === 0 });
}

/** Everything that taking the traces out would do. */
export interface UntraceDraft extends Untraced {
  readonly changes: readonly Change[];
}

/** Reads and plans; writes nothing. */
export async function draftUntrace(
  workbook: Workbook,
  keep: KeepTraces,
  watch: Watch,
): Promise<Result<UntraceDraft, Failure>> {
  const draft = await draftClear(workbook, { typed: keep.typed, settings: false }, watch);
  if (!draft.ok) return draft;
  const { columns, typed, survey, places } = draft.value;
  const renamed = await refuseRenamedColumns(workbook, places, survey);
  if (!renamed.ok) return renamed;
  const ours = survey.sheets.map(({ sheet }) => sheet).filter(isWorkSheetOfOurs);
  const template = await seeTemplate(workbook, survey);
  if (!template.ok) return template;
  const going = [...(keep.sheets ? [] : ours), ...template.value.ours];
  const removals = await planSheets(workbook, going, survey);
  if (!removals.ok) return removals;
  return ok({
    changes: [...draft.value.changes, ...removals.value],
    columns,
    sheets: [settingsSheetIn(survey), ...going].filter((sheet) => sheet !== undefined),
    kept: [...(keep.sheets ? ours : []), ...template.value.theirs],
    typed: keep.typed ? typed : [],
  });
}

/** A template that nobody changed since it was made is ours; any other is the bank's own form, and stays. */
async function seeTemplate(
  workbook: Workbook,
  { sheets }: WorkbookSurvey,
): Promise<Result<{ readonly ours: readonly string[]; readonly theirs: readonly string[] }, Failure>> {
  if (!sheets.some(({ sheet }) => sheet === TEMPLATE_SHEET)) return ok({ ours: [], theirs: [] });
  const seen = await workbook.readSheet(TEMPLATE_SHEET, []);
  if (!seen.ok) return seen;
  const isOurs = seen.value !== undefined && isUntouched(seen.value, startingTemplate());
  return ok(isOurs ? { ours: [TEMPLATE_SHEET], theirs: [] } : { ours: [], theirs: [TEMPLATE_SHEET] });
}

/** The sheets that go, with what stands on them for who wants to see it before. */
async function planSheets(
  workbook: Workbook,
  names: readonly string[],
  { isStructureProtected }: WorkbookSurvey,
): Promise<Result<readonly Change[], Failure>> {
  if (names.length > 0 && isStructureProtected) return refused({ kind: "structureProtected" });
  const removals: Change[] = [];
  for (const name of names) {
    const seen = await workbook.readSheet(name, []);
    if (!seen.ok) return seen;
    removals.push({ kind: "sheet", isFinal: true, before: { ...cellsAlone, name, cells: seen.value?.contents ?? [] } });
  }
  return ok(removals);
}
