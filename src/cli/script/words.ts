/** What `npm run excel` says to the person who runs it. */

export const usage = `用法：
  npm run excel -- 脚本.js [工作簿.xlsx] [-o 结果.xlsx | --in-place] [--api 1.14] [--input 编号=内容] [--click 按钮编号]
  npm run excel -- --coverage

在内置的 Excel 中运行一段 Office.js 脚本，打印它的 console。不写工作簿时从空白工作簿开始；-o 把结果另存，--in-place 覆盖原文件，都不写就不保存。
--api 选择所扮演的 ExcelApi 版本（1.1 到 1.21，默认 1.14，即 Office LTSC 2021）。--input 给出脚本从页面读取的内容；--click 指定要按的按钮，可写多次，不写时依次按下脚本登记的每个按钮，setup 在先。
--coverage 打印 ExcelApi 1.1 到 1.14 各类成员的支持情况。
退出码：0 完成；1 用法、文件或脚本有误。
`;

export const words = {
  unknownOption: (word: string) => `不认识的选项 ${word}。`,
  missingValue: (word: string) => `${word} 后面缺少内容。`,
  noScript: "缺少要运行的脚本。",
  tooMany: (given: string) => `多余的内容：${given}。`,
  badApi: (given: string) => `--api 应为 1.1 到 1.21，现在是“${given}”。`,
  badInput: (given: string) => `--input 应写成 编号=内容，现在是“${given}”。`,
  nothingToOverwrite: "没有给出工作簿，--in-place 无处可写。请用 -o 指定文件名。",
  twoOutputs: "-o 与 --in-place 只能用一个。",
  sameScript: (file: string) => `${file} 就是要运行的脚本。请换一个文件名。`,
  twice: (option: string) => `${option} 只能写一次。`,
  notUnderstood: (script: string, line: string) => `${script} 不是可以运行的脚本：${line}`,
  noButton: (id: string) => `脚本没有登记编号为 ${id} 的按钮。`,
  endless: (seconds: number) => `脚本在 ${String(seconds)} 秒内没有结束，已停止。`,
} as const;
