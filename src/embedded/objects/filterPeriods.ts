import type { Scalar } from "../xlsx/model";
import type { Host } from "./host";

const UNIX_EPOCH = 25_569;
const OFFSET_1904 = 1_462;
const MILLISECONDS = 86_400_000;
const WEEK = 7;

type Test = (cell: { readonly value: Scalar | undefined }) => boolean;

const numeric =
  (test: (value: number) => boolean): Test =>
  ({ value }) =>
    typeof value === "number" && test(value);

function averageTest(cells: readonly { readonly value: Scalar | undefined }[], isAbove: boolean): Test {
  const numbers = cells.flatMap(({ value }) => (typeof value === "number" ? [value] : []));
  const average = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  return numeric((value) => (isAbove ? value > average : value < average));
}

/** Months per unit that months make. */
const monthsIn = { Month: 1, Quarter: 3, Year: 12 } as const;
const steps = { last: -1, this: 0, next: 1 } as const;

/** The calendar of a workbook: days as its serial numbers. */
class Calendar {
  private readonly epoch: number;
  readonly today: number;

  constructor(host: Host) {
    this.epoch = UNIX_EPOCH - (host.book.date1904 ? OFFSET_1904 : 0);
    this.today = Number(host.evaluate("TODAY()"));
  }
  monthOf(serial: number): number {
    return new Date((Math.floor(serial) - this.epoch) * MILLISECONDS).getUTCMonth();
  }
  /** The first day of a unit that so many months make, some units away from today's. */
  start(months: number, away: number): number {
    const at = new Date((this.today - this.epoch) * MILLISECONDS);
    const month = Math.floor(at.getUTCMonth() / months) * months + away * months;
    return Date.UTC(at.getUTCFullYear(), month, 1) / MILLISECONDS + this.epoch;
  }
  /** Weeks begin on Sunday. */
  week(away: number): number {
    const at = new Date((this.today - this.epoch) * MILLISECONDS);
    return this.today - at.getUTCDay() + away * WEEK;
  }
}

/** The days of a period as the file names it, from the first to before the last; undefined for one of another kind. */
function periodOf(calendar: Calendar, type: string): readonly [number, number] | undefined {
  const { today } = calendar;
  const single = { yesterday: -1, today: 0, tomorrow: 1 }[type];
  if (single !== undefined) return [today + single, today + single + 1];
  if (type === "yearToDate") return [calendar.start(monthsIn.Year, 0), today + 1];
  const [, which, unit] = /^(last|this|next)(Week|Month|Quarter|Year)$/.exec(type) ?? [];
  if (which === undefined) return undefined;
  const away = steps[which as keyof typeof steps];
  if (unit === "Week") return [calendar.week(away), calendar.week(away + 1)];
  const months = monthsIn[unit as keyof typeof monthsIn];
  return [calendar.start(months, away), calendar.start(months, away + 1)];
}

/** What a criterion such as "thisMonth", "M2" or "aboveAverage" shows, on the day that it is. */
export function dynamicTest(host: Host, cells: readonly { readonly value: Scalar | undefined }[], type: string): Test {
  if (type.endsWith("Average")) return averageTest(cells, type === "aboveAverage");
  const calendar = new Calendar(host);
  const period = periodOf(calendar, type);
  if (period !== undefined) return numeric((value) => value >= period[0] && value < period[1]);
  const [, kind, number] = /^([MQ])(\d+)$/.exec(type) ?? [];
  const size = kind === "Q" ? monthsIn.Quarter : 1;
  return numeric((value) => Math.floor(calendar.monthOf(value) / size) === Number(number) - 1);
}
