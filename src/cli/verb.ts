import type { RunOptions } from "../app/assessment";
import type { Failure } from "../app/failure";
import type { Workbook } from "../app/workbook";
import type { Day } from "../domain/loan/day";
import { refused, type Result } from "../domain/result";
import type { EmbeddedExcel } from "../embedded/excel";
import { checkJson, findingsJson } from "./report";
import type { Stopwatch } from "./stopwatch";
import { refusalSentence } from "./words";

/** What a run ends with: 0 done, 1 usage or file error, 2 no ledger recognised, 3 not all of it could be taken back. */
export type ExitCode = 0 | 1 | 2 | 3;

/** The options of one command line. */
export interface Given {
  readonly values: ReadonlyMap<string, string>;
  readonly flags: ReadonlySet<string>;
}

/** What a verb works with. */
export interface Running {
  readonly workbook: Workbook;
  readonly excel: EmbeddedExcel;
  readonly stopwatch: Stopwatch;
  /** The days and the sheet that every verb takes. */
  readonly options: RunOptions;
}

/** What is to be told, and whether the workbook is saved. `code` is 0 where nothing else is said. */
export interface Done {
  readonly json: unknown;
  readonly text: string;
  readonly save: boolean;
  readonly code?: ExitCode;
}

/** Why a run ended early. */
export interface Ending {
  readonly code: ExitCode;
  readonly sentence: string;
  readonly json?: unknown;
}

export type Outcome = Result<Done, Ending>;

/** One command: a row of the table of verbs. */
export interface Verb {
  readonly name: string;
  /** What follows the workbook in the usage: it names all of its options but those that other verbs have too. */
  readonly usage: string;
  /** What it does, in a clause. */
  readonly says: string;
  /** What is added to the name of its result; undefined for a verb that writes nothing. */
  readonly suffix: string | undefined;
  /** Whether it reads and judges ledgers, so that it can be told which sheet and as of which day. */
  readonly judges: boolean;
  /** Those of its options that name a text file to be written. */
  readonly writes?: readonly string[];
  /** Those of its options that may be given more than once; their values stand one a line. */
  readonly repeated?: readonly string[];
  /** Reads its own options and gives the work; a refusal is a sentence for the user. */
  readonly parse: (given: Given) => Result<(running: Running) => Promise<Outcome>, string>;
}

/** An end with a sentence, as a usage or file error. */
export const stopped = (sentence: string): Ending => ({ code: 1, sentence });

/** The end of a run that the workbook refused. */
export function refusedBy(failure: Failure): Result<never, Ending> {
  const sentence = refusalSentence(failure);
  if (failure.kind === "notFilable") return refused({ ...stopped(sentence), json: findingsJson(failure.findings) });
  if (failure.kind !== "noLedger") return refused(stopped(sentence));
  return refused({ code: 2, sentence, json: checkJson([], failure.rejected) });
}

/** The day that judges where one was asked for. */
export function optionsOf(today: Day, asOf: Day | undefined, sheet: string | undefined): RunOptions {
  return { today, ...(asOf === undefined ? {} : { asOf }), ...(sheet === undefined ? {} : { sheet }) };
}
