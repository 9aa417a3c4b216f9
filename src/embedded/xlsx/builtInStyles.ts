/** A colour of the theme, by its number among the twelve, or one of its own as six digits. */
export type StyleColour = { readonly theme: number; readonly tint?: number } | { readonly rgb: string };

type Edge = readonly [line: string, colour: StyleColour];

/** A named style that Excel brings: what of a cell it sets. */
export interface BuiltInStyle {
  /** The number by which files know it, whatever it is called in their language. */
  readonly id: number;
  readonly name: string;
  /** As `Range.style` tells it: https://learn.microsoft.com/javascript/api/excel/excel.builtinstyle */
  readonly code: string;
  readonly numberFormat?: string;
  readonly font?: {
    readonly color?: StyleColour;
    readonly size?: number;
    readonly marks?: "b" | "i" | "u";
  };
  readonly fill?: StyleColour;
  readonly border?: Partial<Readonly<Record<"left" | "right" | "top" | "bottom", Edge>>>;
}

const rgb = (digits: string): StyleColour => ({ rgb: digits });
const theme = (number: number, tint = 0): StyleColour => ({ theme: number, tint });

const around = (line: string, colour: StyleColour): NonNullable<BuiltInStyle["border"]> => {
  const edge: Edge = [line, colour];
  return { left: edge, right: edge, top: edge, bottom: edge };
};

const FRONT = theme(1);
const BACK = theme(0);
const HEADING = theme(3);
const LINE = theme(4);
const FIRST_ACCENT = 4;

/** Shares of white as Excel writes them. */
const HALF = 0.499984740745262;
const TINT_20 = 0.79998168889431442;
const TINT_40 = 0.59999389629810485;
const TINT_60 = 0.39997558519241921;

/** The four styles of one of the theme's accents. */
function accent(number: number): readonly BuiltInStyle[] {
  const colour = FIRST_ACCENT + number - 1;
  const id = 29 + 4 * (number - 1);
  const tinted = (share: number, offset: number, tint: number): BuiltInStyle => ({
    id: id + offset,
    name: `${String(share)}% - Accent${String(number)}`,
    code: `Accent${String(number)}_${String(share)}`,
    font: { color: share === 60 ? BACK : FRONT },
    fill: theme(colour, tint),
  });
  const full = { id, name: `Accent${String(number)}`, code: `Accent${String(number)}` };
  return [
    { ...full, font: { color: BACK }, fill: theme(colour) },
    tinted(20, 1, TINT_20),
    tinted(40, 2, TINT_40),
    tinted(60, 3, TINT_60),
  ];
}

const heading = (level: number, size: number, edge?: Edge): BuiltInStyle => ({
  id: 15 + level,
  name: `Heading ${String(level)}`,
  code: `Heading${String(level)}`,
  font: { color: HEADING, size, marks: "b" },
  ...(edge === undefined ? {} : { border: { bottom: edge } }),
});

/** What cells have that nobody gave a style. */
export const NORMAL: BuiltInStyle = { id: 0, name: "Normal", code: "Normal" };

/** Excel's own styles: https://learn.microsoft.com/javascript/api/excel/excel.builtinstyle */
export const builtInStyles: readonly BuiltInStyle[] = [
  NORMAL,
  { id: 3, name: "Comma", code: "Comma", numberFormat: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ' },
  {
    id: 4,
    name: "Currency",
    code: "Currency",
    numberFormat: '_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ ',
  },
  { id: 5, name: "Percent", code: "Percent", numberFormat: "0%" },
  { id: 6, name: "Comma [0]", code: "WholeComma", numberFormat: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ' },
  {
    id: 7,
    name: "Currency [0]",
    code: "WholeDollar",
    numberFormat: '_ "¥"* #,##0_ ;_ "¥"* -#,##0_ ;_ "¥"* "-"_ ;_ @_ ',
  },
  { id: 8, name: "Hyperlink", code: "Hlink", font: { color: theme(10), marks: "u" } },
  { id: 9, name: "Followed Hyperlink", code: "HlinkTrav", font: { color: theme(11), marks: "u" } },
  { id: 10, name: "Note", code: "Note", fill: rgb("FFFFCC"), border: around("thin", rgb("B2B2B2")) },
  { id: 11, name: "Warning Text", code: "WarningText", font: { color: rgb("FF0000") } },
  { id: 15, name: "Title", code: "SheetTitle", font: { color: HEADING, size: 18 } },
  heading(1, 15, ["thick", LINE]),
  heading(2, 13, ["thick", theme(4, HALF)]),
  heading(3, 11, ["medium", theme(4, TINT_60)]),
  heading(4, 11),
  {
    id: 20,
    name: "Input",
    code: "Input",
    font: { color: rgb("3F3F76") },
    fill: rgb("FFCC99"),
    border: around("thin", rgb("7F7F7F")),
  },
  {
    id: 21,
    name: "Output",
    code: "Output",
    font: { color: rgb("3F3F3F"), marks: "b" },
    fill: rgb("F2F2F2"),
    border: around("thin", rgb("3F3F3F")),
  },
  {
    id: 22,
    name: "Calculation",
    code: "Calculation",
    font: { color: rgb("FA7D00"), marks: "b" },
    fill: rgb("F2F2F2"),
    border: around("thin", rgb("7F7F7F")),
  },
  {
    id: 23,
    name: "Check Cell",
    code: "CheckCell",
    font: { color: BACK, marks: "b" },
    fill: rgb("A5A5A5"),
    border: around("double", rgb("3F3F3F")),
  },
  {
    id: 24,
    name: "Linked Cell",
    code: "LinkedCell",
    font: { color: rgb("FA7D00") },
    border: { bottom: ["double", rgb("FF8001")] },
  },
  {
    id: 25,
    name: "Total",
    code: "Total",
    font: { color: FRONT, marks: "b" },
    border: { top: ["thin", LINE], bottom: ["double", LINE] },
  },
  { id: 26, name: "Good", code: "Good", font: { color: rgb("006100") }, fill: rgb("C6EFCE") },
  { id: 27, name: "Bad", code: "Bad", font: { color: rgb("9C0006") }, fill: rgb("FFC7CE") },
  { id: 28, name: "Neutral", code: "Neutral", font: { color: rgb("9C5700") }, fill: rgb("FFEB9C") },
  ...[1, 2, 3, 4, 5, 6].flatMap(accent),
  { id: 53, name: "Explanatory Text", code: "ExplanatoryText", font: { color: rgb("7F7F7F"), marks: "i" } },
];
