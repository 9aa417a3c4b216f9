import { checkHealth, reportHealth } from "../../app/health";
import type { Ailment } from "../../domain/health/examine";
import { cellAddress } from "../../domain/ledger/cells";
import { ok } from "../../domain/result";
import { refusedBy, type Outcome, type Running, type Verb } from "../verb";

const told = ({ clause, sheet, row, column, message }: Ailment) => ({
  clause,
  address: `${sheet}!${cellAddress(row, column)}`,
  message,
});

function textOf(ailments: readonly Ailment[]): string {
  const lines = ailments.map(told).map(({ clause, address, message }) => `${clause.padEnd(3)} ${address} ${message}\n`);
  return `台账体检：${ailments.length === 0 ? "没有发现问题" : `发现 ${String(ailments.length)} 处`}，台账没有改动。\n${lines.join("")}`;
}

async function perform({ workbook, options, stopwatch }: Running): Promise<Outcome> {
  const checked = await checkHealth(workbook, options, stopwatch.watch);
  if (!checked.ok) return refusedBy(checked.because);
  const ailments = checked.value;
  return ok({ json: { ailments: ailments.map(told) }, text: textOf(ailments), save: false });
}

/** The same with a sheet to print, in a workbook of its own. */
async function report({ workbook, options, stopwatch }: Running): Promise<Outcome> {
  const made = await reportHealth(workbook, options, stopwatch.watch);
  if (!made.ok) return refusedBy(made.because);
  const { ailments, draft } = made.value;
  const text = `${textOf(ailments)}已生成工作表“${draft.name}”。\n`;
  return ok({ json: { sheet: draft.name, ailments: ailments.map(told) }, text, save: true });
}

export const health: Verb = {
  name: "health",
  usage: "[--sheet 工作表] [--as-of 2026-11-23] [-o 结果.xlsx | --in-place] [--json 文件|-]",
  says: "检查台账数据，逐格列出问题，不改动台账；有 -o 时另生成可打印的体检表",
  suffix: undefined,
  parse: ({ values, flags }) => ok(values.has("-o") || flags.has("--in-place") ? report : perform),
};
