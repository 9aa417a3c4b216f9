import path from "node:path";
import type { Day } from "../../domain/loan/day";
import { ok, refused, type Result } from "../../domain/result";
import { coverageTable } from "../../embedded/coverage";
import { embeddedExcel } from "../../embedded/excel";
import { blankBook } from "../../embedded/xlsx/blank";
import { faultSentence } from "../../embedded/xlsx/fault";
import type { Book } from "../../embedded/xlsx/model";
import { openBook } from "../../embedded/xlsx/open";
import { isSameFile, namedOutput, readInput, writeOutput } from "../files";
import { parseOrder, type Order } from "./arguments";
import { runScript } from "./runScript";
import type { PageSources, Print } from "./sandbox";
import { usage, words } from "./words";

/** What the program is given by whoever starts it. */
export interface Surroundings {
  readonly today: () => Day;
  readonly print: Print;
  readonly sources: PageSources;
}

function openInput(input: string | undefined): Result<Book, string> {
  if (input === undefined) return ok(blankBook());
  const bytes = readInput(input);
  if (!bytes.ok) return bytes;
  const book = openBook(bytes.value);
  return book.ok ? book : refused(`${input}：${faultSentence(book.because)}`);
}

/** Where the workbook is saved to; undefined where it is not saved. */
function target({ script, input, output, inPlace }: Order): Result<string | undefined, string> {
  if (inPlace || output === undefined) return ok(inPlace ? input : undefined);
  return isSameFile(script, output) ? refused(words.sameScript(output)) : namedOutput(input, output);
}

async function carryOut(order: Order, { today, print, sources }: Surroundings): Promise<Result<void, string>> {
  const saved = target(order);
  if (!saved.ok) return saved;
  const script = readInput(order.script);
  if (!script.ok) return script;
  const book = openInput(order.input);
  if (!book.ok) return book;
  const excel = embeddedExcel(book.value, { today, api: order.api });
  const source = { text: new TextDecoder().decode(script.value), name: path.basename(order.script) };
  const ran = await runScript(excel, source, { print, sources, inputs: order.inputs, clicks: order.clicks });
  if (!ran.ok || saved.value === undefined) return ran;
  excel.calculate();
  return writeOutput(saved.value, book.value.save());
}

/** What asks for words alone: the text, and the exit code. */
function answerOf(given: readonly string[]): readonly [string, number] | undefined {
  if (given.length === 0) return [usage, 1];
  if (given.includes("--help") || given.includes("-h")) return [usage, 0];
  return given.includes("--coverage") ? [coverageTable(), 0] : undefined;
}

/** Runs a script of Office.js over the embedded Excel; gives the exit code. */
export async function main(given: readonly string[], around: Surroundings): Promise<number> {
  const answer = answerOf(given);
  if (answer !== undefined) {
    around.print("out", answer[0]);
    return answer[1];
  }
  const order = parseOrder(given);
  const done = order.ok ? await carryOut(order.value, around) : refused(`${order.because}\n\n${usage}`);
  if (!done.ok) around.print("err", done.because);
  return done.ok ? 0 : 1;
}
