import type { OfficeSaid } from "./selfCheck";

/** The sets of ExcelApi that are asked for, the newest first. */
const NEWEST = 20;

function newestSet(): string {
  for (let minor = NEWEST; minor > 0; minor--) {
    if (Office.context.requirements.isSetSupported("ExcelApi", `1.${String(minor)}`)) return `1.${String(minor)}`;
  }
  return "未知";
}

/** Where Office.js came from, without what follows the file's name. */
function sourceOf(): string {
  const scripts = [...document.querySelectorAll<HTMLScriptElement>("script[src]")].map(({ src }) => src);
  const found = scripts.find((src) => /\/(office|excel-web-16\.00)\.js/.test(src));
  return found === undefined ? "未知" : found.replace(/[?#].*$/, "");
}

/** The size of the workbook's file as Office gives it out; undefined where it does not. */
function fileBytes(): Promise<number | undefined> {
  const { document: opened } = Office.context as Partial<Office.Context>;
  if (opened?.getFileAsync === undefined) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    opened.getFileAsync(Office.FileType.Compressed, ({ status, value }) => {
      const isThere = status === Office.AsyncResultStatus.Succeeded;
      resolve(isThere ? value.size : undefined);
      if (isThere) value.closeAsync();
    });
  });
}

/** Asks Office what it is. */
export async function officeSaid(): Promise<OfficeSaid> {
  const { diagnostics, platform } = Office.context as Partial<Office.Context>;
  return {
    version: diagnostics?.version ?? "未知",
    platform: String(platform ?? diagnostics?.platform ?? "未知"),
    api: newestSet(),
    source: sourceOf(),
    fileBytes: await fileBytes(),
  };
}
