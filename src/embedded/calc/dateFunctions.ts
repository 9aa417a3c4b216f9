import type { CellError, Scalar } from "../xlsx/model";
import { given, numbersFrom, ofNumbers, type Compute, type Context, type Functions } from "./excelFunction";
import { NotComputable } from "./notComputable";
import { asText, isError, NUMBER, VALUE, type Operand } from "./values";

/** Serial of 1970-01-01 in the 1900 system, and what the 1904 system is behind. */
const UNIX_EPOCH = 25_569;
const OFFSET_1904 = 1_462;
const MILLISECONDS = 86_400_000;
const LAST_SERIAL = 2_958_465;

const epoch = ({ date1904 }: Context) => UNIX_EPOCH - (date1904 ? OFFSET_1904 : 0);

/** Days that stand in Excel's calendar alone. */
const daysOf1900 = {
  0: { year: 1900, month: 0, date: 0 },
  60: { year: 1900, month: 1, date: 29 },
} as const;

/** Serials before March 1900 count a leap day that never was; here they count as Excel shows them. */
function parts(context: Context, serial: number): { year: number; month: number; date: number } {
  const whole = Math.floor(serial);
  if (!context.date1904 && (whole === 0 || whole === 60)) return daysOf1900[whole];
  const shifted = !context.date1904 && whole < 60 ? whole + 1 : whole;
  const at = new Date((shifted - epoch(context)) * MILLISECONDS);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth(), date: at.getUTCDate() };
}

function serialOf(
  context: Context,
  year: number,
  { month, date }: { month: number; date: number },
): number | CellError {
  const serial = Date.UTC(year, month, date) / MILLISECONDS + epoch(context);
  const shown = !context.date1904 && serial < 61 ? serial - 1 : serial;
  return shown < 0 || shown > LAST_SERIAL ? NUMBER : shown;
}

/** A function of one day; a negative one is #NUM!. */
const ofDay = (compute: (context: Context, serial: number) => number): Compute =>
  ofNumbers((context, serial = 0) => (serial < 0 ? NUMBER : compute(context, serial)));

function shiftedMonth(
  context: Context,
  serial: number,
  { months, isEnd }: { months: number; isEnd: boolean },
): number | CellError {
  if (serial < 0) return NUMBER;
  const { year, month, date } = parts(context, serial);
  const last = new Date(Date.UTC(year, month + Math.trunc(months) + 1, 0));
  const to = isEnd ? last.getUTCDate() : Math.min(date, last.getUTCDate());
  return serialOf(context, last.getUTCFullYear(), { month: last.getUTCMonth(), date: to });
}

/** 0 = Sunday to 6 = Saturday. */
function weekday(context: Context, serial: number): number {
  return (((Math.floor(serial) - 1 + (context.date1904 ? OFFSET_1904 : 0)) % 7) + 7) % 7;
}

const none: ReadonlySet<number> = new Set();

function holidaysOf(context: Context, operand: Operand): ReadonlySet<number> {
  if (operand === undefined) return none;
  return context.memo("holidays", operand, () => {
    const days = context.cells(operand).flat();
    return new Set(days.filter((day): day is number => typeof day === "number").map(Math.floor));
  });
}

const isFree = (context: Context, at: number, holidays: ReadonlySet<number>): boolean => {
  const on = weekday(context, at);
  return on === 0 || on === 6 || holidays.has(at);
};

/** The day so many working days on; #NUM! past the last day of the calendar. */
function workday(
  context: Context,
  from: number,
  { days, holidays }: { days: number; holidays: ReadonlySet<number> },
): number | CellError {
  const step = days < 0 ? -1 : 1;
  let at = Math.floor(from);
  for (let left = Math.abs(Math.trunc(days)); left > 0;) {
    at += step;
    if (at < 0 || at > LAST_SERIAL) return NUMBER;
    if (!isFree(context, at, holidays)) left -= 1;
  }
  return at;
}

/** Days that NETWORKDAYS walks at most. */
const LONGEST_SPAN = 1_000_000;

function workdaysBetween(context: Context, [start, end]: readonly [number, number], operand: Operand): Scalar {
  if (Math.abs(end - start) > LONGEST_SPAN) return VALUE;
  const holidays = holidaysOf(context, operand);
  let count = 0;
  for (let at = Math.floor(Math.min(start, end)); at <= Math.max(start, end); at++) {
    if (!isFree(context, at, holidays)) count += 1;
  }
  return start <= end ? count : -count;
}

/** WEEKDAY's first day of the week by its type: 0 = Sunday; the third type counts from 0. */
const weekStarts: Readonly<Record<number, number>> = {
  1: 0,
  2: 1,
  3: 1,
  11: 1,
  12: 2,
  13: 3,
  14: 4,
  15: 5,
  16: 6,
  17: 0,
};

function weekdayOf(context: Context, serial: number, type: number): Scalar {
  const start = weekStarts[Math.trunc(type)];
  if (serial < 0 || start === undefined) return NUMBER;
  return ((weekday(context, serial) - start + 7) % 7) + (Math.trunc(type) === 3 ? 0 : 1);
}

const withinCalendar = (serial: number): Scalar => (serial < 0 || serial > LAST_SERIAL ? NUMBER : serial);

/** The first day of a year's month, 0 = January; the year may be written short: 26 is 1926. */
function firstOf({ date1904 }: Context, year: number, month: number): { year: number; month: number; date: number } {
  return { year: year < (date1904 ? 1904 : 1900) ? year + 1900 : year, month, date: 1 };
}

function dateOf(context: Context, numbers: readonly number[]): Scalar {
  const [year = 0, month = 0, date = 0] = numbers.map(Math.trunc);
  if (year < 0 || year > 9999) return NUMBER;
  // Days are counted on from the first of the month as Excel shows it: its 1900 has a 29 February.
  const { year: full, ...first } = firstOf(context, year, month - 1);
  const start = serialOf(context, full, first);
  return isError(start) ? start : withinCalendar(start + date - 1);
}

/** Days, months or years from one day to a later one, or what is left of them. */
const spans: Readonly<Record<string, (context: Context, from: number, to: number) => number>> = {
  D: (_context, from, to) => to - from,
  M: (context, from, to) => monthsBetween(context, from, to),
  Y: (context, from, to) => Math.floor(monthsBetween(context, from, to) / 12),
  YM: (context, from, to) => monthsBetween(context, from, to) % 12,
};

/** Whole months: the last one counts from the same day of the month on. */
function monthsBetween(context: Context, from: number, to: number): number {
  const [one, other] = [parts(context, from), parts(context, to)];
  return (other.year - one.year) * 12 + other.month - one.month - (other.date < one.date ? 1 : 0);
}

/** MD and YD, of which Excel itself says that they may be wrong, are not computed. https://support.microsoft.com/office/25dba1a4-2812-480b-84dd-8b32a451b35c */
function dateDifference(context: Context, [one, other, unit]: readonly Operand[]): Scalar {
  const numbers = numbersFrom(context, [one, other]);
  const name = asText(context.scalar(unit));
  if (isError(numbers)) return numbers;
  return isError(name) ? name : spanBetween(context, numbers.map(Math.floor), name.toUpperCase());
}

function spanBetween(context: Context, [from = 0, to = 0]: readonly number[], unit: string): Scalar {
  if ([from, to, to - from].map(withinCalendar).some(isError)) return NUMBER;
  if (unit === "MD" || unit === "YD") throw new NotComputable();
  const span = spans[unit];
  return span === undefined ? NUMBER : span(context, from, to);
}

/** Two numbers and a list of holidays. */
const withHolidays =
  (compute: (context: Context, numbers: readonly [number, number], holidays: Operand) => Scalar): Compute =>
  (context, [one, other, holidays]) => {
    const numbers = numbersFrom(context, [one, other]);
    if (isError(numbers)) return numbers;
    const [first = 0, second = 0] = numbers;
    return first < 0 ? NUMBER : compute(context, [first, second], holidays);
  };

/** Functions of days. */
export const dateFunctions: Functions = {
  TODAY: given(0, 0, ({ today }) => today),
  /** The day as it begins: of the hour nothing is known. */
  NOW: given(0, 0, ({ today }) => today),
  DATEDIF: given(3, 3, dateDifference),
  DAYS: given(
    2,
    2,
    ofNumbers((_context, to = 0, from = 0) => Math.floor(to) - Math.floor(from)),
  ),
  DATE: given(
    3,
    3,
    ofNumbers((context, ...numbers) => dateOf(context, numbers)),
  ),
  YEAR: given(
    1,
    1,
    ofDay((context, serial) => parts(context, serial).year),
  ),
  MONTH: given(
    1,
    1,
    ofDay((context, serial) => parts(context, serial).month + 1),
  ),
  DAY: given(
    1,
    1,
    ofDay((context, serial) => parts(context, serial).date),
  ),
  EDATE: given(
    2,
    2,
    ofNumbers((context, serial = 0, months = 0) => shiftedMonth(context, serial, { months, isEnd: false })),
  ),
  EOMONTH: given(
    2,
    2,
    ofNumbers((context, serial = 0, months = 0) => shiftedMonth(context, serial, { months, isEnd: true })),
  ),
  WEEKDAY: given(
    1,
    2,
    ofNumbers((context, serial = 0, type = 1) => weekdayOf(context, serial, type)),
  ),
  WORKDAY: given(
    2,
    3,
    withHolidays((context, [from, days], holidays) =>
      workday(context, from, { days, holidays: holidaysOf(context, holidays) }),
    ),
  ),
  NETWORKDAYS: given(2, 3, withHolidays(workdaysBetween)),
};
