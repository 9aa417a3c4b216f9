import { operationOf } from "../domain/change/operation";
import { normalisedName } from "../domain/ledger/customers";
import { serialIn } from "../domain/loan/day";
import { isOpen, mayBecome, planWarningState, type ReportState, type WarningLine } from "../domain/report/warningList";
import { ok, refused, type Result } from "../domain/result";
import type { RunOptions } from "./assessment";
import type { Failure } from "./failure";
import { applyRecorded } from "./recording";
import { loadWarnings, type Warnings } from "./warnings";
import type { Watch, Workbook } from "./workbook";

export interface WarnStateOptions extends RunOptions {
  readonly state: ReportState;
  /** Only the warnings of this customer, by name; undefined: of all. */
  readonly customer?: string;
}

/** The warnings that are not carried out yet, of one customer or of all; refused where there are none. */
function openOf(
  warnings: Warnings | undefined,
  customer: string | undefined,
): Result<{ readonly place: Warnings["place"]; readonly open: readonly WarningLine[] }, Failure> {
  const isMeant = (name: string) => customer === undefined || normalisedName(name) === normalisedName(customer);
  const open = (warnings?.lines ?? []).filter((line) => isOpen(line) && isMeant(line.customer));
  if (warnings === undefined || open.length === 0) return refused({ kind: "noWarningLine", name: customer ?? "" });
  return ok({ place: warnings.place, open });
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
  const found = openOf(loaded.value, customer);
  if (!found.ok) return found;
  const { place, open } = found.value;
  const moving = open.filter((line) => mayBecome(line, state));
  if (moving.length === 0) return ok([]);
  const day = asOf ?? today;
  const serial = serialIn(survey.value.dateSystem, day);
  const changes = moving.flatMap((line) => planWarningState(place, line, { state, serial }));
  const operation = operationOf("report", changes, { ledgers: [], asOf: day });
  const applied = await applyRecorded(workbook, { operation, changes }, watch);
  return applied.ok ? ok(moving.map(({ number }) => number)) : applied;
}
