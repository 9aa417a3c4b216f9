import type { Change } from "../domain/change/change";
import type { DateSystem } from "../domain/ledger/survey";
import { serialIn, type Day } from "../domain/loan/day";
import { ok, refused, type Result } from "../domain/result";
import { AS_OF_NAME, settingNames } from "../domain/settings/names";
import { planSheet } from "../domain/settings/planSheet";
import { settingsSheet } from "../domain/settings/settingsSheet";
import type { Failure } from "./failure";
import type { SettingsInForce } from "./settings";
import type { SheetSeen } from "./workbook";

/** The changes that make the settings sheet say what a run judges by: the sheet itself at the first run, lines that an older sheet lacks, and a day of reference that was asked for. */
export function planSettings(
  { settings, sheet, name: sheetName }: SettingsInForce,
  asOf: Day | undefined,
  dateSystem: DateSystem,
): Result<readonly Change[], Failure> {
  if (sheet === undefined) {
    return ok([{ kind: "sheet", after: settingsSheet({ ...settings, asOf }, dateSystem) }]);
  }
  const missing = settingNames.find((name) => !sheet.names.has(name));
  if (missing !== undefined) {
    const message = `名称“${missing}”已被删除，公式无法计算。请先清除标注，再重新标注。`;
    return refused({ kind: "badSettings", problems: [{ address: sheetName, message }] });
  }
  const missingLines = planSheet(sheet, { settings, fields: new Set(), name: sheetName }, dateSystem);
  const day = asOf === undefined ? [] : planAsOf(sheet, sheetName, serialIn(dateSystem, asOf));
  return ok([...missingLines, ...day]);
}

/** The change that puts a day of reference, as the workbook's serial number, into its cell. */
function planAsOf(sheet: SheetSeen, sheetName: string, serial: number): readonly Change[] {
  const at = sheet.names.get(AS_OF_NAME);
  const before = at === undefined ? serial : (sheet.contents[at.row]?.[at.column] ?? "");
  if (at === undefined || before === serial) return [];
  return [{ kind: "cells", sheet: sheetName, column: at.column, firstRow: at.row, before: [before], after: [serial] }];
}
