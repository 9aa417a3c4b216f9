import { untrace as takeOut, type KeepTraces } from "../../app/untrace";
import { TEMPLATE_SHEET } from "../../domain/record/template";
import { ok, refused } from "../../domain/result";
import { marksIn } from "../marks";
import { refusedBy, stopped, type Outcome, type Running, type Verb } from "../verb";

async function perform({ workbook, excel, stopwatch }: Running, keep: KeepTraces): Promise<Outcome> {
  const out = await takeOut(workbook, keep, stopwatch.watch);
  if (!out.ok) return refusedBy(out.because);
  const { columns, sheets, kept, typed } = out.value;
  excel.calculate();
  const marks = kept.length > 0 || typed.length > 0 ? [] : marksIn(excel.book.save());
  if (marks.length > 0) return refused(stopped(`还有没有清除的内容：${marks.join("、")}。没有写出文件。`));
  const text = [
    `清除了 ${String(columns)} 列标注、${String(sheets.length)} 张工作表和文件中的运行记录。\n`,
    ...kept.map(keptSentence),
    ...typed.map(({ sheet, address, text: said }) => `保留了 ${sheet}!${address} 人工填写的“${said}”。\n`),
    ...(kept.length > 0 || typed.length > 0 ? [] : ["已逐个部件核对，没有留下本插件的内容。\n"]),
  ].join("");
  return ok({ json: { columns, sheets, kept, typed, marks }, text, save: true });
}

function keptSentence(sheet: string): string {
  if (sheet === TEMPLATE_SHEET) return `保留了工作表“${sheet}”：它已改成本行自己的格式。不再需要的话请自行删去。\n`;
  return `按要求保留了工作表“${sheet}”。\n`;
}

export const untrace: Verb = {
  name: "untrace",
  usage: "[-o 结果.xlsx | --in-place] [--keep-typed] [--keep-sheets]",
  says: "文件交给行外前清除本插件的全部内容并核对，--keep-sheets 保留回访表、登记簿和报告",
  suffix: "-无痕",
  judges: false,
  parse: ({ flags }) => {
    const keep = { typed: flags.has("--keep-typed"), sheets: flags.has("--keep-sheets") };
    return ok((running) => perform(running, keep));
  },
};
