import { ok, refused, type Result } from "../../domain/result";
import { Archive } from "./archive";
import { XlsxBook } from "./book";
import { FileFaultError, type FileFault } from "./fault";
import { isZip, notZip } from "./fileKind";
import type { Book } from "./model";

/** Archives of other programs, by a part that each has. */
const others = [
  ["xl/workbook.bin", ".xlsb"],
  ["content.xml", ".ods"],
  ["word/document.xml", ".docx"],
  ["ppt/presentation.xml", ".pptx"],
] as const;

/** Whether nothing in an archive belongs to a file of Office: somebody packed files into it. */
const isPacked = ({ names }: Archive) => !names.some((name) => /^(\[Content_Types\]\.xml|(_rels|xl)\/.*)$/i.test(name));

/** Opens a workbook file; what cannot be opened is named, never thrown. */
export function openBook(bytes: Uint8Array): Result<Book, FileFault> {
  if (!isZip(bytes)) return refused(notZip(bytes));
  try {
    const archive = new Archive(bytes);
    const other = others.find(([part]) => archive.has(part));
    if (other !== undefined) return refused({ kind: "otherFormat", format: other[1] });
    if (isPacked(archive)) return refused({ kind: "notZip", looksLike: "archive" });
    return ok(new XlsxBook(archive));
  } catch (error) {
    if (error instanceof FileFaultError) return refused(error.fault);
    throw error;
  }
}
