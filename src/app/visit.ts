import type { SheetDraft } from "../domain/change/change";
import { operationOf } from "../domain/change/operation";
import { hasOpenRecord, type Visits } from "../domain/filing/lastVisit";
import { nextNumber } from "../domain/filing/nextNumber";
import { newestRecords } from "../domain/filing/recordPlaces";
import { isCalled } from "../domain/ledger/customers";
import type { Customer } from "../domain/ledger/ledger";
import { scopeTest, type Scope } from "../domain/record/scope";
import type { RecordType, Subject } from "../domain/record/variant";
import { takenNames } from "../domain/record/sheetName";
import { ok, refused, type Result } from "../domain/result";
import type { Judgement } from "../domain/risk/judgement";
import { layGround, type Groundwork } from "./assess";
import type { Assessment, RunOptions } from "./assessment";
import type { Failure } from "./failure";
import { noSuchCustomer } from "./nobody";
import {
  planRecords,
  readBackgrounds,
  readOwnForm,
  type Desk,
  type MadeRecord,
  type Making,
  type PlannedRecord,
  type Visited,
} from "./planRecords";
import { planLinks } from "./recordLinks";
import { applyRecorded } from "./recording";
import { readVisits } from "./records";
import type { Applied, Watch, Workbook } from "./workbook";

/** Whose records are made: one customer by name or key, some by their keys, or all whose visit is due within so many days. */
export type Chosen =
  | { readonly customer: string }
  /** By their keys. */
  | { readonly customers: ReadonlySet<string> }
  /** 0 for those overdue alone. */
  | { readonly dueWithin: number }
  /** Those that a sudden event hits. */
  | { readonly scope: Scope };

export interface VisitOptions extends RunOptions {
  readonly chosen: Chosen;
  /** Instead of the one that the duty asks for. */
  readonly type?: RecordType;
  /** Of single customers, by name or key; goes before `type`. */
  readonly types?: ReadonlyMap<string, RecordType>;
  /** Instead of the questions that the customer's kind asks for. */
  readonly subject?: Subject;
  readonly withHints: boolean;
  /** Whether the built-in form is used although the workbook has a form of the bank. */
  readonly isBuiltIn?: boolean;
}

/** What a run made. */
export interface MadeRecords {
  readonly records: readonly MadeRecord[];
  readonly applied: Applied;
  /** The sheets as they were made, by which they can be taken back. */
  readonly drafts: readonly SheetDraft[];
  /** Customers that are due but were left for another run. */
  readonly left: number;
}

/** Records that one run makes at most. */
export const MOST_RECORDS = 200;

function isChosen(judgement: Judgement, chosen: Chosen, isHit: (customer: Customer) => boolean): boolean {
  if ("customer" in chosen) {
    return isCalled(judgement.customer, chosen.customer);
  }
  if ("scope" in chosen) return isHit(judgement.customer);
  if ("customers" in chosen) return chosen.customers.has(judgement.customer.key);
  const { daysUntil, status } = judgement;
  if (status === "deferred") return false;
  return chosen.dueWithin === 0 ? daysUntil < 0 : daysUntil <= chosen.dueWithin;
}

/** The customers that are meant, the longest overdue first. */
function visitedIn({ ledgers }: Assessment, chosen: Chosen): readonly Visited[] {
  const customers = ledgers.flatMap(({ ledger }) => ledger.customers);
  const isHit = "scope" in chosen ? scopeTest(chosen.scope, customers) : () => false;
  return ledgers
    .flatMap(({ ledger, judgements }) =>
      judgements
        .filter((judgement) => isChosen(judgement, chosen, isHit))
        .map((judgement) => ({ judgement, layout: ledger.layout })),
    )
    .sort((one, other) => one.judgement.daysUntil - other.judgement.daysUntil);
}

/** What the records of a run are planned from. */
export interface Meant {
  readonly ground: Groundwork;
  readonly visits: Visits;
  /** Those that this run makes, in the order of their sheets. */
  readonly now: readonly Visited[];
  /** Customers that are due but are left for another run. */
  readonly left: number;
}

/** Finds for whom a run makes records, in the order of their sheets; merged cells are looked at only on a run that will write. */
export async function findMeant(
  workbook: Workbook,
  options: RunOptions & Pick<VisitOptions, "chosen">,
  { watch, merges }: { watch: Watch; merges: boolean },
): Promise<Result<Meant, Failure>> {
  const ground = await layGround(workbook, options, { watch, merges });
  if (!ground.ok) return ground;
  const { survey } = ground.value;
  if (survey.isStructureProtected) return refused({ kind: "structureProtected" });
  const visits = await readVisits(workbook, survey, watch);
  if (!visits.ok) return visits;
  const { assessment } = ground.value;
  const visited = withoutRecord(visitedIn(assessment, options.chosen), {
    ...options,
    visits: visits.value,
    assessment,
  });
  if (!visited.ok) return visited;
  const now = visited.value.slice(0, MOST_RECORDS);
  return ok({ ground: ground.value, visits: visits.value, now, left: visited.value.length - now.length });
}

/** Makes a printable visit record for each customer that is meant, all or none of them. In a batch those with a record that is not filed yet are left out. */
export async function makeRecords(
  workbook: Workbook,
  options: VisitOptions,
  watch: Watch,
): Promise<Result<MadeRecords, Failure>> {
  const meant = await findMeant(workbook, options, { watch, merges: true });
  if (!meant.ok) return meant;
  const { ground, visits, now, left } = meant.value;
  const desk = await deskFor(workbook, { ground, visits, now, options }, watch);
  if (!desk.ok) return desk;
  const planned = planRecords(now, desk.value, makingOf(options));
  const applied = await applyRecords(workbook, { ground, planned, now }, watch);
  if (!applied.ok) return applied;
  return ok({
    records: planned.map(({ record }) => record),
    drafts: planned.map(({ draft }) => draft),
    applied: applied.value,
    left,
  });
}

interface Batch {
  readonly ground: Groundwork;
  readonly planned: readonly PlannedRecord[];
  readonly now: readonly Visited[];
}

/** Writes the sheets, and lets the ledgers lead to them. */
async function applyRecords(
  workbook: Workbook,
  { ground, planned, now }: Batch,
  watch: Watch,
): Promise<Result<Applied, Failure>> {
  const made = new Map(now.map(({ judgement }, index) => [judgement.customer, planned[index]?.record]));
  const standing = newestRecords(ground.kept.records);
  const recordOf = (customer: Customer) => made.get(customer) ?? standing(customer);
  const links = await planLinks(workbook, { ground, recordOf }, watch);
  if (!links.ok) return links;
  const sheets = planned.map(({ draft }) => ({ kind: "sheet", after: draft }) as const);
  const changes = [...sheets, ...links.value];
  const { asOf, ledgers } = ground.assessment;
  const operation = operationOf("record", changes, { ledgers: ledgers.map(({ ledger }) => ledger), asOf });
  return applyRecorded(workbook, { operation, changes }, watch);
}

function makingOf({ chosen, type, types, subject, withHints }: VisitOptions): Making {
  const asked = { ...(type && { type }), ...(types && { types }), ...(subject && { subject }) };
  return { withHints, ...asked, ...("scope" in chosen ? { scope: chosen.scope } : {}) };
}

interface Run {
  readonly ground: Groundwork;
  readonly visits: Visits;
  readonly now: readonly Visited[];
  readonly options: VisitOptions;
}

/** Reads what the records of a run stand on. */
async function deskFor(
  workbook: Workbook,
  { ground: { assessment, survey }, visits, now, options }: Run,
  watch: Watch,
): Promise<Result<Desk, Failure>> {
  const backgrounds = await readBackgrounds(workbook, now, watch);
  if (!backgrounds.ok) return backgrounds;
  const template = options.isBuiltIn === true ? ok(undefined) : await readOwnForm(workbook, survey);
  if (!template.ok) return template;
  const numbers = [...visits.records.keys(), ...visits.lines.map(({ number }) => number)];
  return ok({
    ...{ assessment, visits, dateSystem: survey.dateSystem, taken: takenNames(survey) },
    firstNumber: nextNumber(assessment.asOf, numbers),
    backgrounds: backgrounds.value,
    template: template.value,
  });
}

/** Those that are meant; in a batch without those that have an open record. */
function withoutRecord(
  visited: readonly Visited[],
  { chosen, visits, assessment }: { chosen: Chosen; visits: Visits; assessment: Assessment },
): Result<readonly Visited[], Failure> {
  if (visited.length === 0) return refused(nobody(chosen, assessment));
  const isBatch = "dueWithin" in chosen || ("customers" in chosen && chosen.customers.size > 1);
  if (!isBatch) return ok(visited);
  const without = visited.filter(({ judgement }) => !hasOpenRecord(judgement.customer, visits));
  return without.length > 0 ? ok(without) : refused({ kind: "allRecorded", customers: visited.length });
}

function nobody(chosen: Chosen, assessment: Assessment): Failure {
  if ("scope" in chosen) return { kind: "nobodyHit", word: chosen.scope.word };
  return "customer" in chosen ? noSuchCustomer(chosen.customer, assessment) : { kind: "nobodyDue" };
}
