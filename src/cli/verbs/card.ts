import { makeCard } from "../../app/customerCard";
import { ok, refused } from "../../domain/result";
import { refusedBy, type Outcome, type Running, type Verb } from "../verb";

async function perform({ workbook, options, stopwatch }: Running, customer: string): Promise<Outcome> {
  const made = await makeCard(workbook, { ...options, customer }, stopwatch.watch);
  if (!made.ok) return refusedBy(made.because);
  const { draft, isUpdate } = made.value;
  const text = `${isUpdate ? "更新了" : "生成了"}“${draft.name}”。\n`;
  return ok({ json: { sheet: draft.name, isUpdate }, text, save: true });
}

export const card: Verb = {
  name: "card",
  usage: "--customer 客户名称 [-o 结果.xlsx | --in-place]",
  says: "生成一户的贷后管理信息表；已有的就地更新，备注保留",
  suffix: "-信息表",
  judges: true,
  parse: ({ values }) => {
    const customer = values.get("--customer");
    return customer === undefined
      ? refused("card 需要 --customer 客户名称。")
      : ok((running) => perform(running, customer));
  },
};
