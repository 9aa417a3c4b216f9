import { fileRecord, type Filed, type FileOptions } from "../../app/file";
import { findingSentence } from "../../app/words";
import { registerStates } from "../../domain/filing/register";
import { ok, refused, type Result } from "../../domain/result";
import { findingsJson } from "../report";
import { refusedBy, type Outcome, type Running, type Verb } from "../verb";

type Asked = Pick<FileOptions, "record" | "reason" | "accept" | "upTo" | "answers" | "withoutUndo">;

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

const ANSWER = /^([^=＝]+)[=＝](.+)$/;

/** Answers by label, from lines such as 检查方式=上门. */
function parseAnswers(text: string | undefined): Result<ReadonlyMap<string, string>, string> {
  const answers = new Map<string, string>();
  for (const line of text?.split("\n") ?? []) {
    const [, label = "", answer = ""] = ANSWER.exec(line) ?? [];
    if (label.trim() === "") return refused(`--answer 应写成 栏目=内容，现在是“${line}”。`);
    answers.set(label.trim(), answer.trim());
  }
  return ok(answers);
}

export const file: Verb = {
  name: "file",
  usage:
    "--record 回访表的工作表名 [-o 结果.xlsx | --in-place] [--answer 栏目=内容 …] [--reason 说明] [--accept] [--state 草稿|已提交|已复核|已归档] [--no-undo]",
  says: "检查填好的回访表，登记到“回访登记簿”，并更新台账的回访日期；填写内容引出的信号先写到表上等待答复，--accept 全部采纳；--answer 补填表上空着或找不到的栏目，可以写多次，栏目也可以是单元格地址",
  suffix: "-已归档",
  judges: true,
  repeated: ["--answer"],
  parse: ({ values, flags }) => {
    const record = values.get("--record");
    if (record === undefined) return refused("file 需要 --record 回访表的工作表名。");
    const state = values.get("--state");
    const upTo = registerStates.find((one) => one === state);
    if (state !== undefined && upTo === undefined) return refused(`--state 应为 ${registerStates.join("、")} 之一。`);
    const answers = parseAnswers(values.get("--answer"));
    if (!answers.ok) return answers;
    const [accept, withoutUndo] = [flags.has("--accept"), flags.has("--no-undo")];
    const terms = { reason: values.get("--reason") ?? "", accept, answers: answers.value, withoutUndo };
    return ok((running) => perform(running, { record, ...terms, ...(upTo === undefined ? {} : { upTo }) }));
  },
};
