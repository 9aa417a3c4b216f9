import type { ErrorCode } from "../embedded/objects/refusal";

/** What Excel would tell a person whose hand it stops. */
export function refusalSentence(code: ErrorCode, sheet: string): string {
  if (code === "AccessDenied") return `工作表“${sheet}”受保护，没有改动。请先撤销保护。`;
  return `Excel 不接受这一步（${code}），没有改动。请检查所选区域和输入的内容。`;
}
