import type { SheetDraft } from "../domain/change/change";
import { operationOf } from "../domain/change/operation";
import { compare, type Comparison } from "../domain/history/compare";
import { seriesOf, snapshotBefore, type Series } from "../domain/history/history";
import { keyOf, type Snapshot } from "../domain/history/snapshot";
import type { Day } from "../domain/loan/day";
import { compactDay, freeName, takenNames } from "../domain/record/sheetName";
import { CHANGES_PREFIX, changeReport } from "../domain/report/changeReport";
import { ok, refused, type Result } from "../domain/result";
import { layGround, type Groundwork } from "./assess";
import type { AssessedLedger, Assessment, RunOptions } from "./assessment";
import type { Failure } from "./failure";
import type { HistorySeen } from "./history";
import { applyRecorded } from "./recording";
import type { Watch, Workbook } from "./workbook";

export interface ChangesOptions extends RunOptions {
  /** Against the results of this day, or the last ones before it; undefined: against the last ones before the as-of day. */
  readonly since?: Day;
}

/** What changed in each ledger, and with which days it can be compared. */
export interface Changes {
  readonly comparisons: readonly [Comparison, ...Comparison[]];
  /** The newest first. */
  readonly days: readonly Day[];
}

/** The results that are meant: those of the very day where a person named it, else of a day before; where there are none before, the day's own. */
function wanted(series: Series, asOf: Day, since: Day | undefined): Snapshot | undefined {
  if (since !== undefined) return series.snapshots.find((one) => one.asOf <= since);
  return snapshotBefore(series, asOf) ?? series.snapshots.find((one) => one.asOf === asOf);
}

function compared({ ledgers, asOf }: Assessment, { history }: HistorySeen, since: Day | undefined) {
  const days = new Set<Day>();
  const comparisons = ledgers.flatMap((assessed: AssessedLedger): Comparison[] => {
    const { ledger } = assessed;
    const series = seriesOf(history, ledger.layout.sheet, new Set(ledger.customers.map(keyOf)));
    for (const snapshot of series.snapshots) days.add(snapshot.asOf);
    const before = wanted(series, asOf, since);
    return before === undefined ? [] : [compare(assessed, before, asOf)];
  });
  return { comparisons, days: [...days].sort((one, other) => other - one) };
}

/** Compares ledgers that were judged with earlier results; refused where there are none. */
export function changesIn(assessment: Assessment, seen: HistorySeen, since: Day | undefined): Result<Changes, Failure> {
  const { comparisons, days } = compared(assessment, seen, since);
  const [first, ...others] = comparisons;
  return first === undefined ? refused({ kind: "noHistory", days }) : ok({ comparisons: [first, ...others], days });
}

/** What changed since the last run, or since an earlier one; writes nothing. */
export async function findChanges(
  workbook: Workbook,
  options: ChangesOptions,
  watch: Watch,
): Promise<Result<Changes & { readonly ground: Groundwork }, Failure>> {
  const ground = await layGround(workbook, options, { watch, merges: false });
  if (!ground.ok) return ground;
  const { assessment, kept } = ground.value;
  const changes = changesIn(assessment, kept.history, options.since);
  return changes.ok ? ok({ ...changes.value, ground: ground.value }) : changes;
}

/** Changes that were put on a sheet. */
export interface ChangesReported extends Changes {
  readonly draft: SheetDraft;
}

/** Puts what changed on a sheet to print, which undo takes back. */
export async function reportChanges(
  workbook: Workbook,
  options: ChangesOptions,
  watch: Watch,
): Promise<Result<ChangesReported, Failure>> {
  const found = await findChanges(workbook, options, watch);
  if (!found.ok) return found;
  const { ground, ...changes } = found.value;
  const { survey, assessment } = ground;
  if (survey.isStructureProtected) return refused({ kind: "structureProtected" });
  const name = freeName(CHANGES_PREFIX + compactDay(assessment.asOf), takenNames(survey));
  const draft = changeReport(changes.comparisons, survey.dateSystem, name);
  const planned = [{ kind: "sheet", after: draft }] as const;
  const operation = operationOf("changes", planned, { ledgers: [], asOf: assessment.asOf });
  const applied = await applyRecorded(workbook, { operation, changes: planned }, watch);
  return applied.ok ? ok({ ...changes, draft }) : applied;
}
