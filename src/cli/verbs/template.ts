import { makeTemplate } from "../../app/makeTemplate";
import { ok } from "../../domain/result";
import { refusedBy, type Outcome, type Running, type Verb } from "../verb";

async function perform({ workbook, options, stopwatch }: Running): Promise<Outcome> {
  const made = await makeTemplate(workbook, options, stopwatch.watch);
  if (!made.ok) return refusedBy(made.because);
  const text = `生成了“${made.value.name}”。修改版式后照常生成回访表；花括号里的名称不要改。\n`;
  return ok({ json: { sheet: made.value.name }, text, save: true });
}

export const template: Verb = {
  name: "template",
  usage: "[-o 结果.xlsx | --in-place]",
  says: "把内置格式写成“回访模板”工作表，改好后代替内置格式",
  suffix: "-回访模板",
  judges: false,
  parse: () => ok(perform),
};
