import { standingFormats } from "../../../src/embedded/calc/conditionalFormats";
import { blankBook } from "../../../src/embedded/xlsx/blank";
import type { RuleDraft, Scalar } from "../../../src/embedded/xlsx/model";
import { noLook, type DataBarState, type Threshold } from "../../../src/embedded/xlsx/ruleModel";
import { foreignBooks } from "../../books/books";
import { opened, TODAY } from "../workbooks";

const RED = "#FFC7CE";
const column = { row: 0, column: 0, rows: 10, columns: 1 };

const plain: RuleDraft = {
  ...noLook,
  type: "expression",
  fill: RED,
  stopIfTrue: false,
  ranges: [column],
  formulas: [],
  settings: {},
  stops: undefined,
  bar: undefined,
  icons: undefined,
};

/** What rules give each cell of a column; the last of them is the strongest. */
function formats(values: readonly (Scalar | undefined)[], ...rules: readonly Partial<RuleDraft>[]) {
  const book = blankBook();
  const [sheet] = book.sheets;
  if (sheet === undefined) throw new Error("no sheet");
  values.forEach((value, row) => {
    sheet.setValue(row, 0, value);
  });
  for (const rule of rules) sheet.addFormatRule({ ...plain, ...rule });
  const formatAt = standingFormats(book, sheet, TODAY);
  return values.map((_, row) => formatAt(row, 0));
}

/** The numbers, from 1, of the cells that a rule fills. */
const filled = (values: readonly (Scalar | undefined)[], rule: Partial<RuleDraft>) =>
  formats(values, rule).flatMap((format, row) => (format?.fill === RED ? [row + 1] : []));

const is = (operator: string, ...formulas: string[]) => ({ type: "cellIs", settings: { operator }, formulas });
const mixed = [5, -2, "甲乙", "", undefined, { error: "#N/A" }, true, 20, 5, "乙"];

describe("conditional formats that hold or do not", () => {
  it.each<readonly [string, Partial<RuleDraft>, readonly number[]]>([
    ["a formula, seen from each cell", { formulas: ["A1>4"] }, [1, 3, 4, 7, 8, 9, 10]],
    ["a comparison, blanks as 0 and text above numbers", is("greaterThan", "4"), [1, 3, 4, 7, 8, 9, 10]],
    ["between, whichever end comes first", is("between", "6", "0"), [1, 5, 9]],
    ["not between", is("notBetween", "0", "6"), [2, 3, 4, 7, 8, 10]],
    ["equal to another cell", is("equal", "$A$1"), [1, 9]],
    ["text that is contained", { type: "containsText", settings: { operator: "containsText", text: "乙" } }, [3, 10]],
    ["text that is not", { type: "notContainsText", settings: { text: "乙" } }, [1, 2, 4, 5, 7, 8, 9]],
    ["text at the beginning", { type: "beginsWith", settings: { text: "甲" } }, [3]],
    ["text at the end", { type: "endsWith", settings: { text: "乙" } }, [3, 10]],
    ["blanks", { type: "containsBlanks" }, [4, 5]],
    ["what is not blank", { type: "notContainsBlanks" }, [1, 2, 3, 7, 8, 9, 10]],
    ["errors", { type: "containsErrors" }, [6]],
    ["what is no error", { type: "notContainsErrors" }, [1, 2, 3, 4, 5, 7, 8, 9, 10]],
    ["the highest two, those that equal the second too", { type: "top10", settings: { rank: "2" } }, [1, 8, 9]],
    ["the lowest", { type: "top10", settings: { rank: "1", bottom: "1" } }, [2]],
    ["the highest half", { type: "top10", settings: { rank: "50", percent: "1" } }, [1, 8, 9]],
    ["above the average", { type: "aboveAverage" }, [8]],
    ["below the average", { type: "aboveAverage", settings: { aboveAverage: "0" } }, [1, 2, 9]],
    ["a deviation above the average", { type: "aboveAverage", settings: { stdDev: "1" } }, [8]],
    ["values that stand once", { type: "uniqueValues" }, [2, 3, 6, 7, 8, 10]],
    ["values that stand more often", { type: "duplicateValues" }, [1, 9]],
  ])("%s", (_name, rule, expected) => {
    expect(filled(mixed, rule)).toEqual(expected);
  });

  it("a day of a period, by the formula that Excel writes beside it", () => {
    const rule = { type: "timePeriod", settings: { timePeriod: "today" }, formulas: ["FLOOR(A1,1)=TODAY()"] };
    expect(filled([TODAY, TODAY + 0.5, TODAY - 1], rule)).toEqual([1, 2]);
  });

  it("fill nothing where a formula cannot be computed", () => {
    expect(filled([1], { formulas: ["GETPIVOTDATA(A1)"] })).toEqual([]);
  });
});

describe("several conditional formats in one cell", () => {
  const bold = { formulas: ["TRUE"], fill: undefined, bold: true, fontColor: "#0000FF" };
  const red = { formulas: ["TRUE"], fontColor: "#FF0000" };

  it("all give what a stronger one leaves alone", () => {
    expect(formats([1], bold, red)[0]).toMatchObject({ fill: RED, bold: true, fontColor: "#FF0000" });
  });

  it("end with one that says to stop", () => {
    expect(formats([1], bold, { ...red, stopIfTrue: true })[0]).toMatchObject({ fill: RED, bold: undefined });
  });
});

const limit = (type: string, value?: string, isInclusive = true): Threshold => ({ type, value, isInclusive });

describe("colour scales", () => {
  const stops = (...colors: readonly string[]) =>
    [limit("min"), limit("percentile", "50"), limit("max")]
      .filter((_, index) => colors.length === 3 || index !== 1)
      .map((threshold, index) => ({ threshold, color: colors[index] ?? "" }));
  const fills = (values: readonly (Scalar | undefined)[], ...colors: readonly string[]) =>
    formats(values, { type: "colorScale", fill: undefined, stops: stops(...colors) }).map((one) => one?.fill);

  it("mix the colours around a value, of numbers alone", () => {
    expect(fills([0, 5, 10, "x", undefined], "#000000", "#FFFFFF")).toEqual([
      "#000000",
      "#808080",
      "#FFFFFF",
      undefined,
      undefined,
    ]);
  });

  it("go by way of the middle", () => {
    expect(fills([0, 1, 2, 100], "#FF0000", "#FFFF00", "#00FF00")).toEqual([
      "#FF0000",
      "#FFAA00",
      "#FEFF00",
      "#00FF00",
    ]);
  });

  it("give all the same where all values are the same", () => {
    expect(fills([3, 3], "#000000", "#FFFFFF")).toEqual(["#FFFFFF", "#FFFFFF"]);
  });
});

const bar: DataBarState = {
  lower: limit("autoMin"),
  upper: limit("autoMax"),
  color: "#638EC6",
  gradient: true,
  border: undefined,
  negativeColor: "#FF0000",
  negativeBorder: undefined,
  axisColor: "#000000",
  axis: "automatic",
  direction: "context",
  showsValue: true,
  shortest: 0,
  longest: 100,
};
const bars = (values: readonly Scalar[], state: Partial<DataBarState>) =>
  formats(values, { type: "dataBar", fill: undefined, bar: { ...bar, ...state } }).map((one) => one?.bar);

describe("data bars", () => {
  it("are as long as their value's share", () => {
    expect(bars([0, 25, 100], {}).map((one) => [one?.from, one?.length, one?.axis])).toEqual([
      [0, 0, undefined],
      [0, 0.25, undefined],
      [0, 1, undefined],
    ]);
  });

  it("of the older kind keep their shortest and longest", () => {
    const older = { lower: limit("min"), upper: limit("max"), axis: "none", shortest: 10, longest: 90 } as const;
    expect(bars([5, 10, 15], older).map((one) => one?.length)).toEqual([0.1, 0.5, 0.9]);
  });

  it("run both ways from a line where values are negative", () => {
    expect(bars([-50, 50, 150], {})).toMatchObject([
      { from: 0, length: 0.25, color: "#FF0000", isBackward: true, axis: { at: 0.25 } },
      { from: 0.25, length: 0.25, color: "#638EC6", isBackward: false },
      { from: 0.25, length: 0.75 },
    ]);
  });

  it("have the line in the middle, or run from the right, where the rule says so", () => {
    expect(bars([-50, 100], { axis: "middle" })).toMatchObject([
      { from: 0, length: 0.5 },
      { from: 0.5, length: 0.5 },
    ]);
    expect(bars([25, 100], { direction: "rightToLeft" })[0]).toMatchObject({ from: 0.75, isBackward: true });
  });
});

describe("icon sets", () => {
  const thresholds = [limit("percent", "0"), limit("percent", "33"), limit("num", "67", false)];
  const icons = { set: "3Arrows", isReversed: false, showsValue: true, thresholds, icons: undefined };
  const shown = (state: Partial<typeof icons>) =>
    formats([0, 40, 67, 100, "x"], { type: "iconSet", fill: undefined, icons: { ...icons, ...state } });

  it("show the highest whose limit is reached", () => {
    expect(shown({}).map((one) => one?.icon?.index)).toEqual([0, 1, 1, 2, undefined]);
  });

  it("turn round, and hide the value, where the rule says so", () => {
    const found = shown({ isReversed: true, showsValue: false });
    expect(found.map((one) => one?.icon?.index)).toEqual([2, 1, 1, 0, undefined]);
    expect(found[0]?.hidesValue).toBe(true);
  });
});

describe("the rules of a workbook that another program wrote", () => {
  it("each format some cell, but for two that no cell of the file meets", () => {
    const book = opened(foreignBooks.find(({ name }) => name === "rules")?.file ?? new Uint8Array());
    const [sheet] = book.sheets;
    if (sheet === undefined) throw new Error("no sheet");
    const formatAt = standingFormats(book, sheet, TODAY);
    const idle = sheet.formatRules.filter(({ ranges }) =>
      ranges.every(({ row, column: first, rows, columns }) =>
        Array.from({ length: rows * columns }, (_, index) =>
          formatAt(row + Math.floor(index / columns), first + (index % columns)),
        ).every((format) => format === undefined),
      ),
    );
    expect(idle.map(({ type }) => type)).toEqual(["timePeriod", "expression"]);
    expect(sheet.formatRules.length).toBeGreaterThan(15);
  });
});
