import type { CellFormat, CellFormatPatch } from "../xlsx/model";
import { areaText } from "../xlsx/areas";
import { intersection } from "./address";
import { isUnbounded } from "./geometry";
import { unprotected, type Place } from "./place";
import { notServed } from "./refusal";

/** The styles that occur in an area; of entire rows and columns those of the used cells. */
function stylesIn({ sheet, extent }: Place): ReadonlySet<number> {
  const used = isUnbounded(extent) ? sheet.used(false) : extent;
  const area = used && intersection(used, extent);
  if (area === undefined) return new Set([0]);
  return new Set(sheet.styles(area).flat());
}

/** A property of the cells' format where all have the same, else null, as Excel answers. */
export function commonFormat<Value>(place: Place, pick: (format: CellFormat) => Value): Value | null {
  const [first, ...others] = [...stylesIn(place)].map((style) => pick(place.host.book.format(style)));
  if (first === undefined || others.some((value) => value !== first)) return null;
  return first;
}

/** Changes the format of every cell of the area; `patchAt` tells how, and is asked once for each style that occurs. */
export function restyle(place: Place, patch: CellFormatPatch): void {
  restyleEach(place, () => patch);
}

/** Changes each cell's format by its own patch; equal patches should be the same object. */
export function restyleEach(place: Place, patchAt: (row: number, column: number) => CellFormatPatch | undefined): void {
  const { host, sheet, extent } = place;
  unprotected(sheet);
  if (isUnbounded(extent)) throw notServed("Range.format of entire rows or columns");
  const patched = patchedStyles(place);
  sheet.restyle(extent, (before, row, column) => {
    const patch = patchAt(row - extent.row, column - extent.column);
    return patch === undefined ? before : patched(before, patch);
  });
  host.changed = true;
  if (host.events.listensTo("formatChanged")) {
    const range = { worksheetId: sheet.id, address: areaText(extent), referenceId: host.keepPlace(place) };
    host.events.raise("formatChanged", sheet.id, range);
  }
}

/** The style that a patch makes of a style, worked out once for each pair. */
function patchedStyles({ host }: Place): (style: number, patch: CellFormatPatch) => number {
  const known = new Map<CellFormatPatch, Map<number, number>>();
  const find = (style: number, patch: CellFormatPatch): number => {
    const byStyle = known.get(patch) ?? new Map<number, number>();
    const after = byStyle.get(style) ?? host.book.styleWith(style, patch);
    byStyle.set(style, after);
    known.set(patch, byStyle);
    return after;
  };
  let last: { style: number; patch: CellFormatPatch; after: number } | undefined;
  return (style, patch) => {
    if (last?.style !== style || last.patch !== patch) last = { style, patch, after: find(style, patch) };
    return last.after;
  };
}
