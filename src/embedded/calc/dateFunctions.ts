import type { CellError } from "../xlsx/model";
import type { Context, ExcelFunction } from "./functions";
import { asNumber, isError, NUMBER, VALUE, type Operand } from "./values";

/** Serial of 1970-01-01 in the 1900 system, and what the 1904 system is behind. */
const UNIX_EPOCH = 25_569;
const OFFSET_1904 = 1_462;
const MILLISECONDS = 86_400_000;
const LAST_SERIAL = 2_958_465;

const epoch = ({ date1904 }: Context) => UNIX_EPOCH - (date1904 ? OFFSET_1904 : 0);

/** Serials before March 1900 count a leap day that never was; here they count as Excel shows them. */
function parts(context: Context, serial: number): { year: number; month: number; date: number } {
  const whole = Math.floor(serial);
  if (!context.date1904 && whole === 60) return { year: 1900, month: 1, date: 29 };
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

/** A function of numbers that are days and counts; errors pass through, negative days are #NUM!. */
const ofNumbers =
  (compute: (context: Context, ...numbers: number[]) => number | CellError): ExcelFunction =>
  (context, ...given) => {
    const numbers: number[] = [];
    for (const operand of given) {
      const number = asNumber(context.scalar(operand));
      if (isError(number)) return number;
      numbers.push(number);
    }
    return compute(context, ...numbers);
  };

const ofDay = (compute: (context: Context, serial: number) => number): ExcelFunction =>
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

function holidaysOf(context: Context, operand: Operand): ReadonlySet<number> {
  return context.memo("holidays", operand, () => {
    const days = context.cells(operand).flat();
    return new Set(days.filter((day): day is number => typeof day === "number").map(Math.floor));
  });
}

const none: ReadonlySet<number> = new Set();

/** How far WORKDAY may walk: a year of holidays beyond the days asked for. */
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
    const on = weekday(context, at);
    if (on !== 0 && on !== 6 && !holidays.has(at)) left -= 1;
  }
  return at;
}

/** Functions of days. */
export const dateFunctions: Readonly<Record<string, ExcelFunction>> = {
  TODAY: ({ today }) => today,
  DATE: ofNumbers((context, year = 0, month = 0, date = 0) => {
    const whole = Math.trunc(year);
    const full = whole < (context.date1904 ? 1904 : 1900) ? whole + 1900 : whole;
    return serialOf(context, full, { month: Math.trunc(month) - 1, date: Math.trunc(date) });
  }),
  YEAR: ofDay((context, serial) => parts(context, serial).year),
  MONTH: ofDay((context, serial) => parts(context, serial).month + 1),
  DAY: ofDay((context, serial) => parts(context, serial).date),
  EDATE: ofNumbers((context, serial = 0, months = 0) => shiftedMonth(context, serial, { months, isEnd: false })),
  EOMONTH: ofNumbers((context, serial = 0, months = 0) => shiftedMonth(context, serial, { months, isEnd: true })),
  WEEKDAY: ofNumbers((context, serial = 0, type = 1) => {
    if (serial < 0) return NUMBER;
    const on = weekday(context, serial);
    if (type === 1) return on + 1;
    return type === 2 ? ((on + 6) % 7) + 1 : type === 3 ? (on + 6) % 7 : NUMBER;
  }),
  WORKDAY: (context, from, days, holidays) => {
    const start = asNumber(context.scalar(from));
    const count = asNumber(context.scalar(days));
    if (isError(start)) return start;
    if (isError(count)) return count;
    if (start < 0) return NUMBER;
    return workday(context, start, {
      days: count,
      holidays: holidays === undefined ? none : holidaysOf(context, holidays),
    });
  },
  NETWORKDAYS: (context, from, to, holidays) => {
    const start = asNumber(context.scalar(from));
    const end = asNumber(context.scalar(to));
    if (isError(start)) return start;
    if (isError(end)) return end;
    if (Math.abs(end - start) > 1_000_000) return VALUE;
    const free = holidays === undefined ? none : holidaysOf(context, holidays);
    let count = 0;
    for (let at = Math.floor(Math.min(start, end)); at <= Math.max(start, end); at++) {
      const on = weekday(context, at);
      if (on !== 0 && on !== 6 && !free.has(at)) count += 1;
    }
    return start <= end ? count : -count;
  },
};
