import type { CellValue, Extent } from "../../../src/domain/ledger/cells";
import { columnsToRead } from "../../../src/domain/ledger/columnsToRead";
import type { Layout, Ledger } from "../../../src/domain/ledger/ledger";
import { readLedger } from "../../../src/domain/ledger/readLedger";
import { recognise } from "../../../src/domain/ledger/recognise";
import {
  SURVEYED,
  type ColumnCells,
  type DateSystem,
  type SheetSurvey,
  type WorkbookSurvey,
} from "../../../src/domain/ledger/survey";

export type Grid = readonly (readonly CellValue[])[];

/** What a test says of a sheet besides its cells. */
export interface Told {
  readonly sheet?: string;
  readonly hidden?: boolean;
  readonly merges?: readonly Extent[];
  /** Number formats by column. */
  readonly formats?: Readonly<Record<number, string>>;
  readonly dateSystem?: DateSystem;
}

function squared(grid: Grid): readonly (readonly CellValue[])[] {
  const width = Math.max(1, ...grid.map((row) => row.length));
  return grid.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ""));
}

/** A sheet as the survey of a workbook sees it. */
export function sheetSurvey(grid: Grid, told: Told = {}): SheetSurvey {
  const cells = squared(grid);
  const isEmpty = cells.every((row) => row.every((value) => value === ""));
  return {
    sheet: told.sheet ?? "台账",
    hidden: told.hidden ?? false,
    isProtected: false,
    used: isEmpty ? undefined : { row: 0, column: 0, rows: cells.length, columns: cells[0]?.length ?? 0 },
    top: cells.slice(0, SURVEYED.rows).map((row) => row.slice(0, SURVEYED.columns)),
    topFormats: [],
    merges: told.merges,
    tables: [],
    filter: undefined,
    isFiltered: false,
  };
}

export function survey(sheets: readonly SheetSurvey[], dateSystem: DateSystem = 1900): WorkbookSurvey {
  return { dateSystem, isStructureProtected: false, sheets };
}

/** The cells that the layout asks for. */
export function cellsOf(grid: Grid, layout: Layout, told: Told = {}): ColumnCells {
  const cells = squared(grid).slice(layout.firstDataRow);
  const { columns, formatsOf } = columnsToRead(layout);
  const values = new Map(columns.map((column) => [column, cells.map((row) => row[column] ?? "")]));
  const formats = new Map(formatsOf.map((column) => [column, cells.map(() => told.formats?.[column] ?? "General")]));
  return { firstRow: layout.firstDataRow, rows: cells.length, values, formats };
}

/** The layout of a grid that is a ledger; fails the test where it is none. */
export function layoutOf(grid: Grid, told: Told = {}): Layout {
  const { layouts, rejected } = recognise(survey([sheetSurvey(grid, told)], told.dateSystem));
  const [layout] = layouts;
  if (layout === undefined) throw new Error(`no ledger: ${rejected[0]?.reason ?? ""}`);
  return layout;
}

/** A grid read as a ledger. */
export function ledgerOf(grid: Grid, told: Told = {}): Ledger {
  const layout = layoutOf(grid, told);
  return readLedger(layout, cellsOf(grid, layout, told), told.merges);
}

/** Why a grid is no ledger; fails the test where it is one. */
export function rejectionOf(grid: Grid, told: Told = {}): string {
  const { layouts, rejected } = recognise(survey([sheetSurvey(grid, told)]));
  if (layouts.length > 0) throw new Error("taken for a ledger");
  return rejected[0]?.reason ?? "";
}
