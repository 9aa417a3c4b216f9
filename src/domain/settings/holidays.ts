import { addDays, day, dayParts, type Day } from "../loan/day";
import type { WorkCalendar } from "./settings";

/** From and to, both free; then the weekend days worked instead. */
interface Year {
  readonly free: readonly (readonly [string, string])[];
  readonly worked: readonly string[];
}

/** Public holidays by the State Council's yearly notices. visit-intervals C.2. */
const table: Readonly<Record<number, Year>> = {
  2024: {
    free: [
      ["2024-01-01", "2024-01-01"],
      ["2024-02-10", "2024-02-17"],
      ["2024-04-04", "2024-04-06"],
      ["2024-05-01", "2024-05-05"],
      ["2024-06-08", "2024-06-10"],
      ["2024-09-15", "2024-09-17"],
      ["2024-10-01", "2024-10-07"],
    ],
    worked: [
      "2024-02-04",
      "2024-02-18",
      "2024-04-07",
      "2024-04-28",
      "2024-05-11",
      "2024-09-14",
      "2024-09-29",
      "2024-10-12",
    ],
  },
  2025: {
    free: [
      ["2025-01-01", "2025-01-01"],
      ["2025-01-28", "2025-02-04"],
      ["2025-04-04", "2025-04-06"],
      ["2025-05-01", "2025-05-05"],
      ["2025-05-31", "2025-06-02"],
      ["2025-10-01", "2025-10-08"],
    ],
    worked: ["2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"],
  },
  2026: {
    free: [
      ["2026-01-01", "2026-01-03"],
      ["2026-02-15", "2026-02-23"],
      ["2026-04-04", "2026-04-06"],
      ["2026-05-01", "2026-05-05"],
      ["2026-06-19", "2026-06-21"],
      ["2026-09-25", "2026-09-27"],
      ["2026-10-01", "2026-10-07"],
    ],
    worked: ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"],
  },
};

function* daysBetween([from, to]: readonly [string, string]): Iterable<Day> {
  for (let at = day(from); at <= day(to); at = addDays(at, 1)) yield at;
}

/** The holidays that the settings sheet starts with; the bank adds the coming years. */
export const defaultCalendar: WorkCalendar = {
  holidays: new Set(Object.values(table).flatMap(({ free }) => free.flatMap((span) => [...daysBetween(span)]))),
  workedWeekends: new Set(Object.values(table).flatMap(({ worked }) => worked.map(day))),
  years: new Set(Object.keys(table).map(Number)),
};

/** The days of one year alone. */
export function ofYear(days: ReadonlySet<Day>, year: number): readonly Day[] {
  return [...days].filter((day) => dayParts(day).year === year);
}

/** A calendar's lists with the days of some years replaced by another's. */
export function withYears(
  calendar: Pick<WorkCalendar, "holidays" | "workedWeekends">,
  other: Pick<WorkCalendar, "holidays" | "workedWeekends">,
  years: readonly number[],
): Pick<WorkCalendar, "holidays" | "workedWeekends"> {
  const replaced = (own: ReadonlySet<Day>, given: ReadonlySet<Day>): ReadonlySet<Day> => {
    const kept = [...own].filter((day) => !years.includes(dayParts(day).year));
    return new Set([...kept, ...years.flatMap((year) => ofYear(given, year))]);
  };
  return {
    holidays: replaced(calendar.holidays, other.holidays),
    workedWeekends: replaced(calendar.workedWeekends, other.workedWeekends),
  };
}
