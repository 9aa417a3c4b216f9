import { addDays, weekday, type Day } from "../loan/day";
import type { WorkCalendar } from "../settings/settings";

/**
 * Monday to Friday and no public holiday. A weekend day that is worked instead (调休) counts as free:
 * Excel's WORKDAY cannot express it, and a due day that is a little earlier is never wrong.
 */
export function isWorkday(day: Day, { holidays }: WorkCalendar): boolean {
  const on = weekday(day);
  return on !== 0 && on !== 6 && !holidays.has(day);
}

/** The day so many working days later, or earlier when negative; as Excel's WORKDAY counts. */
export function workday(from: Day, days: number, calendar: WorkCalendar): Day {
  const step = days < 0 ? -1 : 1;
  let at = from;
  for (let left = Math.abs(days); left > 0;) {
    at = addDays(at, step);
    if (isWorkday(at, calendar)) left -= 1;
  }
  return at;
}

/** The day itself where it is a working day, else the working day before it. */
export function earlierWorkday(day: Day, calendar: WorkCalendar): Day {
  return workday(addDays(day, 1), -1, calendar);
}

/** Working days after one day up to another; 0 where the other is not later. */
export function distanceInWorkdays(from: Day, to: Day, calendar: WorkCalendar): number {
  let count = 0;
  for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (isWorkday(at, calendar)) count += 1;
  return count;
}
