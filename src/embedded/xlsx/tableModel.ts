import type { Extent } from "./model";

/** How a table is dressed. */
export interface TableLook {
  /** "TableStyleMedium2"; undefined for none. */
  readonly style: string | undefined;
  readonly firstColumn: boolean;
  readonly lastColumn: boolean;
  readonly bandedRows: boolean;
  readonly bandedColumns: boolean;
}

/** What a filter says of its columns: by their place in it, the file's own element with the criterion. */
export type FilterColumns = ReadonlyMap<number, string>;

export interface TableState {
  readonly id: number;
  readonly name: string;
  readonly extent: Extent;
  readonly columns: readonly string[];
  /** What the columns are found by when they move or are renamed. */
  readonly columnIds: readonly number[];
  readonly headerRow: boolean;
  readonly totalRow: boolean;
  readonly look: TableLook;
  readonly filter: Extent | undefined;
  readonly filterColumns: FilterColumns;
  readonly isFiltered: boolean;
}

/** A column of a changed table; `from` is the place it had before, undefined for a new one. */
export interface TableColumnChange {
  readonly name: string;
  readonly from: number | undefined;
  /** What its cell in the row of totals says from now on. */
  readonly totals?: { readonly label?: string; readonly sums?: boolean; readonly counts?: boolean };
}

/** A table that is to be made. */
export interface NewTable {
  readonly name: string;
  readonly extent: Extent;
  readonly columns: readonly string[];
}

/** What of a table changes; what is not named stays. */
export interface TablePatch {
  readonly name?: string;
  readonly extent?: Extent;
  readonly columns?: readonly TableColumnChange[];
  readonly headerRow?: boolean;
  readonly totalRow?: boolean;
  readonly look?: TableLook;
  readonly hasFilter?: boolean;
  readonly filterColumns?: FilterColumns;
}

export interface FilterState {
  readonly extent: Extent;
  readonly filterColumns: FilterColumns;
  /** Whether any column has a criterion. */
  readonly isFiltered: boolean;
}

/** The table styles that the file brings, besides Excel's own. */
export interface TableStyles {
  readonly names: readonly string[];
  /** The style of tables that are made from now on; undefined where the file names none. */
  readonly standard: string | undefined;
}
