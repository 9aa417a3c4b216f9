import { LTSC_2021, parseApiVersion } from "../../embedded/client/apiSets";
import { ok, refused, type Result } from "../../domain/result";
import { words } from "./words";

/** What is to be run. */
export interface Order {
  readonly script: string;
  /** Undefined for a blank workbook. */
  readonly input: string | undefined;
  readonly output: string | undefined;
  readonly inPlace: boolean;
  /** The minor version of ExcelApi to play. */
  readonly api: number;
  /** What the script reads from its page, by the element's id. */
  readonly inputs: ReadonlyMap<string, string>;
  /** Ids of the buttons to press; undefined for all that the script listens to. */
  readonly clicks: readonly string[] | undefined;
}

const withValue = new Set(["-o", "--output", "--api", "--input", "--click"]);

interface Split {
  readonly files: readonly string[];
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly inPlace: boolean;
}

/** The value behind an option; a refusal where there is none. */
function valueOf(given: readonly string[], index: number): Result<string, string> {
  const word = given[index] ?? "";
  if (!withValue.has(word)) return refused(words.unknownOption(word));
  const value = given[index + 1];
  return value === undefined ? refused(words.missingValue(word)) : ok(value);
}

function split(given: readonly string[]): Result<Split, string> {
  const files: string[] = [];
  const values = new Map<string, string[]>();
  let inPlace = false;
  for (let index = 0; index < given.length; index++) {
    const word = given[index] ?? "";
    if (word === "--in-place") inPlace = true;
    else if (!word.startsWith("-")) files.push(word);
    else {
      const value = valueOf(given, index++);
      if (!value.ok) return value;
      const name = word === "--output" ? "-o" : word;
      values.set(name, [...(values.get(name) ?? []), value.value]);
    }
  }
  return ok({ files, values, inPlace });
}

function inputsOf(given: readonly string[]): Result<ReadonlyMap<string, string>, string> {
  const inputs = new Map<string, string>();
  for (const one of given) {
    const at = one.indexOf("=");
    if (at < 1) return refused(words.badInput(one));
    inputs.set(one.slice(0, at), one.slice(at + 1));
  }
  return ok(inputs);
}

/** The first thing that is wrong with the files that are named, and with options that were given twice. */
function wrongFiles({ files, values, inPlace }: Split): string | undefined {
  const [script, input, ...rest] = files;
  const twice = ["-o", "--api"].find((option) => (values.get(option)?.length ?? 0) > 1);
  const checks: readonly (readonly [boolean, string])[] = [
    [script === undefined, words.noScript],
    [rest.length > 0, words.tooMany(rest.join(" "))],
    [twice !== undefined, words.twice(twice ?? "")],
    [inPlace && values.has("-o"), words.twoOutputs],
    [inPlace && input === undefined, words.nothingToOverwrite],
  ];
  return checks.find(([isWrong]) => isWrong)?.[1];
}

const last = ({ values }: Split, option: string): string | undefined => values.get(option)?.at(-1);

function apiOf(version: string | undefined): Result<number, string> {
  const api = version === undefined ? LTSC_2021 : parseApiVersion(version);
  return api === undefined ? refused(words.badApi(version ?? "")) : ok(api);
}

/** Reads the command line's words; a refusal is a sentence for the user. */
export function parseOrder(given: readonly string[]): Result<Order, string> {
  const parts = split(given);
  if (!parts.ok) return parts;
  const wrong = wrongFiles(parts.value);
  if (wrong !== undefined) return refused(wrong);
  const { files, values, inPlace } = parts.value;
  const [script = "", input] = files;
  const api = apiOf(last(parts.value, "--api"));
  if (!api.ok) return api;
  const inputs = inputsOf(values.get("--input") ?? []);
  if (!inputs.ok) return inputs;
  const output = last(parts.value, "-o");
  return ok({ script, input, output, inPlace, api: api.value, inputs: inputs.value, clicks: values.get("--click") });
}
