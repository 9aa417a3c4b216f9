import type { AssessedLedger } from "../app/assessment";
import { annotate } from "../app/annotate";
import { assess } from "../app/assess";
import { clear, planClear } from "../app/clear";
import { fileRecord } from "../app/file";
import { makeCard } from "../app/customerCard";
import type { Failure } from "../app/failure";
import { makeRecords } from "../app/visit";
import { reportWarnings } from "../app/warn";
import { failureSentence } from "../app/words";
import type { Workbook } from "../app/workbook";
import type { Day } from "../domain/loan/day";
import { ok, refused, type Result } from "../domain/result";
import type { EmbeddedExcel } from "../embedded/excel";
import { faultSentence } from "../embedded/xlsx/fault";
import { openBook } from "../embedded/xlsx/open";
import { parseArguments, usage, type Command } from "./arguments";
import { chooseOutput, readInput, writeOutput } from "./files";
import { annotateJson, checkJson, findingsJson, summary } from "./report";
import { Stopwatch } from "./stopwatch";

/** What a run ends with: 0 done, 1 usage or file error, 2 no ledger recognised. */
export type ExitCode = 0 | 1 | 2;

/** What the program is given from outside. */
export interface Surroundings {
  readonly today: Day;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Opens an embedded Excel over a book and gives the workbook that the use cases work on. */
  readonly start: (book: EmbeddedExcel["book"]) => { readonly excel: EmbeddedExcel; readonly workbook: Workbook };
}

/** What a command ended with: a sentence and an exit code, or what is to be told and saved. */
type Outcome = Result<{ readonly json: unknown; readonly text: string; readonly save: boolean }, Ending>;

interface Ending {
  readonly code: ExitCode;
  readonly sentence: string;
  readonly json?: unknown;
}

/** Runs one command line from words to exit code. */
export async function main(given: readonly string[], around: Surroundings): Promise<ExitCode> {
  const parsed = parseArguments(given);
  if (!parsed.ok) {
    around.err(`${parsed.because}\n\n${usage}`);
    return 1;
  }
  const ended = await run(parsed.value, around);
  if (ended.sentence !== "") around.err(`${ended.sentence}\n`);
  return ended.code;
}

const stopped = (sentence: string): Ending => ({ code: 1, sentence });

async function run(command: Command, around: Surroundings): Promise<Ending> {
  const stopwatch = new Stopwatch();
  const target = command.verb === "check" ? ok("") : chooseOutput(command);
  if (!target.ok) return stopped(target.because);
  const bytes = readInput(command.input);
  if (!bytes.ok) return stopped(bytes.because);
  const book = openBook(bytes.value);
  if (!book.ok) return stopped(`${command.input}：${faultSentence(book.because)}`);
  const { excel, workbook } = around.start(book.value);

  const outcome = await perform(command, { workbook, excel, stopwatch, today: around.today });
  if (!outcome.ok) return tell(command, around, outcome.because);
  stopwatch.enter("save");
  const { json, text, save } = outcome.value;
  const saved = save ? saveTo(target.value, excel) : ok("");
  if (!saved.ok) return stopped(saved.because);
  return report(command, around, { json: withTimes(json, stopwatch.stop()), text: text + saved.value });
}

/** Saves the workbook with the results that its formulas have today; gives the sentence that says so. */
function saveTo(file: string, excel: EmbeddedExcel): Result<string, string> {
  excel.calculate();
  const written = writeOutput(file, excel.book.save());
  return written.ok ? ok(`已保存为 ${file}\n`) : written;
}

function withTimes(json: unknown, milliseconds: unknown): unknown {
  return typeof json === "object" && json !== null && "milliseconds" in json ? { ...json, milliseconds } : json;
}

interface Running {
  readonly workbook: Workbook;
  readonly excel: EmbeddedExcel;
  readonly stopwatch: Stopwatch;
  readonly today: Day;
}

async function perform(command: Command, running: Running): Promise<Outcome> {
  switch (command.verb) {
    case "check":
      return performCheck(command, running);
    case "annotate":
      return performAnnotate(command, running);
    case "clear":
      return performClear(command, running);
    case "visit":
      return performVisit(command, running);
    case "file":
      return performFile(command, running);
    case "warn":
      return performWarn(command, running);
    case "card":
      return performCard(command, running);
  }
}

function optionsOf({ asOf, sheet }: Command, today: Day) {
  return { today, ...(asOf === undefined ? {} : { asOf }), ...(sheet === undefined ? {} : { sheet }) };
}

async function performCheck(command: Command, { workbook, stopwatch, today }: Running): Promise<Outcome> {
  const assessed = await assess(workbook, optionsOf(command, today), stopwatch.watch);
  if (!assessed.ok) return refused(endingOf(assessed.because));
  const { ledgers, rejected } = assessed.value;
  return ok({ json: checkJson(ledgers, rejected), text: summary(assessed.value), save: false });
}

async function performAnnotate(command: Command, { workbook, excel, stopwatch, today }: Running): Promise<Outcome> {
  const done = await annotate(workbook, optionsOf(command, today), stopwatch.watch);
  if (!done.ok) return refused(endingOf(done.because));
  const { assessment, kept } = done.value;
  const { requests, bytesSent, bytesReceived } = excel.counters;
  const milliseconds = { open: 0, read: 0, judge: 0, write: 0, save: 0 };
  const json = annotateJson(assessment, { requests, bytesSent, bytesReceived, milliseconds });
  const left = kept
    .map(({ sheet, address, text }) => `${sheet}!${address} 是人工填写的“${text}”，没有改动。\n`)
    .join("");
  return ok({ json, text: summary(assessment) + left, save: true });
}

async function performClear(command: Command, { workbook, stopwatch }: Running): Promise<Outcome> {
  const plan = await planClear(workbook, stopwatch.watch);
  if (!plan.ok) return refused(endingOf(plan.because));
  const keep = { typed: !command.dropTyped, settings: !command.dropSettings };
  const cleared = await clear(workbook, keep, stopwatch.watch);
  if (!cleared.ok) return refused(endingOf(cleared.because));
  const { columns, typed, settings } = plan.value;
  const kept = keep.typed
    ? typed.map(({ sheet, address, text }) => `保留了 ${sheet}!${address} 人工填写的“${text}”。\n`).join("")
    : "";
  const sheet = settings === "edited" && keep.settings ? "保留了改过的“贷后设置”，用 --drop-settings 一并清除。\n" : "";
  return ok({
    json: { columns, typed, settings },
    text: `清除了 ${String(columns)} 列标注。\n${kept}${sheet}`,
    save: true,
  });
}

async function performVisit(command: Command, { workbook, stopwatch, today }: Running): Promise<Outcome> {
  const { chosen, type, withHints } = command;
  if (chosen === undefined) return refused(stopped("visit 需要写明客户。"));
  const options = { ...optionsOf(command, today), chosen, withHints, ...(type === undefined ? {} : { type }) };
  const made = await makeRecords(workbook, options, stopwatch.watch);
  if (!made.ok) return refused(endingOf(made.because));
  const { records, left } = made.value;
  const lines = records.map(({ sheet, type: kind, number }) => `${number} ${kind} ${sheet}\n`).join("");
  const more = left > 0 ? `还有 ${String(left)} 户没有生成，请分次处理。\n` : "";
  const text = `生成了 ${String(records.length)} 张回访表。\n${lines}${more}`;
  return ok({ json: { records, left }, text, save: true });
}

async function performFile(command: Command, { workbook, stopwatch, today }: Running): Promise<Outcome> {
  const { record = "", reason } = command;
  const filed = await fileRecord(workbook, { ...optionsOf(command, today), record, reason }, stopwatch.watch);
  if (!filed.ok) return refused(endingOf(filed.because));
  const { number, customer, state, isKnown } = filed.value;
  const text = isKnown
    ? `${number} ${customer} 已经登记过，没有改动。\n`
    : `${number} ${customer} ${state}，台账的回访日期已更新。\n`;
  return ok({ json: { number, customer, state, isKnown }, text, save: true });
}

async function performWarn(command: Command, { workbook, stopwatch, today }: Running): Promise<Outcome> {
  const { customer } = command;
  const options = { ...optionsOf(command, today), ...(customer === undefined ? {} : { customer }) };
  const made = await reportWarnings(workbook, options, stopwatch.watch);
  if (!made.ok) return refused(endingOf(made.because));
  const { draft, customers } = made.value;
  const text = `生成了“${draft.name}”，共 ${String(customers)} 户。\n`;
  return ok({ json: { sheet: draft.name, customers }, text, save: true });
}

async function performCard(command: Command, { workbook, stopwatch, today }: Running): Promise<Outcome> {
  const { customer = "" } = command;
  const made = await makeCard(workbook, { ...optionsOf(command, today), customer }, stopwatch.watch);
  if (!made.ok) return refused(endingOf(made.because));
  return ok({ json: { sheet: made.value.name }, text: `生成了“${made.value.name}”。\n`, save: true });
}

function endingOf(failure: Failure): Ending {
  const sentence = failureSentence(failure);
  if (failure.kind === "notFilable") return { ...stopped(sentence), json: findingsJson(failure.findings) };
  if (failure.kind !== "noLedger") return stopped(sentence);
  const none: readonly AssessedLedger[] = [];
  return { code: 2, sentence, json: checkJson(none, failure.rejected) };
}

/** A refused run still answers another program where it asked for JSON. */
function tell(command: Command, around: Surroundings, ending: Ending): Ending {
  if (ending.json === undefined) return ending;
  const told = report(command, around, { json: ending.json, text: "" });
  return told.code === 0 ? ending : told;
}

function report(command: Command, around: Surroundings, told: { json: unknown; text: string }): Ending {
  if (command.json === undefined) around.out(told.text);
  const text = `${JSON.stringify(told.json, undefined, 2)}\n`;
  if (command.json === "-") around.out(text);
  if (command.json === undefined || command.json === "-") return { code: 0, sentence: "" };
  const written = writeOutput(command.json, text);
  return written.ok ? { code: 0, sentence: "" } : stopped(written.because);
}
