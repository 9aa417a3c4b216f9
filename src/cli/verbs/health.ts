import { checkHealth, reportHealth } from "../../app/health";
import { mendBeside } from "../../app/mend";
import { mendedColumns } from "../../domain/change/mendedColumns";
import type { Ailment } from "../../domain/health/examine";
import type { Mending } from "../../domain/health/mendings";
import { cellAddress } from "../../domain/ledger/cells";
import type { Field } from "../../domain/ledger/field";
import { fieldName, fieldNamed } from "../../domain/ledger/fieldName";
import { ok, refused, type Result } from "../../domain/result";
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

const mendingJson = ({ of: { field }, sheet, column, cells, left }: Mending) => ({
  ...{ field: fieldName(field), sheet, left },
  cells: cells.map(({ row, before, after }) => ({ address: cellAddress(row, column), before, after })),
});

function mendingText(mendings: readonly Mending[]): string {
  if (mendings.length === 0) return "";
  const lines = mendings.map(
    ({ of: { field, kind }, sheet, cells }) =>
      `  ${sheet} ${fieldName(field)}：${String(cells.length)} 处${kind === "day" ? "文本写的日期" : "多余的空格"}\n`,
  );
  return `可以补好，写在新列、原列不动（--mend 栏目、栏目 -o 结果.xlsx）：\n${lines.join("")}`;
}

async function perform({ workbook, options, stopwatch }: Running): Promise<Outcome> {
  const checked = await checkHealth(workbook, options, stopwatch.watch);
  if (!checked.ok) return refusedBy(checked.because);
  const { ailments, mendings } = checked.value;
  const json = { ailments: ailments.map(told), mendings: mendings.map(mendingJson) };
  return ok({ json, text: textOf(ailments) + mendingText(mendings), save: false });
}

/** Mends some columns into new ones beside the ledger. */
async function mend({ workbook, options, stopwatch }: Running, fields: ReadonlySet<Field>): Promise<Outcome> {
  const done = await mendBeside(workbook, { ...options, only: { fields } }, stopwatch.watch);
  if (!done.ok) return refusedBy(done.because);
  const { mendings, headings } = done.value;
  const json = { headings, mendings: mendings.map(mendingJson) };
  if (mendings.length === 0) return ok({ json, text: "这些栏目没有可以补好的单元格，没有改动。\n", save: false });
  const cells = mendings.reduce((sum, one) => sum + one.cells.length, 0);
  const text = `补好 ${String(cells)} 处，写在新列 ${headings.join("、")}，原列没有改动。\n`;
  return ok({ json, text, save: true });
}

/** The same with a sheet to print, in a workbook of its own. */
async function report({ workbook, options, stopwatch }: Running): Promise<Outcome> {
  const made = await reportHealth(workbook, options, stopwatch.watch);
  if (!made.ok) return refusedBy(made.because);
  const { ailments, draft } = made.value;
  const text = `${textOf(ailments)}已生成工作表“${draft.name}”。\n`;
  return ok({ json: { sheet: draft.name, ailments: ailments.map(told) }, text, save: true });
}

/** The fields that are to be mended. */
function parseFields(words: string): Result<ReadonlySet<Field>, string> {
  const names = words.split(/[、,，]/).map((name) => name.trim());
  const fields = names.map((name) => mendedColumns.find(({ field }) => field === fieldNamed(name))?.field);
  const unknown = names.find((_, index) => fields[index] === undefined);
  const known = mendedColumns.map(({ field }) => fieldName(field)).join("、");
  return unknown === undefined
    ? ok(new Set(fields.filter((field) => field !== undefined)))
    : refused(`“${unknown}”不能补好。可以补好的栏目：${known}。`);
}

export const health: Verb = {
  name: "health",
  usage: "[--mend 栏目、栏目] [-o 结果.xlsx | --in-place]",
  says: "检查台账数据，逐格列出问题，不改动台账；有 -o 时另生成可打印的体检表；--mend 把文本写的日期、名称里多余的空格改好写在新列，原列不动",
  suffix: undefined,
  judges: true,
  parse: ({ values, flags }) => {
    const hasResult = values.has("-o") || flags.has("--in-place");
    const words = values.get("--mend");
    if (words === undefined) return ok(hasResult ? report : perform);
    if (!hasResult) return refused("--mend 要写一份新文件，请加 -o 结果.xlsx 或 --in-place。");
    const fields = parseFields(words);
    return fields.ok ? ok((running) => mend(running, fields.value)) : fields;
  },
};
