import { clear as clearMarks, planClear, type Keep } from "../../app/clear";
import { ok } from "../../domain/result";
import { refusedBy, type Outcome, type Running, type Verb } from "../verb";

async function perform({ workbook, stopwatch }: Running, keep: Keep): Promise<Outcome> {
  const plan = await planClear(workbook, stopwatch.watch);
  if (!plan.ok) return refusedBy(plan.because);
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

export const clear: Verb = {
  name: "clear",
  usage: "[-o 结果.xlsx | --in-place] [--drop-typed] [--drop-settings] [--json 文件|-]",
  says: "清除标注，人工填写的内容和改过的设置默认保留",
  suffix: "-已清除",
  flags: ["--drop-typed", "--drop-settings"],
  parse: ({ flags }) => {
    const keep = { typed: !flags.has("--drop-typed"), settings: !flags.has("--drop-settings") };
    return ok((running) => perform(running, keep));
  },
};
