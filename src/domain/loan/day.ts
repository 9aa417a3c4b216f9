declare const dayBrand: unique symbol;

/** A calendar day as the 1900-system serial number that Excel shows for it: whole, 1 = 1900-01-01, 46349 = 2026-11-23. */
export type Day = number & { readonly [dayBrand]: true };

const MILLISECONDS = 86_400_000;
/** Serial of 1970-01-01. */
const UNIX_EPOCH = 25_569;
/** Days by which a serial of the 1904 system is smaller than the same day's 1900 serial. */
export const OFFSET_1904 = 1462;

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

/** The day of a year, a month (1 to 12) and a date, or undefined where the calendar has no such day. */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  const at = new Date(Date.UTC(year, month - 1, date));
  const exists = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === date;
  return exists ? daySerial(at.getTime() / MILLISECONDS + UNIX_EPOCH) : undefined;
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
  const at = new Date((of - UNIX_EPOCH) * MILLISECONDS);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
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
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  const clamped = Math.min(date, last.getUTCDate());
  return daySerial(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), clamped) / MILLISECONDS + UNIX_EPOCH);
}

/** `2026-11-23`. */
export function formatDay(of: Day): string {
  const { year, month, date } = dayParts(of);
  return `${String(year)}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}
