import { columnsToRead } from "../domain/ledger/columnsToRead";
import type { Layout, Rejection } from "../domain/ledger/ledger";
import { readLedger } from "../domain/ledger/readLedger";
import { recognise } from "../domain/ledger/recognise";
import type { Extent } from "../domain/ledger/cells";
import type { WorkbookSurvey } from "../domain/ledger/survey";
import type { Day } from "../domain/loan/day";
import { ok, refused, type Result } from "../domain/result";
import { futureVisits, judge } from "../domain/risk/judge";
import { opinionProblems } from "../domain/risk/opinions";
import { withManagers } from "../domain/settings/managers";
import { notices } from "../domain/settings/notices";
import type { Settings } from "../domain/settings/settings";
import type { Assessment, AssessedLedger, RunOptions } from "./assessment";
import type { Failure } from "./failure";
import { loadSettings, type SettingsInForce } from "./settings";
import type { Watch, Workbook } from "./workbook";

/** An assessment with what a writing run needs besides. */
export interface Groundwork {
  readonly assessment: Assessment;
  readonly survey: WorkbookSurvey;
  readonly settings: SettingsInForce;
}

/** Reads and judges every ledger of the workbook; writes nothing. */
export async function assess(
  workbook: Workbook,
  options: RunOptions,
  watch: Watch,
): Promise<Result<Assessment, Failure>> {
  const ground = await layGround(workbook, options, { watch, merges: false });
  return ground.ok ? ok(ground.value.assessment) : ground;
}

/** As `assess`, and keeps what was surveyed; merged cells are looked at only on a run that will write. */
export async function layGround(
  workbook: Workbook,
  options: RunOptions,
  { watch, merges }: { watch: Watch; merges: boolean },
): Promise<Result<Groundwork, Failure>> {
  watch.progress("survey", 0, 1);
  const survey = await workbook.survey({ merges });
  if (!survey.ok) return survey;
  const found = chooseLedgers(survey.value, options.sheet);
  if (!found.ok) return found;
  const inForce = await loadSettings(workbook, survey.value);
  if (!inForce.ok) return inForce;

  const { settings } = inForce.value;
  const asOf = options.asOf ?? settings.asOf ?? options.today;
  const ledgers: AssessedLedger[] = [];
  for (const layout of found.value.layouts) {
    const ledger = await assessLedger(
      workbook,
      { layout, settings, asOf, merges: mergesOf(survey.value, layout) },
      watch,
    );
    if (!ledger.ok) return ledger;
    ledgers.push(ledger.value);
  }
  const { rejected } = found.value;
  const assessment = {
    asOf,
    settings,
    ledgers,
    rejected,
    notices: notices(
      ledgers.map(({ ledger }) => ledger),
      settings,
      asOf,
    ),
  };
  return ok({ assessment, survey: survey.value, settings: inForce.value });
}

interface Found {
  readonly layouts: readonly Layout[];
  readonly rejected: readonly Rejection[];
}

/** The ledgers a run works on: the one asked for, or all visible ones; hidden ones are reported. */
function chooseLedgers(survey: WorkbookSurvey, sheet: string | undefined): Result<Found, Failure> {
  const { layouts, rejected } = recognise(survey);
  if (sheet !== undefined && survey.sheets.every((one) => one.sheet !== sheet)) {
    return refused({ kind: "sheetGone", sheet });
  }
  const isChosen = (layout: Layout) => (sheet === undefined ? !layout.hidden : layout.sheet === sheet);
  const skipped = layouts.filter((layout) => layout.hidden && !isChosen(layout)).map(hiddenLedger);
  const all = [...rejected, ...skipped];
  const chosen = layouts.filter(isChosen);
  if (chosen.length > 0) return ok({ layouts: chosen, rejected: all });
  const candidates = sheet === undefined ? all : all.filter((one) => one.sheet === sheet);
  const nearest = [...candidates].sort((one, other) => other.nearness - one.nearness)[0];
  return refused({ kind: "noLedger", nearest, rejected: all });
}

function hiddenLedger({ sheet }: Layout): Rejection {
  return { sheet, hidden: true, reason: "像是台账，但工作表是隐藏的，没有处理。需要时请先取消隐藏。", nearness: 1 };
}

function mergesOf(survey: WorkbookSurvey, { sheet }: Layout): readonly Extent[] | undefined {
  return survey.sheets.find((one) => one.sheet === sheet)?.merges;
}

async function assessLedger(
  workbook: Workbook,
  facts: { layout: Layout; settings: Settings; asOf: Day; merges: readonly Extent[] | undefined },
  watch: Watch,
): Promise<Result<AssessedLedger, Failure>> {
  const { layout, settings, asOf, merges } = facts;
  const { sheet, firstDataRow: firstRow, lastUsedRow: lastRow } = layout;
  const cells = await workbook.readColumns({ sheet, firstRow, lastRow, ...columnsToRead(layout) }, watch);
  if (!cells.ok) return cells;
  watch.progress("judge", 0, 1);
  const ledger = withManagers(readLedger(layout, cells.value, merges), settings);
  const judgements = judge(ledger, settings, asOf);
  const said = [...futureVisits(ledger, asOf), ...opinionProblems(ledger, judgements, asOf)];
  const problems = [...ledger.problems, ...said].sort((one, other) => one.row - other.row);
  watch.progress("judge", 1, 1);
  return ok({ ledger, judgements, problems });
}
