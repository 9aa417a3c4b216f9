import type { Change } from "../domain/change/change";
import { cellsAlone } from "../domain/change/madeSheet";
import type { WorkbookSurvey } from "../domain/ledger/survey";
import { ok, type Result } from "../domain/result";
import { defaultSettings } from "../domain/settings/defaults";
import { settingsEdited } from "../domain/settings/edited";
import { SETTINGS_SHEET } from "../domain/settings/names";
import { readSettings } from "../domain/settings/readSettings";
import { settingsSheetIn } from "../domain/settings/settingsPlace";
import { settingsSheet } from "../domain/settings/settingsSheet";
import type { Failure } from "./failure";
import type { SheetSeen, Workbook } from "./workbook";

/** Whether a workbook has settings, and whether a person changed them. */
export type SettingsState = "absent" | "untouched" | "edited";

interface SettingsClearing {
  readonly changes: readonly Change[];
  readonly state: SettingsState;
}

/** Takes the settings sheet out, under the name that it has now; an edited one stays where that is wanted. */
export async function clearSettings(
  workbook: Workbook,
  survey: WorkbookSurvey,
  keepEdited: boolean,
): Promise<Result<SettingsClearing, Failure>> {
  const name = settingsSheetIn(survey);
  if (name === undefined) return ok({ changes: namesLeft(survey), state: "absent" });
  const seen = await workbook.readSheet(name, []);
  if (!seen.ok) return seen;
  const isEdited = settingsEdited(seen.value?.values ?? [], survey.dateSystem);
  if (isEdited && keepEdited) return ok({ changes: [], state: "edited" });
  const before = { ...draftOf(seen.value, survey), name };
  return ok({ changes: [{ kind: "sheet", before }], state: isEdited ? "edited" : "untouched" });
}

/** Names of a settings sheet that somebody deleted go too; they lead nowhere, so that nothing could put them back. */
export function namesLeft({ ownNames = new Map() }: Pick<WorkbookSurvey, "ownNames">): readonly Change[] {
  if (ownNames.size === 0) return [];
  const names = [...ownNames.keys()].map((name) => ({ name, at: { row: 0, column: 0, rows: 1, columns: 1 } }));
  return [{ kind: "sheet", isFinal: true, before: { ...cellsAlone, name: SETTINGS_SHEET, cells: [], names } }];
}

/** The settings sheet with the cells it has now. */
function draftOf(seen: SheetSeen | undefined, survey: WorkbookSurvey) {
  const read = readSettings(seen?.values ?? [], survey.dateSystem);
  const draft = settingsSheet(read.ok ? read.value : defaultSettings, survey.dateSystem);
  return { ...draft, cells: seen?.contents ?? draft.cells };
}
