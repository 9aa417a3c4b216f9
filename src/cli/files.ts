import fs from "node:fs";
import path from "node:path";
import { ok, refused, type Result } from "../domain/result";
import { fileEnding } from "../embedded/xlsx/fileEnding";
import type { Command, TextTarget } from "./arguments";

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "找不到",
  EISDIR: "是文件夹，不是文件",
  EACCES: "没有权限",
  EPERM: "没有权限",
  ENOSPC: "磁盘已满",
  EBUSY: "正被其他程序使用",
  EROFS: "所在的磁盘是只读的",
  ENOTDIR: "路径中有一段是文件，不是文件夹",
  ENAMETOOLONG: "文件名太长",
};

function sentence(file: string, error: unknown): string {
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
  if (code === "") throw error;
  return `${file}：${reasons[code] ?? `读写失败（${code}）`}。`;
}

/** The file's bytes, or a sentence that says why not. */
export function readInput(file: string): Result<Uint8Array, string> {
  try {
    return ok(fs.readFileSync(file));
  } catch (error) {
    return refused(sentence(file, error));
  }
}

/** Whether two names are one file, by whatever links. */
export function isSameFile(one: string, other: string): boolean {
  if (!fs.existsSync(one) || !fs.existsSync(other)) return path.resolve(one) === path.resolve(other);
  const [a, b] = [fs.statSync(one), fs.statSync(other)];
  return a.ino === b.ino && a.dev === b.dev && a.ino !== 0 ? true : fs.realpathSync(one) === fs.realpathSync(other);
}

/** Why a file cannot be written where its name says; undefined where it can. */
function folderFault(file: string): string | undefined {
  const folder = path.dirname(file);
  if (!fs.existsSync(folder)) return `文件夹 ${folder} 不存在。请先新建它，或换一个位置。`;
  return fs.statSync(folder).isDirectory() ? undefined : `${folder} 是文件，不是文件夹。请换一个位置。`;
}

/** The name that was given to a result; a refusal where it is the input's, has another ending or lies in no folder. */
export function namedOutput(input: string | undefined, output: string): Result<string, string> {
  const ending = fileEnding(input);
  if (input !== undefined && isSameFile(input, output))
    return refused(`${output} 就是原文件。要覆盖原文件请用 --in-place。`);
  if (!output.toLowerCase().endsWith(ending.toLowerCase()))
    return refused(`结果的文件名应以 ${ending} 结尾，现在是 ${output}。`);
  const fault = folderFault(output);
  return fault === undefined ? ok(output) : refused(fault);
}

/** Where the workbook goes: never onto the input unless that was asked for, and by default never onto any file that is there. */
function chooseOutput({ verb, input, output, inPlace }: Command): Result<string, string> {
  if (inPlace) return ok(input);
  if (output !== undefined) return namedOutput(input, output);
  const { dir, name } = path.parse(input);
  const chosen = path.join(dir, `${name}${verb.suffix ?? ""}${fileEnding(input)}`);
  return fs.existsSync(chosen) ? refused(`${chosen} 已经存在。请用 -o 指定另一个文件名。`) : ok(chosen);
}

/** A verb that has no result of its own, or gives it as a text, writes a workbook only where one is named. */
function writesNothing({ verb, texts, output, inPlace }: Command): boolean {
  const isTold = texts.some(({ option }) => verb.writes?.includes(option));
  return (verb.suffix === undefined || isTold) && output === undefined && !inPlace;
}

/** Why a text cannot go where it should: onto the input, onto the result, or into no folder. */
function textFault({ option, file }: TextTarget, input: string, result: string): string | undefined {
  if (isSameFile(file, input)) return `${option} 的 ${file} 就是原文件。请换一个文件名。`;
  if (result !== "" && isSameFile(file, result)) return `${option} 的 ${file} 就是结果文件。请换一个文件名。`;
  return folderFault(file);
}

/** Where the workbook goes, "" for nowhere; a refusal before any work where it, or a text beside it, cannot be written. */
export function chooseTargets(command: Command): Result<string, string> {
  const result = writesNothing(command) ? ok("") : chooseOutput(command);
  if (!result.ok) return result;
  const faults = command.texts.flatMap((text) => textFault(text, command.input, result.value) ?? []);
  return faults[0] === undefined ? result : refused(faults[0]);
}

/** Writes beside the target first and then takes its place: a run that breaks off leaves no half file. */
export function writeOutput(file: string, bytes: Uint8Array | string): Result<void, string> {
  const target = fs.existsSync(file) ? fs.realpathSync(file) : file;
  const beside = `${target}.${String(process.pid)}.tmp`;
  try {
    const standing = fs.statSync(target, { throwIfNoEntry: false });
    if (standing?.isDirectory() === true) return refused(`${file}：是文件夹，不是文件。`);
    if (standing !== undefined) fs.accessSync(target, fs.constants.W_OK);
    fs.writeFileSync(beside, bytes, { mode: standing?.mode });
    fs.renameSync(beside, target);
    return ok(undefined);
  } catch (error) {
    if (fs.existsSync(beside)) fs.rmSync(beside);
    return refused(sentence(file, error));
  }
}
