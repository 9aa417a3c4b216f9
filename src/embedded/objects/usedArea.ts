import type { Extent } from "../xlsx/model";
import { intersection } from "./address";
import type { Place } from "./place";

function lastIndex<Value>(list: readonly Value[], is: (value: Value) => boolean): number {
  let index = list.length - 1;
  while (index >= 0 && !is(list[index] as Value)) index -= 1;
  return index;
}

function isUsed(row: readonly unknown[]): boolean {
  return row.some((value) => value !== undefined);
}

/** The smallest part of a bounded area that holds all its values. */
function trimmed(area: Extent, values: readonly (readonly unknown[])[]): Extent | undefined {
  const first = values.findIndex(isUsed);
  if (first === -1) return undefined;
  const rows = lastIndex(values, isUsed) - first + 1;
  let left = area.columns;
  let right = 0;
  for (const row of values) {
    const start = row.findIndex((value) => value !== undefined);
    if (start === -1) continue;
    left = Math.min(left, start);
    right = Math.max(
      right,
      lastIndex(row, (value) => value !== undefined),
    );
  }
  return { row: area.row + first, column: area.column + left, rows, columns: right - left + 1 };
}

/** The used part of an area: of the cells with a value, or of all that exist; undefined where there is none. */
export function usedArea({ sheet, extent }: Place, valuesOnly: boolean): Extent | undefined {
  const used = sheet.used(valuesOnly);
  const shared = used && intersection(used, extent);
  if (shared === undefined) return undefined;
  const isWhole = used?.rows === shared.rows && used.columns === shared.columns;
  return isWhole || !valuesOnly ? shared : trimmed(shared, sheet.values(shared));
}
