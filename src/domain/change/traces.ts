import type { Extent } from "../ledger/cells";
import type { Content, Rule } from "./change";

/** A conditional format of ours as it stands on the sheet. */
export interface RuleSeen {
  readonly id: string;
  readonly rule: Rule;
}

/** What stands in the own columns of a sheet, and in columns that are to become own. */
export interface OwnTraces {
  /** 0-based row of the first content. */
  readonly firstRow: number;
  /** By 0-based column: one content a row. */
  readonly columns: ReadonlyMap<number, readonly Content[]>;
  readonly rules: readonly RuleSeen[];
  /** Points of the columns to come, by 0-based column, where they are not of the sheet's usual width; 0 for hidden ones. */
  readonly widths: ReadonlyMap<number, number>;
  /** Merged areas that reach into the columns to come. */
  readonly merges?: readonly Extent[];
}

export const noTraces: OwnTraces = { firstRow: 0, columns: new Map(), rules: [], widths: new Map() };

/** The content of a cell; empty where nothing was read. */
export function contentAt(traces: OwnTraces, row: number, column: number): Content {
  return traces.columns.get(column)?.[row - traces.firstRow] ?? "";
}

/** The last 0-based row of a column that is not empty; -1 where all are. */
export function lastRowOf(traces: OwnTraces, column: number): number {
  const contents = traces.columns.get(column) ?? [];
  for (let index = contents.length - 1; index >= 0; index--)
    if ((contents[index] ?? "") !== "") return traces.firstRow + index;
  return -1;
}

/** The last 0-based row of which anything was read. */
export function endOf(traces: OwnTraces, column: number): number {
  return traces.firstRow + (traces.columns.get(column)?.length ?? 0) - 1;
}
