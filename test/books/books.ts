import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** A workbook as another program wrote it. */
export interface ForeignBook {
  /** What make.py calls it. */
  readonly name: string;
  readonly file: Uint8Array;
}

/** The workbooks in a folder, by name. */
export function booksIn(folder: string): readonly ForeignBook[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".xlsx"));
  return names.sort().map((name) => ({
    name: path.basename(name, ".xlsx"),
    file: new Uint8Array(readFileSync(path.join(folder, name))),
  }));
}

/** The workbooks that stand beside this file: one of each kind that make.py writes. */
export const foreignBooks: readonly ForeignBook[] = booksIn(__dirname);

/** The kind that openpyxl does not read. */
export const STRICT = "strict";
