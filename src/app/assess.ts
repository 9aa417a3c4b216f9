import { columnsNeeded } from "../domain/change/optionalColumns";
import type { ColumnMapping } from "../domain/ledger/columnMapping";
import { columnsToRead } from "../domain/ledger/columnsToRead";
import type { Ledger, Layout, Rejection } from "../domain/ledger/ledger";
import { readLedgerSteps } from "../domain/ledger/readLedger";
import type { RowProblem } from "../domain/ledger/problem";
import { recognise } from "../domain/ledger/recognise";
import type { Extent } from "../domain/ledger/cells";
import type { WorkbookSurvey } from "../domain/ledger/survey";
import type { Day } from "../domain/loan/day";
import { ok, refused, type Result } from "../domain/result";
import { futureVisits, judgeSteps } from "../domain/risk/judge";
import type { Judgement } from "../domain/risk/judgement";
import { opinionProblems } from "../domain/risk/opinions";
import { withManagers } from "../domain/settings/managers";
import { notices } from "../domain/settings/notices";
import type { Settings } from "../domain/settings/settings";
import type { Steps } from "../domain/steps";
import type { Assessment, AssessedLedger, RunOptions } from "./assessment";
import type { Failure } from "./failure";
import { lastResults, withHistory } from "./history";
import { inTurns } from "./inTurns";
import { loadMappings } from "./mapping";
import { loadSettings, type SettingsInForce } from "./settings";
import { loadKept, toldIn, type Kept } from "./told";
import type { Watch, Workbook } from "./workbook";

/** An assessment with what a writing run needs besides. */
export interface Groundwork {
  readonly assessment: Assessment;
  readonly survey: WorkbookSurvey;
  readonly settings: SettingsInForce;
  /** The register of visits and the list of events, which are judged with the ledgers. */
  readonly kept: Kept;
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
  const found = await findLedgers(workbook, survey.value, options.sheet);
  if (!found.ok) return found;
  const inForce = await loadSettings(workbook, survey.value);
  if (!inForce.ok) return inForce;

  const kept = await loadKept(workbook, survey.value, watch);
  if (!kept.ok) return kept;
  const { settings } = inForce.value;
  const asOf = options.asOf ?? settings.asOf ?? options.today;
  const read = await readLedgers(workbook, { ...found.value, survey: survey.value, settings }, watch);
  if (!read.ok) return read;
  const ledgers = read.value.map(({ ledger }) => ledger);
  const said = [...notices(ledgers, settings, asOf), ...kept.value.notices];
  const plain = { asOf, settings, rejected: found.value.rejected, notices: said };
  const outline = { survey: survey.value, settings: inForce.value, kept: kept.value };
  return judgedGround(outline, judged(read.value, plain, kept.value), watch);
}

async function judgedGround(
  outline: Omit<Groundwork, "assessment">,
  judging: Steps<Assessment>,
  watch: Watch,
): Promise<Result<Groundwork, Failure>> {
  watch.progress("judge", 0, 1);
  const assessment = await inTurns(judging, watch);
  if (!assessment.ok) return assessment;
  watch.progress("judge", 1, 1);
  return ok({ ...outline, assessment: assessment.value });
}

/** The ground as it is with more that is kept on visits and events, and where a visit was counted in with other ledgers. */
export function judgeAgain(
  ground: Groundwork,
  { read = ground.assessment.ledgers, kept }: { read?: readonly ReadLedger[]; kept: Omit<Kept, "notices"> },
  watch: Watch,
): Promise<Result<Groundwork, Failure>> {
  const plain = { ...ground.assessment, settings: ground.settings.settings };
  return judgedGround(ground, judged(read, plain, kept), watch);
}

/** Reads the rows of each ledger, managers under their one name. */
async function readLedgers(
  workbook: Workbook,
  { layouts, survey, settings }: { layouts: readonly Layout[]; survey: WorkbookSurvey; settings: Settings },
  watch: Watch,
): Promise<Result<readonly ReadLedger[], Failure>> {
  const read: ReadLedger[] = [];
  for (const layout of layouts) {
    const ledger = await ledgerOn(workbook, { layout, merges: mergesOf(survey, layout) }, watch);
    if (!ledger.ok) return ledger;
    read.push({ ledger: withManagers(ledger.value, settings) });
  }
  return ok(read);
}

type ReadLedger = Pick<AssessedLedger, "ledger">;

/** Judges ledgers that were read with all that is kept on visits and events, step by step; own columns that some customer needs are switched on. */
function* judged(
  read: readonly ReadLedger[],
  plain: Omit<Assessment, "ledgers">,
  kept: Omit<Kept, "notices">,
): Steps<Assessment> {
  const { settings, asOf } = plain;
  const toldOf = toldIn(
    kept,
    read.flatMap(({ ledger }) => ledger.customers),
    { settings, asOf },
  );
  const looked = { asOf, limits: settings.thresholds };
  const ledgers: AssessedLedger[] = [];
  for (const { ledger } of read) {
    const before = lastResults(kept.history, ledger, asOf);
    const judgements = yield* judgeSteps(ledger, { settings, asOf, toldOf: withHistory(toldOf, before, looked) });
    yield;
    ledgers.push({ ledger, judgements, problems: problemsOf(ledger, judgements, asOf) });
    yield;
  }
  const needed = columnsNeeded(ledgers.flatMap(({ judgements }) => judgements));
  const optionalColumns = new Set([...settings.optionalColumns, ...needed]);
  return { ...plain, settings: needed.length === 0 ? settings : { ...settings, optionalColumns }, ledgers };
}

interface Found {
  readonly layouts: readonly Layout[];
  readonly rejected: readonly Rejection[];
}

async function findLedgers(
  workbook: Workbook,
  survey: WorkbookSurvey,
  sheet: string | undefined,
): Promise<Result<Found, Failure>> {
  const mappings = await loadMappings(workbook, survey);
  return mappings.ok ? chooseLedgers(survey, mappings.value, sheet) : mappings;
}

/** The ledgers a run works on: the one asked for, or all visible ones; hidden ones are reported. */
function chooseLedgers(
  survey: WorkbookSurvey,
  mappings: readonly ColumnMapping[],
  sheet: string | undefined,
): Result<Found, Failure> {
  const { layouts, rejected } = recognise(survey, mappings);
  if (sheet !== undefined && survey.sheets.every((one) => one.sheet !== sheet)) {
    return refused({ kind: "sheetGone", sheet });
  }
  const isChosen = (layout: Layout) => (sheet === undefined ? !layout.hidden : layout.sheet === sheet);
  const skipped = layouts.filter((layout) => layout.hidden && !isChosen(layout)).map(hiddenLedger);
  const all = [...rejected, ...skipped];
  const chosen = layouts.filter(isChosen);
  if (chosen.length > 0) return ok({ layouts: chosen, rejected: all });
  const candidates = all.filter((one) => one.nearness > 0 && (sheet === undefined || one.sheet === sheet));
  const nearest = [...candidates].sort((one, other) => other.nearness - one.nearness)[0];
  return refused({ kind: "noLedger", nearest, rejected: all });
}

function hiddenLedger({ sheet }: Layout): Rejection {
  return { sheet, hidden: true, reason: "像是台账，但工作表是隐藏的，没有处理。需要时请先取消隐藏。", nearness: 1 };
}

function mergesOf(survey: WorkbookSurvey, { sheet }: Layout): readonly Extent[] | undefined {
  return survey.sheets.find((one) => one.sheet === sheet)?.merges;
}

async function ledgerOn(
  workbook: Workbook,
  { layout, merges }: { layout: Layout; merges: readonly Extent[] | undefined },
  watch: Watch,
): Promise<Result<Ledger, Failure>> {
  const { sheet, firstDataRow: firstRow, lastUsedRow: lastRow } = layout;
  const cells = await workbook.readColumns({ sheet, firstRow, lastRow, ...columnsToRead(layout) }, watch);
  return cells.ok ? inTurns(readLedgerSteps(layout, cells.value, merges), watch) : cells;
}

/** Everything that could not be read or is doubtful, in row order. */
function problemsOf(ledger: Ledger, judgements: readonly Judgement[], asOf: Day): readonly RowProblem[] {
  const said = [...futureVisits(ledger, asOf), ...opinionProblems(ledger, judgements, asOf)];
  return [...ledger.problems, ...said].sort((one, other) => one.row - other.row);
}
