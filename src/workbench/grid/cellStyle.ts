import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type IStyleData,
} from "@univerjs/core";
import type { StandingFormat } from "../../embedded/calc/conditionalFormats";
import type { CellFormat } from "../../embedded/xlsx/model";
import { noLook } from "../../embedded/xlsx/ruleModel";
import type { Look } from "../thread/messages";

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

/** Where a cell without an alignment of its own shows its value; text stands left. */
const naturals: Readonly<Partial<Record<Look["kind"], HorizontalAlign>>> = {
  number: HorizontalAlign.RIGHT,
  boolean: HorizontalAlign.CENTER,
};

function border(line: CellFormat["borders"]["left"]) {
  return line === undefined ? undefined : { s: BorderStyleTypes.THIN, cl: { rgb: line.color ?? BORDER_COLOR } };
}

function borders(own: CellFormat["borders"], rule: StandingFormat | undefined) {
  const { top, bottom, left, right } = { ...own, ...rule?.borders };
  if (top === undefined && bottom === undefined && left === undefined && right === undefined) return {};
  return { bd: { t: border(top), b: border(bottom), l: border(left), r: border(right) } as IStyleData["bd"] & object };
}

function colours(format: CellFormat, rule: StandingFormat | undefined) {
  const fill = rule?.fill ?? format.fill;
  const font = rule?.fontColor ?? format.fontColor;
  return {
    ...(fill === undefined ? {} : { bg: { rgb: fill } }),
    ...(font === undefined ? {} : { cl: { rgb: font } }),
  };
}

function font(format: CellFormat, rule: StandingFormat | undefined): IStyleData {
  const on = { s: BooleanNumber.TRUE };
  const { bold, italic, strikethrough, underline } = under(format, rule);
  return {
    ff: `${format.fontName}, ${OTHER_FONTS}`,
    fs: format.fontSize,
    ...(bold ? { bl: BooleanNumber.TRUE } : {}),
    ...(italic ? { it: BooleanNumber.TRUE } : {}),
    ...(strikethrough ? { st: on } : {}),
    ...(underline !== "none" ? { ul: on } : {}),
  };
}

/** The marks of a cell's text, its own where no rule says otherwise. */
function under(format: CellFormat, rule: StandingFormat = noLook) {
  return {
    bold: rule.bold ?? format.bold,
    italic: rule.italic ?? format.italic,
    strikethrough: rule.strikethrough ?? format.strikethrough,
    underline: rule.underline ?? format.underline,
  };
}

/** How the grid draws a cell of this format, under the conditional formats that stand in it. */
export function cellStyle({ format, rule, kind }: Look): IStyleData {
  const alignment = horizontals[format.horizontal] ?? naturals[kind];
  return {
    ...font(format, rule),
    ...colours(format, rule),
    ...borders(format.borders, rule),
    vt: verticals[format.vertical],
    ...(format.wrap ? { tb: WrapStrategy.WRAP } : {}),
    ...(alignment === undefined ? {} : { ht: alignment }),
  };
}
