import { reportWarnings, type WarnOptions } from "../../app/warn";
import { moveWarnings, type WarnStateOptions } from "../../app/warnState";
import { reportStates } from "../../domain/report/warningList";
import { ok, refused } from "../../domain/result";
import { refusedBy, type Outcome, type Running, type Verb } from "../verb";

async function perform(
  { workbook, options, stopwatch }: Running,
  whom: Pick<WarnOptions, "customer" | "record">,
): Promise<Outcome> {
  const made = await reportWarnings(workbook, { ...options, ...whom }, stopwatch.watch);
  if (!made.ok) return refusedBy(made.because);
  const { draft, customers } = made.value;
  const text = `生成了“${draft.name}”，共 ${String(customers)} 户。\n`;
  return ok({ json: { sheet: draft.name, customers }, text, save: true });
}

async function move(
  { workbook, options, stopwatch }: Running,
  to: Pick<WarnStateOptions, "state" | "customer">,
): Promise<Outcome> {
  const moved = await moveWarnings(workbook, { ...options, ...to }, stopwatch.watch);
  if (!moved.ok) return refusedBy(moved.because);
  const numbers = moved.value;
  const text = numbers.length === 0 ? `都已是“${to.state}”或更后的状态，没有改动。\n` : said(numbers, to.state);
  return ok({ json: { state: to.state, numbers }, text, save: true });
}

const said = (numbers: readonly string[], state: string) =>
  `${String(numbers.length)} 条预警改为“${state}”：${numbers.join("、")}。\n`;

export const warn: Verb = {
  name: "warn",
  usage: "[--customer 客户名称 | --record 回访表的工作表名] [--state 已报|已批|已落实] [-o 结果.xlsx | --in-place]",
  says: "把红色、橙色信号列成可打印的风险预警报告，并登入“预警登记簿”；--record 只报一张回访表的客户，--state 把已登记的预警改为下一步状态",
  suffix: "-预警报告",
  judges: true,
  parse: ({ values }) => {
    const [customer, record, wanted] = ["--customer", "--record", "--state"].map((option) => values.get(option));
    const state = reportStates.find((one) => one === wanted);
    if (wanted !== undefined && state === undefined) return refused(`--state 应为 ${reportStates.join("、")} 之一。`);
    if (record !== undefined && (customer !== undefined || state !== undefined)) {
      return refused("--record 不和 --customer、--state 一起用。");
    }
    const whom = customer === undefined ? {} : { customer };
    if (state !== undefined) return ok((running) => move(running, { state, ...whom }));
    return ok((running) => perform(running, record === undefined ? whom : { record }));
  },
};
