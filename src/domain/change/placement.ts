import type { Extent } from "../ledger/cells";
import type { Layout } from "../ledger/ledger";
import type { Change, Content, OwnColumn } from "./change";
import { OWN_PREFIX, type OwnColumnSpec } from "./ownColumn";
import { contentAt, lastRowOf, type OwnTraces } from "./traces";

/** The part of a layout that says where own columns stand. */
export type OwnPlace = Pick<Layout, "sheet" | "headerRows" | "firstDataRow">;

/** Where one own column stands or will stand; column 0-based. */
export interface Placed {
  readonly spec: OwnColumnSpec;
  readonly column: number;
  readonly isNew: boolean;
}

const LAST_COLUMN = 16_383;

/** Each wanted column at the place where its heading already stands, the others directly right of the ledger; undefined past the sheet's edge. */
export function placeColumns(layout: Layout, wanted: readonly OwnColumnSpec[]): readonly Placed[] | undefined {
  let next = Math.max(layout.lastColumn, ...layout.ownColumns.values()) + 1;
  const placed = wanted.map((spec): Placed => {
    const standing = layout.ownColumns.get(spec.heading);
    return standing === undefined ? { spec, column: next++, isNew: true } : { spec, column: standing, isNew: false };
  });
  return next - 1 > LAST_COLUMN ? undefined : placed;
}

/** 0-based columns whose contents a plan has to know: the own ones, and those to come where the sheet holds something that far right. */
export function columnsToTrace(layout: Layout, placed: readonly Placed[], usedColumns: number): readonly number[] {
  const occupied = placed.filter(({ column, isNew }) => isNew && column < usedColumns).map(({ column }) => column);
  return [...new Set([...layout.ownColumns.values(), ...occupied])].sort((one, other) => one - other);
}

/** Whether nothing stands where new columns would be written, from the heading row to the last, and no cells are merged there. */
export function isFree(
  traces: OwnTraces,
  placed: readonly Placed[],
  [firstRow, lastRow]: readonly [number, number],
): boolean {
  return placed.every(({ column, isNew }) => {
    if (!isNew) return true;
    if (traces.merges?.some((merge) => reachesInto(merge, column, [firstRow, lastRow])) === true) return false;
    if (lastRowOf(traces, column) < 0) return true;
    for (let row = firstRow; row <= lastRow; row++) if (contentAt(traces, row, column) !== "") return false;
    return true;
  });
}

/** Whether an area has cells of a column between two rows. */
function reachesInto(
  { row, column: left, rows, columns }: Extent,
  column: number,
  [firstRow, lastRow]: readonly [number, number],
): boolean {
  return left <= column && column < left + columns && row <= lastRow && row + rows > firstRow;
}

/** 0-based columns that are to come. */
export function columnsToCome(placed: readonly Placed[]): readonly number[] {
  return placed.filter(({ isNew }) => isNew).map(({ column }) => column);
}

/** The change that makes a column which is to come, with these cells. */
export function newColumn(
  { sheet, headerRows, firstDataRow: firstRow }: OwnPlace,
  { widths }: Pick<OwnTraces, "widths">,
  { spec, column, cells }: Pick<Placed, "spec" | "column"> & { readonly cells: readonly Content[] },
): Change {
  const widthBefore = widths.get(column);
  const place = { sheet, column, headingRow: headerRows[1], firstRow };
  const was = widthBefore === undefined ? {} : { widthBefore };
  return { kind: "column", ...place, ...was, after: ownColumn(spec, cells) };
}

/** A column as it stands on the sheet with these cells. */
export function ownColumn(spec: OwnColumnSpec, cells: readonly Content[]): OwnColumn {
  const { hint, numberFormat, width, choices } = spec;
  const heading = OWN_PREFIX + spec.heading;
  return { heading, hint, numberFormat, width, cells, ...(choices === undefined ? {} : { choices }) };
}
