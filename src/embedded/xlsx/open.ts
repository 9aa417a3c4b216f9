import { ok, refused, type Result } from "../../domain/result";
import { XlsxBook } from "./book";
import { FileFaultError, type FileFault } from "./fault";
import type { Book } from "./model";
import { Archive } from "./archive";

const startsWith = (bytes: Uint8Array, ...signature: number[]) =>
  signature.every((byte, index) => bytes[index] === byte);

/** Names of an old compound file's streams stand in it as UTF-16. */
function holdsStream(bytes: Uint8Array, name: string): boolean {
  const wide = Array.from(name, (letter) => [letter.charCodeAt(0), 0]).flat();
  for (let at = bytes.indexOf(wide[0] ?? 0); at >= 0; at = bytes.indexOf(wide[0] ?? 0, at + 1)) {
    if (wide.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

/** What a file is that is no zip archive. */
function notZip(bytes: Uint8Array): FileFault {
  if (bytes.length === 0) return { kind: "empty" };
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    return holdsStream(bytes, "EncryptedPackage") ? { kind: "encrypted" } : { kind: "oldXls" };
  }
  if (startsWith(bytes, 0x09, 0x08) || startsWith(bytes, 0x09, 0x04)) return { kind: "oldXls" };
  const start = new TextDecoder("utf-8", { fatal: false }).decode(bytes.subarray(0, 2_000));
  if (/^\s*(<!doctype html|<html|<table|<\?xml)/i.test(start)) return { kind: "notZip", looksLike: "html" };
  const isText = !/[\u0000-\u0008\u000e-\u001f]/.test(start);
  return { kind: "notZip", looksLike: isText ? "csv" : "other" };
}

/** Archives of other programs, by a part that each has. */
const others = [
  ["xl/workbook.bin", ".xlsb"],
  ["content.xml", ".ods"],
  ["word/document.xml", ".docx"],
  ["ppt/presentation.xml", ".pptx"],
] as const;

/** Opens a workbook file; what cannot be opened is named, never thrown. */
export function openBook(bytes: Uint8Array): Result<Book, FileFault> {
  if (!startsWith(bytes, 0x50, 0x4b)) return refused(notZip(bytes));
  try {
    const archive = new Archive(bytes);
    const other = others.find(([part]) => archive.has(part));
    if (other !== undefined) return refused({ kind: "otherFormat", format: other[1] });
    return ok(new XlsxBook(archive));
  } catch (error) {
    if (error instanceof FileFaultError) return refused(error.fault);
    throw error;
  }
}
