import type { Change } from "../domain/change/change";
import { operationOf } from "../domain/change/operation";
import { columnsWanted, ownColumns } from "../domain/change/ownColumns";
import { columnsToCome, columnsToTrace, placeColumns } from "../domain/change/placement";
import { planAnnotation } from "../domain/change/planAnnotation";
import type { TypedCell } from "../domain/change/planRemoval";
import { noTraces, type OwnTraces } from "../domain/change/traces";
import type { Layout } from "../domain/ledger/ledger";
import type { SheetSurvey, WorkbookSurvey } from "../domain/ledger/survey";
import type { Day } from "../domain/loan/day";
import { ok, refused, type Result } from "../domain/result";
import { layGround, type Groundwork } from "./assess";
import type { AssessedLedger, Assessment, RunOptions } from "./assessment";
import type { Failure } from "./failure";
import { planHistory } from "./history";
import { inTurns } from "./inTurns";
import { rememberWidths } from "./ownWidths";
import { applyRecorded } from "./recording";
import { planSettings } from "./planSettings";
import type { Applied, Watch, Workbook } from "./workbook";

/** What a run judged and what it wrote. */
export interface Annotated {
  readonly assessment: Assessment;
  readonly applied: Applied;
  /** Cells of own columns that hold what a person typed and were left as they are. */
  readonly kept: readonly TypedCell[];
}

/** Everything one run would write. */
export interface AnnotationDraft {
  readonly assessment: Assessment;
  readonly changes: readonly Change[];
  readonly kept: readonly TypedCell[];
  /** Whether a ledger of the workbook holds no judgements of ours yet. */
  readonly isFirst: boolean;
}

/** Reads, judges and plans; writes nothing. Refused where a later write could not be carried through. */
export async function draftAnnotation(
  workbook: Workbook,
  options: RunOptions,
  watch: Watch,
): Promise<Result<AnnotationDraft, Failure>> {
  const ground = await layGround(workbook, options, { watch, merges: true });
  return ground.ok ? planRun(workbook, ground.value, { asOf: options.asOf, watch }) : ground;
}

/** What a run over this ground would write. `asOf` is the day of reference that was asked for. */
export async function planRun(
  workbook: Workbook,
  ground: Groundwork,
  { asOf, watch }: { asOf: Day | undefined; watch: Watch },
): Promise<Result<AnnotationDraft, Failure>> {
  const obstacle = findObstacle(ground);
  if (obstacle !== undefined) return refused(obstacle);
  const { assessment, survey, settings } = ground;
  const sheetChanges = planSettings(settings, asOf, survey.dateSystem);
  if (!sheetChanges.ok) return sheetChanges;
  const changes: Change[] = [...sheetChanges.value];
  const kept: TypedCell[] = [];
  for (const assessed of assessment.ledgers) {
    const plan = await planLedger(workbook, { assessed, ground }, watch);
    if (!plan.ok) return plan;
    changes.push(...plan.value.changes);
    kept.push(...plan.value.kept);
  }
  const history = await planHistory(ground, watch);
  if (!history.ok) return history;
  const all = await rememberWidths(workbook, survey, [...changes, ...history.value]);
  return all.ok ? ok({ assessment, changes: all.value, kept, isFirst: isFirstRun(assessment) }) : all;
}

function isFirstRun({ ledgers }: Assessment): boolean {
  return ledgers.some(({ ledger: { layout } }) => ownColumns.every(({ heading }) => !layout.ownColumns.has(heading)));
}

/** One click: reads, judges and writes every ledger's own columns and rules, all or nothing. */
export async function annotate(
  workbook: Workbook,
  options: RunOptions,
  watch: Watch,
): Promise<Result<Annotated, Failure>> {
  const draft = await draftAnnotation(workbook, options, watch);
  return draft.ok ? applyAnnotation(workbook, { draft: draft.value, ...options }, watch) : draft;
}

/** Writes what was drafted, all or nothing. */
export async function applyAnnotation(
  workbook: Workbook,
  { draft, withoutUndo = false }: { readonly draft: AnnotationDraft } & Pick<RunOptions, "withoutUndo">,
  watch: Watch,
): Promise<Result<Annotated, Failure>> {
  const { assessment, changes, kept } = draft;
  if (changes.length === 0) return ok({ assessment, kept, applied: { changes: 0, cells: 0 } });
  const ledgers = assessment.ledgers.map(({ ledger }) => ledger);
  const operation = operationOf("annotate", changes, { ledgers, asOf: assessment.asOf });
  const applied = await applyRecorded(workbook, { operation, changes, withoutUndo }, watch);
  return applied.ok ? ok({ assessment, kept, applied: applied.value }) : applied;
}

/** Why nothing must be written, known before the first write. */
function findObstacle({ assessment, survey, settings }: Groundwork): Failure | undefined {
  if (settings.sheet === undefined && survey.isStructureProtected) return { kind: "structureProtected" };
  const sheets = assessment.ledgers.map(({ ledger }) => surveyOf(survey, ledger.layout));
  const closed = sheets.find(({ isProtected }) => isProtected);
  if (closed !== undefined) return { kind: "sheetProtected", sheet: closed.sheet };
  const filtered = sheets.find(({ isFiltered }) => isFiltered);
  return filtered && { kind: "filtered", sheet: filtered.sheet };
}

function surveyOf(survey: WorkbookSurvey, { sheet }: Layout): SheetSurvey {
  const found = survey.sheets.find((one) => one.sheet === sheet);
  if (found === undefined) throw new Error("a layout of a sheet that was not surveyed");
  return found;
}

async function planLedger(
  workbook: Workbook,
  { assessed, ground }: { assessed: AssessedLedger; ground: Groundwork },
  watch: Watch,
): Promise<Result<{ changes: readonly Change[]; kept: readonly TypedCell[] }, Failure>> {
  const { ledger, judgements, problems } = assessed;
  const { settings } = ground.assessment;
  const traces = await readTraces(workbook, { layout: ledger.layout, ground }, watch);
  if (!traces.ok) return traces;
  const facts = { ledger, judgements, problems, settings, traces: traces.value };
  const plan = await inTurns(planAnnotation(facts), watch);
  if (!plan.ok) return plan;
  return plan.value === undefined ? refused({ kind: "noRoom", sheet: ledger.layout.sheet }) : ok(plan.value);
}

/** What earlier runs and the user left where this run will write. */
async function readTraces(
  workbook: Workbook,
  { layout, ground }: { layout: Layout; ground: Groundwork },
  watch: Watch,
): Promise<Result<OwnTraces, Failure>> {
  const { used } = surveyOf(ground.survey, layout);
  const placed = placeColumns(layout, columnsWanted(ground.assessment.settings, layout));
  if (placed === undefined || used === undefined) return ok(noTraces);
  const columns = columnsToTrace(layout, placed, used.column + used.columns);
  const { sheet, headerRows, lastUsedRow: lastRow } = layout;
  const wanted = { sheet, columns, firstRow: headerRows[1], lastRow, widthsOf: columnsToCome(placed) };
  return workbook.readOwn(wanted, watch);
}
