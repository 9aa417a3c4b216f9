import { operationOf } from "../domain/change/operation";
import { normalisedName } from "../domain/ledger/customers";
import { OFFSET_1904 } from "../domain/loan/day";
import { isOpen, mayBecome, planWarningState, type ReportState } from "../domain/report/warningList";
import { ok, refused, type Result } from "../domain/result";
import type { RunOptions } from "./assessment";
import type { Failure } from "./failure";
import { applyRecorded } from "./recording";
import { loadWarnings } from "./warnings";
import type { Watch, Workbook } from "./workbook";

export interface WarnStateOptions extends RunOptions {
  readonly state: ReportState;
  /** Only the warnings of this customer, by name; undefined: of all. */
  readonly customer?: string;
}

/** Takes reported warnings to a further state, all or nothing; those that are there already stay. Returns the numbers of those that moved. practices A25 */
export async function moveWarnings(
  workbook: Workbook,
  { state, customer, asOf, today }: WarnStateOptions,
  watch: Watch,
): Promise<Result<readonly string[], Failure>> {
  const survey = await workbook.survey({ merges: false });
  if (!survey.ok) return survey;
  const loaded = await loadWarnings(workbook, survey.value);
  if (!loaded.ok) return loaded;
  const isMeant = (name: string) => customer === undefined || normalisedName(name) === normalisedName(customer);
  const open = (loaded.value?.lines ?? []).filter((line) => isOpen(line) && isMeant(line.customer));
  if (loaded.value === undefined || open.length === 0) return refused({ kind: "noWarningLine", name: customer ?? "" });
  const { place } = loaded.value;
  const moving = open.filter((line) => mayBecome(line, state));
  if (moving.length === 0) return ok([]);
  const day = asOf ?? today;
  const serial = survey.value.dateSystem === 1904 ? day - OFFSET_1904 : day;
  const changes = moving.flatMap((line) => planWarningState(place, line, { state, serial }));
  const operation = operationOf("report", changes, { ledgers: [], asOf: day });
  const applied = await applyRecorded(workbook, { operation, changes }, watch);
  return applied.ok ? ok(moving.map(({ number }) => number)) : applied;
}
