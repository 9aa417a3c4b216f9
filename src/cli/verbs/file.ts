import { fileRecord, type Filed, type FileOptions } from "../../app/file";
import { findingSentence } from "../../app/words";
import { registerStates } from "../../domain/filing/register";
import { ok, refused } from "../../domain/result";
import { findingsJson } from "../report";
import { refusedBy, type Outcome, type Running, type Verb } from "../verb";

type Asked = Pick<FileOptions, "record" | "reason" | "accept" | "upTo">;

async function perform({ workbook, options, stopwatch }: Running, asked: Asked): Promise<Outcome> {
  const filed = await fileRecord(workbook, { ...options, ...asked }, stopwatch.watch);
  if (!filed.ok) return refusedBy(filed.because);
  const { number, customer, state, isKnown, proposed } = filed.value;
  const json = { number, customer, state, isKnown, proposed: findingsJson(proposed).findings };
  return ok({ json, text: textOf(filed.value), save: true });
}

/** What filing came to, for a person. */
function textOf({ number, customer, state, isKnown, proposed }: Filed): string {
  if (proposed.length > 0) {
    const lines = proposed.map((finding) => `  ${findingSentence(finding)}\n`).join("");
    return `${number} ${customer} 还没有归档，先答复 ${String(proposed.length)} 处，已写在回访表上：\n${lines}`;
  }
  if (isKnown) return `${number} ${customer} 已经登记过，没有改动。\n`;
  return `${number} ${customer} ${state}，${state === "草稿" ? "台账没有改动" : "台账的回访日期已更新"}。\n`;
}

export const file: Verb = {
  name: "file",
  usage:
    "--record 回访表的工作表名 [-o 结果.xlsx | --in-place] [--reason 说明] [--accept] [--state 草稿|已提交|已复核|已归档] [--json 文件|-]",
  says: "检查填好的回访表，登记到“回访登记簿”，并更新台账的回访日期；填写内容引出的信号先写到表上等待答复，--accept 全部采纳",
  suffix: "-已归档",
  values: ["--record", "--reason", "--state"],
  flags: ["--accept"],
  parse: ({ values, flags }) => {
    const record = values.get("--record");
    if (record === undefined) return refused("file 需要 --record 回访表的工作表名。");
    const state = values.get("--state");
    const upTo = registerStates.find((one) => one === state);
    if (state !== undefined && upTo === undefined) return refused(`--state 应为 ${registerStates.join("、")} 之一。`);
    const terms = { reason: values.get("--reason") ?? "", accept: flags.has("--accept") };
    return ok((running) => perform(running, { record, ...terms, ...(upTo === undefined ? {} : { upTo }) }));
  },
};
