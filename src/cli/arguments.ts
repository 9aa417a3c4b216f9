import type { Chosen } from "../app/visit";
import { dayOf, type Day } from "../domain/loan/day";
import { scopeFields } from "../domain/record/scope";
import { recordTypes, type RecordType } from "../domain/record/variant";
import { ok, refused, type Result } from "../domain/result";

/** What the command line asks for. */
export interface Command {
  readonly verb: (typeof verbs)[number];
  readonly input: string;
  readonly output: string | undefined;
  readonly inPlace: boolean;
  readonly asOf: Day | undefined;
  readonly sheet: string | undefined;
  /** A file's name, or "-" for the standard output. */
  readonly json: string | undefined;
  /** For clear: take out what a person typed into own columns, and an edited settings sheet, as well. */
  readonly dropTyped: boolean;
  readonly dropSettings: boolean;
  /** For visit: whose records are made, and of which type where not the one that is due. */
  readonly chosen: Chosen | undefined;
  readonly type: RecordType | undefined;
  readonly withHints: boolean;
  /** For file: the sheet of the filled record, and why it is filed in spite of what was asked. */
  readonly record: string | undefined;
  readonly reason: string;
  /** For card and warn: this customer alone. */
  readonly customer: string | undefined;
}

export const usage = `用法：
  npm run ledger -- check    台账.xlsx [--sheet 工作表] [--as-of 2026-11-23] [--json 文件|-]
  npm run ledger -- annotate 台账.xlsx [-o 结果.xlsx | --in-place] [--sheet 工作表] [--as-of 2026-11-23] [--json 文件|-]
  npm run ledger -- clear    台账.xlsx [-o 结果.xlsx | --in-place] [--drop-typed] [--drop-settings] [--json 文件|-]
  npm run ledger -- visit    台账.xlsx (--customer 客户名称 | --due overdue|7|30 | --industry 行业 | --guarantor 保证人 | --branch 机构) [-o 结果.xlsx | --in-place] [--type 首次|常规|到期|突发|复核] [--no-hints]
  npm run ledger -- file     台账.xlsx --record 回访表的工作表名 [-o 结果.xlsx | --in-place] [--reason 说明] [--json 文件|-]
  npm run ledger -- warn     台账.xlsx [--customer 客户名称] [-o 结果.xlsx | --in-place]
  npm run ledger -- card     台账.xlsx --customer 客户名称 [-o 结果.xlsx | --in-place]

check 只看不写；annotate 写入标注；clear 清除标注，人工填写的内容和改过的设置默认保留；visit 为应访客户各生成一张可打印的回访表，--industry、--guarantor、--branch 为突发事件涉及的客户生成；file 检查填好的回访表，登记到“回访登记簿”，并更新台账的回访日期；warn 把红色、橙色信号列成可打印的风险预警报告；card 生成一户的贷后管理信息表。
不写 -o 时，结果存为原文件旁边的“台账-已标注.xlsx”“台账-已清除.xlsx”“台账-回访表.xlsx”“台账-已归档.xlsx”“台账-预警报告.xlsx”或“台账-信息表.xlsx”。原文件只有 --in-place 时才会被覆盖。
退出码：0 完成；1 用法或文件有误；2 没有找到台账。
`;

const verbs = ["check", "annotate", "clear", "visit", "file", "warn", "card"] as const;
const withValue = new Set([
  "-o",
  "--output",
  "--as-of",
  "--sheet",
  "--json",
  "--customer",
  "--due",
  "--type",
  "--record",
  "--reason",
  "--industry",
  "--guarantor",
  "--branch",
]);
const flags = new Set(["--in-place", "--drop-typed", "--drop-settings", "--no-hints"]);

interface Split {
  readonly words: readonly string[];
  readonly values: ReadonlyMap<string, string>;
  readonly flags: ReadonlySet<string>;
}

function split(given: readonly string[]): Result<Split, string> {
  const words: string[] = [];
  const values = new Map<string, string>();
  const set = new Set<string>();
  for (let index = 0; index < given.length; index++) {
    const word = given[index] ?? "";
    if (flags.has(word)) set.add(word);
    else if (!word.startsWith("-")) words.push(word);
    else if (withValue.has(word)) {
      const value = given[++index];
      if (value === undefined) return refused(`${word} 后面缺少内容。`);
      values.set(word === "--output" ? "-o" : word, value);
    } else return refused(`不认识的选项 ${word}。`);
  }
  return ok({ words, values, flags: set });
}

function parseAsOf(text: string | undefined): Result<Day | undefined, string> {
  if (text === undefined) return ok(undefined);
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const day = match === null ? undefined : dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
  return day === undefined ? refused(`--as-of 应写成 2026-11-23 的样子，现在是“${text}”。`) : ok(day);
}

/** The verb and the file it is for. */
function parseWords([verb, input, ...rest]: readonly string[]): Result<Pick<Command, "verb" | "input">, string> {
  const known = verbs.find((one) => one === verb);
  if (known === undefined) return refused(verb === undefined ? "缺少命令。" : `不认识的命令 ${verb}。`);
  if (input === undefined) return refused("缺少要处理的 .xlsx 文件。");
  return rest.length > 0 ? refused(`多余的内容：${rest.join(" ")}。`) : ok({ verb: known, input });
}

const dues: Readonly<Record<string, number>> = { overdue: 0, "7": 7, "30": 30 };

type Visit = Pick<Command, "chosen" | "type">;

/** Whose records are wanted, and of which type. */
function parseVisit(verb: Command["verb"], values: ReadonlyMap<string, string>): Result<Visit, string> {
  if (verb !== "visit") return ok({ chosen: undefined, type: undefined });
  const type = recordTypes.find((one) => one === values.get("--type"));
  if (values.has("--type") && type === undefined) return refused(`--type 应为 ${recordTypes.join("、")} 之一。`);
  const chosen = parseChosen(values);
  return chosen.ok ? ok({ chosen: chosen.value, type }) : chosen;
}

const onlyOne = "visit 需要 --customer、--due、--industry、--guarantor、--branch 其中一个。";

function parseChosen(values: ReadonlyMap<string, string>): Result<Chosen, string> {
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

/** Which record is filed, and why. */
function parseFiling(
  verb: Command["verb"],
  values: ReadonlyMap<string, string>,
): Result<Pick<Command, "record" | "reason">, string> {
  const record = values.get("--record");
  if (verb === "card" && !values.has("--customer")) return refused("card 需要 --customer 客户名称。");
  if (verb === "file" && record === undefined) return refused("file 需要 --record 回访表的工作表名。");
  return ok({ record, reason: values.get("--reason") ?? "" });
}

/** Where the result goes. */
function parseOutput({ values, flags: set }: Split): Result<Pick<Command, "output" | "inPlace">, string> {
  const output = values.get("-o");
  const inPlace = set.has("--in-place");
  return inPlace && output !== undefined ? refused("-o 与 --in-place 只能用一个。") : ok({ output, inPlace });
}

/** Reads the command line's words; a refusal is a sentence for the user. */
export function parseArguments(given: readonly string[]): Result<Command, string> {
  const parts = split(given);
  if (!parts.ok) return parts;
  const what = parseWords(parts.value.words);
  if (!what.ok) return what;
  const { values, flags: set } = parts.value;
  const asOf = parseAsOf(values.get("--as-of"));
  if (!asOf.ok) return asOf;
  const filing = parseFiling(what.value.verb, values);
  if (!filing.ok) return filing;
  const visit = parseVisit(what.value.verb, values);
  if (!visit.ok) return visit;
  const target = parseOutput(parts.value);
  if (!target.ok) return target;
  return ok({
    ...what.value,
    ...visit.value,
    ...filing.value,
    ...target.value,
    asOf: asOf.value,
    sheet: values.get("--sheet"),
    json: values.get("--json"),
    dropTyped: set.has("--drop-typed"),
    dropSettings: set.has("--drop-settings"),
    customer: values.get("--customer"),
    withHints: !set.has("--no-hints"),
  });
}
