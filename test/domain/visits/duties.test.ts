import fc from "fast-check";
import { addDays, addMonths, day, daySerial, formatDay, weekday, type Day } from "../../../src/domain/loan/day";
import { defaultSettings } from "../../../src/domain/settings/defaults";
import { afterInterval, dutyOf, openDuties, statusOf } from "../../../src/domain/visits/clocks";
import type { Clocks } from "../../../src/domain/visits/duty";
import { earlierWorkday, isWorkday, workday } from "../../../src/domain/visits/workdays";
import { ASOF } from "../risk/ledgers";

const { calendar } = defaultSettings;
const idle: Clocks = {
  contactMonths: 3,
  onSiteMonths: 3,
  lastContact: undefined,
  lastOnSite: undefined,
  firstCheckFrom: undefined,
  maturityCheckFor: undefined,
};
const duties = (clocks: Partial<Clocks>) =>
  openDuties({ ...idle, ...clocks }, defaultSettings, ASOF).map(({ kind, due }) => `${kind} ${formatDay(due)}`);

describe("working days", () => {
  it.each([
    ["2026-09-30", 1, "2026-10-08"],
    ["2026-02-13", 1, "2026-02-24"],
    ["2026-11-20", 7, "2026-12-01"],
    ["2026-11-23", -1, "2026-11-20"],
    ["2026-11-21", 0, "2026-11-21"],
  ])("%s and %i working days is %s", (from, days, to) => {
    expect(formatDay(workday(day(from), days, calendar))).toBe(to);
  });

  it.each([
    ["a working day", "2026-11-23", "2026-11-23"],
    ["a Sunday", "2026-11-22", "2026-11-20"],
    ["the last day of 国庆", "2026-10-07", "2026-09-30"],
    ["a Saturday that is worked instead, which WORKDAY cannot know", "2026-10-10", "2026-10-09"],
  ])("%s moves a due day earlier to a working day", (_name, due, to) => {
    expect(formatDay(earlierWorkday(day(due), calendar))).toBe(to);
  });

  it("lie on no weekend and no holiday, and going there and back ends where it began", () => {
    const days = fc.integer({ min: 44_562, max: 47_000 }).map(daySerial);
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 40 }), (from, count) => {
        const start = earlierWorkday(from, calendar);
        const to = workday(start, count, calendar);
        expect([0, 6]).not.toContain(weekday(to));
        expect(isWorkday(to, calendar)).toBe(true);
        expect(workday(to, -count, calendar)).toBe(start);
      }),
    );
  });
});

describe("an interval", () => {
  it.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2026-11-02", 3, "2027-02-02"],
    ["2026-11-02", 0.5, "2026-11-17"],
    ["2026-11-02", 0.1, "2026-11-05"],
  ])("from %s of %d months ends on %s", (last, months, to) => {
    expect(formatDay(afterInterval(day(last), months))).toBe(to);
  });
});

describe("duties", () => {
  it("of a customer never seen are due at once", () => {
    expect(duties({})).toEqual(["neverVisited 2026-11-23"]);
  });

  it("of a new drawdown are the first check, seven working days after it was paid out", () => {
    expect(duties({ firstCheckFrom: day("2026-11-20") })).toEqual(["firstCheck 2026-12-01"]);
  });

  it("end the first check with a visit on site on that day or later, not before", () => {
    const from = day("2026-11-16");
    const visited = (lastOnSite: Day) => duties({ firstCheckFrom: from, lastOnSite, lastContact: lastOnSite });
    expect(visited(addDays(from, -1)).map((text) => text.split(" ")[0])).toContain("firstCheck");
    expect(visited(from).map((text) => text.split(" ")[0])).not.toContain("firstCheck");
  });

  it("are the maturity check thirty days before, until a contact after that day", () => {
    const matures = day("2026-12-31");
    const opens = addDays(matures, -30);
    const contacted = (lastContact: Day) => duties({ maturityCheckFor: matures, lastContact });
    expect(contacted(addDays(opens, -1))[0]).toBe("maturityCheck 2026-12-01");
    expect(contacted(opens).join()).not.toContain("maturityCheck");
  });

  it("fall on a working day and never later than the plain day", () => {
    const days = fc.integer({ min: 45_700, max: 46_349 }).map(daySerial);
    fc.assert(
      fc.property(days, days, fc.constantFrom(0.5, 1, 2, 3, 6, 12), (lastContact, lastOnSite, contactMonths) => {
        const clocks = { ...idle, lastContact, lastOnSite, contactMonths };
        const duty = dutyOf(clocks, defaultSettings, ASOF);
        const plain = Math.min(afterInterval(lastContact, contactMonths), addMonths(lastOnSite, 3));
        expect(isWorkday(duty.due, calendar)).toBe(true);
        expect(duty.due).toBeLessThanOrEqual(plain);
        expect(plain - duty.due).toBeLessThan(12);
      }),
    );
  });
});

describe("the status of a visit", () => {
  it.each([
    [-1, "overdue"],
    [0, "within7"],
    [7, "within7"],
    [8, "within30"],
    [30, "within30"],
    [31, "later"],
  ])("%i days away is %s", (days, status) => {
    expect(statusOf(addDays(ASOF, days), ASOF, defaultSettings.notice)).toBe(status);
  });
});
