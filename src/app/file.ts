import type { Change } from "../domain/change/change";
import { operationOf } from "../domain/change/operation";
import { withAnswers } from "../domain/filing/answering";
import type { RecordCustomer } from "../domain/filing/customerOf";
import { dayIn, isOnSite, nameIn, textOf } from "../domain/filing/filledRecord";
import type { Finding } from "../domain/filing/finding";
import {
  REGISTER_SHEET,
  registerSheet,
  registerStates,
  stateRank,
  type RegisterState,
} from "../domain/filing/register";
import {
  lineOf,
  newPlace,
  planLine,
  planRewrite,
  planState,
  stateUpTo,
  type Registration,
} from "../domain/filing/registration";
import { withVisit } from "../domain/filing/withVisit";
import { ok, refused, type Result } from "../domain/result";
import { planRun } from "./annotate";
import { judgeAgain, type Groundwork } from "./assess";
import type { RunOptions } from "./assessment";
import type { Failure } from "./failure";
import { applyRecorded } from "./recording";
import { checkCase, isVisit } from "./filingChecks";
import { openCase, type Case } from "./filingCase";
import { propose } from "./propose";
import type { Applied, Watch, Workbook } from "./workbook";

export interface FileOptions extends RunOptions {
  /** The sheet of the filled record. */
  readonly record: string;
  /** Why it is filed in spite of what was asked; "" for none. */
  readonly reason: string;
  /** How far it is taken at most; as far as the record allows where absent. 草稿 enters it without its checks and moves no clock. */
  readonly upTo?: RegisterState;
  /** Takes up all signals that the answers raise, without asking for each. */
  readonly accept?: boolean;
  /** What was asked beside the sheet, by the keys of its questions; written into the record's empty cells, or below it. */
  readonly answers?: ReadonlyMap<string, string>;
}

/** What filing came to. */
export interface Filed {
  readonly number: string;
  readonly customer: string;
  readonly state: string;
  /** Whether the register held the visit already, as it stands. */
  readonly isKnown: boolean;
  /** Signals that the answers raised and that were written onto the record to be answered first; it is not filed while there are any. */
  readonly proposed: readonly Finding[];
  readonly applied: Applied;
}

interface Filing {
  readonly opened: Case;
  readonly options: FileOptions;
  /** What writes the answers that were given beside the sheet. */
  readonly answers: readonly Change[];
}

/** Checks a filled record, enters it in the register, and moves the customer's clocks in the ledger, all or nothing. Filing twice changes nothing. */
export async function fileRecord(
  workbook: Workbook,
  options: FileOptions,
  watch: Watch,
): Promise<Result<Filed, Failure>> {
  const opened = await openCase(workbook, options, watch);
  if (!opened.ok) return opened;
  const { record, cells } = opened.value;
  const answered = withAnswers(record, cells, options.answers ?? new Map());
  if (!answered.ok) return refused({ kind: "notFilable", findings: answered.because });
  const answers = answered.value.changes;
  return fileAnswered(
    workbook,
    { opened: { ...opened.value, record: answered.value.record }, options, answers },
    watch,
  );
}

async function fileAnswered(workbook: Workbook, filing: Filing, watch: Watch): Promise<Result<Filed, Failure>> {
  const { opened, options } = filing;
  const whom = checkCase(opened, options);
  if (!whom.ok) return heldBack(workbook, { filing, findings: whom.because }, watch);
  if (options.upTo === "草稿") return applied(workbook, { filing, changes: planDraft(filing) }, watch);
  if (isVisit(opened)) return applied(workbook, { filing, changes: planMove(filing) }, watch);
  return fileVisit(workbook, { filing, whom: whom.value }, watch);
}

/** Says what keeps the record from being filed; the answers that were given stand on it all the same. */
async function heldBack(
  workbook: Workbook,
  { filing, findings }: { readonly filing: Filing; readonly findings: readonly Finding[] },
  watch: Watch,
): Promise<Result<never, Failure>> {
  const { answers } = filing;
  const kept = answers.length === 0 ? ok(undefined) : await applyFiling(workbook, { filing, changes: answers }, watch);
  return kept.ok ? refused({ kind: "notFilable", findings }) : kept;
}

type Visiting = Pick<Outcome, "filing"> & { readonly whom: readonly RecordCustomer[] };

/** Writes what the answers raise onto the record to be answered, or files the visit. */
async function fileVisit(
  workbook: Workbook,
  { filing, whom }: Visiting,
  watch: Watch,
): Promise<Result<Filed, Failure>> {
  const proposal = propose(filing.opened, filing.options);
  if (!proposal.ok) return heldBack(workbook, { filing, findings: proposal.because }, watch);
  const { changes, findings, record } = proposal.value;
  if (findings.length > 0) return applied(workbook, { filing, changes, findings }, watch);
  const complete = { ...filing, opened: { ...filing.opened, record } };
  const visit = await planVisit(workbook, { filing: complete, whom }, watch);
  return visit.ok ? applied(workbook, { filing, changes: [...changes, ...visit.value] }, watch) : visit;
}

interface Outcome {
  readonly filing: Filing;
  readonly changes: readonly Change[];
  readonly findings?: readonly Finding[];
}

/** Applies what was planned and says what filing came to. */
async function applied(
  workbook: Workbook,
  { filing, changes, findings = [] }: Outcome,
  watch: Watch,
): Promise<Result<Filed, Failure>> {
  const isEntry = changes.length > 0 && findings.length === 0;
  const obstacle = isEntry ? registerObstacle(filing.opened.ground) : undefined;
  if (obstacle !== undefined) return refused(obstacle);
  const all = [...filing.answers, ...changes];
  const done =
    all.length === 0 ? ok({ changes: 0, cells: 0 }) : await applyFiling(workbook, { filing, changes: all }, watch);
  if (!done.ok) return done;
  const { record } = filing.opened;
  return ok({
    number: record.number,
    customer: nameIn(record),
    state: stateAfter(filing, isEntry),
    isKnown: all.length === 0,
    proposed: findings,
    applied: done.value,
  });
}

function applyFiling(
  workbook: Workbook,
  { filing: { opened, options }, changes }: Outcome,
  watch: Watch,
): Promise<Result<Applied, Failure>> {
  const { asOf, ledgers } = opened.ground.assessment;
  const operation = operationOf("file", changes, { ledgers: ledgers.map(({ ledger }) => ledger), asOf });
  const { withoutUndo = false } = options;
  return applyRecorded(workbook, { operation, changes, withoutUndo }, watch);
}

/** How far the record has come after a run that entered or moved it, or did not. */
function stateAfter({ opened: { known, record }, options }: Filing, isEntry: boolean): RegisterState {
  const before = registerStates.find((state) => state === known?.line.state) ?? "草稿";
  const reached = stateUpTo(record, options.upTo);
  return isEntry && stateRank(reached) > stateRank(before) ? reached : before;
}

function registrationOf({ opened: { record }, options }: Filing): Registration {
  return { record, reason: options.reason.trim(), state: stateUpTo(record, options.upTo) };
}

/** The register's line of the record: a new one, or the one that it has as a draft. */
function planEntry(filing: Filing): readonly Change[] {
  const { register, known } = filing.opened;
  const line = registrationOf(filing);
  if (register === undefined) return [{ kind: "sheet", after: registerSheet() }, ...planLine(newPlace, 1, line)];
  if (known !== undefined) return planRewrite(register.place, { row: known.line.row, before: known.before }, line);
  return planLine(register.place, register.nextRow, line);
}

/** A draft's line; a record that came further stays where it is. */
function planDraft(filing: Filing): readonly Change[] {
  const { known } = filing.opened;
  return known === undefined || known.line.state === "草稿" ? planEntry(filing) : [];
}

/** Takes a registered visit's state further. */
function planMove(filing: Filing): readonly Change[] {
  const { register, known } = filing.opened;
  if (register === undefined || known === undefined) return [];
  return planState(register.place, { row: known.line.row, before: known.before }, registrationOf(filing));
}

/** The register's line, and the ledgers' own columns as they are after the visit. */
async function planVisit(
  workbook: Workbook,
  { filing, whom }: Visiting,
  watch: Watch,
): Promise<Result<readonly Change[], Failure>> {
  const after = await groundAfter(filing, whom, watch);
  if (!after.ok) return after;
  const run = await planRun(workbook, after.value, { asOf: filing.options.asOf, watch });
  return run.ok ? ok([...run.value.changes, ...planEntry(filing)]) : run;
}

function registerObstacle({ survey }: Groundwork): Failure | undefined {
  const sheet = survey.sheets.find((one) => one.sheet === REGISTER_SHEET);
  if (sheet === undefined) return survey.isStructureProtected ? { kind: "structureProtected" } : undefined;
  return sheet.isProtected ? { kind: "sheetProtected", sheet: REGISTER_SHEET } : undefined;
}

/** The ground as it is once the visit counts. */
function groundAfter(
  filing: Filing,
  whom: readonly RecordCustomer[],
  watch: Watch,
): Promise<Result<Groundwork, Failure>> {
  const { ground, record, known } = filing.opened;
  const { assessment, kept } = ground;
  const day = dayIn(record, "检查日期");
  if (day === undefined) throw new Error("a record without a day passed its checks");
  const visit = { day, onSite: isOnSite(textOf(record, "检查方式")) };
  const read = assessment.ledgers.map((assessed) => {
    const visited = whom.find(({ ledger }) => ledger === assessed.ledger);
    return visited === undefined
      ? assessed
      : { ...assessed, ledger: withVisit(assessed.ledger, visited.customer, visit) };
  });
  const line = lineOf(registrationOf(filing), known?.line.row ?? 0);
  const others = kept.lines.filter(({ number }) => number !== line.number);
  const lines = [...others, line].sort((one, other) => (one.visited ?? 0) - (other.visited ?? 0));
  return judgeAgain(ground, { read, kept: { ...kept, lines } }, watch);
}
