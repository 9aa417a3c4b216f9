import type { Change } from "../domain/change/change";
import { operationOf } from "../domain/change/operation";
import { ok, refused, type Result } from "../domain/result";
import { judge } from "../domain/risk/judge";
import { movements, type Movement } from "../domain/risk/movement";
import type { DateSystem } from "../domain/ledger/survey";
import { applyEdits, fieldsBetween, type Edits } from "../domain/settings/edits";
import { defaultSettings } from "../domain/settings/defaults";
import { SETTINGS_SHEET } from "../domain/settings/names";
import { planSheet } from "../domain/settings/planSheet";
import { settingsSheetIn } from "../domain/settings/settingsPlace";
import { readSettingsSheet, type SettingProblem, type SettingsRead } from "../domain/settings/readSettings";
import type { Settings } from "../domain/settings/settings";
import { HOLIDAY_ROWS, settingsSheet } from "../domain/settings/settingsSheet";
import type { Assessment } from "./assessment";
import type { Failure } from "./failure";
import { applyRecorded } from "./recording";
import type { Applied, SheetSeen, Watch, Workbook } from "./workbook";

/** The settings of the open workbook as they stand, unusable cells included. */
export interface SettingsSeen extends SettingsRead {
  readonly sheet: SheetSeen | undefined;
  /** What the sheet is called now, where it was renamed. */
  readonly name?: string;
  readonly dateSystem: DateSystem;
}

/** Reads the settings sheet alone; the defaults where there is none. */
export async function seeSettings(workbook: Workbook): Promise<Result<SettingsSeen, Failure>> {
  const survey = await workbook.survey({ merges: false });
  if (!survey.ok) return survey;
  const { dateSystem } = survey.value;
  const name = settingsSheetIn(survey.value);
  if (name === undefined) return ok({ ...untouched, sheet: undefined, dateSystem });
  const seen = await workbook.readSheet(name, []);
  if (!seen.ok) return seen;
  return ok({ ...readSettingsSheet(seen.value?.values ?? [], dateSystem, name), sheet: seen.value, name, dateSystem });
}

const untouched: SettingsRead = { settings: defaultSettings, problems: [] };

/** A customer that moves, and on which sheet. */
export interface Moved extends Movement {
  readonly sheet: string;
}

/** Which customers other settings would judge otherwise; pure, over the ledgers that were read. */
export function dryRun({ ledgers, asOf, settings: inForce }: Assessment, settings: Settings): readonly Moved[] {
  return ledgers.flatMap(({ ledger }) =>
    movements(judge(ledger, inForce, asOf), judge(ledger, settings, asOf)).map((movement) => ({
      ...movement,
      sheet: ledger.layout.sheet,
    })),
  );
}

/** Puts edits into the settings sheet, all or nothing; where there is no sheet yet it is made. Refused where anything would be left that cannot be used. */
export async function saveSettings(workbook: Workbook, edits: Edits, watch: Watch): Promise<Result<Applied, Failure>> {
  const seen = await seeSettings(workbook);
  if (!seen.ok) return seen;
  const plan = planEdits(seen.value, edits);
  if (!plan.ok) return plan;
  const changes = plan.value;
  if (changes.length === 0) return ok({ changes: 0, cells: 0 });
  const operation = operationOf("settings", changes, { ledgers: [] });
  return applyRecorded(workbook, { operation, changes }, watch);
}

/** A cell that is refused may be put right by an edit of its field. */
function problemsLeft({ problems, settings }: SettingsSeen, edits: Edits): readonly SettingProblem[] {
  const inCells = problems.filter(
    ({ fields, found }) => found !== undefined && !fields.some((id) => edits.values.has(id)),
  );
  const wrong = applyEdits(settings, edits).wrong.map(({ fields, message }): SettingProblem => ({
    address: SETTINGS_SHEET,
    message,
    fields,
  }));
  return [...inCells, ...wrong];
}

function planEdits(seen: SettingsSeen, edits: Edits): Result<readonly Change[], Failure> {
  const problems = problemsLeft(seen, edits);
  const { settings } = applyEdits(seen.settings, edits);
  const tooMany = settings.calendar.holidays.size > HOLIDAY_ROWS ? [manyHolidays(settings)] : [];
  if (problems.length + tooMany.length > 0)
    return refused({ kind: "badSettings", problems: [...problems, ...tooMany] });
  const { sheet, dateSystem } = seen;
  if (sheet === undefined) {
    return ok([{ kind: "sheet", after: settingsSheet({ ...settings, asOf: undefined }, dateSystem) }]);
  }
  const mended = seen.problems.flatMap(({ fields }) => fields);
  const fields = new Set([...fieldsBetween(seen.settings, settings), ...mended]);
  return ok(planSheet(sheet, { settings, fields, name: seen.name }, dateSystem));
}

function manyHolidays({ calendar }: Settings): SettingProblem {
  const message = `“节假日”有 ${String(calendar.holidays.size)} 天，公式最多看 ${String(HOLIDAY_ROWS)} 天，请先删去早年的`;
  return { address: SETTINGS_SHEET, message, fields: [] };
}
