import type { Book } from "../xlsx/model";

/** Points of a row that says nothing of its height, at the usual default font. */
export const STANDARD_ROW_HEIGHT = 15;

const POINTS_A_PIXEL = 0.75;

/** Pixels of a column that says nothing of its width: eight digits and their margins, rounded up to whole eights. */
function standardPixels(digit: number): number {
  return Math.ceil((8 * digit + 5) / 8) * 8;
}

/** Points of a column whose width the file gives in digits of the default font. */
export function points(width: number | undefined, { digitWidth: digit }: Book): number {
  const pixels = width === undefined ? standardPixels(digit) : Math.trunc(width * digit + 0.5);
  return pixels * POINTS_A_PIXEL;
}

/** The width to write in the file for a column of so many points, in 256ths of a digit as Excel writes it. */
export function characters(widthInPoints: number, { digitWidth: digit }: Book): number {
  const pixels = Math.round(widthInPoints / POINTS_A_PIXEL);
  return Math.trunc((pixels / digit) * 256) / 256;
}
