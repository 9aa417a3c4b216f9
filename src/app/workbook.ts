import type { Change, Content, Rule } from "../domain/change/change";
import type { CellValue } from "../domain/ledger/cells";
import type { ColumnCells, WorkbookSurvey } from "../domain/ledger/survey";
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

/** What an earlier run left on a sheet: contents of the own columns and rules of ours. */
export interface OwnTraces {
  /** By 0-based column, from `firstRow` on: values and R1C1 formulas. */
  readonly columns: ReadonlyMap<number, readonly Content[]>;
  readonly rules: readonly { readonly id: string; readonly rule: Rule }[];
}

/** What came of applying changes. */
export interface Applied {
  readonly changes: number;
  readonly cells: number;
}

/** The open workbook, in ledger words: the one port between the use cases and Excel. Nothing here throws for a refusing workbook. */
export interface Workbook {
  /** Every sheet's outline, top rows and states. `merges` may cost the user's undo history: ask only in a run that writes. */
  survey(options: { readonly merges: boolean }): Promise<Result<WorkbookSurvey, Failure>>;

  /** Cells of some columns, in few large requests. */
  readColumns(wanted: ColumnsWanted, watch: Watch): Promise<Result<ColumnCells, Failure>>;

  /** Own columns and own rules of one sheet. */
  readOwn(
    wanted: {
      readonly sheet: string;
      readonly firstRow: number;
      readonly lastRow: number;
      readonly columns: readonly number[];
    },
    watch: Watch,
  ): Promise<Result<OwnTraces, Failure>>;

  /** All values of one sheet from A1 on; undefined where there is no such sheet. */
  readSheet(sheet: string): Promise<Result<readonly (readonly CellValue[])[] | undefined, Failure>>;

  /** Applies all changes and verifies them by reading back, or leaves the workbook as it was. */
  apply(changes: readonly Change[], watch: Watch): Promise<Result<Applied, Failure>>;

  /** Shows a cell to the user: activates its sheet and selects it. Row and column 0-based. */
  goTo(sheet: string, row: number, column: number): Promise<Result<void, Failure>>;

  /** Where the user's selection stands: sheet and 0-based row of its first cell. */
  selection(): Promise<Result<{ readonly sheet: string; readonly row: number }, Failure>>;
}
