import type { Finding } from "../domain/filing/finding";
import type { Rejection } from "../domain/ledger/ledger";
import type { Day } from "../domain/loan/day";

/** Why the workbook refused; the sentence of each stands in `words.ts`. */
export type Failure =
  | { readonly kind: "editMode" }
  | { readonly kind: "sheetProtected"; readonly sheet: string }
  | { readonly kind: "structureProtected" }
  | { readonly kind: "filtered"; readonly sheet: string }
  | { readonly kind: "noRoom"; readonly sheet: string }
  | { readonly kind: "otherWorkbook" }
  | { readonly kind: "sheetGone"; readonly sheet: string }
  /** A sheet whose cells are to be shown is hidden. */
  | { readonly kind: "sheetHidden"; readonly sheet: string }
  /** A sheet whose columns were asked for has no headings. */
  | { readonly kind: "noHeader"; readonly sheet: string }
  /** A column of ours goes by another heading than the one it was given. */
  | { readonly kind: "renamedColumn"; readonly sheet: string; readonly address: string; readonly heading: string }
  | { readonly kind: "apiTooOld"; readonly needs: string }
  | { readonly kind: "tooLarge" }
  | { readonly kind: "readOnly" }
  | { readonly kind: "noConnection" }
  | { readonly kind: "notAsWritten"; readonly address: string }
  | { readonly kind: "cancelled" }
  | {
      readonly kind: "noLedger";
      readonly nearest: { readonly sheet: string; readonly reason: string } | undefined;
      /** Every sheet that was judged, and why it is no ledger. */
      readonly rejected: readonly Rejection[];
    }
  /** No live customer of that name; `missing` says where a ledger has no column of names. */
  | { readonly kind: "noSuchCustomer"; readonly name: string; readonly missing: string | undefined }
  /** Nobody of that name stands for a live drawdown; `missing` as with customers. */
  | { readonly kind: "noSuchGuarantor"; readonly name: string; readonly missing: string | undefined }
  /** No visit is due in the time that was asked for. */
  | { readonly kind: "nobodyDue" }
  /** No customer, or not this one, has a red or orange warning. */
  | { readonly kind: "noWarnings"; readonly name: string }
  /** No live customer's industry, guarantor or branch holds this word. */
  | { readonly kind: "nobodyHit"; readonly word: string }
  /** All of the customers that are due have a record that is not filed yet. */
  | { readonly kind: "allRecorded"; readonly customers: number }
  /** The workbook has a form of the bank already. */
  | { readonly kind: "templateThere" }
  /** Cells of the bank's own form are merged across a row that is repeated. */
  | { readonly kind: "templateMerged"; readonly areas: readonly string[] }
  /** The bank's own form names what we do not know. */
  | { readonly kind: "unknownPlaceholders"; readonly unknown: readonly { address: string; text: string }[] }
  /** The sheet is no visit record of ours. */
  | { readonly kind: "noRecord"; readonly sheet: string }
  /** The record cannot be filed as it is. */
  | { readonly kind: "notFilable"; readonly findings: readonly Finding[] }
  /** The register lacks these columns. */
  | { readonly kind: "badRegister"; readonly missing: string }
  /** The file remembers no operation of ours. */
  | { readonly kind: "nothingToUndo" }
  /** What was taken back cannot return: there somebody changed what stood. */
  | { readonly kind: "changedSince"; readonly place: string }
  /** What a run would change does not fit into what the file remembers for taking back. */
  | { readonly kind: "notUndoable" }
  /** The file keeps no results of an earlier run, or none so early; `days` are those that it keeps. */
  | { readonly kind: "noHistory"; readonly days: readonly Day[] }
  /** The list of warnings lacks columns. */
  | { readonly kind: "badWarnings"; readonly missing: string }
  /** No open warning was reported, or none of this customer. */
  | { readonly kind: "noWarningLine"; readonly name: string }
  /** The list of sudden events lacks columns. */
  | { readonly kind: "badEvents" }
  | {
      readonly kind: "badSettings";
      readonly problems: readonly { readonly address: string; readonly message: string }[];
    }
  /** The workbook could not be brought back to what it was; `left` names what still differs. */
  | { readonly kind: "halfDone"; readonly left: readonly string[]; readonly because: Failure }
  /** What was being taken out has gone in part and can only be taken out altogether; `left` names the sheets that may still be there. */
  | { readonly kind: "unfinished"; readonly left: readonly string[]; readonly because: Failure }
  /** Anything else Excel said, by its own code. */
  | { readonly kind: "refused"; readonly code: string };
