import type { Change, Content } from "../domain/change/change";
import type { StatePart } from "../domain/change/statePart";
import type { OwnTraces } from "../domain/change/traces";
import type { CellValue, Extent } from "../domain/ledger/cells";
import type { ColumnCells, WorkbookSurvey } from "../domain/ledger/survey";
import type { Template } from "../domain/record/ownForm";
import type { Result } from "../domain/result";
import type { Failure } from "./failure";

/** The stages of a run, in order; the pane and the terminal name them in words. */
export type Stage = "survey" | "read" | "judge" | "write" | "verify" | "rollBack";

/** How a run tells where it is, and how it is told to stop. */
export interface Watch {
  readonly progress: (stage: Stage, done: number, of: number) => void;
  readonly signal: AbortSignal;
}

/** Which cells to read: blocks of whole columns, one after the other. */
export interface ColumnsWanted {
  readonly sheet: string;
  /** 0-based, inclusive. */
  readonly firstRow: number;
  readonly lastRow: number;
  readonly columns: readonly number[];
  /** Columns whose number formats are wanted too. */
  readonly formatsOf: readonly number[];
}

/** Which contents of own columns to read, and of which columns to come the widths. */
export interface OwnWanted extends Omit<ColumnsWanted, "formatsOf"> {
  readonly widthsOf?: readonly number[];
}

/** A whole sheet of ours, from A1 on. */
export interface SheetSeen {
  readonly values: readonly (readonly CellValue[])[];
  /** Same shape; formulas in R1C1 notation. */
  readonly contents: readonly (readonly Content[])[];
  /** Those of the wanted workbook names that point into the sheet. */
  readonly names: ReadonlyMap<string, Extent>;
}

/** What came of applying changes. */
export interface Applied {
  readonly changes: number;
  readonly cells: number;
}

/** The rows of a sheet that the user selected; the first 0-based. */
export interface Selection {
  readonly sheet: string;
  readonly row: number;
  readonly rows: number;
}

/** The open workbook, in ledger words: the one port between the use cases and Excel. Nothing here throws for a refusing workbook. */
export interface Workbook {
  /** Every sheet's outline, top rows and states. `merges` may cost the user's undo history: ask only in a run that writes. */
  survey(options: { readonly merges: boolean }): Promise<Result<WorkbookSurvey, Failure>>;

  /** Cells of some columns, in few large requests. */
  readColumns(wanted: ColumnsWanted, watch: Watch): Promise<Result<ColumnCells, Failure>>;

  /** Own columns from their heading row on (or columns that are to become own), and the sheet's rules of ours. */
  readOwn(wanted: OwnWanted, watch: Watch): Promise<Result<OwnTraces, Failure>>;

  /** Titles of the hints that the first so many cells of a 0-based row show when they are selected, by 0-based column. */
  readHints(
    sheet: string,
    cells: { readonly row: number; readonly columns: number },
  ): Promise<Result<ReadonlyMap<number, string>, Failure>>;

  /** One sheet, whole, and where the named names point in it; undefined where there is no such sheet. */
  readSheet(sheet: string, names: readonly string[]): Promise<Result<SheetSeen | undefined, Failure>>;

  /** What one part beside the sheets holds; undefined where there is none. It is written by a change of kind "state". Never trust it alone. */
  readState(part: StatePart): Promise<Result<string | undefined, Failure>>;

  /** A bank's own form with its sizes and print setup; undefined where there is no such sheet or it is empty. */
  readTemplate(sheet: string): Promise<Result<Template | undefined, Failure>>;

  /** Applies all changes and verifies them by reading back, or leaves the workbook as it was. */
  apply(changes: readonly Change[], watch: Watch): Promise<Result<Applied, Failure>>;

  /** Shows a cell to the user: activates its sheet and selects it. Row and column 0-based. */
  goTo(sheet: string, row: number, column: number): Promise<Result<void, Failure>>;

  /** Where the user's selection stands. */
  selection(): Promise<Result<Selection, Failure>>;
}
