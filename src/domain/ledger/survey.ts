import type { CellValue, Extent } from "./cells";

/** An Excel table (ListObject) on a sheet; the extent includes its heading row and, where shown, its total row. */
export interface TableSeen {
  readonly name: string;
  readonly extent: Extent;
  readonly totalRow: boolean;
}

/** Rows and columns from A1 that are enough for titles, a header and a sample of the data. */
export const SURVEYED = { rows: 80, columns: 256 } as const;

/** What is known of one sheet before its rows are read. */
export interface SheetSurvey {
  readonly sheet: string;
  readonly hidden: boolean;
  readonly isProtected: boolean;
  /** The area that holds values (formats do not count); undefined for an empty sheet. */
  readonly used: Extent | undefined;
  /** The sheet's first rows from A1 on, as values: enough rows for titles, header and a sample of the data. */
  readonly top: readonly (readonly CellValue[])[];
  /** Number formats of `top`, same shape. */
  readonly topFormats: readonly (readonly string[])[];
  /** Merged areas of the sheet; undefined where they were not asked for. */
  readonly merges: readonly Extent[] | undefined;
  readonly tables: readonly TableSeen[];
  /** The sheet's own filter arrows (not a table's), and whether rows are filtered out by them or by a table's. */
  readonly filter: Extent | undefined;
  readonly isFiltered: boolean;
}

/** What is known of the workbook before any ledger's rows are read. */
export interface WorkbookSurvey {
  readonly dateSystem: DateSystem;
  readonly isStructureProtected: boolean;
  readonly sheets: readonly SheetSurvey[];
  /** Whether the file keeps results of earlier runs. */
  readonly hasHistory?: boolean;
  /** Whether the file keeps which columns a person put in the place of those that were found. */
  readonly hasMapping?: boolean;
  /** Whether the file keeps what our columns measured before they were ours. */
  readonly hasWidths?: boolean;
  /** The workbook names of ours that stand, each with the sheet into which it points; undefined where that is gone. */
  readonly ownNames?: ReadonlyMap<string, string | undefined>;
}

export type DateSystem = 1900 | 1904;

/** A stretch of rows, 0-based and inclusive. */
export interface RowSpan {
  readonly first: number;
  readonly last: number;
}

/** Whole columns of cells of one sheet, all starting at the same row. */
export interface ColumnCells {
  readonly firstRow: number;
  /** Up to the last of which anything was read. */
  readonly rows: number;
  /** Long stretches of empty rows in between, in order, of which nothing was read. */
  readonly gaps?: readonly RowSpan[];
  /** By 0-based column: one value a row. */
  readonly values: ReadonlyMap<number, readonly CellValue[]>;
  /** By 0-based column, where asked for: one number format a row. */
  readonly formats: ReadonlyMap<number, readonly string[]>;
}
