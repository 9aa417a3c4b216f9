import { ok, refused, type Result } from "../../domain/result";
import { faultSentence } from "../../embedded/xlsx/fault";
import { openBook } from "../../embedded/xlsx/open";
import type { Answer, Answering, FileToOpen, Question } from "./messages";
import { OpenWorkbook, type AskOfOpen } from "./openWorkbook";

/** Runs in a thread of its own: the workbook is opened, asked, computed and saved here, and the page stays free. */

let workbook: OpenWorkbook | undefined;

function open({ name, bytes, api }: FileToOpen, today: OpenWorkbook["today"]): Result<undefined, string> {
  const book = openBook(bytes);
  if (!book.ok) return refused(`${name}：${faultSentence(book.because)}`);
  workbook = new OpenWorkbook(book.value, { today, api });
  return ok(undefined);
}

function given<Name extends AskOfOpen>({ name, says, today }: Question<Name>): unknown {
  if (workbook === undefined) throw new Error(`"${name}" was asked before a workbook was open`);
  workbook.today = today;
  const answering: Answering<AskOfOpen> = workbook;
  return answering[name](says);
}

function answer(question: Question): Answer {
  const { id } = question;
  try {
    const value = question.name === "open" ? open(question.says, question.today) : given(question);
    return { id, given: ok(value), standing: workbook?.standing() };
  } catch (error) {
    // What must not happen is told where it was asked for.
    return { id, given: refused(String(error)), standing: workbook?.standing() };
  }
}

self.addEventListener("message", ({ data }: MessageEvent<Question>) => {
  self.postMessage(answer(data));
});
