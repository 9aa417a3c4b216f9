import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Watch, Workbook } from "../../src/app/workbook";
import { day, type Day } from "../../src/domain/loan/day";
import { connect } from "../../src/embedded/client/node";
import { embeddedExcel, type EmbeddedExcel } from "../../src/embedded/excel";
import { blankBook } from "../../src/embedded/xlsx/blank";
import type { Book, DataValidation, Scalar } from "../../src/embedded/xlsx/model";
import { openBook } from "../../src/embedded/xlsx/open";
import { excelWorkbook } from "../../src/excel/excelWorkbook";

/** Microsoft's client library. */
export const clientLibrary = createRequire(__filename).resolve("@microsoft/office-js/dist/excel-web-16.00.js");

/** The day on which the tests take place. */
export const TODAY = day("2026-11-23");

export interface Running {
  readonly excel: EmbeddedExcel;
  readonly workbook: Workbook;
}

/** An embedded Excel over a book, with Microsoft's client library connected to it. */
export function inExcel(book: Book = blankBook(), today: Day = TODAY): Running {
  const excel = embeddedExcel(book, { today: () => today });
  connect(excel, clientLibrary);
  return { excel, workbook: excelWorkbook() };
}

/** Stands between client and Excel: gets each request's number from 0 on, its text, and the way to have it answered; what it returns is the answer, undefined lets the request pass. */
export type Meddle = (request: number, text: string, answer: (request: string) => string) => string | undefined;

/** As `inExcel`, with somebody in between. */
export function inMeddledExcel(book: Book, meddle: Meddle): Running {
  const excel = embeddedExcel(book, { today: () => TODAY });
  let count = 0;
  const answer = excel.execute.bind(excel);
  const between = Object.create(excel, {
    execute: { value: (request: string) => meddle(count++, request, answer) ?? answer(request) },
  }) as EmbeddedExcel;
  connect(between, clientLibrary);
  return { excel, workbook: excelWorkbook() };
}

/** An answer that refuses the whole request. */
export function refusal(code: string): string {
  const error = { Code: code, Message: code, Location: "", ActionIndex: -1, HttpStatusCode: 400 };
  return JSON.stringify({ Results: [], Error: error });
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

/** Every part of a workbook file, as text. */
export function partsOf(file: Uint8Array): ReadonlyMap<string, string> {
  return new Map(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** The file with one part changed, or added where there is none. */
export function withPart(file: Uint8Array, name: string, change: (part: string) => string): Uint8Array {
  const parts = unzipSync(file);
  const part = parts[name];
  return zipSync({ ...parts, [name]: strToU8(change(part === undefined ? "" : strFromU8(part))) });
}

/** A new workbook file whose first sheet holds these rows from A1 on. */
export function fileWith(rows: readonly (readonly (Scalar | undefined)[])[]): Uint8Array {
  const book = blankBook();
  rows.forEach((row, down) => {
    row.forEach((value, right) => {
      book.sheets[0]?.setValue(down, right, value);
    });
  });
  return book.save();
}

/** A validation that offers a list; its source as the file has it: `"正常,关注"`, `$A$1:$A$9`. */
export function listRule(formula1: string, showDropdown = true): Omit<DataValidation, "ranges"> {
  return {
    ...{ type: "list", formula1, formula2: undefined, operator: undefined, showDropdown, ignoresBlank: true },
    ...{ promptTitle: undefined, prompt: undefined, errorTitle: undefined, error: undefined },
    ...{ showsPrompt: true, showsAlert: true, alertStyle: "stop" },
  };
}

/** A small ledger of three customers: one in order, one watched, one past due. */
export const smallLedger: readonly (readonly Scalar[])[] = [
  ["客户名称", "借据号", "贷款余额(元)", "发放日期", "到期日期", "五级分类", "逾期天数", "上次回访日期"],
  ["云岭样品商行", "JJ1", 800_000, "2026-03-02", "2027-03-02", "正常", 0, "2026-11-02"],
  ["溪口样品加工厂", "JJ2", 1_500_000, "2026-01-15", "2027-01-15", "关注", 12, "2026-10-20"],
  ["松台样品贸易公司", "JJ3", 2_600_000, "2025-05-20", "2026-05-20", "次级", 187, "2026-09-01"],
];
