import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type IStyleData,
} from "@univerjs/core";
import type { CellFormat, FormatRule, Scalar } from "../embedded/xlsx/model";

const horizontals: Readonly<Partial<Record<CellFormat["horizontal"], HorizontalAlign>>> = {
  left: HorizontalAlign.LEFT,
  center: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
  centerContinuous: HorizontalAlign.CENTER,
  fill: HorizontalAlign.LEFT,
  justify: HorizontalAlign.LEFT,
  distributed: HorizontalAlign.CENTER,
};
const verticals: Readonly<Record<CellFormat["vertical"], VerticalAlign>> = {
  top: VerticalAlign.TOP,
  center: VerticalAlign.MIDDLE,
  bottom: VerticalAlign.BOTTOM,
  justify: VerticalAlign.MIDDLE,
  distributed: VerticalAlign.MIDDLE,
};
const BORDER_COLOR = "#000000";
/** What shows Chinese where the workbook's font does not stand on the machine. */
const OTHER_FONTS = 'Carlito, "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif';

/** Where a cell without an alignment of its own shows its value: numbers right, truth values in the middle, text left. */
function naturalAlignment(value: Scalar | undefined): HorizontalAlign | undefined {
  if (typeof value === "number") return HorizontalAlign.RIGHT;
  return typeof value === "boolean" ? HorizontalAlign.CENTER : undefined;
}

function border(line: CellFormat["borders"]["left"]) {
  return line === undefined ? undefined : { s: BorderStyleTypes.THIN, cl: { rgb: line.color ?? BORDER_COLOR } };
}

function borders({ top, bottom, left, right }: CellFormat["borders"]) {
  if (top === undefined && bottom === undefined && left === undefined && right === undefined) return {};
  return { bd: { t: border(top), b: border(bottom), l: border(left), r: border(right) } as IStyleData["bd"] & object };
}

function colours(format: CellFormat, rule: FormatRule | undefined) {
  const fill = rule?.fill ?? format.fill;
  const font = rule?.fontColor ?? format.fontColor;
  return {
    ...(fill === undefined ? {} : { bg: { rgb: fill } }),
    ...(font === undefined ? {} : { cl: { rgb: font } }),
  };
}

function font(format: CellFormat, isBold: boolean): IStyleData {
  return {
    ff: `${format.fontName}, ${OTHER_FONTS}`,
    fs: format.fontSize,
    ...(isBold ? { bl: BooleanNumber.TRUE } : {}),
    ...(format.italic ? { it: BooleanNumber.TRUE } : {}),
    ...(format.strikethrough ? { st: { s: BooleanNumber.TRUE } } : {}),
    ...(format.underline !== "none" ? { ul: { s: BooleanNumber.TRUE } } : {}),
  };
}

/** How the grid draws a cell of this format, under the conditional format that stands in it. */
export function cellStyle(format: CellFormat, rule: FormatRule | undefined, value: Scalar | undefined): IStyleData {
  const alignment = horizontals[format.horizontal] ?? naturalAlignment(value);
  return {
    ...font(format, rule?.bold ?? format.bold),
    ...colours(format, rule),
    ...borders(format.borders),
    vt: verticals[format.vertical],
    ...(format.wrap ? { tb: WrapStrategy.WRAP } : {}),
    ...(alignment === undefined ? {} : { ht: alignment }),
  };
}
