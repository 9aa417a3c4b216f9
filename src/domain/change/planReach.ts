import type { Extent } from "../ledger/cells";
import type { Layout } from "../ledger/ledger";
import type { Change } from "./change";
import type { Placed } from "./placement";

/** The extent up to another last column. */
function upTo(extent: Extent, lastColumn: number): Extent {
  return { ...extent, columns: lastColumn - extent.column + 1 };
}

const lastOf = ({ column, columns }: Extent) => column + columns - 1;

function reach(layout: Layout, from: number, to: number): readonly Change[] {
  const { sheet, table, filter } = layout;
  if (table !== undefined) {
    return lastOf(table.extent) === from
      ? [{ kind: "table", sheet, table: table.name, before: table.extent, after: upTo(table.extent, to) }]
      : [];
  }
  return filter !== undefined && lastOf(filter) === from
    ? [{ kind: "filter", sheet, before: filter, after: upTo(filter, to) }]
    : [];
}

/** Stretches the ledger's table, or its filter arrows, over the new columns, so that sorting keeps rows together. */
export function planReach(layout: Layout, placed: readonly Placed[]): readonly Change[] {
  const fresh = placed.filter(({ isNew }) => isNew).map(({ column }) => column);
  return fresh.length === 0 ? [] : reach(layout, Math.min(...fresh) - 1, Math.max(...fresh));
}

/** Takes the table or the filter arrows back to the last column that stays. */
export function planRetreat(layout: Layout, goneColumns: readonly number[]): readonly Change[] {
  const extent = layout.table?.extent ?? layout.filter;
  if (extent === undefined) return [];
  const gone = new Set(goneColumns);
  let last = lastOf(extent);
  while (gone.has(last)) last -= 1;
  return last === lastOf(extent) || last < extent.column ? [] : reach(layout, lastOf(extent), last);
}
