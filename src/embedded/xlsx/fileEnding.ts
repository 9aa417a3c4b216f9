/** The ending of the file in which a workbook of that name is saved: that of its kind, without which Excel would not open it; .xlsx where the name tells none. */
export function fileEnding(name = ""): string {
  return /\.(xlsm|xltx|xltm)$/i.exec(name)?.[0] ?? ".xlsx";
}
