import type { CellFormat, CellFormatPatch, Extent } from "../xlsx/model";
import { areaText } from "../xlsx/areas";
import { COLUMNS, intersection, ROWS } from "./address";
import { isUnbounded } from "./geometry";
import { text } from "./given";
import { areasOf, unprotected, type Formatted, type Place, type StylePlace } from "./place";
import { Refusal } from "./refusal";

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
export function commonFormat<Value>(target: Formatted, pick: (format: CellFormat) => Value): Value | null {
  const { book } = target.host;
  if ("styleName" in target) return pick(book.looks.cellStyles.format(target.styleName));
  return commonOf(target, (style) => pick(book.format(style)));
}

function commonOf<Value>(place: Place, of: (style: number) => Value): Value | null {
  const [first, ...others] = [...stylesIn(place)].map(of);
  if (first === undefined || others.some((value) => value !== first)) return null;
  return first;
}

/** The named style of cells; null where they differ. */
export function styleNameOf(place: Place): string | null {
  const { cellStyles } = place.host.book.looks;
  return commonOf(place, (style) => cellStyles.codeOf(style));
}

/** Gives cells a named style; refuses what is none. */
export function giveStyle(place: Place, given: unknown): void {
  const { cellStyles } = place.host.book.looks;
  const style = cellStyles.find(text(given));
  if (style === undefined) throw new Refusal("InvalidArgument");
  const after = new Map<number, number>();
  restyleAreas(place, (area) => {
    place.sheet.restyleAlike(area, (before) => {
      const known = after.get(before) ?? cellStyles.applied(before, style.name);
      after.set(before, known);
      return known;
    });
  });
}

/** How the cells of a place change: by what their format is, and by where in their area they are. */
export interface Restyling {
  /** Cells with the same key and format get the same patch; `row` and `column` count from the area's first. Absent where a cell's place does not matter. */
  readonly keyAt?: (row: number, column: number, extent: Extent) => string;
  readonly patchOf: (format: CellFormat, key: string) => CellFormatPatch | undefined;
}

/** Changes the format of every cell of a place by the same patch. */
export function restyle(place: Formatted, patch: CellFormatPatch): void {
  restyleEach(place, { patchOf: () => patch });
}

/** Changes each format of a place by a patch that is made of it. */
export function restyleStyles(place: Formatted, patchOf: (format: CellFormat) => CellFormatPatch): void {
  restyleEach(place, { patchOf });
}

export function restyleEach(target: Formatted, restyling: Restyling): void {
  if ("styleName" in target) {
    changeStyle(target, restyling);
    return;
  }
  const after = derived(target, restyling);
  const { sheet } = target;
  const { keyAt } = restyling;
  restyleAreas(target, (area) => {
    if (keyAt === undefined) sheet.restyleAlike(area, (before) => after(before, ""));
    else sheet.restyle(area, (before, row, column) => after(before, keyAt(row - area.row, column - area.column, area)));
  });
}

function restyleAreas(place: Place, restyleArea: (area: Extent) => void): void {
  const { host, sheet } = place;
  unprotected(sheet, "formatCells");
  for (const extent of areasOf(place)) {
    restyleArea(extent);
    told(place, extent);
  }
  host.changed = true;
}

/** A style is changed as one cell is. */
function changeStyle({ host, styleName }: StylePlace, { keyAt, patchOf }: Restyling): void {
  const { cellStyles } = host.book.looks;
  const key = keyAt?.(0, 0, { row: 0, column: 0, rows: 1, columns: 1 }) ?? "";
  const patch = patchOf(cellStyles.format(styleName), key);
  if (patch !== undefined) cellStyles.change(styleName, patch);
  host.changed = true;
}

/** The style that comes of a style, worked out once for each key; neighbours mostly have the same. */
function derived({ host: { book } }: Place, { patchOf }: Restyling): (style: number, key: string) => number {
  const known = new Map<string, Map<number, number>>();
  let last = { style: -1, key: "", after: -1 };
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
