import type { Change } from "../domain/change/change";
import { OFFSET_1904, type Day } from "../domain/loan/day";
import type { DateSystem, WorkbookSurvey } from "../domain/ledger/survey";
import { ok, refused, type Result } from "../domain/result";
import { defaultSettings } from "../domain/settings/defaults";
import { planSheet } from "../domain/settings/planSheet";
import { readSettings } from "../domain/settings/readSettings";
import type { Settings } from "../domain/settings/settings";
import { AS_OF_NAME, SETTINGS_SHEET, settingNames } from "../domain/settings/names";
import { settingsSheet } from "../domain/settings/settingsSheet";
import type { Failure } from "./failure";
import type { SheetSeen, Workbook } from "./workbook";

/** The settings in force, and the sheet they came from; no sheet before the first run. */
export interface SettingsInForce {
  readonly settings: Settings;
  readonly sheet: SheetSeen | undefined;
}

/** Reads the settings sheet; the defaults where there is none, a failure that names the cell where it holds something unusable. */
export async function loadSettings(
  workbook: Workbook,
  survey: WorkbookSurvey,
): Promise<Result<SettingsInForce, Failure>> {
  if (survey.sheets.every(({ sheet }) => sheet !== SETTINGS_SHEET)) {
    return ok({ settings: defaultSettings, sheet: undefined });
  }
  const seen = await workbook.readSheet(SETTINGS_SHEET, settingNames);
  if (!seen.ok) return seen;
  const sheet = seen.value;
  const read = readSettings(sheet?.values ?? [], survey.dateSystem);
  return read.ok ? ok({ settings: read.value, sheet }) : refused({ kind: "badSettings", problems: read.because });
}

/** The changes that make the settings sheet say what a run judges by: the sheet itself at the first run, lines that an older sheet lacks, and a day of reference that was asked for. */
export function planSettings(
  { settings, sheet }: SettingsInForce,
  asOf: Day | undefined,
  dateSystem: DateSystem,
): Result<readonly Change[], Failure> {
  if (sheet === undefined) {
    return ok([{ kind: "sheet", after: settingsSheet({ ...settings, asOf }, dateSystem) }]);
  }
  const missing = settingNames.find((name) => !sheet.names.has(name));
  if (missing !== undefined) {
    const message = `名称“${missing}”已被删除，公式无法计算。请先清除标注，再重新标注。`;
    return refused({ kind: "badSettings", problems: [{ address: SETTINGS_SHEET, message }] });
  }
  const missingLines = planSheet(sheet, { settings, fields: new Set() }, dateSystem);
  const day = asOf === undefined ? [] : planAsOf(sheet, dateSystem === 1904 ? asOf - OFFSET_1904 : asOf);
  return ok([...missingLines, ...day]);
}

/** The change that puts a day of reference, as the workbook's serial number, into its cell. */
function planAsOf(sheet: SheetSeen, serial: number): readonly Change[] {
  const at = sheet.names.get(AS_OF_NAME);
  const before = at === undefined ? serial : (sheet.contents[at.row]?.[at.column] ?? "");
  if (at === undefined || before === serial) return [];
  return [
    { kind: "cells", sheet: SETTINGS_SHEET, column: at.column, firstRow: at.row, before: [before], after: [serial] },
  ];
}
