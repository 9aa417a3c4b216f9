import type { CellValue } from "../ledger/cells";
import type { DateSystem } from "../ledger/survey";
import { dayOfCell, type Day } from "../loan/day";
import { ID_LABEL } from "../record/shownId";
import type { Named } from "./identity";

/** What stands in an answer's cell, and where; row and column 0-based. */
export interface Answer {
  readonly label: string;
  readonly value: CellValue;
  readonly row: number;
  readonly column: number;
}

/** What the visitor made of one of the system's signals. */
export interface SignalAnswer {
  readonly text: string;
  readonly at: { readonly row: number; readonly column: number };
  readonly accepted: Answer;
  readonly reason: Answer;
}

/** A free line under the system's signals, to which what this visit raised is written. */
export interface SignalRoom {
  /** 0-based. */
  readonly row: number;
  readonly column: number;
  /** Columns of its answer and its reason. */
  readonly accepted: number;
  readonly reason: number;
}

/** What was looked up about one subject before the visit, by the heading of its column. */
export interface Lookup {
  /** 借款人, 法代, 保证人 and so on. */
  readonly who: string;
  readonly results: ReadonlyMap<string, CellValue>;
}

/** One of the questions, with last time's answer beside this time's. */
export interface Asked {
  readonly question: string;
  readonly now: CellValue;
  readonly last: CellValue;
}

/** A visit record as it stands on its sheet, found by its own labels: rows may have been inserted, the sheet renamed. */
export interface FilledRecord {
  readonly sheet: string;
  /** DH-20261123-001. */
  readonly number: string;
  readonly dateSystem: DateSystem;
  /** The first row below all that stands on the sheet, 0-based. */
  readonly end: number;
  /** Whether it stands on a bank's own form. */
  readonly isOwnForm: boolean;
  /** The answer right of each label, by the label without its star. */
  readonly answers: ReadonlyMap<string, Answer>;
  /** The answers that the form marks as required, in reading order. */
  readonly required: readonly Answer[];
  readonly signals: readonly SignalAnswer[];
  readonly signalRoom: readonly SignalRoom[];
  readonly lookups: readonly Lookup[];
  /** The answers of labels that stand more than once, such as those of each guarantor, in reading order. */
  readonly repeated: ReadonlyMap<string, readonly CellValue[]>;
  readonly questions: readonly Asked[];
  /** What was looked up and found, as "借款人被执行". */
  readonly found: readonly string[];
  /** Names of the documents ticked as received, and as still missing. */
  readonly documents: { readonly received: readonly string[]; readonly missing: readonly string[] };
}

/** An answer as text without blanks around it; "" where the record has no such label. */
export function textOf({ answers }: FilledRecord, label: string): string {
  return String(answers.get(label)?.value ?? "").trim();
}

/** An answer as a day; undefined where it is none. */
export function dayIn({ answers, dateSystem }: FilledRecord, label: string): Day | undefined {
  return dayOfCell(answers.get(label)?.value, dateSystem);
}

/** Whom the record is about, as it says itself; nobody where it is about a guarantor. */
export function namedIn(record: FilledRecord): Named {
  return { customer: textOf(record, "客户名称"), id: textOf(record, ID_LABEL) };
}

/** The label of whose record it is: a customer's, or a guarantor's. */
export function nameLabel({ answers }: FilledRecord): "客户名称" | "保证人名称" {
  return answers.has(OF_GUARANTOR) && !answers.has("客户名称") ? OF_GUARANTOR : "客户名称";
}

const OF_GUARANTOR = "保证人名称";

/** Whether a record is about somebody who stands for others. practices A50 */
export const isOfGuarantor = (record: FilledRecord): boolean => nameLabel(record) === OF_GUARANTOR;

/** The name of the customer or the guarantor that the record is about. */
export const nameIn = (record: FilledRecord): string => textOf(record, nameLabel(record));

/** Whether a way of visiting goes to the place. */
export const isOnSite = (method: string): boolean => method === "上门";
