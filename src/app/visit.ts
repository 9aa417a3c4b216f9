import type { Change } from "../domain/change/change";
import { readFilledRecord, type FilledRecord } from "../domain/filing/filledRecord";
import { lastVisit, type Visits } from "../domain/filing/lastVisit";
import { nextNumber } from "../domain/filing/nextNumber";
import type { Drawdown } from "../domain/ledger/ledger";
import type { DateSystem, WorkbookSurvey } from "../domain/ledger/survey";
import { ok, refused, type Result } from "../domain/result";
import { recordSheet } from "../domain/record/record";
import { compactDay, recordSheetName } from "../domain/record/sheetName";
import { recordTypeFor, subjectOf, type RecordType } from "../domain/record/variant";
import type { Judgement } from "../domain/risk/judgement";
import { layGround } from "./assess";
import type { Assessment, RunOptions } from "./assessment";
import type { Failure } from "./failure";
import { loadRegister } from "./register";
import type { Applied, Watch, Workbook } from "./workbook";

/** Whose records are made: one customer by name or key, some by their keys, or all whose visit is due within so many days. */
export type Chosen =
  | { readonly customer: string }
  /** By their keys. */
  | { readonly customers: ReadonlySet<string> }
  /** 0 for those overdue alone. */
  | { readonly dueWithin: number };

export interface VisitOptions extends RunOptions {
  readonly chosen: Chosen;
  /** Instead of the one that the duty asks for. */
  readonly type?: RecordType;
  readonly withHints: boolean;
}

/** A record that was made. */
export interface MadeRecord {
  readonly sheet: string;
  readonly customer: string;
  readonly type: RecordType;
  readonly number: string;
}

/** What a run made. */
export interface MadeRecords {
  readonly records: readonly MadeRecord[];
  readonly applied: Applied;
  /** Customers that are due but were left for another run. */
  readonly left: number;
}

/** Records that one run makes at most. */
export const MOST_RECORDS = 200;

/** A customer to be visited and where its ledger stands. */
interface Visited {
  readonly judgement: Judgement;
  readonly sheet: string;
}

function isChosen(judgement: Judgement, chosen: Chosen): boolean {
  if ("customer" in chosen) {
    return judgement.customer.name === chosen.customer || judgement.customer.key === chosen.customer;
  }
  if ("customers" in chosen) return chosen.customers.has(judgement.customer.key);
  const { daysUntil } = judgement;
  return chosen.dueWithin === 0 ? daysUntil < 0 : daysUntil <= chosen.dueWithin;
}

/** The customers that are meant, the longest overdue first. */
function visitedIn({ ledgers }: Assessment, chosen: Chosen): readonly Visited[] {
  return ledgers
    .flatMap(({ ledger, judgements }) =>
      judgements
        .filter((judgement) => isChosen(judgement, chosen))
        .map((judgement) => ({ judgement, sheet: ledger.layout.sheet })),
    )
    .sort((one, other) => one.judgement.daysUntil - other.judgement.daysUntil);
}

const isLive = ({ standing }: Drawdown) => standing === "live";

/** What a run of records stands on. */
interface Desk {
  readonly assessment: Assessment;
  readonly dateSystem: DateSystem;
  /** Names of sheets in lower case; grows by the new ones. */
  readonly taken: Set<string>;
  readonly visits: Visits;
  /** The running number of the first record. */
  readonly firstNumber: number;
}

/** Plans one sheet a customer. */
function planRecords(
  visited: readonly Visited[],
  { assessment, dateSystem, taken, visits, firstNumber }: Desk,
  { type, withHints }: VisitOptions,
): readonly { readonly record: MadeRecord; readonly change: Change }[] {
  const { asOf, settings } = assessment;
  return visited.map(({ judgement, sheet: ledgerSheet }, index) => {
    const { customer, duty } = judgement;
    const name = recordSheetName(customer.name, asOf, taken);
    taken.add(name.toLowerCase());
    const number = `DH-${compactDay(asOf)}-${String(firstNumber + index).padStart(3, "0")}`;
    const recordType = type ?? recordTypeFor(duty.kind);
    const drawdowns = customer.drawdowns.filter(isLive);
    const facts = {
      ...{ judgement, drawdowns, asOf, settings, dateSystem, number, withHints },
      subject: subjectOf(customer.type),
      type: recordType,
      ledger: { sheet: ledgerSheet, row: drawdowns[0]?.row ?? 0 },
      last: lastVisit(customer, visits),
    };
    const record = { sheet: name, customer: customer.name, type: recordType, number };
    return { record, change: { kind: "sheet", after: recordSheet(facts, name) } };
  });
}

/** The visits that were filed, with the records that are still there. */
async function readVisits(workbook: Workbook, survey: WorkbookSurvey, watch: Watch): Promise<Result<Visits, Failure>> {
  const register = await loadRegister(workbook, survey, watch);
  if (!register.ok) return register;
  const records = survey.sheets.flatMap(({ sheet, top }): [string, FilledRecord][] => {
    const record = readFilledRecord(top, sheet, survey.dateSystem);
    return record === undefined ? [] : [[record.number, record]];
  });
  return ok({ lines: register.value?.lines ?? [], records: new Map(records) });
}

const namesOf = ({ sheets }: WorkbookSurvey) => new Set(sheets.map(({ sheet }) => sheet.toLowerCase()));

/** Makes a printable visit record for each customer that is meant, all or none of them. */
export async function makeRecords(
  workbook: Workbook,
  options: VisitOptions,
  watch: Watch,
): Promise<Result<MadeRecords, Failure>> {
  const ground = await layGround(workbook, options, { watch, merges: false });
  if (!ground.ok) return ground;
  const { assessment, survey } = ground.value;
  const visited = visitedIn(assessment, options.chosen);
  if (visited.length === 0) return refused(nobody(options.chosen));
  if (survey.isStructureProtected) return refused({ kind: "structureProtected" });
  const visits = await readVisits(workbook, survey, watch);
  if (!visits.ok) return visits;
  const now = visited.slice(0, MOST_RECORDS);
  const numbers = [...visits.value.records.keys(), ...visits.value.lines.map(({ number }) => number)];
  const firstNumber = nextNumber(assessment.asOf, numbers);
  const { dateSystem } = survey;
  const desk = { assessment, dateSystem, taken: namesOf(survey), visits: visits.value, firstNumber };
  const planned = planRecords(now, desk, options);
  const applied = await workbook.apply(
    planned.map(({ change }) => change),
    watch,
  );
  if (!applied.ok) return applied;
  return ok({
    records: planned.map(({ record }) => record),
    applied: applied.value,
    left: visited.length - now.length,
  });
}

function nobody(chosen: Chosen): Failure {
  return "customer" in chosen ? { kind: "noSuchCustomer", name: chosen.customer } : { kind: "nobodyDue" };
}
