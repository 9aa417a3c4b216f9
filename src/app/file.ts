import type { Change } from "../domain/change/change";
import { operationOf } from "../domain/change/operation";
import { checkRecord, isOnSite } from "../domain/filing/checks";
import { copiedFrom } from "../domain/filing/copiedFrom";
import { customerOf, type RecordCustomer } from "../domain/filing/customerOf";
import { dayIn, readFilledRecord, textOf, type FilledRecord } from "../domain/filing/filledRecord";
import type { Finding } from "../domain/filing/finding";
import { REGISTER_SHEET, registerSheet, type RegisterLine } from "../domain/filing/register";
import { newPlace, planLine, planState, stateOf } from "../domain/filing/registration";
import { withVisit } from "../domain/filing/withVisit";
import { ok, refused, type Result } from "../domain/result";
import { judge } from "../domain/risk/judge";
import { planRun } from "./annotate";
import { layGround, type Groundwork } from "./assess";
import type { AssessedLedger, RunOptions } from "./assessment";
import type { Failure } from "./failure";
import { applyRecorded } from "./recording";
import { loadRegister, type Register } from "./register";
import type { Applied, Watch, Workbook } from "./workbook";

export interface FileOptions extends RunOptions {
  /** The sheet of the filled record. */
  readonly record: string;
  /** Why it is filed in spite of what was asked; "" for none. */
  readonly reason: string;
}

/** What filing came to. */
export interface Filed {
  readonly number: string;
  readonly customer: string;
  readonly state: string;
  /** Whether the register held the visit already, as it stands. */
  readonly isKnown: boolean;
  readonly applied: Applied;
}

/** All that filing looks at. */
interface Case {
  readonly ground: Groundwork;
  readonly record: FilledRecord;
  readonly register: Register | undefined;
  /** The register's line of this record. */
  readonly known: RegisterLine | undefined;
}

/** Checks a filled record, enters it in the register, and moves the customer's clocks in the ledger, all or nothing. Filing twice changes nothing. */
export async function fileRecord(
  workbook: Workbook,
  options: FileOptions,
  watch: Watch,
): Promise<Result<Filed, Failure>> {
  const opened = await openCase(workbook, options, watch);
  if (!opened.ok) return opened;
  const { record, known } = opened.value;
  const whom = checked(opened.value, options.reason);
  if (!whom.ok) return refused({ kind: "notFilable", findings: whom.because });
  const changes =
    known === undefined
      ? await planVisit(workbook, { opened: opened.value, whom: whom.value, options }, watch)
      : ok(opened.value.register === undefined ? [] : planState(opened.value.register.place, known, record));
  if (!changes.ok) return changes;
  const isKnown = changes.value.length === 0;
  const applied = isKnown
    ? ok({ changes: 0, cells: 0 })
    : await applyFiling(workbook, { opened: opened.value, changes: changes.value, options }, watch);
  if (!applied.ok) return applied;
  const customer = textOf(record, "客户名称");
  return ok({ number: record.number, customer, state: stateOf(record), isKnown, applied: applied.value });
}

function applyFiling(
  workbook: Workbook,
  { opened, changes, options }: { opened: Case; changes: readonly Change[]; options: FileOptions },
  watch: Watch,
): Promise<Result<Applied, Failure>> {
  const { asOf, ledgers } = opened.ground.assessment;
  const operation = operationOf("file", changes, { ledgers: ledgers.map(({ ledger }) => ledger), asOf });
  const { withoutUndo = false } = options;
  return applyRecorded(workbook, { operation, changes, withoutUndo }, watch);
}

/** Reads the record, the ledger and the register. */
async function openCase(workbook: Workbook, options: FileOptions, watch: Watch): Promise<Result<Case, Failure>> {
  const ground = await layGround(workbook, options, { watch, merges: true });
  if (!ground.ok) return ground;
  const { survey } = ground.value;
  const seen = await workbook.readSheet(options.record, []);
  if (!seen.ok) return seen;
  if (seen.value === undefined) return refused({ kind: "sheetGone", sheet: options.record });
  const record = readFilledRecord(seen.value.values, options.record, survey.dateSystem);
  if (record === undefined) return refused({ kind: "noRecord", sheet: options.record });
  const register = await loadRegister(workbook, survey, watch);
  if (!register.ok) return register;
  const known = register.value?.lines.find(({ number }) => number === record.number);
  return ok({ ground: ground.value, record, register: register.value, known });
}

/** Whom the record is about, where nothing keeps it from being filed. */
function checked(opened: Case, reason: string): Result<readonly RecordCustomer[], readonly Finding[]> {
  const ledgers = opened.ground.assessment.ledgers.map(({ ledger }) => ledger);
  const whom = customerOf(opened.record, ledgers);
  const isExplained = reason.trim() !== "" || opened.known !== undefined;
  const findings = whom.ok ? findingsOn(opened, whom.value) : [whom.because, ...findingsOn(opened, [])];
  const open = findings.filter(({ isWaivable }) => !isWaivable || !isExplained);
  return whom.ok && open.length === 0 ? whom : refused(open);
}

function findingsOn({ ground, record, register, known }: Case, whom: readonly RecordCustomer[]): readonly Finding[] {
  const { asOf, settings } = ground.assessment;
  const others = (register?.lines ?? []).filter((line) => line !== known);
  const copied = known === undefined ? [] : copiedFrom(known, record);
  return [...copied, ...checkRecord({ record, others, disbursed: firstDisbursed(whom), asOf, settings })];
}

function firstDisbursed(whom: readonly RecordCustomer[]) {
  const live = whom.flatMap(({ customer }) => customer.drawdowns).filter(({ standing }) => standing === "live");
  const days = live.flatMap(({ disbursed }) => (disbursed === undefined ? [] : [disbursed]));
  return days.sort((one, other) => one - other)[0];
}

interface Visiting {
  readonly opened: Case;
  readonly whom: readonly RecordCustomer[];
  readonly options: FileOptions;
}

/** The register's new line, and the ledgers' own columns as they are after the visit. */
async function planVisit(
  workbook: Workbook,
  { opened, whom, options }: Visiting,
  watch: Watch,
): Promise<Result<readonly Change[], Failure>> {
  const { ground, record, register } = opened;
  const obstacle = registerObstacle(ground);
  if (obstacle !== undefined) return refused(obstacle);
  const after = groundAfter(ground, record, whom);
  const run = await planRun(workbook, after, { asOf: options.asOf, watch });
  if (!run.ok) return run;
  const line = { record, reason: options.reason.trim() };
  const entry: readonly Change[] =
    register === undefined
      ? [{ kind: "sheet", after: registerSheet() }, ...planLine(newPlace, 1, line)]
      : planLine(register.place, register.nextRow, line);
  return ok([...run.value.changes, ...entry]);
}

function registerObstacle({ survey }: Groundwork): Failure | undefined {
  const sheet = survey.sheets.find((one) => one.sheet === REGISTER_SHEET);
  if (sheet === undefined) return survey.isStructureProtected ? { kind: "structureProtected" } : undefined;
  return sheet.isProtected ? { kind: "sheetProtected", sheet: REGISTER_SHEET } : undefined;
}

/** The ground as it is once the visit counts. */
function groundAfter(ground: Groundwork, record: FilledRecord, whom: readonly RecordCustomer[]): Groundwork {
  const { assessment } = ground;
  const day = dayIn(record, "检查日期");
  if (day === undefined) throw new Error("a record without a day passed its checks");
  const visit = { day, onSite: isOnSite(textOf(record, "检查方式")) };
  const ledgers = assessment.ledgers.map((assessed): AssessedLedger => {
    const visited = whom.find(({ ledger }) => ledger === assessed.ledger);
    if (visited === undefined) return assessed;
    const ledger = withVisit(assessed.ledger, visited.customer, visit);
    return { ...assessed, ledger, judgements: judge(ledger, assessment.settings, assessment.asOf) };
  });
  return { ...ground, assessment: { ...assessment, ledgers } };
}
