/** Cells that one request reads or writes at most: far below the 5 MB a request may have, and short enough to be cancelled. */
export const CELLS_A_REQUEST = 20_000;

/** Bytes that one request may have by our own estimate. */
export const BYTES_A_REQUEST = 3_000_000;

/** So many rows of so many columns stay within one request. */
export function rowsARequest(columns: number): number {
  return Math.max(1, Math.floor(CELLS_A_REQUEST / Math.max(1, columns)));
}

/** A stretch of neighbouring columns. */
export interface ColumnRun {
  readonly column: number;
  readonly columns: number;
}

/** Columns gathered into runs of neighbours, from the left. */
export function columnRuns(columns: readonly number[]): readonly ColumnRun[] {
  const runs: { column: number; columns: number }[] = [];
  for (const column of [...new Set(columns)].sort((one, other) => one - other)) {
    const last = runs.at(-1);
    if (last !== undefined && last.column + last.columns === column) last.columns += 1;
    else runs.push({ column, columns: 1 });
  }
  return runs;
}
