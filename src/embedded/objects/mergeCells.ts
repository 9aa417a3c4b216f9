import type { Extent } from "../xlsx/model";
import { intersection } from "./address";
import { isUnbounded } from "./geometry";
import { truth } from "./given";
import { unprotected, type Place } from "./place";
import { Refusal } from "./refusal";

/** The areas that become one cell each: the whole, or row by row. */
function areasOf({ row, column, rows, columns }: Extent, across: boolean): readonly Extent[] {
  if (!across) return [{ row, column, rows, columns }];
  return Array.from({ length: rows }, (_, down) => ({ row: row + down, column, rows: 1, columns }));
}

/** Empties what a merge hides: all but its first cell. */
function hideOthers({ sheet }: Place, { row, column, rows, columns }: Extent): void {
  for (let down = 0; down < rows; down++) {
    for (let right = 0; right < columns; right++) {
      const isFirst = down === 0 && right === 0;
      if (!isFirst && sheet.cell(row + down, column + right).value !== undefined)
        sheet.setValue(row + down, column + right, undefined);
    }
  }
}

/** Merges the cells of a range, as `Range.merge` does: the first cell's content stays. */
export function mergeCells(place: Place, across: unknown): void {
  const { host, sheet, extent } = place;
  unprotected(sheet);
  if (isUnbounded(extent)) throw new Refusal("InvalidArgument");
  const merged = areasOf(extent, truth(across ?? false)).filter(({ rows, columns }) => rows * columns > 1);
  const others = sheet.merges.filter((merge) => intersection(merge, extent) === undefined);
  for (const area of merged) hideOthers(place, area);
  sheet.setMerges([...others, ...merged]);
  host.touch();
}

/** Takes merges apart that touch a range. */
export function unmergeCells({ host, sheet, extent }: Place): void {
  unprotected(sheet);
  sheet.setMerges(sheet.merges.filter((merge) => intersection(merge, extent) === undefined));
  host.touch();
}
