import { reportWarnings } from "../../app/warn";
import { ok } from "../../domain/result";
import { refusedBy, type Outcome, type Running, type Verb } from "../verb";

async function perform(
  { workbook, options, stopwatch }: Running,
  whom: { readonly customer?: string },
): Promise<Outcome> {
  const made = await reportWarnings(workbook, { ...options, ...whom }, stopwatch.watch);
  if (!made.ok) return refusedBy(made.because);
  const { draft, customers } = made.value;
  const text = `生成了“${draft.name}”，共 ${String(customers)} 户。\n`;
  return ok({ json: { sheet: draft.name, customers }, text, save: true });
}

export const warn: Verb = {
  name: "warn",
  usage: "[--customer 客户名称] [-o 结果.xlsx | --in-place]",
  says: "把红色、橙色信号列成可打印的风险预警报告",
  suffix: "-预警报告",
  values: ["--customer"],
  parse: ({ values }) => {
    const customer = values.get("--customer");
    return ok((running) => perform(running, customer === undefined ? {} : { customer }));
  },
};
