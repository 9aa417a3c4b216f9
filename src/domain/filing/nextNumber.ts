import type { Day } from "../loan/day";
import { compactDay } from "../record/sheetName";

/** The running number that the next record of a day gets, after all that are there. */
export function nextNumber(day: Day, numbers: Iterable<string>): number {
  const start = `DH-${compactDay(day)}-`;
  let next = 1;
  for (const number of numbers) {
    if (number.startsWith(start)) next = Math.max(next, Number(number.slice(start.length)) + 1);
  }
  return next;
}
