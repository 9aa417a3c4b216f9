import { cellAddress, type CellValue } from "../ledger/cells";
import type { CustomerType } from "../ledger/ledger";
import type { DateSystem } from "../ledger/survey";
import { dayParts, daySerial, OFFSET_1904, type Day } from "../loan/day";
import { yuan } from "../loan/money";
import { ok, refused, type Result } from "../result";
import { riskGroups, type RiskGroup } from "../risk/group";
import { defaultSettings } from "./defaults";
import {
  AS_OF_LABEL,
  customerTypeName,
  HOLIDAYS_LABEL,
  INDUSTRIES_LABEL,
  numberLines,
  optionalHeadings,
  STRICT_LABEL,
  WHOLE_ROW_LABEL,
  WORKED_LABEL,
} from "./lines";
import type { NumberGroup, NumberLine } from "./numberLine";
import { SETTINGS_SHEET } from "./names";
import type { Intervals, Settings, WorkCalendar } from "./settings";
import { LABEL_COLUMN, matrixLabel, ON_SITE_COLUMN, VALUE_COLUMN } from "./settingsSheet";

type Cells = readonly (readonly CellValue[])[];

/** A value that cannot be used, and where it stands. */
export interface SettingProblem {
  readonly address: string;
  readonly message: string;
}

const FIRST_SERIAL = 36_526;
const LAST_SERIAL = 73_050;

/** The sheet's cells, found by the label in the first column; collects what cannot be used. */
class SheetReader {
  readonly problems: SettingProblem[] = [];
  private readonly rows = new Map<string, number>();
  private readonly cells: Cells;
  private readonly dateSystem: DateSystem;

  constructor(cells: Cells, dateSystem: DateSystem) {
    this.cells = cells;
    this.dateSystem = dateSystem;
    cells.forEach((row, index) => {
      const label = String(row[LABEL_COLUMN] ?? "").trim();
      if (label !== "" && !this.rows.has(label)) this.rows.set(label, index);
    });
  }

  /** The value beside a label; undefined where the line was deleted. */
  at(label: string, column = VALUE_COLUMN): { row: number; column: number; value: CellValue } | undefined {
    const row = this.rows.get(label);
    return row === undefined ? undefined : { row, column, value: this.cells[row]?.[column] ?? "" };
  }

  complain({ row, column }: { row: number; column: number }, message: string): void {
    this.problems.push({ address: `${SETTINGS_SHEET}!${cellAddress(row, column)}`, message });
  }

  number(label: string, bounds: { least: number; most: number }, column = VALUE_COLUMN): number | undefined {
    const found = this.at(label, column);
    if (found === undefined) return undefined;
    const { value } = found;
    if (typeof value === "number" && value >= bounds.least && value <= bounds.most) return value;
    const range = `${String(bounds.least)} 到 ${String(bounds.most)}`;
    this.complain(found, `“${label}”应为 ${range} 之间的数，现在是“${String(value)}”`);
    return undefined;
  }

  isOn(label: string): boolean | undefined {
    const found = this.at(label);
    if (found === undefined) return undefined;
    const text = String(found.value).trim();
    if (text === "是" || text === "否") return text === "是";
    this.complain(found, `“${label}”应填 是 或 否，现在是“${text}”`);
    return undefined;
  }

  day(cell: { row: number; column: number; value: CellValue }, what: string): Day | undefined {
    const { value } = cell;
    const serial = typeof value === "number" && this.dateSystem === 1904 ? value + OFFSET_1904 : value;
    if (typeof serial === "number" && Number.isInteger(serial) && serial >= FIRST_SERIAL && serial <= LAST_SERIAL) {
      return daySerial(serial);
    }
    this.complain(cell, `${what}应为日期（如 2026-11-23），现在是“${String(value)}”`);
    return undefined;
  }

  /** The days under a heading that stands anywhere outside the first column. */
  daysUnder(heading: string): ReadonlySet<Day> | undefined {
    const row = this.cells.findIndex((cells) => cells.indexOf(heading) > LABEL_COLUMN);
    const column = this.cells[row]?.indexOf(heading);
    if (column === undefined) return undefined;
    const below = this.cells.slice(row + 1).map((cells) => cells[column] ?? "");
    const days = below.map((value, index) =>
      value === "" ? undefined : this.day({ row: row + 1 + index, column, value }, heading),
    );
    return new Set(days.filter((day) => day !== undefined));
  }
}

function stored(line: NumberLine, value: number): number | undefined {
  if (line.unit === "万元") return yuan(value * 10_000);
  return line.unit === "%" ? Number((value / 100).toPrecision(12)) : value;
}

function numbersOf<Group extends NumberGroup>(sheet: SheetReader, group: Group): Settings[Group] {
  const read = numberLines.flatMap((line): [string, number][] => {
    const value = line.group === group ? sheet.number(line.label, line) : undefined;
    const kept = value === undefined ? undefined : stored(line, value);
    return kept === undefined ? [] : [[line.key, kept]];
  });
  return { ...defaultSettings[group], ...Object.fromEntries(read) };
}

const MONTHS = { least: 0.1, most: 60 };

function intervalsOf(sheet: SheetReader): Settings["intervals"] {
  const read = (group: RiskGroup, type: CustomerType): Intervals => {
    const label = matrixLabel(group, type);
    const fallback = defaultSettings.intervals[group][type];
    return {
      contact: sheet.number(label, MONTHS) ?? fallback.contact,
      onSite: sheet.number(label, MONTHS, ON_SITE_COLUMN) ?? fallback.onSite,
    };
  };
  const types = Object.keys(customerTypeName) as CustomerType[];
  const ofGroup = (group: RiskGroup) => Object.fromEntries(types.map((type) => [type, read(group, type)]));
  return Object.fromEntries(riskGroups.map((group) => [group, ofGroup(group)])) as Settings["intervals"];
}

function calendarOf(sheet: SheetReader): WorkCalendar {
  const holidays = sheet.daysUnder(HOLIDAYS_LABEL);
  if (holidays === undefined) return defaultSettings.calendar;
  const workedWeekends = sheet.daysUnder(WORKED_LABEL) ?? new Set<Day>();
  return { holidays, workedWeekends, years: new Set([...holidays].map((day) => dayParts(day).year)) };
}

function asOfOf(sheet: SheetReader): Day | undefined {
  const found = sheet.at(AS_OF_LABEL);
  return found === undefined ? undefined : sheet.day(found, `“${AS_OF_LABEL}”`);
}

function industriesOf(sheet: SheetReader): readonly string[] {
  const found = sheet.at(INDUSTRIES_LABEL);
  if (found === undefined) return defaultSettings.highRiskIndustries;
  const words = String(found.value).split(/[、,，;；\s]+/);
  return words.filter((word) => word !== "");
}

/** Reads the settings sheet back: every line by its label wherever it was moved, a deleted line as its default; every value that cannot be used is named by its cell. */
export function readSettings(cells: Cells, dateSystem: DateSystem): Result<Settings, readonly SettingProblem[]> {
  const sheet = new SheetReader(cells, dateSystem);
  const modifiers = numbersOf(sheet, "modifiers");
  const settings: Settings = {
    asOf: asOfOf(sheet),
    intervals: intervalsOf(sheet),
    thresholds: numbersOf(sheet, "thresholds"),
    modifiers: { ...modifiers, strictOnSite: sheet.isOn(STRICT_LABEL) ?? modifiers.strictOnSite },
    notice: numbersOf(sheet, "notice"),
    filing: numbersOf(sheet, "filing"),
    visitSignals: numbersOf(sheet, "visitSignals"),
    highRiskIndustries: industriesOf(sheet),
    optionalColumns: new Set(optionalHeadings.filter((heading) => sheet.isOn(`增加列：${heading}`) ?? false)),
    wholeRowColour: sheet.isOn(WHOLE_ROW_LABEL) ?? defaultSettings.wholeRowColour,
    calendar: calendarOf(sheet),
  };
  return sheet.problems.length === 0 ? ok(settings) : refused(sheet.problems);
}
