import type { Day } from "../domain/loan/day";
import { ok, refused, type Result } from "../domain/result";
import { ofAll, ofJudging, splitOptions } from "./options";
import { parseDay } from "./parseDay";
import type { Given, Outcome, Running, Verb } from "./verb";
import { verbs } from "./verbs";

/** A text file that an option has written. */
export interface TextTarget {
  readonly option: string;
  readonly file: string;
}

/** What the command line asks for. */
export interface Command {
  readonly verb: Verb;
  readonly perform: (running: Running) => Promise<Outcome>;
  readonly input: string;
  readonly output: string | undefined;
  readonly inPlace: boolean;
  readonly asOf: Day | undefined;
  readonly sheet: string | undefined;
  /** A file's name, or "-" for the standard output. */
  readonly json: string | undefined;
  /** Files beside the workbook that are written, with the options that name them. */
  readonly texts: readonly TextTarget[];
}

const WIDEST = Math.max(...verbs.map(({ name }) => name.length));
const suffixes = verbs.flatMap(({ suffix }) => (suffix === undefined ? [] : [`“台账${suffix}.xlsx”`]));

const line = ({ name, usage: rest }: Verb, width = 0) =>
  `  npm run ledger -- ${name.padEnd(width)} 台账.xlsx ${rest}`.trimEnd() + "\n";

const withoutDay = verbs.filter(({ judges }) => !judges).map(({ name }) => name);
const shared = `都可以加 ${ofAll}；除 ${withoutDay.join("、")} 外还可以加 ${ofJudging}。\n`;

export const usage = `用法：
${verbs.map((verb) => line(verb, WIDEST)).join("")}${shared}
${verbs.map(({ name, says }) => `${name} ${says}`).join("；")}。
不写 -o 时，结果存为原文件旁边的${suffixes.join("、")}。原文件只有 --in-place 时才会被覆盖。
退出码：0 完成；1 用法或文件有误；2 没有找到台账；3 没有可撤销的内容，或有单元格被人改过而没有撤销。
`;

/** The usage of the verb that is named first, or of all. */
export function usageFor([name]: readonly string[]): string {
  const verb = verbs.find((one) => one.name === name);
  if (verb === undefined) return usage;
  const common = verb.judges ? `${ofJudging} ${ofAll}` : ofAll;
  return `用法：\n${line(verb)}还可以加 ${common}\n\n${verb.says}。\n`;
}

/** What is printed where help is asked for, of one verb or of all; undefined where it is not. */
export function helpFor(given: readonly string[]): string | undefined {
  return given.some((word) => word === "--help" || word === "-h") ? usageFor(given) : undefined;
}

/** The file that the verb is for. */
function parseInput([input, ...rest]: readonly string[]): Result<string, string> {
  if (input === undefined || input === "") return refused("缺少要处理的 .xlsx 文件。");
  return rest.length > 0 ? refused(`多余的内容：${rest.join(" ")}。`) : ok(input);
}

/** Where the result goes. */
function parseOutput({ values, flags }: Given): Result<Pick<Command, "output" | "inPlace">, string> {
  const output = values.get("-o");
  const inPlace = flags.has("--in-place");
  return inPlace && output !== undefined ? refused("-o 与 --in-place 只能用一个。") : ok({ output, inPlace });
}

function parseTexts({ writes = [] }: Verb, values: Given["values"]): readonly TextTarget[] {
  return ["--json", ...writes].flatMap((option) => {
    const file = values.get(option);
    return file === undefined || file === "-" ? [] : [{ option, file }];
  });
}

/** Reads the command line's words; a refusal is a sentence for the user. */
export function parseArguments([name, ...rest]: readonly string[]): Result<Command, string> {
  const verb = verbs.find((one) => one.name === name);
  if (verb === undefined) return refused(name === undefined ? "缺少命令。" : `不认识的命令 ${name}。`);
  const parts = splitOptions(verb, rest);
  if (!parts.ok) return parts;
  const given = parts.value;
  const input = parseInput(given.words);
  if (!input.ok) return input;
  const asOf = parseDay("--as-of", given.values.get("--as-of"));
  if (!asOf.ok) return asOf;
  const perform = verb.parse(given);
  if (!perform.ok) return perform;
  const target = parseOutput(given);
  if (!target.ok) return target;
  const [sheet, json] = [given.values.get("--sheet"), given.values.get("--json")];
  const texts = parseTexts(verb, given.values);
  return ok({
    verb,
    perform: perform.value,
    input: input.value,
    ...target.value,
    asOf: asOf.value,
    sheet,
    json,
    texts,
  });
}
