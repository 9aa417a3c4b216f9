/** Points of a line of small type, and of the space that a cell keeps around its lines. */
const LINE = 12;
/** Excel's rows are 409 points high at most; one is left for the space around the lines. */
export const MOST_HEIGHT = 408;

/** How wide a text is, in Chinese characters; letters and digits take half of one. */
export function textWidth(text: string): number {
  return Array.from(text).reduce((width, sign) => width + (sign < "\u0100" ? 0.5 : 1), 0);
}

/** The height in points that a text needs which breaks after so many Chinese characters; at least so many lines, and no more than a row of Excel has. */
export function textHeight(text: string, aLine: number, least = 1): number {
  return Math.min(MOST_HEIGHT, LINE * Math.max(least, Math.ceil(textWidth(text) / aLine)));
}
