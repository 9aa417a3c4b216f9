import { makePlan } from "../../app/makePlan";
import { ok } from "../../domain/result";
import { refusedBy, type Outcome, type Running, type Verb } from "../verb";

async function perform({ workbook, options, stopwatch }: Running, investigations: string): Promise<Outcome> {
  const made = await makePlan(workbook, { ...options, investigations }, stopwatch.watch);
  if (!made.ok) return refusedBy(made.because);
  const { draft, stops, days } = made.value;
  const text = `生成了“${draft.name}”，${String(stops)} 户排在 ${String(days)} 天。\n`;
  return ok({ json: { sheet: draft.name, stops, days }, text, save: true });
}

export const plan: Verb = {
  name: "plan",
  usage: "[--also 拟调查客户@区域、…] [-o 结果.xlsx | --in-place]",
  says: "把30天内应访的客户按周、按天、按区域排成可打印的回访计划；--also 加上顺路的贷前调查",
  suffix: "-回访计划",
  judges: true,
  parse: ({ values }) => ok((running) => perform(running, values.get("--also") ?? "")),
};
