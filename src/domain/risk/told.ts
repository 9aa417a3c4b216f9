import type { Customer } from "../ledger/ledger";
import type { Day } from "../loan/day";
import type { Reason } from "./judgement";

/** What filed visits and sudden events say of a customer, beside the ledger. */
export interface Told {
  /** Signals of visits and lookups that were confirmed and stand. */
  readonly confirmed: readonly Reason[];
  /** Whether a reviewed record turned this very signal down, with a reason, not too long ago. signals F.4 */
  readonly isTurnedDown: (reason: Reason) => boolean;
  /** Contacts in a row without going there, where they are so many that the next has to be on site; else 0. */
  readonly remote: number;
  /** By when a sudden event asks for a visit that was not made yet. */
  readonly eventDue: Day | undefined;
  /** The newest visit record that stands in the workbook, filed or not. */
  readonly record?: RecordPlace;
}

/** Where a visit record stands, and its number. */
export interface RecordPlace {
  readonly sheet: string;
  readonly number: string;
}

/** What is told of each customer of a ledger. */
export type ToldOf = (customer: Customer) => Told;

const nothing: Told = { confirmed: [], isTurnedDown: () => false, remote: 0, eventDue: undefined };

/** A workbook without a register: nothing is told of anyone. */
export const nothingTold: ToldOf = () => nothing;
