import type { Extent } from "../xlsx/model";

/** The runs of wanted cells in one row. */
function runsOf({ column, columns }: Extent, row: number, is: (row: number, column: number) => boolean): Extent[] {
  const runs: Extent[] = [];
  let start = -1;
  for (let at = column; at <= column + columns; at++) {
    const isWanted = at < column + columns && is(row, at);
    if (isWanted && start < 0) start = at;
    if (isWanted || start < 0) continue;
    runs.push({ row, column: start, rows: 1, columns: at - start });
    start = -1;
  }
  return runs;
}

/** The cells of an area that are wanted, as few rectangles: equal runs below one another become one. */
export function joined(area: Extent, is: (row: number, column: number) => boolean): readonly Extent[] {
  const done: Extent[] = [];
  let open = new Map<string, Extent>();
  for (let row = area.row; row < area.row + area.rows; row++) {
    const next = new Map<string, Extent>();
    for (const run of runsOf(area, row, is)) {
      const key = `${String(run.column)} ${String(run.columns)}`;
      const above = open.get(key);
      next.set(key, above === undefined ? run : { ...above, rows: above.rows + 1 });
      open.delete(key);
    }
    done.push(...open.values());
    open = next;
  }
  done.push(...open.values());
  return done.sort((one, other) => one.row - other.row || one.column - other.column);
}
