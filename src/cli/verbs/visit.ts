import { makeRecords, type Chosen, type VisitOptions } from "../../app/visit";
import { scopeFields } from "../../domain/record/scope";
import { recordTypes, type RecordType } from "../../domain/record/variant";
import { ok, refused, type Result } from "../../domain/result";
import { refusedBy, type Given, type Outcome, type Running, type Verb } from "../verb";

type Wanted = Pick<VisitOptions, "chosen" | "type" | "withHints" | "isBuiltIn">;

const dues: Readonly<Record<string, number>> = { overdue: 0, "7": 7, "30": 30 };
const onlyOne = "visit 需要 --customer、--due、--industry、--guarantor、--branch 其中一个。";

function parseChosen(values: Given["values"]): Result<Chosen, string> {
  const scopes = scopeFields.flatMap((field): Chosen[] => {
    const word = values.get(`--${field}`);
    return word === undefined ? [] : [{ scope: { field, word } }];
  });
  const customer = values.get("--customer");
  const due = values.get("--due");
  const dueWithin = dues[due ?? ""];
  if (due !== undefined && dueWithin === undefined) return refused("--due 应为 overdue、7 或 30。");
  const all: readonly Chosen[] = [
    ...scopes,
    ...(customer === undefined ? [] : [{ customer }]),
    ...(dueWithin === undefined ? [] : [{ dueWithin }]),
  ];
  const [chosen, ...others] = all;
  return chosen === undefined || others.length > 0 ? refused(onlyOne) : ok(chosen);
}

/** The type that is asked for; undefined for the one that the duty asks for. */
function parseType(text: string | undefined): Result<RecordType | undefined, string> {
  const type = recordTypes.find((one) => one === text);
  return text !== undefined && type === undefined ? refused(`--type 应为 ${recordTypes.join("、")} 之一。`) : ok(type);
}

/** Whose records are wanted, and of which type. */
function parse({ values, flags }: Given): Result<(running: Running) => Promise<Outcome>, string> {
  const type = parseType(values.get("--type"));
  if (!type.ok) return type;
  const chosen = parseChosen(values);
  if (!chosen.ok) return chosen;
  const wanted: Wanted = {
    chosen: chosen.value,
    withHints: !flags.has("--no-hints"),
    isBuiltIn: flags.has("--built-in"),
    ...(type.value === undefined ? {} : { type: type.value }),
  };
  return ok((running) => perform(running, wanted));
}

async function perform({ workbook, options, stopwatch }: Running, wanted: Wanted): Promise<Outcome> {
  const made = await makeRecords(workbook, { ...options, ...wanted }, stopwatch.watch);
  if (!made.ok) return refusedBy(made.because);
  const { records, left } = made.value;
  const lines = records.map(({ sheet, type: kind, number }) => `${number} ${kind} ${sheet}\n`).join("");
  const more = left > 0 ? `还有 ${String(left)} 户没有生成，请分次处理。\n` : "";
  const text = `生成了 ${String(records.length)} 张回访表。\n${lines}${more}`;
  return ok({ json: { records, left }, text, save: true });
}

export const visit: Verb = {
  name: "visit",
  usage:
    "(--customer 客户名称 | --due overdue|7|30 | --industry 行业 | --guarantor 保证人 | --branch 机构) [-o 结果.xlsx | --in-place] [--type 首次|常规|到期|突发|复核|催收] [--no-hints] [--built-in]",
  says: "为应访客户各生成一张可打印的回访表，--industry、--guarantor、--branch 为突发事件涉及的客户生成；有“回访模板”工作表时按它的格式，--built-in 改用内置格式",
  suffix: "-回访表",
  values: ["--customer", "--due", "--type", "--industry", "--guarantor", "--branch"],
  flags: ["--no-hints", "--built-in"],
  parse,
};
