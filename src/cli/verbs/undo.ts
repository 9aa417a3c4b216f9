import { findBroken, mend, undoLast } from "../../app/undo";
import { undoneSentence } from "../../app/words";
import { ok, refused } from "../../domain/result";
import { refusedBy, type Outcome, type Running, type Verb } from "../verb";
import { refusalSentence } from "../words";

async function perform({ workbook, stopwatch }: Running): Promise<Outcome> {
  const broken = await findBroken(workbook);
  if (!broken.ok) return refusedBy(broken.because);
  const undone = await (broken.value === undefined ? undoLast : mend)(workbook, stopwatch.watch);
  if (!undone.ok) {
    const { because } = undone;
    return because.kind === "nothingToUndo"
      ? refused({ code: 3, sentence: refusalSentence(because), json: { operation: null, left: [] } })
      : refusedBy(because);
  }
  const { operation, left } = undone.value;
  const text = `${undoneSentence(operation)}${operation.asOf === undefined ? "" : `基准日 ${operation.asOf}。`}\n`;
  const kept = left.map((one) => `没有撤销：${one}。\n`).join("");
  const json = { operation: { kind: operation.kind, asOf: operation.asOf ?? null }, left };
  return ok({ json, text: text + kept, save: true, code: left.length > 0 ? 3 : 0 });
}

export const undo: Verb = {
  name: "undo",
  usage: "[-o 结果.xlsx | --in-place]",
  says: "撤销文件中记录的最后一次操作，之后被人改过的单元格不动并列出",
  suffix: "-已撤销",
  judges: false,
  parse: () => ok(perform),
};
