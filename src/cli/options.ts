import { ok, refused, type Result } from "../domain/result";
import type { Given, Verb } from "./verb";

/** What every verb takes, and what those take that judge ledgers, in the notation of a verb's usage. */
export const ofAll = "[--json 文件|-]";
export const ofJudging = "[--sheet 工作表] [--as-of 2026-11-23]";

/** The options of a verb by name; true for those that take a value: they have something behind them in the usage. */
export function optionsTaken({ usage, judges }: Verb): ReadonlyMap<string, boolean> {
  const text = [usage, judges ? ofJudging : "", ofAll].join(" ");
  return new Map(
    [...text.matchAll(/(-o|--[a-z-]+)( (?!\|))?/g)].map(([, name = "", gap]) => [name, gap !== undefined]),
  );
}

interface Words {
  readonly words: readonly string[];
}

/** `--sheet=名称` is `--sheet 名称`, `--output` is `-o`. */
function unfolded(given: readonly string[]): readonly string[] {
  const apart = given.flatMap((word) => /^(--[a-z-]+)=(.*)$/s.exec(word)?.slice(1) ?? [word]);
  return apart.map((word) => (word === "--output" ? "-o" : word));
}

/** Options and other words of one verb; a refusal is a sentence for the user. */
export function splitOptions(verb: Verb, given: readonly string[]): Result<Given & Words, string> {
  const taken = optionsTaken(verb);
  const rest = [...unfolded(given)];
  const words: string[] = [];
  const found = { values: new Map<string, string>(), flags: new Set<string>() };
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const takesValue = taken.get(word);
    if (!word.startsWith("-")) words.push(word);
    else if (takesValue === undefined) return refused(`${verb.name} 没有选项 ${word}。`);
    else if (!takesValue) found.flags.add(word);
    else {
      const value = valueFor(verb, word, { next: rest.shift(), before: found.values.get(word) });
      if (!value.ok) return value;
      found.values.set(word, value.value);
    }
  }
  return ok({ ...found, words });
}

/** The value behind an option, on a line after those that it had `before`. */
function valueFor(
  verb: Verb,
  option: string,
  { next, before }: { readonly next: string | undefined; readonly before: string | undefined },
): Result<string, string> {
  if (next === undefined || next === "" || optionsTaken(verb).has(next)) return refused(`${option} 后面缺少内容。`);
  if (before === undefined) return ok(next);
  return verb.repeated?.includes(option) === true ? ok(`${before}\n${next}`) : refused(`${option} 只能写一次。`);
}
