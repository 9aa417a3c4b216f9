import { operationOf } from "../domain/change/operation";
import { lastCheck } from "../domain/filing/lastVisit";
import { nextNumber, recordNumber } from "../domain/filing/nextNumber";
import { normalisedName } from "../domain/ledger/customers";
import type { GuarantorKind } from "../domain/record/guarantorFacts";
import { guarantorRecord } from "../domain/record/guarantorRecord";
import { guaranteedBy, isGuaranteeCompany } from "../domain/record/guarantees";
import { recordSheetName, takenNames } from "../domain/record/sheetName";
import { ok, refused, type Result } from "../domain/result";
import { layGround } from "./assess";
import type { RunOptions } from "./assessment";
import type { Failure } from "./failure";
import { noSuchGuarantor } from "./nobody";
import { applyRecorded } from "./recording";
import { readVisits } from "./records";
import type { MadeRecords } from "./visit";
import type { Watch, Workbook } from "./workbook";

export interface GuarantorOptions extends RunOptions {
  /** As the ledger writes it. */
  readonly guarantor: string;
  /** Instead of what its name says. */
  readonly kind?: GuarantorKind;
}

/** Makes the record of one guarantor with all that it stands for. practices A48-A52 */
export async function makeGuarantorRecord(
  workbook: Workbook,
  options: GuarantorOptions,
  watch: Watch,
): Promise<Result<MadeRecords, Failure>> {
  const ground = await layGround(workbook, options, { watch, merges: true });
  if (!ground.ok) return ground;
  const { survey, assessment } = ground.value;
  const { asOf, ledgers } = assessment;
  const name = options.guarantor.trim();
  if (survey.isStructureProtected) return refused({ kind: "structureProtected" });
  const guaranteed = guaranteedBy(name, ledgers);
  if (guaranteed.length === 0) return refused(noSuchGuarantor(name, assessment));
  const visits = await readVisits(workbook, survey, watch);
  if (!visits.ok) return visits;
  const numbers = [...visits.value.records.keys(), ...visits.value.lines.map(({ number }) => number)];
  const kind = options.kind ?? (isGuaranteeCompany(name) ? "担保公司" : "保证人");
  const own = ledgers
    .flatMap(({ judgements }) => judgements)
    .find(({ customer }) => normalisedName(customer.name) === normalisedName(name));
  const number = recordNumber(asOf, nextNumber(asOf, numbers));
  const taken = takenNames(survey);
  const sheet = recordSheetName(name, asOf, taken);
  const last = lastCheck(name, visits.value);
  const facts = { name, kind, guaranteed, own, asOf, dateSystem: survey.dateSystem, number, last };
  const draft = guarantorRecord(facts, sheet);
  const changes = [{ kind: "sheet", after: draft }] as const;
  const operation = operationOf("record", changes, { ledgers: [], asOf });
  const applied = await applyRecorded(workbook, { operation, changes }, watch);
  if (!applied.ok) return applied;
  const records = [{ sheet, customer: name, key: name, type: kind, number }];
  return ok({ records, drafts: [draft], applied: applied.value, left: 0 });
}
