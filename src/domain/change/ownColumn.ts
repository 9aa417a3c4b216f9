import type { Drawdown } from "../ledger/ledger";
import type { RowProblem } from "../ledger/problem";
import type { DateSystem } from "../ledger/survey";
import type { Judgement } from "../risk/judgement";
import type { Settings } from "../settings/settings";
import type { Content } from "./change";

/** What begins the heading of every own column; by it they are found again. */
export const OWN_PREFIX = "贷后_";

/** All that a cell of an own column may depend on. */
export interface RowFacts {
  readonly drawdown: Drawdown;
  /** Undefined for a customer without a live drawdown. */
  readonly judgement: Judgement | undefined;
  readonly problems: readonly RowProblem[];
  readonly settings: Settings;
  readonly dateSystem: DateSystem;
}

/** The four columns whose cells are live formulas. */
export type ClockColumn = "due" | "dutyReason" | "daysUntil" | "status";

/** One own column: what it says and how it looks. */
export interface OwnColumnSpec {
  /** Without the prefix. */
  readonly heading: string;
  /** What a reader sees when the heading is selected. */
  readonly hint: string;
  readonly numberFormat: string;
  /** In characters of the standard font. */
  readonly width: number;
  /** The value of a row, or the name of the formula that stands in every row. */
  readonly content: ((facts: RowFacts) => Content) | ClockColumn;
  /** Whether this program may have written the content; anything else a person typed. */
  readonly isOurs: (content: Content) => boolean;
  /** A column that is a person's once it stands: an annotation never writes it again. */
  readonly isPersons?: true;
  /** What a person may choose from. */
  readonly choices?: readonly string[];
}
