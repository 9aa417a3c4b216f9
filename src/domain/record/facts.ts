import type { CellValue } from "../ledger/cells";
import type { Drawdown } from "../ledger/ledger";
import type { Day } from "../loan/day";
import type { DateSystem } from "../ledger/survey";
import type { Judgement } from "../risk/judgement";
import type { Settings } from "../settings/settings";
import type { Background } from "./background";
import type { EventFacts } from "./scope";
import type { RecordType, Subject } from "./variant";

/** What the next record of a customer takes over from the last. */
export interface LastVisit {
  /** By question, what was answered. */
  readonly answers: ReadonlyMap<string, CellValue>;
  /** What was left open, as sentences. */
  readonly agenda: readonly string[];
  /** Whether the last contacts were all made without going there. */
  readonly mustBeOnSite: boolean;
}

/** All that a visit record is filled with beforehand. */
export interface RecordFacts {
  readonly judgement: Judgement;
  /** The live drawdowns, in ledger order. */
  readonly drawdowns: readonly Drawdown[];
  readonly background: Background;
  readonly subject: Subject;
  readonly type: RecordType;
  readonly asOf: Day;
  readonly settings: Settings;
  readonly dateSystem: DateSystem;
  /** DH-20261123-001. */
  readonly number: string;
  /** The ledger's sheet and 0-based row, for the link back. */
  readonly ledger: { readonly sheet: string; readonly row: number };
  /** Undefined before the first visit that was filed. */
  readonly last: LastVisit | undefined;
  /** The sudden event that hit this customer and others; undefined for any other record. */
  readonly event: EventFacts | undefined;
  /** Whether talk lines are printed. */
  readonly withHints: boolean;
}

/** Different texts, in order, joined; the blank ones left out. */
export function distinct(texts: readonly (string | undefined)[], separator = "、"): string {
  return [...new Set(texts.filter((text) => text !== undefined && text !== ""))].join(separator);
}
