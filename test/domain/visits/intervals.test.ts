import fc from "fast-check";
import type { CustomerType, Drawdown } from "../../../src/domain/ledger/ledger";
import { addDays, addMonths, day, daySerial, type Day } from "../../../src/domain/loan/day";
import { riskGroups, type RiskGroup } from "../../../src/domain/risk/group";
import { defaultSettings } from "../../../src/domain/settings/defaults";
import type { Settings } from "../../../src/domain/settings/settings";
import { industryTest, intervalsOf } from "../../../src/domain/visits/intervals";
import { ASOF, judgedOne } from "../risk/ledgers";

const types: readonly CustomerType[] = ["corporate", "smallBusiness", "soleTrader", "consumer"];

const [ordinary] = judgedOne({}).customer.drawdowns;
if (ordinary === undefined) throw new Error("an ordinary customer has a drawdown");

interface Case {
  readonly group?: RiskGroup;
  readonly type?: CustomerType;
  readonly balance?: number;
  readonly drawdown?: Partial<Drawdown>;
  readonly settings?: Settings;
}

const LONG_AGO = day("2023-01-10");
const FAR_AWAY = day("2029-01-10");

/** Contact and on-site months of a customer with one drawdown, old and long unless told otherwise. */
function months({
  group = "B",
  type = "smallBusiness",
  balance = 100,
  drawdown = {},
  settings = defaultSettings,
}: Case) {
  const live = [{ ...ordinary, disbursed: LONG_AGO, matures: FAR_AWAY, industry: undefined, ...drawdown } as Drawdown];
  const customer = { key: "name:样品", name: "样品", type, drawdowns: live };
  const subject = { customer, live, group, balance, asOf: ASOF };
  const { contact, onSite } = intervalsOf(subject, settings, industryTest(settings.highRiskIndustries));
  return `${String(contact)}/${String(onSite)}`;
}

describe("[C.2] the matrix of group and customer type", () => {
  const matrix: Readonly<Record<RiskGroup, readonly string[]>> = {
    A: ["3/3", "3/6", "3/6", "3/12"],
    B: ["3/3", "3/3", "3/3", "3/6"],
    C: ["1/2", "1/2", "1/2", "1/2"],
    D: ["0.5/1", "0.5/1", "0.5/1", "1/2"],
    E: ["0.5/1", "0.5/1", "0.5/1", "0.5/2"],
  };
  it.each(riskGroups)("group %s", (group) => {
    expect(types.map((type) => months({ group, type }))).toEqual(matrix[group]);
  });
});

describe("[C.2] modifiers take the minimum", () => {
  const { modifiers } = defaultSettings;
  const with_ = (changes: Partial<Settings["modifiers"]>): Settings => ({
    ...defaultSettings,
    modifiers: { ...modifiers, ...changes },
  });
  const cases: readonly [string, Case, string][] = [
    ["a high-risk industry in B", { drawdown: { industry: "建筑施工" } }, "3/2"],
    ["a high-risk industry in C", { group: "C", drawdown: { industry: "建筑施工" } }, "1/1"],
    ["any other industry", { drawdown: { industry: "纺织" } }, "3/3"],
    ["a balance of 500万 exactly", { balance: 500_000_000 }, "3/2"],
    ["a 分 less", { balance: 499_999_999 }, "3/3"],
    [
      "a first drawdown of just under twelve months",
      { drawdown: { disbursed: addDays(addMonths(ASOF, -12), 1) } },
      "3/2",
    ],
    ["of twelve months to the day", { drawdown: { disbursed: addMonths(ASOF, -12) } }, "3/3"],
    ["of an unknown day", { drawdown: { disbursed: undefined } }, "3/3"],
    ["a maturity in ninety days", { drawdown: { matures: addDays(ASOF, 90) } }, "1/1"],
    ["in ninety-one", { drawdown: { matures: addDays(ASOF, 91) } }, "3/3"],
    ["today", { drawdown: { matures: ASOF } }, "1/1"],
    ["yesterday", { drawdown: { matures: addDays(ASOF, -1) } }, "3/3"],
    [
      "a loan of six months",
      { type: "consumer", drawdown: { disbursed: LONG_AGO, matures: addMonths(LONG_AGO, 6) } },
      "1/3",
    ],
    [
      "of six months and a day",
      { type: "consumer", drawdown: { disbursed: LONG_AGO, matures: addDays(addMonths(LONG_AGO, 6), 1) } },
      "3/6",
    ],
    ["the switch 严格2–3月上门", { group: "A", type: "consumer", settings: with_({ strictOnSite: true }) }, "3/3"],
    ["nothing that would lengthen", { group: "E", balance: 500_000_000 }, "0.5/1"],
  ];
  it.each(cases)("%s", (_name, given, expected) => {
    expect(months(given)).toBe(expected);
  });

  it("never lengthen an interval, whatever comes together", () => {
    const days = fc.integer({ min: 44_000, max: 48_000 }).map(daySerial);
    const some = fc.record({
      group: fc.constantFrom(...riskGroups),
      type: fc.constantFrom(...types),
      balance: fc.integer({ min: 0, max: 1_000_000_000 }),
      drawdown: fc.record({ disbursed: days, matures: days, industry: fc.constantFrom("建筑", "纺织", undefined) }),
    });
    fc.assert(
      fc.property(some, (given) => {
        const [contact = 0, onSite = 0] = months(given).split("/").map(Number);
        const plain = defaultSettings.intervals[given.group][given.type];
        expect(contact).toBeLessThanOrEqual(plain.contact);
        expect(onSite).toBeLessThanOrEqual(plain.onSite);
        expect(Math.min(contact, onSite)).toBeGreaterThan(0);
      }),
    );
  });
});

describe("[C.2] new customers by the calendar", () => {
  it("are new exactly while a year has not passed", () => {
    const around: readonly Day[] = Array.from({ length: 21 }, (_, index) => addDays(addMonths(ASOF, -12), index - 10));
    for (const disbursed of around) {
      const isNew = disbursed > addMonths(ASOF, -12);
      expect(months({ drawdown: { disbursed } })).toBe(isNew ? "3/2" : "3/3");
    }
  });
});
