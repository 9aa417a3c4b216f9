import type { IStyleData } from "@univerjs/core";
import type { CellFormat, FormatRule, Scalar } from "../embedded/xlsx/model";

const horizontals: Readonly<Partial<Record<CellFormat["horizontal"], number>>> = {
  left: 1,
  center: 2,
  right: 3,
  centerContinuous: 2,
  fill: 1,
  justify: 1,
  distributed: 2,
};
const verticals: Readonly<Record<CellFormat["vertical"], number>> = {
  top: 1,
  center: 2,
  bottom: 3,
  justify: 2,
  distributed: 2,
};
const WRAP = 3;
const THIN_LINE = 1;
const BORDER_COLOR = "#000000";

/** Where a cell without an alignment of its own shows its value: numbers right, truth values in the middle, text left. */
function naturalAlignment(value: Scalar | undefined): number | undefined {
  if (typeof value === "number") return horizontals.right;
  return typeof value === "boolean" ? horizontals.center : undefined;
}

function border(line: CellFormat["borders"]["left"]) {
  return line === undefined ? undefined : { s: THIN_LINE, cl: { rgb: line.color ?? BORDER_COLOR } };
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

/** How the grid draws a cell of this format, under the conditional format that stands in it. */
export function cellStyle(format: CellFormat, rule: FormatRule | undefined, value: Scalar | undefined): IStyleData {
  const alignment = horizontals[format.horizontal] ?? naturalAlignment(value);
  return {
    ff: format.fontName,
    fs: format.fontSize,
    vt: verticals[format.vertical],
    ...((rule?.bold ?? format.bold) ? { bl: 1 } : {}),
    ...(format.italic ? { it: 1 } : {}),
    ...(format.underline ? { ul: { s: 1 } } : {}),
    ...(format.wrap ? { tb: WRAP } : {}),
    ...(alignment === undefined ? {} : { ht: alignment }),
    ...colours(format, rule),
    ...borders(format.borders),
  };
}
