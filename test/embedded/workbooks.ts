import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { Watch, Workbook } from "../../src/app/workbook";
import { day, type Day } from "../../src/domain/loan/day";
import { connect } from "../../src/embedded/client/node";
import { embeddedExcel, type EmbeddedExcel } from "../../src/embedded/excel";
import { blankBook } from "../../src/embedded/xlsx/blank";
import type { Book } from "../../src/embedded/xlsx/model";
import { openBook } from "../../src/embedded/xlsx/open";
import { excelWorkbook } from "../../src/excel/excelWorkbook";

const library = createRequire(__filename).resolve("@microsoft/office-js/dist/excel-web-16.00.js");

/** The day on which the tests take place. */
export const TODAY = day("2026-11-23");

/** An embedded Excel over a book, with Microsoft's client library connected to it. */
export function inExcel(book: Book = blankBook(), today: Day = TODAY): { excel: EmbeddedExcel; workbook: Workbook } {
  const excel = embeddedExcel(book, { today: () => today });
  connect(excel, library);
  return { excel, workbook: excelWorkbook() };
}

/** The book in a file; fails where it cannot be opened. */
export function opened(bytes: Uint8Array): Book {
  const book = openBook(bytes);
  if (!book.ok) throw new Error(`not opened: ${JSON.stringify(book.because)}`);
  return book.value;
}

/** A watch that nobody looks at and nobody stops. */
export const unwatched: Watch = { progress: () => undefined, signal: new AbortController().signal };

/** The sample ledger's file as it is shipped. */
export function sampleFile(): Uint8Array {
  return readFileSync(path.resolve(__dirname, "../../assets/sample-ledger.xlsx"));
}
