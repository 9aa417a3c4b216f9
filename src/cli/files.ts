import fs from "node:fs";
import path from "node:path";
import { ok, refused, type Result } from "../domain/result";
import type { Command } from "./arguments";

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "找不到",
  EISDIR: "是文件夹，不是文件",
  EACCES: "没有权限",
  EPERM: "没有权限",
  ENOSPC: "磁盘已满",
  EBUSY: "正被其他程序使用",
};

function sentence(file: string, error: unknown): string {
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
  const reason = reasons[code];
  if (reason === undefined) throw error;
  return `${file}：${reason}。`;
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
  if (!fs.existsSync(other)) return path.resolve(one) === path.resolve(other);
  const [a, b] = [fs.statSync(one), fs.statSync(other)];
  return a.ino === b.ino && a.dev === b.dev && a.ino !== 0 ? true : fs.realpathSync(one) === fs.realpathSync(other);
}

/** Where the result goes: never onto the input unless that was asked for, and by default never onto any file that is there. */
export function chooseOutput({ verb, input, output, inPlace }: Command): Result<string, string> {
  if (inPlace) return ok(input);
  if (output !== undefined) {
    const hitsInput = fs.existsSync(input) && isSameFile(input, output);
    return hitsInput ? refused(`${output} 就是原文件。要覆盖原文件请用 --in-place。`) : ok(output);
  }
  const { dir, name } = path.parse(input);
  const chosen = path.join(dir, `${name}${verb.suffix ?? ""}.xlsx`);
  return fs.existsSync(chosen) ? refused(`${chosen} 已经存在。请用 -o 指定另一个文件名。`) : ok(chosen);
}

/** Writes beside the target first and then takes its place: a run that breaks off leaves no half file. */
export function writeOutput(file: string, bytes: Uint8Array | string): Result<void, string> {
  const target = fs.existsSync(file) ? fs.realpathSync(file) : file;
  const beside = `${target}.${String(process.pid)}.tmp`;
  try {
    if (fs.existsSync(target) && fs.statSync(target).isDirectory()) return refused(`${file}：是文件夹，不是文件。`);
    fs.writeFileSync(beside, bytes);
    fs.renameSync(beside, target);
    return ok(undefined);
  } catch (error) {
    fs.rmSync(beside, { force: true });
    return refused(sentence(file, error));
  }
}
