import type { CellState } from "../xlsx/model";
import { ExcelObject } from "./excelObject";
import { truth } from "./given";
import type { Host } from "./host";
import { unprotected, type Place } from "./place";
import { Refusal } from "./refusal";
import { linesOf, putLines } from "./rowsOfCells";

/** https://learn.microsoft.com/javascript/api/excel/excel.removeduplicatesresult */
export class RemoveDuplicatesResult extends ExcelObject {
  readonly className = "RemoveDuplicatesResult";
  private readonly counts: readonly [removed: number, remaining: number];

  constructor(host: Host, counts: readonly [removed: number, remaining: number]) {
    super(host);
    this.counts = counts;
  }

  get removed(): number {
    return this.counts[0];
  }
  get uniqueRemaining(): number {
    return this.counts[1];
  }
}

function keyOf(row: readonly CellState[], columns: readonly number[]): string {
  return JSON.stringify(
    columns.map((column) => {
      const value = row[column]?.value;
      return typeof value === "string" ? value.toLowerCase() : (value ?? null);
    }),
  );
}

/** Keeps the first of rows that are equal in some columns; the rest of the range moves up. https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-removeduplicates-member(1) */
export function removeDuplicates(place: Place, given: unknown, header: unknown): RemoveDuplicatesResult {
  const { host, sheet, extent } = place;
  const isColumn = (one: unknown): one is number =>
    typeof one === "number" && Number.isInteger(one) && one >= 0 && one < extent.columns;
  if (!Array.isArray(given) || given.length === 0 || !given.every(isColumn)) throw new Refusal("InvalidArgument");
  unprotected(sheet);
  const skipped = truth(header ?? false) ? 1 : 0;
  const body = { host, sheet, extent: { ...extent, row: extent.row + skipped, rows: extent.rows - skipped } };
  if (body.extent.rows < 1) return new RemoveDuplicatesResult(host, [0, 0]);
  const rows = linesOf(body);
  const seen = new Set<string>();
  const kept = rows.filter(({ cells }) => {
    const key = keyOf(cells, given);
    return !seen.has(key) && seen.add(key);
  });
  putLines(body, kept);
  return new RemoveDuplicatesResult(host, [rows.length - kept.length, kept.length]);
}
