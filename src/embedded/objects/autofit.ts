import { isUnbounded } from "./geometry";
import type { Place } from "./place";
import { readText } from "./readCells";
import { STANDARD_ROW_HEIGHT } from "./sizes";
import { usedArea } from "./usedArea";

const MARGIN = 1.7;
const WIDEST = 255;
/** A Chinese character is as wide as two digits. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/gu;

function digits(text: string): number {
  const lines = text.split("\n").map((line) => line.length + (line.match(WIDE)?.length ?? 0));
  return Math.max(0, ...lines);
}

/** Makes each column as wide as its widest text; a column without any keeps its width. */
export function autofit(place: Place): void {
  const { sheet, extent } = place;
  const area = isUnbounded(extent) ? usedArea(place, true) : extent;
  const text = area === undefined ? null : readText({ ...place, extent: area });
  if (area === undefined || text === null) return;
  for (let offset = 0; offset < area.columns; offset++) {
    const widest = text.reduce((most, row) => Math.max(most, digits(row[offset] ?? "")), 0);
    if (widest > 0) sheet.setColumnWidth(area.column + offset, Math.min(WIDEST, widest + MARGIN));
  }
}

const USUAL_WIDTH = 8.43;
/** Points between the letters and the row's edges, as a part of the letters' size. */
const LEADING = 1.3;

/** Lines that a text takes in a column of so many digits. */
function linesOf(text: string, width: number | undefined): number {
  const lines = text.split("\n").map((line) => Math.max(1, Math.ceil(digits(line) / Math.max(1, width ?? Infinity))));
  return lines.reduce((sum, count) => sum + count, 0);
}

/** Makes each row as high as its highest cell; of entire rows and columns those that are used. */
export function autofitRows(place: Place): void {
  const { host, sheet } = place;
  const area = isUnbounded(place.extent) ? usedArea(place, false) : place.extent;
  const text = area === undefined ? null : readText({ ...place, extent: area });
  if (area === undefined || text === null) return;
  const styles = sheet.styles(area);
  text.forEach((row, down) => {
    const heights = row.map((shown, right) => {
      const { wrap, fontSize } = host.book.format(styles[down]?.[right] ?? 0);
      const width = sheet.columnWidth(area.column + right) ?? USUAL_WIDTH;
      const lines = shown.includes("\n") || wrap ? linesOf(shown, wrap ? width : undefined) : 1;
      return Math.ceil((lines * fontSize * LEADING) / 0.75) * 0.75;
    });
    sheet.fitRowHeight(area.row + down, Math.min(409, Math.max(STANDARD_ROW_HEIGHT, ...heights)));
  });
}
