import type { WorkbookSurvey } from "../domain/ledger/survey";
import { ok, refused, type Result } from "../domain/result";
import { defaultSettings } from "../domain/settings/defaults";
import { readSettings } from "../domain/settings/readSettings";
import type { Settings } from "../domain/settings/settings";
import { SETTINGS_SHEET, settingNames } from "../domain/settings/names";
import { settingsSheetIn } from "../domain/settings/settingsPlace";
import type { Failure } from "./failure";
import type { SheetSeen, Workbook } from "./workbook";

/** The settings in force, and the sheet they came from; no sheet before the first run. */
export interface SettingsInForce {
  readonly settings: Settings;
  readonly sheet: SheetSeen | undefined;
  /** What the sheet is called, or will be. */
  readonly name: string;
}

/** Reads the settings sheet; the defaults where there is none, a failure that names the cell where it holds something unusable. */
export async function loadSettings(
  workbook: Workbook,
  survey: WorkbookSurvey,
): Promise<Result<SettingsInForce, Failure>> {
  const name = settingsSheetIn(survey);
  if (name === undefined) return ok({ settings: defaultSettings, sheet: undefined, name: SETTINGS_SHEET });
  const seen = await workbook.readSheet(name, settingNames);
  if (!seen.ok) return seen;
  const sheet = seen.value;
  const read = readSettings(sheet?.values ?? [], survey.dateSystem, name);
  return read.ok ? ok({ settings: read.value, sheet, name }) : refused({ kind: "badSettings", problems: read.because });
}
