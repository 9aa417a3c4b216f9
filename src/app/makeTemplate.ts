import type { SheetDraft } from "../domain/change/change";
import { operationOf } from "../domain/change/operation";
import { startingTemplate } from "../domain/record/startingTemplate";
import { TEMPLATE_SHEET } from "../domain/record/template";
import { ok, refused, type Result } from "../domain/result";
import type { RunOptions } from "./assessment";
import type { Failure } from "./failure";
import { applyRecorded } from "./recording";
import type { Watch, Workbook } from "./workbook";

/** Puts the usual form into the workbook as a template to be changed; a template that is there is never touched. */
export async function makeTemplate(
  workbook: Workbook,
  { today, asOf = today }: RunOptions,
  watch: Watch,
): Promise<Result<SheetDraft, Failure>> {
  const survey = await workbook.survey({ merges: false });
  if (!survey.ok) return survey;
  if (survey.value.isStructureProtected) return refused({ kind: "structureProtected" });
  if (survey.value.sheets.some(({ sheet }) => sheet === TEMPLATE_SHEET)) return refused({ kind: "templateThere" });
  const draft = startingTemplate();
  const changes = [{ kind: "sheet", after: draft }] as const;
  const operation = operationOf("template", changes, { ledgers: [], asOf });
  const applied = await applyRecorded(workbook, { operation, changes }, watch);
  return applied.ok ? ok(draft) : applied;
}
