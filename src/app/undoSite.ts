import type { Change } from "../domain/change/change";
import type { Deed } from "../domain/change/operation";
import type { Layout } from "../domain/ledger/ledger";
import type { WorkbookSurvey } from "../domain/ledger/survey";
import type { Workbook } from "./workbook";

/** What takes one deed back, and what is left as a person made it. */
export interface Plan {
  readonly changes: readonly Change[];
  readonly left: readonly string[];
}

/** What taking back stands on. */
export interface Site {
  readonly workbook: Workbook;
  readonly survey: WorkbookSurvey;
  readonly layouts: readonly Layout[];
  /** Whether the operation broke off half way: a sheet may hold a part of what was to be written. */
  readonly isBroken: boolean;
}

/** Nothing to do: what was done is gone already. */
export const nothing: Plan = { changes: [], left: [] };
/** One kind of deed. */
export type Of<Kind extends Deed["kind"]> = Extract<Deed, { kind: Kind }>;
