import { cellAddress, type CellValue } from "../ledger/cells";
import type { DateSystem } from "../ledger/survey";
import { dayParts, daySerial, OFFSET_1904, type Day } from "../loan/day";
import { ok, refused, type Result } from "../result";
import { conflictsIn } from "./conflicts";
import { defaultSettings } from "./defaults";
import { wrongWith } from "./field";
import { LABEL_COLUMN, settingField, settingFields, VALUE_COLUMN } from "./fields";
import { ALIAS_LABEL, ALIAS_NAME_LABEL, AS_OF_LABEL, HOLIDAYS_LABEL, WORKED_LABEL } from "./lines";
import { aliasesFrom } from "./managers";
import { SETTINGS_SHEET } from "./names";
import type { Settings, WorkCalendar } from "./settings";

type Cells = readonly (readonly CellValue[])[];

/** A value that cannot be used, and where it stands. */
export interface SettingProblem {
  readonly address: string;
  readonly message: string;
  /** The fields that it concerns, by id. */
  readonly fields: readonly string[];
  /** What stands in the cell. */
  readonly found?: CellValue;
}

/** What a settings sheet says. */
export interface SettingsRead {
  /** Where a value cannot be used, with its default. */
  readonly settings: Settings;
  readonly problems: readonly SettingProblem[];
}

/** 0-based. */
interface Place {
  readonly row: number;
  readonly column: number;
}

const FIRST_SERIAL = 36_526;
const LAST_SERIAL = 73_050;

/** Rows of the sheet by the label in the first column, wherever they were moved. */
export function labelledRows(cells: Cells): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  cells.forEach((row, index) => {
    const label = String(row[LABEL_COLUMN] ?? "").trim();
    if (label !== "" && !rows.has(label)) rows.set(label, index);
  });
  return rows;
}

/** Where a list's heading stands, anywhere outside the first column. */
export function listHeading(cells: Cells, heading: string): Place | undefined {
  const row = cells.findIndex((line) => line.indexOf(heading) > LABEL_COLUMN);
  const column = cells[row]?.indexOf(heading);
  return column === undefined ? undefined : { row, column };
}

/** Reads one sheet; collects what cannot be used. */
class SheetReader {
  readonly problems: SettingProblem[] = [];
  readonly rows: ReadonlyMap<string, number>;
  private readonly cells: Cells;
  private readonly dateSystem: DateSystem;
  private readonly name: string;

  constructor(cells: Cells, dateSystem: DateSystem, name: string) {
    this.cells = cells;
    this.dateSystem = dateSystem;
    this.name = name;
    this.rows = labelledRows(cells);
  }

  fields(): Settings {
    let settings = defaultSettings;
    for (const field of settingFields) {
      const row = this.rows.get(field.label);
      if (row === undefined) continue;
      const at = { row, column: field.column };
      const value = this.at(at);
      const message = wrongWith(field, value);
      if (message === undefined) settings = field.put(settings, value);
      else this.problems.push({ address: this.addressOf(at), message, fields: [field.id], found: value });
    }
    return settings;
  }

  asOf(): Day | undefined {
    const row = this.rows.get(AS_OF_LABEL);
    return row === undefined ? undefined : this.day({ row, column: VALUE_COLUMN }, `“${AS_OF_LABEL}”`);
  }

  calendar(): WorkCalendar {
    const holidays = this.daysUnder(HOLIDAYS_LABEL);
    if (holidays === undefined) return defaultSettings.calendar;
    return calendarOf(holidays, this.daysUnder(WORKED_LABEL) ?? new Set());
  }

  aliases(): Settings["managerAliases"] {
    const alias = listHeading(this.cells, ALIAS_LABEL);
    const name = listHeading(this.cells, ALIAS_NAME_LABEL);
    if (alias === undefined || name === undefined) return defaultSettings.managerAliases;
    const pairs = this.cells.slice(alias.row + 1).map((line, index) => ({
      alias: String(line[alias.column] ?? ""),
      name: String(line[name.column] ?? ""),
      row: alias.row + 1 + index,
    }));
    const { aliases, wrong } = aliasesFrom(pairs);
    for (const { pair, message } of wrong) this.complain({ row: pair.row, column: alias.column }, message);
    return aliases;
  }

  /** Where the cell of a field stands; the sheet where it has none. */
  addressOfField(id: string | undefined): string {
    const field = settingField.get(id ?? "");
    const row = field && this.rows.get(field.label);
    return field === undefined || row === undefined ? this.name : this.addressOf({ row, column: field.column });
  }

  private addressOf({ row, column }: Place): string {
    return `${this.name}!${cellAddress(row, column)}`;
  }

  private at({ row, column }: Place): CellValue {
    return this.cells[row]?.[column] ?? "";
  }

  private complain(at: Place, message: string): void {
    this.problems.push({ address: this.addressOf(at), message, fields: [], found: this.at(at) });
  }

  private day(at: Place, what: string): Day | undefined {
    const value = this.at(at);
    const serial = typeof value === "number" && this.dateSystem === 1904 ? value + OFFSET_1904 : value;
    if (typeof serial === "number" && Number.isInteger(serial) && serial >= FIRST_SERIAL && serial <= LAST_SERIAL) {
      return daySerial(serial);
    }
    this.complain(at, `${what}应为日期（如 2026-11-23），现在是“${String(value)}”`);
    return undefined;
  }

  private daysUnder(heading: string): ReadonlySet<Day> | undefined {
    const head = listHeading(this.cells, heading);
    if (head === undefined) return undefined;
    const below = this.cells
      .slice(head.row + 1)
      .map((_, index) => ({ row: head.row + 1 + index, column: head.column }));
    const days = below.map((at) => (this.at(at) === "" ? undefined : this.day(at, heading)));
    return new Set(days.filter((day) => day !== undefined));
  }
}

/** The calendar of these lists; it covers the years of which it has a holiday. */
export function calendarOf(holidays: ReadonlySet<Day>, workedWeekends: ReadonlySet<Day>): WorkCalendar {
  return { holidays, workedWeekends, years: new Set([...holidays].map((day) => dayParts(day).year)) };
}

/** Reads the settings sheet: every line by its label wherever it was moved, a deleted line as its default; every value that cannot be used, or contradicts another, is named by its cell on the sheet as it is called now. */
export function readSettingsSheet(cells: Cells, dateSystem: DateSystem, name = SETTINGS_SHEET): SettingsRead {
  const sheet = new SheetReader(cells, dateSystem, name);
  const settings: Settings = {
    ...sheet.fields(),
    asOf: sheet.asOf(),
    calendar: sheet.calendar(),
    managerAliases: sheet.aliases(),
  };
  const conflicts = conflictsIn(settings).map(({ fields, message }): SettingProblem => ({
    address: sheet.addressOfField(fields[0]),
    message,
    fields,
  }));
  return { settings, problems: [...sheet.problems, ...conflicts] };
}

/** As `readSettingsSheet`, refused where there is any problem. */
export function readSettings(
  cells: Cells,
  dateSystem: DateSystem,
  name = SETTINGS_SHEET,
): Result<Settings, readonly SettingProblem[]> {
  const { settings, problems } = readSettingsSheet(cells, dateSystem, name);
  return problems.length === 0 ? ok(settings) : refused(problems);
}
