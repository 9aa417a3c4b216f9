import type { CellValue } from "../ledger/cells";
import type { Day } from "../loan/day";
import { conflictsIn, type Conflict } from "./conflicts";
import { wrongWith } from "./field";
import { settingField, settingFields } from "./fields";
import { calendarOf } from "./readSettings";
import type { Settings } from "./settings";

/** What is to be set: values by field id, as the sheet shows them, and lists whole. What is not named stays. */
export interface Edits {
  readonly values: ReadonlyMap<string, CellValue>;
  readonly holidays?: ReadonlySet<Day>;
  readonly workedWeekends?: ReadonlySet<Day>;
  readonly managerAliases?: Settings["managerAliases"];
}

export const noEdits: Edits = { values: new Map() };

function setValues(settings: Settings, { values }: Edits): { settings: Settings; wrong: readonly Conflict[] } {
  const wrong: Conflict[] = [];
  let next = settings;
  for (const [id, value] of values) {
    const field = settingField.get(id);
    const message = field === undefined ? `没有“${id}”这一项设置` : wrongWith(field, value);
    if (message !== undefined) wrong.push({ fields: [id], message });
    else if (field !== undefined) next = field.put(next, value);
  }
  return { settings: next, wrong };
}

/** Settings with edits made, and what cannot be: a value that is refused is left as it was. */
export function applyEdits(
  before: Settings,
  edits: Edits,
): { readonly settings: Settings; readonly wrong: readonly Conflict[] } {
  const { settings, wrong } = setValues(before, edits);
  const {
    holidays = settings.calendar.holidays,
    workedWeekends = settings.calendar.workedWeekends,
    managerAliases = settings.managerAliases,
  } = edits;
  const next = { ...settings, calendar: calendarOf(holidays, workedWeekends), managerAliases };
  return { settings: next, wrong: [...wrong, ...conflictsIn(next)] };
}

/** The ids of the fields in which two settings differ. */
export function fieldsBetween(one: Settings, other: Settings): readonly string[] {
  return settingFields.filter(({ shown }) => shown(one) !== shown(other)).map(({ id }) => id);
}
