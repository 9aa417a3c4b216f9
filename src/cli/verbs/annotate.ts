import { annotate as annotateLedgers } from "../../app/annotate";
import { ok } from "../../domain/result";
import { annotateJson, summary } from "../report";
import { refusedBy, type Outcome, type Running, type Verb } from "../verb";

async function perform({ workbook, excel, options, stopwatch }: Running, withoutUndo: boolean): Promise<Outcome> {
  const done = await annotateLedgers(workbook, { ...options, withoutUndo }, stopwatch.watch);
  if (!done.ok) return refusedBy(done.because);
  const { assessment, kept } = done.value;
  const { requests, bytesSent, bytesReceived } = excel.counters;
  const milliseconds = { open: 0, read: 0, judge: 0, write: 0, save: 0 };
  const json = annotateJson(assessment, { requests, bytesSent, bytesReceived, milliseconds });
  const left = kept
    .map(({ sheet, address, text }) => `${sheet}!${address} 是人工填写的“${text}”，没有改动。\n`)
    .join("");
  return ok({ json, text: summary(assessment) + left, save: true });
}

export const annotate: Verb = {
  name: "annotate",
  usage: "[-o 结果.xlsx | --in-place] [--no-undo]",
  says: "写入标注（改动太多、放不下撤销记录时，--no-undo 不保留撤销继续）",
  suffix: "-已标注",
  judges: true,
  parse: ({ flags }) => ok((running) => perform(running, flags.has("--no-undo"))),
};
