import { fileRecord } from "../../app/file";
import { ok, refused } from "../../domain/result";
import { refusedBy, type Outcome, type Running, type Verb } from "../verb";

async function perform(
  { workbook, options, stopwatch }: Running,
  filing: { readonly record: string; readonly reason: string },
): Promise<Outcome> {
  const filed = await fileRecord(workbook, { ...options, ...filing }, stopwatch.watch);
  if (!filed.ok) return refusedBy(filed.because);
  const { number, customer, state, isKnown } = filed.value;
  const text = isKnown
    ? `${number} ${customer} 已经登记过，没有改动。\n`
    : `${number} ${customer} ${state}，台账的回访日期已更新。\n`;
  return ok({ json: { number, customer, state, isKnown }, text, save: true });
}

export const file: Verb = {
  name: "file",
  usage: "--record 回访表的工作表名 [-o 结果.xlsx | --in-place] [--reason 说明] [--json 文件|-]",
  says: "检查填好的回访表，登记到“回访登记簿”，并更新台账的回访日期",
  suffix: "-已归档",
  values: ["--record", "--reason"],
  parse: ({ values }) => {
    const record = values.get("--record");
    if (record === undefined) return refused("file 需要 --record 回访表的工作表名。");
    return ok((running) => perform(running, { record, reason: values.get("--reason") ?? "" }));
  },
};
