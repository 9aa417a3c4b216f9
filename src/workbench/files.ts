import { fileEnding } from "../embedded/xlsx/fileEnding";
import { ok, refused, type Result } from "../domain/result";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A file that was chosen or dropped; it is read here and goes nowhere. */
export async function readFile(file: File): Promise<Result<Uint8Array, string>> {
  try {
    return ok(new Uint8Array(await file.arrayBuffer()));
  } catch (error) {
    if (error instanceof DOMException) return refused(`${file.name}：读取不了。请确认它是文件而不是文件夹，再试一次。`);
    throw error;
  }
}

/** The name under which the result of a file is handed back, annotated or cleared: never that of the file that was opened, unless that was a result too. */
export function resultName(name: string): string {
  const stem = name.replace(/\.xl[a-z]*$/i, "").replace(/-(已标注|结果)$/, "");
  return `${stem}-结果${fileEnding(name)}`;
}

/** Hands a file to the browser as a download. */
export function download(name: string, bytes: Uint8Array): void {
  const url = URL.createObjectURL(new Blob([bytes.slice().buffer], { type: XLSX }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 0);
}

/** Lets files be dropped anywhere on the page; while one hovers, the page says so by a class. */
export function acceptDrops(page: HTMLElement, take: (file: File) => void): void {
  const hover = (event: DragEvent, is: boolean): void => {
    event.preventDefault();
    page.classList.toggle("dropping", is);
  };
  page.addEventListener("dragover", (event) => {
    hover(event, true);
  });
  page.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) hover(event, false);
  });
  page.addEventListener("drop", (event) => {
    hover(event, false);
    const file = event.dataTransfer?.files[0];
    if (file !== undefined) take(file);
  });
}
