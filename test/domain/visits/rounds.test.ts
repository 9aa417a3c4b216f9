import fc from "fast-check";
import { addDays, day, formatDay } from "../../../src/domain/loan/day";
import { defaultSettings } from "../../../src/domain/settings/defaults";
import { preferredMethod } from "../../../src/domain/visits/preference";
import { planRounds, type Stop } from "../../../src/domain/visits/rounds";
import { isWorkday } from "../../../src/domain/visits/workdays";

interface Named extends Stop {
  readonly name: string;
}

const { calendar } = defaultSettings;
const MONDAY = day("2026-11-23");
const stop = (name: string, area: string, due: string, manager = "样甲"): Named => ({
  ...{ name, area, manager, due: day(due) },
});
const told = (stops: readonly Named[], aDay = 3) =>
  planRounds(stops, { from: MONDAY, aDay, calendar }).map(
    (round) => `${formatDay(round.day)} ${round.manager} ${round.stops.map(({ name }) => name).join("、")}`,
  );

describe("rounds of visits", () => {
  it("[A27] begin with the most urgent and take along who is due soon in the same area", () => {
    const stops = [
      stop("远", "城东", "2026-12-20"),
      stop("急", "城西", "2026-11-01"),
      stop("近", "城西", "2026-12-10"),
      stop("次", "城东", "2026-11-02"),
    ];
    expect(told(stops)).toEqual(["2026-11-23 样甲 急、近、次", "2026-12-11 样甲 远"]);
    expect(told(stops, 2)).toEqual(["2026-11-23 样甲 急、近", "2026-11-24 样甲 次、远"]);
  });

  it("[A26] hold no more calls than a manager makes a day, each manager's on its own", () => {
    const five = ["一", "二", "三", "四", "五"].map((name) => stop(name, "", "2026-11-01"));
    expect(told([...five, stop("六", "", "2026-11-01", "样乙")], 2)).toEqual([
      "2026-11-23 样甲 一、二",
      "2026-11-23 样乙 六",
      "2026-11-24 样甲 三、四",
      "2026-11-25 样甲 五",
    ]);
  });

  it("call on everybody once, on working days, within the limit", () => {
    const stops = fc.array(
      fc.record({
        name: fc.constant("户"),
        area: fc.constantFrom("", "城东", "城西"),
        manager: fc.constantFrom("样甲", "样乙"),
        due: fc.integer({ min: -200, max: 30 }).map((days) => addDays(MONDAY, days)),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(stops, fc.integer({ min: 1, max: 8 }), fc.integer({ min: 0, max: 6 }), (given, aDay, later) => {
        const rounds = planRounds(given, { from: addDays(MONDAY, later), aDay, calendar });
        const called = rounds.flatMap((round) => round.stops);
        expect(called).toHaveLength(given.length);
        expect(new Set(called)).toEqual(new Set(given));
        expect(rounds.every(({ day: on, stops: calls }) => isWorkday(on, calendar) && calls.length <= aDay)).toBe(true);
        expect(new Set(rounds.map(({ day: on, manager }) => `${String(on)} ${manager}`)).size).toBe(rounds.length);
      }),
    );
  });
});

describe("how a customer likes to be called on", () => {
  it.each([
    ["宜电话", "contact", "电话"],
    ["请用视频联系", "contact", "视频"],
    ["可上门，需预约", "contact", undefined],
    ["宜电话", "onSite", undefined],
    ["宜电话", "firstCheck", undefined],
    [undefined, "contact", undefined],
  ] as const)("[A36] “%s” for %s is %s: nobody talks a visit on site away", (preference, duty, method) => {
    expect(preferredMethod(preference, duty)).toBe(method);
  });
});
