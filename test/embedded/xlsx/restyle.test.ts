import fc from "fast-check";
import { blankBook } from "../../../src/embedded/xlsx/blank";
import type { Extent, Sheet } from "../../../src/embedded/xlsx/model";

const WIDTH = 6;
const HEIGHT = 8;
const ALL: Extent = { row: 0, column: 0, rows: HEIGHT + 2, columns: WIDTH + 2 };

const place = { row: fc.nat(HEIGHT), column: fc.nat(WIDTH) };
const area = fc.record({
  ...place,
  rows: fc.integer({ min: 1, max: HEIGHT }),
  columns: fc.integer({ min: 1, max: WIDTH }),
});
const deeds = fc.oneof(
  fc.record({ kind: fc.constant("value" as const), ...place, value: fc.constantFrom(1, "甲", undefined) }),
  fc.record({ kind: fc.constant("remove" as const), ...place }),
  fc.record({ kind: fc.constant("style" as const), ...place, style: fc.nat(3) }),
  fc.record({ kind: fc.constant("row" as const), ...place, style: fc.nat(3) }),
  fc.record({ kind: fc.constant("column" as const), ...place, style: fc.nat(3) }),
);
type Deed = typeof deeds extends fc.Arbitrary<infer One> ? One : never;

function start(before: readonly Deed[]): Sheet {
  const [sheet] = blankBook().sheets;
  if (sheet === undefined) throw new Error("a blank workbook has a sheet");
  for (const deed of before) {
    const { kind, row, column } = deed;
    if (kind === "value") sheet.setValue(row, column, deed.value);
    else if (kind === "remove") sheet.remove(row, column);
    else if (kind === "style") sheet.setStyle(row, column, deed.style);
    else if (kind === "row") sheet.restyle({ row, column: 0, rows: 1, columns: 16_384 }, () => deed.style);
    else sheet.restyle({ row: 0, column, rows: 1_048_576, columns: 1 }, () => deed.style);
  }
  return sheet;
}

const seen = (sheet: Sheet) => ({
  styles: sheet.styles(ALL),
  values: sheet.values(ALL),
  used: sheet.used(false),
});

describe("styles of an area", () => {
  it("come out the same whether the area is restyled at once or cell by cell", () => {
    fc.assert(
      fc.property(
        fc.array(deeds, { maxLength: 12 }),
        area,
        fc.array(deeds, { maxLength: 4 }),
        (before, where, after) => {
          const [atOnce, oneByOne] = [start(before), start(before)];
          atOnce.restyleAlike(where, (style) => (style + 1) % 4);
          oneByOne.restyle(where, (style) => (style + 1) % 4);
          expect(seen(atOnce)).toEqual(seen(oneByOne));
          for (const { row, column } of after) {
            for (const sheet of [atOnce, oneByOne]) sheet.setValue(row, column, 7);
          }
          expect(seen(atOnce)).toEqual(seen(oneByOne));
        },
      ),
    );
  });
});
