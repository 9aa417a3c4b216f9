import fc from "fast-check";
import { blankBook } from "../../../src/embedded/xlsx/blank";
import type { Book, Extent, Sheet } from "../../../src/embedded/xlsx/model";
import { opened } from "../workbooks";

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
  return carriedOut(before, blankBook());
}

/** A sheet whose first deeds stand in its file, and the others were done since. */
function reopened(inFile: readonly Deed[], since: readonly Deed[]): Sheet {
  const book = blankBook();
  for (const fontSize of [20, 21, 22]) book.styleWith(0, { fontSize });
  carriedOut(inFile, book);
  return carriedOut(since, opened(book.save()));
}

function carriedOut(deeds: readonly Deed[], { sheets: [sheet] }: Book): Sheet {
  if (sheet === undefined) throw new Error("a blank workbook has a sheet");
  for (const deed of deeds) {
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

describe("the cells that exist in an area", () => {
  it("lie within the smallest area around each of them, whether the file has them or they came since", () => {
    const some = fc.array(deeds, { maxLength: 8 });
    fc.assert(
      fc.property(some, some, area, (inFile, since, where) => {
        const sheet = reopened(inFile, since);
        const cells = Array.from({ length: where.rows * where.columns }, (_, index) => ({
          row: where.row + Math.floor(index / where.columns),
          column: where.column + (index % where.columns),
        })).filter(({ row, column }) => sheet.held.existing({ row, column, rows: 1, columns: 1 }) !== undefined);
        const [rows, columns] = [cells.map(({ row }) => row), cells.map(({ column }) => column)];
        const [top, left] = [Math.min(...rows), Math.min(...columns)];
        const around = {
          row: top,
          column: left,
          rows: Math.max(...rows) - top + 1,
          columns: Math.max(...columns) - left + 1,
        };
        expect(sheet.held.existing(where)).toEqual(cells.length === 0 ? undefined : around);
      }),
    );
  });
});
