import type { CellFormat, CellFormatPatch, Extent } from "../xlsx/model";
import { areaText } from "../xlsx/areas";
import { COLUMNS, intersection, ROWS } from "./address";
import { isUnbounded } from "./geometry";
import { areasOf, unprotected, type Place } from "./place";

/** The styles that occur in a place; of entire rows and columns those of the used cells and of all beyond. */
function stylesIn(place: Place): ReadonlySet<number> {
  const { sheet } = place;
  const found = new Set<number>();
  const add = (area: Extent | undefined): void => {
    if (area !== undefined) for (const line of sheet.styles(area)) for (const style of line) found.add(style);
  };
  for (const area of areasOf(place)) {
    const used = isUnbounded(area) ? sheet.used(false) : area;
    add(used && intersection(used, area));
    if (area.rows === ROWS) add({ ...area, row: ROWS - 1, rows: 1 });
    else if (area.columns === COLUMNS) add({ ...area, column: COLUMNS - 1, columns: 1 });
  }
  return found;
}

/** A property of the cells' format where all have the same, else null, as Excel answers. */
export function commonFormat<Value>(place: Place, pick: (format: CellFormat) => Value): Value | null {
  const [first, ...others] = [...stylesIn(place)].map((style) => pick(place.host.book.format(style)));
  if (first === undefined || others.some((value) => value !== first)) return null;
  return first;
}

/** How the cells of a place change: by what their format is, and by where in their area they are. */
export interface Restyling {
  /** Cells with the same key and format get the same patch; `row` and `column` count from the area's first. */
  readonly keyAt: (row: number, column: number, extent: Extent) => string;
  readonly patchOf: (format: CellFormat, key: string) => CellFormatPatch | undefined;
}

/** Changes the format of every cell of a place by the same patch. */
export function restyle(place: Place, patch: CellFormatPatch): void {
  restyleEach(place, { keyAt: () => "", patchOf: () => patch });
}

/** Changes each format of a place by a patch that is made of it. */
export function restyleStyles(place: Place, patchOf: (format: CellFormat) => CellFormatPatch): void {
  restyleEach(place, { keyAt: () => "", patchOf });
}

export function restyleEach(place: Place, restyling: Restyling): void {
  const { host, sheet } = place;
  unprotected(sheet, "formatCells");
  const after = derived(place, restyling);
  for (const extent of areasOf(place)) {
    sheet.restyle(extent, (before, row, column) =>
      after(before, restyling.keyAt(row - extent.row, column - extent.column, extent)),
    );
    told(place, extent);
  }
  host.changed = true;
}

/** The style that comes of a style, worked out once for each key; neighbours mostly have the same. */
function derived({ host: { book } }: Place, { patchOf }: Restyling): (style: number, key: string) => number {
  const known = new Map<string, Map<number, number>>();
  let last = { style: NaN, key: "", after: 0 };
  const find = (style: number, key: string): number => {
    const byStyle = known.get(key) ?? new Map<number, number>();
    known.set(key, byStyle);
    const patch = byStyle.has(style) ? undefined : patchOf(book.format(style), key);
    const after = byStyle.get(style) ?? (patch === undefined ? style : book.styleWith(style, patch));
    byStyle.set(style, after);
    return after;
  };
  return (style, key) => {
    if (style !== last.style || key !== last.key) last = { style, key, after: find(style, key) };
    return last.after;
  };
}

function told({ host, sheet }: Place, extent: Extent): void {
  if (!host.events.listensTo("formatChanged")) return;
  const referenceId = host.keepPlace({ sheet, extent });
  host.events.raise("formatChanged", sheet.id, { worksheetId: sheet.id, address: areaText(extent), referenceId });
}
