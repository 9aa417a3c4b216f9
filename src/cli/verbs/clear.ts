import { clear as clearMarks, planClear, type Keep } from "../../app/clear";
import { ok, refused } from "../../domain/result";
import { refusedBy, stopped, type Outcome, type Running, type Verb } from "../verb";

async function perform({ workbook, stopwatch, options }: Running, keep: Keep): Promise<Outcome> {
  const plan = await planClear(workbook, stopwatch.watch);
  if (!plan.ok) return refusedBy(plan.because);
  const others = plan.value.sheets.filter((sheet) => sheet !== (options.sheet ?? sheet));
  if (others.length > 0) return refused(stopped(alsoOn(others)));
  const cleared = await clearMarks(workbook, keep, stopwatch.watch);
  if (!cleared.ok) return refusedBy(cleared.because);
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

const alsoOn = (others: readonly string[]) =>
  `工作表“${others.join("”、“")}”上也有标注，clear 一次清除整个工作簿。请去掉 --sheet 再试。原文件没有改动。`;

export const clear: Verb = {
  name: "clear",
  usage: "[-o 结果.xlsx | --in-place] [--drop-typed] [--drop-settings]",
  says: "清除标注，人工填写的内容和改过的设置默认保留",
  suffix: "-已清除",
  judges: true,
  parse: ({ flags }) => {
    const keep = { typed: !flags.has("--drop-typed"), settings: !flags.has("--drop-settings") };
    return ok((running) => perform(running, keep));
  },
};
