import { isUnbounded } from "./geometry";
import type { Place } from "./place";
import { readText } from "./readCells";
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
