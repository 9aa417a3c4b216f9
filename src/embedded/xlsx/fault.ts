/** Why a file cannot be opened. */
export type FileFault =
  | { readonly kind: "empty" }
  /** No zip archive, or a zip archive of other files. */
  | { readonly kind: "notZip"; readonly looksLike: "csv" | "html" | "xml" | "pdf" | "archive" | "other" }
  | { readonly kind: "oldXls" }
  | { readonly kind: "encrypted" }
  | { readonly kind: "otherFormat"; readonly format: ".xlsb" | ".ods" | ".docx" | ".pptx" }
  | { readonly kind: "broken"; readonly part: string }
  | { readonly kind: "tooLarge"; readonly part: string }
  | { readonly kind: "encoding"; readonly part: string; readonly encoding: string }
  | { readonly kind: "entities"; readonly part: string };

const toXlsx = "请用 Excel 或 WPS 打开它，另存为 .xlsx 再用。";

const notWorkbook = {
  csv: `这是文本（CSV）文件，不是 .xlsx 工作簿。${toXlsx}`,
  html: `这是网页（HTML）文件，不是 .xlsx 工作簿。${toXlsx}`,
  xml: `这是 XML 表格文件，不是 .xlsx 工作簿。${toXlsx}`,
  pdf: "这是 PDF 文件，不是 .xlsx 工作簿。请选择台账的 .xlsx 文件。",
  archive: "这是压缩包，不是 .xlsx 工作簿。请先解压，再选择里面的 .xlsx 文件。",
  other: `这不是 Excel 工作簿。${toXlsx}`,
} as const;

/** What a fault is said to lie in when the archive as a whole is at fault. */
export const WHOLE_ARCHIVE = "zip";

function brokenSentence(part: string): string {
  if (part === WHOLE_ARCHIVE) {
    return "文件不完整或已损坏，可能没有传完。请重新取得这个文件；如果 Excel 能打开它，另存为 .xlsx 再用。";
  }
  return `工作簿已损坏（${part}）。请用 Excel 打开并修复，另存为 .xlsx 再用。`;
}

type Sentences = { readonly [Kind in FileFault["kind"]]: (fault: Extract<FileFault, { kind: Kind }>) => string };

const sentences: Sentences = {
  empty: () => "文件是空的。请选择有内容的 .xlsx 工作簿。",
  notZip: ({ looksLike }) => notWorkbook[looksLike],
  oldXls: () => `这是旧格式的 .xls 工作簿。${toXlsx}`,
  encrypted: () => "这个工作簿设有打开密码。请在 Excel 中取消密码，另存为 .xlsx 再用。",
  otherFormat: ({ format }) => `这是 ${format} 文件，不是 .xlsx 工作簿。${toXlsx}`,
  broken: ({ part }) => brokenSentence(part),
  tooLarge: ({ part }) => `工作簿解开后过大（${part}），没有打开。请删除多余的内容，或拆分后再用。`,
  encoding: ({ part, encoding }) =>
    `工作簿里的文字编码（${encoding}）读不了（${part}）。请用 Excel 打开它，另存为 .xlsx 再用。`,
  entities: ({ part }) =>
    `工作簿里有不安全的内容（${part} 含实体定义），没有打开。请向提供它的人要一份用 Excel 另存的 .xlsx。`,
};

/** What the file is and what to do, for its owner. */
export function faultSentence(fault: FileFault): string {
  const sentence = sentences[fault.kind] as (fault: FileFault) => string;
  return sentence(fault);
}

/** A fault found while reading; it ends at `openBook`, which returns it. */
export class FileFaultError extends Error {
  readonly fault: FileFault;

  constructor(fault: FileFault) {
    super(fault.kind);
    this.fault = fault;
  }
}

/** A fault of one part of the file. */
export function broken(part: string): FileFaultError {
  return new FileFaultError({ kind: "broken", part });
}
