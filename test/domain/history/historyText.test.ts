import fc from "fast-check";
import { hashed } from "../../../src/domain/change/hashed";
import { packText, unpackText } from "../../../src/domain/change/packedText";
import { remembering, type Series } from "../../../src/domain/history/history";
import {
  fittingText,
  historyText,
  historyWithout,
  MOST_CHARACTERS,
  parseHistory,
} from "../../../src/domain/history/historyText";
import type { Snapshot, SnapshotLine } from "../../../src/domain/history/snapshot";
import { addDays, day, type Day } from "../../../src/domain/loan/day";
import { loanClasses } from "../../../src/domain/loan/loanClass";
import { money } from "../../../src/domain/loan/money";
import { riskGroups } from "../../../src/domain/risk/group";
import { visitStatuses } from "../../../src/domain/visits/duty";
import { finished } from "../../../src/domain/steps";

const START = day("2025-01-31");

const lines = fc.record({
  group: fc.constantFrom(...riskGroups),
  loanClass: fc.constantFrom(undefined, ...loanClasses),
  balance: fc.integer({ min: -1_000_000, max: 9_000_000_000_000 }).map(money),
  drawdowns: fc.nat(400),
  status: fc.constantFrom(...visitStatuses),
  clauses: fc.uniqueArray(fc.constantFrom("L01", "L14", "R10.3", "F4", "M1"), { maxLength: 4 }),
});

const snapshotAt = (asOf: Day, found: readonly (readonly [string, SnapshotLine])[]): Snapshot => ({
  asOf,
  lines: new Map([...found].sort(([one], [other]) => (one < other ? -1 : 1))),
});

/** A ledger of so many customers, seen so many times; a twentieth of them differs from time to time. */
function series(customers: number, times: number): Series {
  let kept: Series = { sheet: "台账", snapshots: [] };
  for (let time = 0; time < times; time++) {
    const found = Array.from({ length: customers }, (_, at): [string, SnapshotLine] => {
      const moved = at % 20 === time || customers > 10_000 ? time : 0;
      const clauses = at % 3 === 0 ? ["L01", "L10"] : ["B1"];
      const balance = money((parseInt(hashed(`${String(at)} ${String(moved)}`), 36) % 9_000_000) * 10_000);
      return [
        hashed(`id:${String(at)}`),
        { group: "B", loanClass: "pass", balance, drawdowns: 1, status: "later", clauses },
      ];
    });
    kept = remembering(kept, snapshotAt(addDays(START, 31 * time), found));
  }
  return kept;
}

describe("a history as text", () => {
  it("is read back as it was, and is the same text again", () => {
    fc.assert(
      fc.property(fc.array(fc.dictionary(fc.stringMatching(/^[0-9a-z]{9,11}$/), lines), { maxLength: 5 }), (found) => {
        const snapshots = found.map((one, at) => snapshotAt(addDays(START, -at), Object.entries(one)));
        const history = [{ sheet: "台账 & 明细", snapshots }];
        const text = historyText(history);
        expect(parseHistory(text)).toEqual(snapshots.length === 0 ? [] : history);
        expect(historyText(parseHistory(text))).toBe(text);
      }),
      { numRuns: 60 },
    );
  });

  it("loses a day as if it had never been", () => {
    const two = series(200, 2);
    const one = { ...two, snapshots: two.snapshots.slice(1) };
    expect(historyWithout(historyText([two]) ?? "", addDays(START, 31))).toBe(historyText([one]));
    expect(historyWithout(historyText([one]) ?? "", START)).toBeUndefined();
  });

  it("of twelve runs over 2,000 customers is small", () => {
    expect(finished(fittingText([series(2_000, 12)]))?.length).toBeLessThan(150_000);
  });

  it("of 20,000 customers keeps fewer snapshots, never fewer than two, and never fails", () => {
    const all = series(20_000, 4);
    const text = finished(fittingText([all])) ?? "";
    const kept = parseHistory(text)[0]?.snapshots.length ?? 0;
    expect(kept).toBeGreaterThanOrEqual(2);
    expect(kept).toBeLessThan(4);
    expect(text.length).toBeLessThanOrEqual(2 * MOST_CHARACTERS);
    expect(finished(fittingText([series(45_000, 1)]))).toBeUndefined();
  });
});

describe("a packed text", () => {
  it("is unpacked to what it was, and anything else to nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const well = new TextDecoder().decode(new TextEncoder().encode(text));
        expect(unpackText(packText(well))).toBe(well);
      }),
    );
    for (const odd of ["", ":", "5:", "5.0:AAAA", "zzzzzz.0:AAAA", "a.0:%%", packText("一二三四").slice(0, -2)])
      expect(unpackText(odd)).toBeUndefined();
  });
});
