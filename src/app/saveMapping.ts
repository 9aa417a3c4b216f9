import { operationOf } from "../domain/change/operation";
import { stateChange } from "../domain/change/stateChange";
import {
  forgetting,
  mappingOf,
  mappingsText,
  parseMappings,
  remembering,
  type Given,
} from "../domain/ledger/columnMapping";
import { ok, type Result } from "../domain/result";
import type { Failure } from "./failure";
import { titledOn } from "./mapping";
import { applyRecorded } from "./recording";
import type { Applied, Watch, Workbook } from "./workbook";

/** Remembers which column each field stands in; undefined forgets it, so that headings decide again. */
export async function saveMapping(
  workbook: Workbook,
  { sheet, given }: { readonly sheet: string; readonly given: Given | undefined },
  watch: Watch,
): Promise<Result<Applied, Failure>> {
  const survey = await workbook.survey({ merges: false });
  if (!survey.ok) return survey;
  const titled = titledOn(survey.value, sheet);
  if (!titled.ok) return titled;
  const state = await workbook.readState("mapping");
  if (!state.ok) return state;
  const { headings } = titled.value;
  const known = parseMappings(state.value);
  const next = given === undefined ? forgetting(known, headings) : remembering(known, mappingOf(headings, given));
  const changes = stateChange("mapping", state.value, mappingsText(next));
  if (changes.length === 0) return ok({ changes: 0, cells: 0 });
  const operation = operationOf("mapping", changes, { ledgers: [] });
  return applyRecorded(workbook, { operation, changes }, watch);
}
