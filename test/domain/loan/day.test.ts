import fc from "fast-check";
import { addMonths, day, dayOf, dayParts, daySerial, formatDay, weekday } from "../../../src/domain/loan/day";

const days = fc.integer({ min: 61, max: 110_000 }).map(daySerial);
const MILLISECONDS = 86_400_000;
const calendarDay = (serial: number) => new Date((serial - 25_569) * MILLISECONDS);

describe("a day", () => {
  it("is Excel's serial number of it", () => {
    expect([day("1900-03-01"), day("2000-01-01"), day("2026-11-23")]).toEqual([61, 36_526, 46_349]);
  });

  it("has the parts and the weekday that the calendar gives it, and comes back from them", () => {
    fc.assert(
      fc.property(days, (serial) => {
        const at = calendarDay(serial);
        const parts = { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
        expect(dayParts(serial)).toEqual(parts);
        expect(dayOf(parts.year, parts.month, parts.date)).toBe(serial);
        expect(weekday(serial)).toBe(at.getUTCDay());
        expect(formatDay(serial)).toBe(at.toISOString().slice(0, 10));
      }),
    );
  });

  it.each([
    [2026, 2, 29],
    [2026, 13, 1],
    [2026, 0, 1],
    [2026, 4, 31],
    [2100, 2, 29],
    [2026, 1, 0],
  ])("does not exist on %i-%i-%i", (year, month, date) => {
    expect(dayOf(year, month, date)).toBeUndefined();
  });

  it.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2026-08-31", 6, "2027-02-28"],
    ["2026-12-15", 1, "2027-01-15"],
    ["2026-01-15", -13, "2024-12-15"],
  ])("%s and %i months is %s: clamped to the month's end, as EDATE does", (from, months, to) => {
    expect(formatDay(addMonths(day(from), months))).toBe(to);
  });

  it("and so many months is never in another month than the calendar says", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -60, max: 60 }), (serial, months) => {
        const from = dayParts(serial);
        const to = dayParts(addMonths(serial, months));
        expect(to.year * 12 + to.month).toBe(from.year * 12 + from.month + months);
        expect(to.date === from.date || dayOf(to.year, to.month, to.date + 1) === undefined).toBe(true);
      }),
    );
  });
});
