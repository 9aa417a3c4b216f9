import { annotate } from "../../../src/app/annotate";
import { clear } from "../../../src/app/clear";
import { day } from "../../../src/domain/loan/day";
import type { Book } from "../../../src/embedded/xlsx/model";
import { foreignBooks, STRICT } from "../../books/books";
import { inExcel, opened, partsOf, TODAY, unwatched } from "../workbooks";
import { partsThatDiffer, partsThatSayOtherwise } from "./meaning";

const books = foreignBooks.map(({ name, file }) => [name, file] as const);

const known = new Map<Uint8Array, Promise<Uint8Array>>();

/** The workbook annotated; each once. */
function annotated(file: Uint8Array): Promise<Uint8Array> {
  const made = known.get(file) ?? run(file);
  known.set(file, made);
  return made;
}

async function run(file: Uint8Array): Promise<Uint8Array> {
  const { excel, workbook } = inExcel(opened(file));
  const done = await annotate(workbook, { today: TODAY, asOf: TODAY }, unwatched);
  expect(done.ok).toBe(true);
  return excel.book.save();
}

async function cleared(file: Uint8Array): Promise<Uint8Array> {
  const { excel, workbook } = inExcel(opened(file));
  const done = await clear(workbook, { typed: false, settings: false }, unwatched);
  expect(done.ok).toBe(true);
  return excel.book.save();
}

/** The parts that an annotation may touch: the ledger's sheet, formats, the workbook's lists, our settings and our record. */
const touched = [
  /^\[Content_Types\]\.xml$/,
  /^customXml\/(_rels\/)?item(Props)?\d+\.xml(\.rels)?$/,
  /^xl\/_rels\/workbook\.xml\.rels$/,
  /^xl\/styles\.xml$/,
  /^xl\/workbook\.xml$/,
  /^xl\/worksheets\/sheet1\.xml$/,
];
/** What else belongs to a kind of workbook: the order of computing is dropped, a table grows. */
const touchedToo: Readonly<Record<string, RegExp>> = {
  formulas: /^xl\/calcChain\.xml$/,
  tables: /^xl\/tables\/table1\.xml$/,
};

/** Every cell of a book with its format, and all that stands around the cells. */
function allOf(book: Book): unknown {
  const sheets = book.sheets.map((sheet) => {
    const used = sheet.used(true) ?? { row: 0, column: 0, rows: 1, columns: 1 };
    const area = { row: 0, column: 0, rows: used.row + used.rows, columns: used.column + used.columns };
    return {
      name: sheet.name,
      visibility: sheet.visibility,
      values: sheet.values(area),
      formulas: sheet.formulas(area),
      formats: sheet.styles(area).map((row) => row.map((style) => book.format(style))),
      widths: Array.from({ length: area.columns }, (_, column) => [
        sheet.columnWidth(column),
        sheet.columnHidden(column),
      ]),
      rules: sheet.formatRules,
      validations: sheet.validations,
      merges: sheet.merges,
      tables: sheet.tables,
      filter: sheet.filter,
      frozen: sheet.frozen,
      page: sheet.page,
    };
  });
  return { sheets, names: book.names.map((name) => ({ ...name, formula: name.formula.replaceAll("'", "") })) };
}

describe("a workbook that another program wrote", () => {
  it.each(books)("%s is saved part by part as it was opened", (_name, file) => {
    const book = opened(file);
    expect(partsOf(book.save())).toEqual(partsOf(file));
    book.sheets[0]?.setValue(0, 0, book.sheets[0].cell(0, 0).value);
    expect(partsThatDiffer(file, book.save())).toEqual(["xl/worksheets/sheet1.xml"]);
  });

  it.each(books)("%s is annotated without a change to any part of its own", async (name, file) => {
    const after = await annotated(file);
    const before = partsOf(file);
    const mayDiffer = [...touched, touchedToo[name]];
    const differ = partsThatDiffer(file, after).filter((part) => !mayDiffer.some((one) => one?.test(part)));
    expect(differ.filter((part) => before.has(part))).toEqual([]);
    expect(differ).toEqual([expect.stringMatching(/^xl\/worksheets\/sheet\d+\.xml$/)]);
    const kept = [...before.keys()].filter((part) => part.startsWith("customXml/"));
    expect(kept.filter((part) => before.get(part) !== partsOf(after).get(part))).toEqual([]);
  });

  it.each(books)("%s is what it was once the annotation was cleared", async (_name, file) => {
    const between = await annotated(file);
    expect(partsThatSayOtherwise(file, between)).toContain("xl/worksheets/sheet1.xml");
    const after = await cleared(between);
    expect(partsThatSayOtherwise(file, after)).toEqual([]);
    expect(allOf(opened(after))).toEqual(allOf(opened(file)));
  });

  it("in Strict Open XML holds its days as days, and whatever is added to it is spelled as strictly", async () => {
    const file = foreignBooks.find(({ name }) => name === STRICT)?.file ?? new Uint8Array();
    expect(opened(file).sheets[0]?.cell(1, 4).value).toBe(day("2025-06-06"));
    const { excel } = inExcel(opened(await annotated(file)));
    const context = new Excel.RequestContext();
    const { worksheets, properties } = context.workbook;
    const sheet = worksheets.add("新表");
    sheet.getRange("A1:B2").values = [
      ["甲", "乙"],
      ["", "http://schemas.openxmlformats.org/spreadsheetml/2006/main"],
    ];
    sheet.tables.add("A1:B2", true);
    sheet.getRange("D1").hyperlink = { address: "https://example.invalid/", textToDisplay: "链接" };
    sheet.customProperties.add("名", "值");
    properties.custom.add("编号", 7);
    properties.company = "样本";
    await context.sync();
    sheet.copy();
    await context.sync();
    const saved = excel.book.save();
    const strays = [...partsOf(saved)].filter(([, text]) =>
      /"[^"<>]*schemas\.openxmlformats\.org\/(?!package)/.test(text),
    );
    expect(strays.map(([name]) => name)).toEqual([]);
    const again = opened(saved);
    expect(again.sheets.map(({ name }) => name)).toEqual(["台账", "贷后设置", "新表", "新表 (2)"]);
    expect(again.sheets.map(({ tables }) => tables.length)).toEqual([0, 0, 1, 1]);
    expect(again.sheets[2]?.cell(1, 1).value).toBe("http://schemas.openxmlformats.org/spreadsheetml/2006/main");
    expect(again.sheets[2]?.links.at(0, 3)?.address).toBe("https://example.invalid/");
    expect(again.customXml.length).toBeGreaterThan(0);
  });
});
