import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { blankBook } from "../../../src/embedded/xlsx/blank";
import { faultSentence, type FileFault } from "../../../src/embedded/xlsx/fault";
import type { Scalar } from "../../../src/embedded/xlsx/model";
import { openBook } from "../../../src/embedded/xlsx/open";
import { fileWith, opened, partsOf, sampleFile, smallLedger, withPart } from "../workbooks";

const SHEET = "xl/worksheets/sheet1.xml";

/** A workbook whose first sheet holds this sheetData, and what stands after it. */
const withRows = (rows: string, after = ""): Uint8Array =>
  withPart(fileWith([]), SHEET, (xml) =>
    xml.replace(/<sheetData\s*\/>|<sheetData>.*<\/sheetData>/s, `<sheetData>${rows}</sheetData>${after}`),
  );

const firstSheet = (file: Uint8Array) => {
  const [sheet] = opened(file).sheets;
  if (sheet === undefined) throw new Error("no sheet");
  return sheet;
};

describe("a workbook that is opened and saved", () => {
  it.each([
    ["the sample ledger", sampleFile()],
    ["a small ledger", fileWith(smallLedger)],
    ["parts that nobody knows", withPart(sampleFile(), "customXml/item1.xml", () => "<未知 a='1'/>")],
  ])("%s keeps every part byte for byte", (_name, file) => {
    expect(partsOf(opened(file).save())).toEqual(partsOf(file));
  });

  it("keeps the raw text of every cell that was not edited", () => {
    const rows =
      '<row r="1" spans="1:3" ht="20.5" customHeight="1"><c r="A1" t="str"><v>0</v></c><c r="B1" s="0"><v>1.50</v></c></row><row r="3"><c r="C3"><f>A1&amp;"x"</f><v>9</v></c></row>';
    const book = opened(withRows(rows));
    book.sheets[0]?.setValue(4, 0, "新");
    const xml = partsOf(book.save()).get(SHEET) ?? "";
    expect(xml).toContain(rows.slice(0, rows.indexOf("</row>")));
    expect(xml).toContain('<c r="C3"><f>A1&amp;"x"</f><v>9</v></c>');
  });

  it("gives back what was edited, and everything else as it was", () => {
    const value = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 20 }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constantFrom<Scalar>({ error: "#N/A" }, " 前后有空格 ", "=不是公式", "a\u0001b", "_x0041_", "多\n行"),
    );
    const edit = fc.record({ row: fc.nat(12), column: fc.nat(6), value: fc.option(value, { nil: undefined }) });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 30 }), (edits) => {
        const book = opened(fileWith(smallLedger));
        const expected = new Map<string, Scalar | undefined>();
        for (const { row, column, value: given } of edits) {
          book.sheets[0]?.setValue(row, column, given);
          expected.set(`${String(row)} ${String(column)}`, given);
        }
        const read = firstSheet(book.save()).values({ row: 0, column: 0, rows: 13, columns: 7 });
        read.forEach((cells, row) => {
          cells.forEach((found, column) => {
            const key = `${String(row)} ${String(column)}`;
            const wanted = expected.has(key) ? expected.get(key) : smallLedger[row]?.[column];
            expect(Object.is(found, -0) ? 0 : found).toEqual(Object.is(wanted, -0) ? 0 : wanted);
          });
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe("cells as files write them", () => {
  const cells: readonly [string, string, Scalar | undefined][] = [
    ["a number", '<c r="A1"><v>1.5E3</v></c>', 1500],
    ["a formula's text", '<c r="A1" t="str"><f>"a"</f><v>a</v></c>', "a"],
    ["text in the cell", '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> 甲 </t></is></c>', " 甲 "],
    [
      "rich text in the cell",
      '<c r="A1" t="inlineStr"><is><r><t>甲</t></r><r><rPr><b/></rPr><t>乙</t></r></is></c>',
      "甲乙",
    ],
    ["truth", '<c r="A1" t="b"><v>1</v></c>', true],
    ["an error", '<c r="A1" t="e"><v>#DIV/0!</v></c>', { error: "#DIV/0!" }],
    ["entities", '<c r="A1" t="inlineStr"><is><t>&lt;&amp;&#20013;&gt;</t></is></c>', "<&中>"],
    ["escaped control characters", '<c r="A1" t="inlineStr"><is><t>a_x000D_b</t></is></c>', "a\rb"],
    ["a format alone", '<c r="A1" s="0"/>', undefined],
  ];
  it.each(cells)("%s", (_name, xml, value) => {
    expect(firstSheet(withRows(`<row r="1">${xml}</row>`)).cell(0, 0).value).toEqual(value);
  });

  it("every number that can be written is read as JavaScript reads it", () => {
    const written = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
      fc
        .tuple(fc.constantFrom("", "-"), fc.nat(99_999_999), fc.constantFrom("", ".", ".0", ".5", ".05", ".4321"))
        .map((parts) => parts.join("")),
      fc.constantFrom("-0", ".5", "-.5", "1.", "+1", " 7 ", "0012", "1e5", "123456789012345", "1234567890123456789"),
    );
    fc.assert(
      fc.property(written, (text) => {
        expect(firstSheet(withRows(`<row><c><v>${text}</v></c></row>`)).cell(0, 0).value).toBe(Number(text));
      }),
      { numRuns: 300 },
    );
  });

  it.each(["-", ".", "-.", "1.2.3", "1-2", "--1", "0x10", "1,5", "Infinity", "NaN"])(
    "%s is no number, and shown as it stands",
    (text) => {
      expect(firstSheet(withRows(`<row><c><v>${text}</v></c></row>`)).cell(0, 0).value).toBe(text);
    },
  );

  it("texts that are repeated, that are alike and that are spelled otherwise are each read as they stand", () => {
    const texts = Array.from({ length: 9_000 }, (_, index) => `${"客户".repeat(index % 5)}${String(index % 4_500)}&`);
    const rows = texts.map(
      (text, index) =>
        `<row><c t="${index % 2 === 0 ? "inlineStr" : "str"}">${
          index % 2 === 0 ? `<is><t>${text}amp;</t></is>` : `<v>${text}amp;</v>`
        }</c></row>`,
    );
    const area = { row: 0, column: 0, rows: texts.length, columns: 1 };
    expect(firstSheet(withRows(rows.join(""))).values(area)).toEqual(texts.map((text) => [text]));
  });

  it("cells and rows without an address stand after the one before", () => {
    const sheet = firstSheet(withRows("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"));
    expect(sheet.values({ row: 0, column: 0, rows: 2, columns: 2 })).toEqual([
      [1, 2],
      [3, undefined],
    ]);
  });

  it("shared formulas are spelled out for each cell, and survive an edit of the first", () => {
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*2</f><v>2</v></c></row><row r="2"><c r="B2"><f t="shared" si="0"/><v>0</v></c></row><row r="3"><c r="B3"><f t="shared" si="0"/><v>0</v></c></row>';
    const book = opened(withRows(rows));
    const area = { row: 0, column: 1, rows: 3, columns: 1 };
    expect(book.sheets[0]?.formulas(area)).toEqual([["=A1*2"], ["=A2*2"], ["=A3*2"]]);
    book.sheets[0]?.setValue(0, 1, "改");
    expect(firstSheet(book.save()).formulas(area)).toEqual([["改"], ["=A2*2"], ["=A3*2"]]);
  });
});

describe("files that cannot be opened", () => {
  const part = (name: string, change: (xml: string) => string) => withPart(fileWith(smallLedger), name, change);
  const files: readonly [string, Uint8Array, FileFault["kind"]][] = [
    ["nothing", new Uint8Array(), "empty"],
    ["text", new TextEncoder().encode("客户,余额\n"), "notZip"],
    ["a web page", new TextEncoder().encode("<!DOCTYPE html><html></html>"), "notZip"],
    ["[P32] an old .xls", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3, 4), "oldXls"],
    [
      "an encrypted workbook",
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, ...Array.from("EncryptedPackage", (c) => [c.charCodeAt(0), 0]).flat()),
      "encrypted",
    ],
    ["another office file", zipSync({ "word/document.xml": strToU8("<w/>") }), "otherFormat"],
    ["a zip of something else", zipSync({ "a.txt": strToU8("a") }), "notZip"],
    ["a workbook cut off", sampleFile().slice(0, 20_000), "broken"],
    ["a sheet that is no XML", part(SHEET, () => "<worksheet><sheetData>"), "broken"],
    ["a workbook without its workbook part", part("xl/workbook.xml", () => "<a"), "broken"],
    [
      "entities in a part",
      part("xl/workbook.xml", (xml) => `<!DOCTYPE a [<!ENTITY b "bbbb">]>${xml.replace(/^<\?.*?\?>/, "")}`),
      "entities",
    ],
    [
      "a bomb",
      zipSync({ ...Object.fromEntries([["xl/worksheets/sheet1.xml", new Uint8Array(700_000_000)]]) }, { level: 9 }),
      "tooLarge",
    ],
  ];
  it.each(files)("%s is named and refused", (_name, file, kind) => {
    const book = openBook(file);
    if (book.ok) {
      // A sheet is read when it is asked for; opening names its faults all the same.
      throw new Error("opened");
    }
    expect(book.because.kind).toBe(kind);
    expect(faultSentence(book.because)).toMatch(/。$/);
  });
});

describe("a sheet that is added", () => {
  const relations = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

  it.each([
    ["on the root", (xml: string) => xml],
    [
      "on each sheet alone",
      (xml: string) => xml.replace(` ${relations}`, "").replace("<sheet ", `<sheet ${relations} `),
    ],
  ])("has its relation's prefix declared where the file declares it %s", (_name, change) => {
    const book = opened(withPart(fileWith(smallLedger), "xl/workbook.xml", change));
    book.addSheet("新表").setValue(0, 0, 1);
    const file = book.save();
    const xml = partsOf(file).get("xl/workbook.xml") ?? "";
    const root = /<workbook[^>]*>/.exec(xml)?.[0] ?? "";
    for (const sheet of xml.match(/<sheet [^>]*>/g) ?? []) expect(root + sheet).toContain(relations);
    expect(opened(file).sheets.map(({ name }) => name)).toEqual(["Sheet1", "新表"]);
  });
});

describe("the blank workbook", () => {
  it("is the same every time", () => {
    expect(Buffer.compare(blankBook().save(), blankBook().save())).toBe(0);
  });
});
