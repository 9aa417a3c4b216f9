import type { SheetDraft } from "../domain/change/change";
import { operationOf } from "../domain/change/operation";
import { filedRecords } from "../domain/filing/lastVisit";
import { customerSheetName } from "../domain/record/sheetName";
import { CUSTOMER_PREFIX, customerSheet } from "../domain/report/customerSheet";
import { ok, refused, type Result } from "../domain/result";
import { layGround } from "./assess";
import type { RunOptions } from "./assessment";
import type { Failure } from "./failure";
import { applyRecorded } from "./recording";
import { readVisits } from "./register";
import type { Watch, Workbook } from "./workbook";

export interface CardOptions extends RunOptions {
  /** By name or key. */
  readonly customer: string;
}

/** Makes a sheet of all that is known of one customer; a later one stands beside it. */
export async function makeCard(
  workbook: Workbook,
  options: CardOptions,
  watch: Watch,
): Promise<Result<SheetDraft, Failure>> {
  const ground = await layGround(workbook, options, { watch, merges: false });
  if (!ground.ok) return ground;
  const { assessment, survey } = ground.value;
  if (survey.isStructureProtected) return refused({ kind: "structureProtected" });
  const judgement = assessment.ledgers
    .flatMap(({ judgements }) => judgements)
    .find(({ customer }) => customer.name === options.customer || customer.key === options.customer);
  if (judgement === undefined) return refused({ kind: "noSuchCustomer", name: options.customer });
  const visits = await readVisits(workbook, survey, watch);
  if (!visits.ok) return visits;
  const { customer } = judgement;
  const facts = {
    judgement,
    drawdowns: customer.drawdowns.filter(({ standing }) => standing === "live"),
    asOf: assessment.asOf,
    dateSystem: survey.dateSystem,
    visits: filedRecords(customer, visits.value),
  };
  const taken = new Set(survey.sheets.map(({ sheet }) => sheet.toLowerCase()));
  const draft = customerSheet(
    facts,
    customerSheetName(customer.name, assessment.asOf, { prefix: CUSTOMER_PREFIX, taken }),
  );
  const changes = [{ kind: "sheet", after: draft }] as const;
  const operation = operationOf("card", changes, { ledgers: [], asOf: assessment.asOf });
  const applied = await applyRecorded(workbook, { operation, changes, withoutUndo: true }, watch);
  return applied.ok ? ok(draft) : applied;
}
