import { takenNames } from "../domain/record/sheetName";
import { ok, type Result } from "../domain/result";
import type { Day } from "../domain/loan/day";
import { sampleLedger } from "../domain/sample/sampleLedger";
import type { Failure } from "./failure";
import type { Watch, Workbook } from "./workbook";

/** Puts the sample ledger into a new sheet of its own and shows it; the sheet gets a number where its name is taken. */
export async function insertSample(
  workbook: Workbook,
  today: Day,
  watch: Watch,
): Promise<Result<{ readonly sheet: string }, Failure>> {
  const survey = await workbook.survey({ merges: false });
  if (!survey.ok) return survey;
  const draft = sampleLedger(today, survey.value.dateSystem);
  const taken = takenNames(survey.value);
  let sheet = draft.name;
  for (let number = 2; taken.has(sheet.toLowerCase()); number++) sheet = `${draft.name} ${String(number)}`;
  const applied = await workbook.apply([{ kind: "sheet", after: { ...draft, name: sheet } }], watch);
  if (!applied.ok) return applied;
  const shown = await workbook.goTo(sheet, 0, 0);
  return shown.ok ? ok({ sheet }) : shown;
}
