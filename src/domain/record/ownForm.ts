import type { Content, PageDraft } from "../change/change";
import type { Extent } from "../ledger/cells";

/** The type of a cell. */
export interface TypeOf {
  /** In points. */
  readonly size: number;
  readonly wraps: boolean;
}

/** A bank's own form, as it stands on its sheet, from A1 on. */
export interface Template {
  readonly sheet: string;
  /** Formulas in R1C1. */
  readonly cells: readonly (readonly Content[])[];
  readonly types: readonly (readonly TypeOf[])[];
  readonly merges: readonly Extent[];
  /** In points, one a row and one a column. */
  readonly heights: readonly number[];
  readonly widths: readonly number[];
  readonly landscape: boolean;
  /** What of the sheet the bank prints; undefined: all of it. */
  readonly printed: Extent | undefined;
  readonly page: PageDraft;
}
