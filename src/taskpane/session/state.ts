import type { Applied, Stage } from "../../app/workbook";
import type { AnnotationDraft } from "../../app/annotate";
import type { Assessment } from "../../app/assessment";
import type { ClearPlan } from "../../app/clear";
import type { Failure } from "../../app/failure";
import type { Finding } from "../../domain/filing/finding";
import type { Filed } from "../../app/file";
import type { SheetDraft } from "../../domain/change/change";
import type { Redo, Redoable } from "../../app/redo";
import type { OperationKind } from "../../domain/change/operation";
import type { Day } from "../../domain/loan/day";
import { everything, type Filter } from "../view/filter";

/** What the pane asks of the workbook; one at a time. */
export type Job =
  | "look"
  | "annotate"
  | "apply"
  | "settings"
  | "columns"
  | "health"
  | "mend"
  | "untrace"
  | "planClear"
  | "clear"
  | "sample"
  | "record"
  | "takeBack"
  | "undo"
  | "file"
  | "report"
  | "goTo";

/** What was recognised in the open workbook. */
export type Found =
  | { readonly is: "unknown" }
  | { readonly is: "ledgers"; readonly assessment: Assessment }
  | { readonly is: "noLedger"; readonly because: Extract<Failure, { kind: "noLedger" }> };

export type Run =
  | { readonly is: "idle" }
  | {
      readonly is: "working";
      readonly on: Job;
      readonly stage: Stage;
      /** 0 to 1, never going back; undefined while nobody can tell. */
      readonly fraction: number | undefined;
      readonly isCancelling: boolean;
    };

/** What happened last, until something else happens or the reader puts it away; `at` is the clock time "11:32". */
export type Last =
  | { readonly is: "nothing" }
  | {
      readonly is: "annotated";
      readonly at: string;
      readonly drawdowns: number;
      readonly applied: Applied;
      /** Cells of own columns that a person typed and that stayed as they were. */
      readonly kept: number;
    }
  | { readonly is: "cleared"; readonly at: string; readonly back: Redo }
  | { readonly is: "nothingToClear" }
  /** The columns of a sheet are remembered, or forgotten. */
  | { readonly is: "columnsSaved"; readonly sheet: string; readonly isKept: boolean }
  /** Everything of ours was taken out but what is named. */
  | {
      readonly is: "untraced";
      readonly columns: number;
      readonly sheets: number;
      readonly kept: readonly string[];
      readonly typed: number;
      /** Whether a second look found nothing more. */
      readonly isProven: boolean;
    }
  | { readonly is: "settingsSaved"; readonly at: string; readonly cells: number }
  | { readonly is: "sampled"; readonly sheet: string }
  /** Visit records were made, and can be taken back as long as nobody wrote in them. */
  | { readonly is: "recorded"; readonly drafts: readonly SheetDraft[]; readonly left: number }
  /** The warnings of so many customers were reported on a sheet, and stand in their list. */
  | { readonly is: "reported"; readonly sheet: string; readonly customers: number }
  | { readonly is: "carded"; readonly drafts: readonly [SheetDraft] }
  | { readonly is: "cardUpdated"; readonly sheet: string }
  /** What was done, in a sentence of its own. */
  | { readonly is: "told"; readonly text: string }
  | { readonly is: "tookBack"; readonly sheets: number; readonly kept: readonly string[] }
  /** An operation was taken back; what a person changed since was left as it is. */
  | {
      readonly is: "undone";
      readonly at: string;
      readonly operation: OperationKind;
      readonly left: readonly string[];
      /** What was taken back one after the other and can be put back, the last first. */
      readonly taken: readonly Redoable[];
    }
  /** An operation that had been taken back was put back; others may follow. */
  | {
      readonly is: "redone";
      readonly at: string;
      readonly operation: OperationKind;
      readonly taken: readonly Redoable[];
    }
  /** The file says that a run was not completed. */
  | { readonly is: "brokenOff"; readonly isRemoval: boolean }
  | { readonly is: "filed"; readonly filed: Filed }
  /** Signals that a record's answers raised were written onto it and wait for an answer. */
  | { readonly is: "proposed"; readonly findings: readonly Finding[] }
  | { readonly is: "noCustomerHere"; readonly sheet: string; readonly rowNumber: number }
  | { readonly is: "failed"; readonly on: Job; readonly because: Failure }
  /** An error of ours; the detail holds no contents of the workbook. */
  | { readonly is: "broken"; readonly detail: string };

export type Tab = "customers" | "warnings" | "changes" | "problems" | "settings";

/** What a run would write, before it is written; `isRenewed` where the workbook was changed since it was first shown. */
export interface PreviewShown {
  readonly is: "preview";
  readonly draft: AnnotationDraft;
  readonly isRenewed: boolean;
}

/** A screen that takes the place of the results until it is closed. */
export type Screen =
  | PreviewShown
  /** Which column of a sheet is which field. */
  | { readonly is: "columns"; readonly sheet: string }
  | { readonly is: "health" }
  /** The records of some customers, by their keys, before they are made. */
  | { readonly is: "batch"; readonly keys: readonly string[] }
  | { readonly is: "selfCheck" }
  | { readonly is: "untrace" };

/** Everything the pane shows. */
export interface State {
  readonly found: Found;
  readonly run: Run;
  readonly last: Last;
  /** What clearing would take away, while the reader is asked. */
  readonly question: ClearPlan | undefined;
  /** The as-of day the reader chose; undefined: what the settings sheet says, else today. */
  readonly asOf: Day | undefined;
  /** The one sheet the reader chose; undefined: every visible ledger. */
  readonly sheet: string | undefined;
  readonly tab: Tab;
  readonly filter: Filter;
  readonly screen: Screen | undefined;
  /** The last failures by kind and job, the newest last: nothing of the workbook's contents. */
  readonly errors: readonly string[];
}

export type Event =
  | { readonly kind: "began"; readonly on: Job }
  | { readonly kind: "progressed"; readonly stage: Stage; readonly done: number; readonly of: number }
  | { readonly kind: "cancelling" }
  | { readonly kind: "assessed"; readonly assessment: Assessment }
  | { readonly kind: "happened"; readonly last: Last }
  | { readonly kind: "asked"; readonly plan: ClearPlan }
  | { readonly kind: "answered" }
  | { readonly kind: "ended" }
  | { readonly kind: "choseDay"; readonly asOf: Day }
  | { readonly kind: "choseSheet"; readonly sheet: string | undefined }
  | { readonly kind: "turned"; readonly tab: Tab }
  | { readonly kind: "filtered"; readonly filter: Filter }
  | { readonly kind: "opened"; readonly screen: Screen | undefined };

/** The pane as it opens. */
export const opening: State = {
  found: { is: "unknown" },
  run: { is: "idle" },
  last: { is: "nothing" },
  question: undefined,
  asOf: undefined,
  sheet: undefined,
  tab: "customers",
  filter: everything,
  screen: undefined,
  errors: [],
};
