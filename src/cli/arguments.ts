import type { Day } from "../domain/loan/day";
import { ok, refused, type Result } from "../domain/result";
import { parseDay } from "./parseDay";
import type { Given, Outcome, Running, Verb } from "./verb";
import { verbs } from "./verbs";

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
}

const WIDEST = Math.max(...verbs.map(({ name }) => name.length));
const suffixes = verbs.flatMap(({ suffix }) => (suffix === undefined ? [] : [`“台账${suffix}.xlsx”`]));

export const usage = `用法：
${verbs.map(({ name, usage: rest }) => `  npm run ledger -- ${name.padEnd(WIDEST)} 台账.xlsx ${rest}\n`).join("")}
${verbs.map(({ name, says }) => `${name} ${says}`).join("；")}。
不写 -o 时，结果存为原文件旁边的${suffixes.join("、")}。原文件只有 --in-place 时才会被覆盖。
退出码：0 完成；1 用法或文件有误；2 没有找到台账；3 没有可撤销的内容，或有单元格被人改过而没有撤销。
`;

/** What is printed where help is asked for, of one verb or of all; undefined where it is not. */
export function helpFor(given: readonly string[]): string | undefined {
  if (!given.some((word) => word === "--help" || word === "-h")) return undefined;
  const verb = verbs.find(({ name }) => name === given[0]);
  return verb === undefined
    ? usage
    : `用法：\n  npm run ledger -- ${verb.name} 台账.xlsx ${verb.usage}\n\n${verb.says}。\n`;
}

const valuesOfAll = ["-o", "--output", "--as-of", "--sheet", "--json"];
const flagsOfAll = ["--in-place"];

/** The options that a verb takes. */
function knownTo({ values = [], flags = [] }: Verb) {
  return { withValue: new Set([...valuesOfAll, ...values]), alone: new Set([...flagsOfAll, ...flags]) };
}

/** Options and other words of one verb. */
function split(verb: Verb, given: readonly string[]): Result<Given & Words, string> {
  const { withValue, alone } = knownTo(verb);
  const words: string[] = [];
  const found = { values: new Map<string, string>(), flags: new Set<string>() };
  for (let index = 0; index < given.length; index++) {
    const word = given[index] ?? "";
    if (alone.has(word)) found.flags.add(word);
    else if (!word.startsWith("-")) words.push(word);
    else if (withValue.has(word)) {
      const value = given[++index];
      if (value === undefined) return refused(`${word} 后面缺少内容。`);
      found.values.set(word === "--output" ? "-o" : word, added(verb, word, { before: found.values.get(word), value }));
    } else return refused(unknownOption(verb.name, word));
  }
  return ok({ ...found, words });
}

/** The value of an option that may have been given before; where several count, they stand one a line. */
function added(
  { repeated = [] }: Verb,
  option: string,
  { before, value }: { readonly before: string | undefined; readonly value: string },
): string {
  return before !== undefined && repeated.includes(option) ? `${before}\n${value}` : value;
}

interface Words {
  readonly words: readonly string[];
}

function unknownOption(name: string, option: string): string {
  const owners = verbs.filter(({ values = [], flags = [] }) => [...values, ...flags].includes(option));
  if (owners.length === 0) return `不认识的选项 ${option}。`;
  return `${name} 没有选项 ${option}，它用于 ${owners.map((verb) => verb.name).join("、")}。`;
}

/** The file that the verb is for. */
function parseInput([input, ...rest]: readonly string[]): Result<string, string> {
  if (input === undefined) return refused("缺少要处理的 .xlsx 文件。");
  return rest.length > 0 ? refused(`多余的内容：${rest.join(" ")}。`) : ok(input);
}

/** Where the result goes. */
function parseOutput({ values, flags }: Given): Result<Pick<Command, "output" | "inPlace">, string> {
  const output = values.get("-o");
  const inPlace = flags.has("--in-place");
  return inPlace && output !== undefined ? refused("-o 与 --in-place 只能用一个。") : ok({ output, inPlace });
}

/** Reads the command line's words; a refusal is a sentence for the user. */
export function parseArguments([name, ...rest]: readonly string[]): Result<Command, string> {
  const verb = verbs.find((one) => one.name === name);
  if (verb === undefined) return refused(name === undefined ? "缺少命令。" : `不认识的命令 ${name}。`);
  const parts = split(verb, rest);
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
  return ok({ verb, perform: perform.value, input: input.value, ...target.value, asOf: asOf.value, sheet, json });
}
