declare const dayBrand: unique symbol;

/** A calendar day as the 1900-system serial number that Excel shows for it: whole, 1 = 1900-01-01, 46349 = 2026-11-23. */
export type Day = number & { readonly [dayBrand]: true };

/** Serial of 0000-03-01: counted from there, leap days end their years. */
const EPOCH = -693_899;
const DAYS_IN_400_YEARS = 146_097;
/** Days by which a serial of the 1904 system is smaller than the same day's 1900 serial. */
export const OFFSET_1904 = 1462;

/** A day as a workbook of that date system counts it. */
export function serialIn(dateSystem: 1900 | 1904, day: Day): number {
  return dateSystem === 1904 ? day - OFFSET_1904 : day;
}

/** The day of a cell's number, its time of day left out; undefined for anything that is no day. */
export function dayOfCell(value: unknown, dateSystem: 1900 | 1904): Day | undefined {
  if (typeof value !== "number" || value < 1) return undefined;
  return daySerial(Math.floor(value) + (dateSystem === 1904 ? OFFSET_1904 : 0));
}

export interface DayParts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly date: number;
}

/** The day with this 1900-system serial number; throws on anything but a whole number. */
export function daySerial(serial: number): Day {
  if (!Number.isInteger(serial)) throw new RangeError(`Expected a whole day serial, got ${String(serial)}`);
  return serial as Day;
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function monthLength(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeap ? 29 : (monthLengths[month - 1] ?? 0);
}

/** The serial of a date that the calendar has. */
function serialOf(year: number, month: number, date: number): Day {
  const from = month > 2 ? year : year - 1;
  const monthFromMarch = month > 2 ? month - 3 : month + 9;
  const leapDays = Math.floor(from / 4) - Math.floor(from / 100) + Math.floor(from / 400);
  return (EPOCH + 365 * from + leapDays + Math.floor((153 * monthFromMarch + 2) / 5) + date - 1) as Day;
}

/** The day of a year, a month (1 to 12) and a date, or undefined where the calendar has no such day. */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  const isWhole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(date);
  return isWhole && date >= 1 && date <= monthLength(year, month) ? serialOf(year, month, date) : undefined;
}

/** The day written as `yyyy-mm-dd`; throws where there is no such day. For constants and tests, never for what a user typed. */
export function day(iso: string): Day {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  const found = parts && dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  if (!found) throw new RangeError(`Expected a day as yyyy-mm-dd, got ${iso}`);
  return found;
}

/** Year, month and date of a day. */
export function dayParts(of: Day): DayParts {
  const days = of - EPOCH;
  const era = Math.floor(days / DAYS_IN_400_YEARS);
  const inEra = days - era * DAYS_IN_400_YEARS;
  const yearInEra = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365,
  );
  const inYear = inEra - (365 * yearInEra + Math.floor(yearInEra / 4) - Math.floor(yearInEra / 100));
  const monthFromMarch = Math.floor((5 * inYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const date = inYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  return { year: yearInEra + era * 400 + (month <= 2 ? 1 : 0), month, date };
}

/** 0 = Sunday to 6 = Saturday. */
export function weekday(of: Day): number {
  return (((of - 1) % 7) + 7) % 7;
}

/** The day so many days later, or earlier when negative. */
export function addDays(to: Day, days: number): Day {
  return daySerial(to + days);
}

/** The same date so many months later, clamped to the month's last day (31 Jan + 1 month = 28 or 29 Feb), as EDATE does. */
export function addMonths(to: Day, months: number): Day {
  const { year, month, date } = dayParts(to);
  const count = year * 12 + month - 1 + months;
  const [targetYear, targetMonth] = [Math.floor(count / 12), (count % 12) + 1];
  return serialOf(targetYear, targetMonth, Math.min(date, monthLength(targetYear, targetMonth)));
}

/** The later of two days; the other where one is not known. */
export function laterDay(one: Day | undefined, other: Day | undefined): Day | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one > other ? one : other;
}

/** `2026-11-23`. */
export function formatDay(of: Day): string {
  const { year, month, date } = dayParts(of);
  return `${String(year)}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}
