import type { Day } from "../loan/day";
import { compactDay } from "../record/sheetName";

const startOf = (day: Day) => `DH-${compactDay(day)}-`;

/** The number of a day's record: DH-20261123-001. */
export function recordNumber(day: Day, running: number): string {
  return startOf(day) + String(running).padStart(3, "0");
}

/** The running number that the next record of a day gets, after all that are there. */
export function nextNumber(day: Day, numbers: Iterable<string>): number {
  const start = startOf(day);
  let next = 1;
  for (const number of numbers) {
    if (number.startsWith(start)) next = Math.max(next, Number(number.slice(start.length)) + 1);
  }
  return next;
}
