import type { Change, SheetDraft } from "../domain/change/change";
import { operationOf } from "../domain/change/operation";
import { isNamed } from "../domain/filing/identity";
import { filedRecords } from "../domain/filing/lastVisit";
import { isCalled } from "../domain/ledger/customers";
import type { Customer } from "../domain/ledger/ledger";
import type { SheetSurvey, WorkbookSurvey } from "../domain/ledger/survey";
import { customerSheetName, takenNames } from "../domain/record/sheetName";
import {
  cardChanges,
  CUSTOMER_PREFIX,
  customerOnCard,
  customerSheet,
  type CustomerFacts,
} from "../domain/report/customerSheet";
import { openWarning } from "../domain/report/warningList";
import type { Judgement } from "../domain/risk/judgement";
import { ok, refused, type Result } from "../domain/result";
import { layGround, type Groundwork } from "./assess";
import type { RunOptions } from "./assessment";
import type { Failure } from "./failure";
import { noSuchCustomer } from "./nobody";
import { applyRecorded } from "./recording";
import { readVisits } from "./records";
import { loadWarnings } from "./warnings";
import type { Watch, Workbook } from "./workbook";

export interface CardOptions extends RunOptions {
  /** By name or key. */
  readonly customer: string;
}

/** A sheet of one customer that was made, or brought up to date where it stands. */
export interface Card {
  readonly draft: SheetDraft;
  readonly isUpdate: boolean;
}

/** Makes a sheet of all that is known of one customer, or brings the one that is there up to date where it stands; what a person wrote into its notes, beside or below it stays. practices A06 */
export async function makeCard(workbook: Workbook, options: CardOptions, watch: Watch): Promise<Result<Card, Failure>> {
  const ground = await layGround(workbook, options, { watch, merges: true });
  if (!ground.ok) return ground;
  const judgement = ground.value.assessment.ledgers
    .flatMap(({ judgements }) => judgements)
    .find(({ customer }) => isCalled(customer, options.customer));
  if (judgement === undefined) return refused(noSuchCustomer(options.customer, ground.value.assessment));
  const facts = await factsOf(workbook, { ground: ground.value, judgement }, watch);
  if (!facts.ok) return facts;
  const { survey, assessment } = ground.value;
  const standing = cardOf(judgement.customer, survey);
  const changes = await planCard(workbook, { facts: facts.value, standing, survey });
  if (!changes.ok) return changes;
  const { draft, planned, isUpdate } = changes.value;
  if (planned.length === 0) return ok({ draft, isUpdate });
  const operation = operationOf("card", planned, { ledgers: [], asOf: assessment.asOf });
  const applied = await applyRecorded(workbook, { operation, changes: planned }, watch);
  return applied.ok ? ok({ draft, isUpdate }) : applied;
}

async function factsOf(
  workbook: Workbook,
  { ground: { assessment, survey }, judgement }: { readonly ground: Groundwork; readonly judgement: Judgement },
  watch: Watch,
): Promise<Result<CustomerFacts, Failure>> {
  const visits = await readVisits(workbook, survey, watch);
  if (!visits.ok) return visits;
  const warnings = await loadWarnings(workbook, survey);
  if (!warnings.ok) return warnings;
  const { customer } = judgement;
  const open = openWarning(customer, warnings.value?.lines ?? []);
  return ok({
    judgement,
    drawdowns: customer.drawdowns.filter(({ standing }) => standing === "live"),
    asOf: assessment.asOf,
    dateSystem: survey.dateSystem,
    visits: filedRecords(customer, visits.value),
    warning: open === undefined ? "" : `${open.number} ${open.state}`,
  });
}

/** The customer's last sheet of this kind. */
function cardOf(customer: Customer, { sheets }: WorkbookSurvey): SheetSurvey | undefined {
  const own = sheets.filter(({ top }) => {
    const named = customerOnCard(top);
    return named !== undefined && isNamed(named, customer);
  });
  return own.at(-1);
}

interface CardPlan {
  readonly draft: SheetDraft;
  readonly planned: readonly Change[];
  readonly isUpdate: boolean;
}

/** Cells of the sheet that is there; a new sheet where there is none or its lines were moved. */
async function planCard(
  workbook: Workbook,
  {
    facts,
    standing,
    survey,
  }: { readonly facts: CustomerFacts; readonly standing: SheetSurvey | undefined; readonly survey: WorkbookSurvey },
): Promise<Result<CardPlan, Failure>> {
  if (standing !== undefined) {
    if (standing.isProtected) return refused({ kind: "sheetProtected", sheet: standing.sheet });
    const seen = await workbook.readSheet(standing.sheet, []);
    if (!seen.ok) return seen;
    const draft = customerSheet(facts, standing.sheet);
    const planned = cardChanges(draft, standing.sheet, seen.value?.contents ?? []);
    if (planned !== undefined) return ok({ draft, planned, isUpdate: true });
  }
  if (survey.isStructureProtected) return refused({ kind: "structureProtected" });
  const taken = takenNames(survey);
  const { customer } = facts.judgement;
  const name = customerSheetName(customer.name, facts.asOf, { prefix: CUSTOMER_PREFIX, taken });
  const draft = customerSheet(facts, name);
  return ok({ draft, planned: [{ kind: "sheet", after: draft }], isUpdate: false });
}
