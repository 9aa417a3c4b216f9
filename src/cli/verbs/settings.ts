import { assess } from "../../app/assess";
import { dryRun, saveSettings, type Moved } from "../../app/saveSettings";
import { ok, refused } from "../../domain/result";
import { riskGroupName } from "../../domain/risk/group";
import { applyEdits } from "../../domain/settings/edits";
import { parseSettingsFile, settingsFile } from "../../domain/settings/settingsFile";
import { readInput, writeOutput } from "../files";
import { refusedBy, stopped, type Outcome, type Running, type Verb } from "../verb";

async function exported({ workbook, options, stopwatch }: Running, file: string): Promise<Outcome> {
  const assessed = await assess(workbook, options, stopwatch.watch);
  if (!assessed.ok) return refusedBy(assessed.because);
  const written = writeOutput(file, settingsFile(assessed.value.settings));
  if (!written.ok) return refused(stopped(written.because));
  return ok({ json: { file }, text: `设置已导出为 ${file}，工作簿没有改动。\n`, save: false });
}

const told = ({ sheet, before, after }: Moved) => ({
  sheet,
  customer: before.customer.name,
  group: [riskGroupName[before.group], riskGroupName[after.group]],
});

/** Takes over the settings of a file, and tells first whom they move. */
async function imported({ workbook, options, stopwatch }: Running, file: string): Promise<Outcome> {
  const bytes = readInput(file);
  if (!bytes.ok) return refused(stopped(bytes.because));
  const edits = parseSettingsFile(new TextDecoder().decode(bytes.value));
  if (!edits.ok) return refused(stopped(`${file} 不能使用，工作簿没有改动：${edits.because.join("；")}。`));
  const assessed = await assess(workbook, options, stopwatch.watch);
  if (!assessed.ok) return refusedBy(assessed.because);
  const saved = await saveSettings(workbook, edits.value, stopwatch.watch);
  if (!saved.ok) return refusedBy(saved.because);
  const edited = applyEdits(assessed.value.settings, edits.value);
  const moved = dryRun(assessed.value, edited.settings).map(told);
  const lines = moved.map(({ customer, group }) => `  ${customer}：${group.join(" → ")}\n`);
  const text = `设置已导入，改动 ${String(saved.value.cells)} 格；下次标注时有 ${String(moved.length)} 户变动。\n`;
  return ok({ json: { cells: saved.value.cells, moved }, text: text + lines.join(""), save: true });
}

export const settings: Verb = {
  name: "settings",
  usage: "(--export 文件.json | --import 文件.json) [-o 结果.xlsx | --in-place]",
  says: "导出设置供其他工作簿使用，或导入设置并列出会变动的客户",
  suffix: "-新设置",
  judges: true,
  writes: ["--export"],
  parse: ({ values, flags }) => {
    const [to, from] = [values.get("--export"), values.get("--import")];
    const namesResult = values.has("-o") || flags.has("--in-place");
    if (to !== undefined && namesResult) return refused("--export 不写工作簿，请去掉 -o 或 --in-place。");
    if (to !== undefined && from === undefined) return ok((running) => exported(running, to));
    if (from !== undefined && to === undefined) return ok((running) => imported(running, from));
    return refused("settings 需要 --export 或 --import 其中一个。");
  },
};
