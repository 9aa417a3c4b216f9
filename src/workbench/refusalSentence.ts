import type { ErrorCode } from "../embedded/objects/refusal";

/** What Excel would tell a person whose hand it stops. */
export function refusalSentence(code: ErrorCode, sheet: string): string {
  if (code === "AccessDenied") return `工作表“${sheet}”受保护，没有改动。请先撤销保护；设有密码的，请在 Excel 中撤销。`;
  if (code === "InvalidOperation")
    return "Excel 不能在这里做这一步，没有改动：所选位置不在成片数据的行中，或其中有合并单元格。请选中台账里的一个单元格再试。";
  return `Excel 不接受这一步（${code}），没有改动。请检查所选区域和输入的内容。`;
}
