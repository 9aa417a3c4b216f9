import type { Workbook } from "../app/workbook";
import type { Day } from "../domain/loan/day";
import { ok, refused, type Result } from "../domain/result";
import type { EmbeddedExcel } from "../embedded/excel";
import { faultSentence } from "../embedded/xlsx/fault";
import { openBook } from "../embedded/xlsx/open";
import { helpFor, parseArguments, usageFor, type Command } from "./arguments";
import { chooseTargets, readInput, writeOutput } from "./files";
import { Stopwatch } from "./stopwatch";
import { optionsOf, stopped, type Done, type Ending, type ExitCode } from "./verb";

/** What the program is given from outside. */
export interface Surroundings {
  readonly today: Day;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Opens an embedded Excel over a book and gives the workbook that the use cases work on. */
  readonly start: (book: EmbeddedExcel["book"]) => { readonly excel: EmbeddedExcel; readonly workbook: Workbook };
}

/** Runs one command line from words to exit code. */
export async function main(given: readonly string[], around: Surroundings): Promise<ExitCode> {
  const help = helpFor(given);
  if (help !== undefined) {
    around.out(help);
    return 0;
  }
  const parsed = parseArguments(given);
  if (!parsed.ok) {
    around.err(`${parsed.because}\n\n${usageFor(given)}`);
    return 1;
  }
  const ended = await run(parsed.value, around);
  if (ended.sentence !== "") around.err(`${ended.sentence}\n`);
  return ended.code;
}

async function run(command: Command, around: Surroundings): Promise<Ending> {
  const stopwatch = new Stopwatch();
  const target = chooseTargets(command);
  if (!target.ok) return stopped(target.because);
  const book = openInput(command.input);
  if (!book.ok) return stopped(book.because);
  const { excel, workbook } = around.start(book.value);

  const options = optionsOf(around.today, command.asOf, command.sheet);
  const outcome = await command.perform({ workbook, excel, stopwatch, options });
  if (!outcome.ok) return tell(command, around, outcome.because);
  stopwatch.enter("save");
  const { json, text, save, code = 0 } = outcome.value;
  const saved = save ? saveTo(target.value, excel) : ok("");
  if (!saved.ok) return stopped(saved.because);
  return report(command, around, { json: withTimes(json, stopwatch.stop()), text: text + saved.value, code });
}

/** The workbook in a file, or a sentence that says why not. */
function openInput(file: string): Result<EmbeddedExcel["book"], string> {
  const bytes = readInput(file);
  if (!bytes.ok) return bytes;
  const book = openBook(bytes.value);
  return book.ok ? book : refused(`${file}：${faultSentence(book.because)}`);
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

/** A refused run still answers another program where it asked for JSON. */
function tell(command: Command, around: Surroundings, ending: Ending): Ending {
  if (ending.json === undefined) return ending;
  const told = report(command, around, { json: ending.json, text: "", code: 0 });
  return told.code === 0 ? ending : told;
}

function report(
  command: Command,
  around: Surroundings,
  told: Pick<Done, "json" | "text"> & { code: ExitCode },
): Ending {
  if (command.json === undefined) around.out(told.text);
  const text = `${JSON.stringify(told.json, undefined, 2)}\n`;
  if (command.json === "-") around.out(text);
  if (command.json === undefined || command.json === "-") return { code: told.code, sentence: "" };
  const written = writeOutput(command.json, text);
  return written.ok ? { code: told.code, sentence: "" } : stopped(written.because);
}
