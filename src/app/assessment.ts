import type { Ledger, Rejection } from "../domain/ledger/ledger";
import type { RowProblem } from "../domain/ledger/problem";
import type { Day } from "../domain/loan/day";
import type { Judgement } from "../domain/risk/judgement";
import type { Settings } from "../domain/settings/settings";

/** What a run is asked to do. */
export interface RunOptions {
  /** Today by the machine's calendar. */
  readonly today: Day;
  /** The day as of which to judge; it is then written to the settings sheet. Undefined: what the settings sheet says, else today. */
  readonly asOf?: Day;
  /** Only this sheet, even when it is hidden; undefined: every visible ledger. */
  readonly sheet?: string;
  /** Whether a run goes on that is too large to be taken back later. */
  readonly withoutUndo?: boolean;
}

/** One ledger, read and judged. */
export interface AssessedLedger {
  readonly ledger: Ledger;
  /** In the order of the ledger's customers; customers without a live drawdown are left out. */
  readonly judgements: readonly Judgement[];
  /** Everything that could not be read or is doubtful, in row order. */
  readonly problems: readonly RowProblem[];
}

/** What was found in the open workbook as of one day. */
export interface Assessment {
  readonly asOf: Day;
  readonly settings: Settings;
  /** At least one. */
  readonly ledgers: readonly AssessedLedger[];
  readonly rejected: readonly Rejection[];
  /** Sentences on the whole run: a year without a holiday table, a ledger without visit dates. */
  readonly notices: readonly string[];
}
