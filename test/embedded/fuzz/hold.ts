import { annotate } from "../../../src/app/annotate";
import { faultSentence } from "../../../src/embedded/xlsx/fault";
import { newRule } from "../../../src/embedded/objects/ruleKinds";
import type { Book, Extent, Sheet } from "../../../src/embedded/xlsx/model";
import { openBook } from "../../../src/embedded/xlsx/open";
import { inExcel, TODAY, unwatched } from "../workbooks";

/** What became of a file: refused by a sentence, or opened. */
export type Outcome = "refused" | "opened";

/** So many rows and columns of a sheet are looked at. */
const WINDOW = 64;

function windowOf({ row, column, rows, columns }: Extent): Extent {
  return { row, column, rows: Math.min(WINDOW, rows), columns: Math.min(WINDOW, columns) };
}

function sheetSeen(book: Book, sheet: Sheet): unknown {
  const used = sheet.used(true) ?? { row: 0, column: 0, rows: 1, columns: 1 };
  const area = windowOf(used);
  const last = { row: used.row + used.rows - 1, column: used.column + used.columns - 1, rows: 1, columns: 1 };
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    isProtected: sheet.isProtected,
    used,
    last: sheet.values(last),
    values: sheet.values(area),
    formulas: sheet.formulas(area),
    relative: sheet.formulasR1c1(area),
    formats: sheet.styles(area).map((row) => row.map((style) => book.format(style))),
    widths: Array.from({ length: area.columns }, (_, column) => [
      sheet.columnWidth(column),
      sheet.columnHidden(column),
    ]),
    heights: Array.from({ length: area.rows }, (_, row) => [sheet.rowHeight(row), sheet.rowHidden(row)]),
    merges: sheet.merges,
    tables: sheet.tables,
    filter: sheet.filter,
    rules: sheet.formatRules,
    validations: sheet.validations,
    frozen: sheet.frozen,
    page: sheet.page,
  };
}

/** All that can be asked of a book. */
function seen(book: Book): string {
  return JSON.stringify({
    date1904: book.date1904,
    isStructureProtected: book.isStructureProtected,
    active: book.activeSheet.name,
    names: book.names,
    customXml: book.customXml,
    sheets: book.sheets.map((sheet) => sheetSeen(book, sheet)),
  });
}

function reopened(book: Book): Book {
  const again = openBook(book.save());
  if (!again.ok) throw new Error(`what was saved does not open: ${JSON.stringify(again.because)}`);
  return again.value;
}

/** Where two texts part. */
function difference(one: string, other: string): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const from = Math.max(0, at - 60);
  return `${one.slice(from, at + 40)} | ${other.slice(from, at + 40)}`;
}

function demand(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

/** Failures that say that something of ours went wrong, not of the workbook. */
const unclear: ReadonlySet<string> = new Set(["halfDone", "refused", "notAsWritten", "sheetGone"]);

const WRITTEN = "写下的";

/** Changes of every kind that an annotation makes. */
function edit(book: Book): void {
  const [sheet] = book.sheets;
  if (sheet === undefined) return;
  const used = sheet.used(false) ?? { row: 0, column: 0, rows: 1, columns: 1 };
  const column = Math.min(16_000, used.column + used.columns);
  sheet.setValue(1, column, WRITTEN);
  sheet.setFormula(2, column, { r1c1: "RC[-1]" });
  sheet.setStyle(1, column, book.styleWith(sheet.cell(1, column).style, { bold: true, numberFormat: "0.000" }));
  sheet.setColumnWidth(column, 20);
  const area = { row: 1, column, rows: 2, columns: 1 };
  sheet.addFormatRule({ ...newRule("Custom", [area]), formulas: ["1=1"], fill: "#FFFFFF" });
  book.addSheet("新的一张表").setValue(0, 0, WRITTEN);
  book.addName({ name: "新的名称", formula: "1", scope: undefined, visible: true });
  book.addCustomXml("<a/>");
  const again = reopened(book);
  demand(again.sheets[0]?.cell(1, column).value === WRITTEN, "what was written is not there");
  demand(again.sheets.at(-1)?.cell(0, 0).value === WRITTEN, "the new sheet is not there");
}

/** Holds a file against what is promised of every file: a clear refusal, or a workbook that is saved and opens as the same, can be edited, and can be annotated or is refused for a reason; throws where that is not so. */
export async function hold(file: Uint8Array, annotates = true): Promise<Outcome> {
  const opened = openBook(file);
  if (!opened.ok) {
    const sentence = faultSentence(opened.because);
    demand(
      /^[^\n]*\p{Script=Han}[^\n]*。$/u.test(sentence) && !/undefined|\[object/.test(sentence),
      `a strange sentence: ${sentence}`,
    );
    return "refused";
  }
  const before = seen(opened.value);
  demand(seen(opened.value) === before, "asking twice gives two answers");
  const saved = seen(reopened(opened.value));
  demand(saved === before, `what was saved reads otherwise: ${difference(before, saved)}`);
  edit(opened.value);
  if (!annotates) return "opened";
  const fresh = openBook(file);
  if (!fresh.ok) throw new Error("opened once and not again");
  const { excel, workbook } = inExcel(fresh.value);
  const done = await annotate(workbook, { today: TODAY, asOf: TODAY }, unwatched);
  if (done.ok) reopened(excel.book);
  else demand(!unclear.has(done.because.kind), `annotating failed: ${JSON.stringify(done.because)}`);
  return "opened";
}
