import { crc32 as zlibCrc } from "node:zlib";
import fc from "fast-check";
import { day } from "../../../src/domain/loan/day";
import { recalculate } from "../../../src/embedded/calc/recalculate";
import { crc32 } from "../../../src/embedded/xlsx/crc32";
import type { Book } from "../../../src/embedded/xlsx/model";
import { fileWith, opened, partsOf, withPart } from "../workbooks";

const SHEET = "xl/worksheets/sheet1.xml";
const TODAY = day("2026-11-23");
const area = (row: number, column: number, rows: number, columns = 1) => ({ row, column, rows, columns });

const withRows = (rows: string): Book =>
  opened(
    withPart(fileWith([]), SHEET, (xml) =>
      xml.replace(/<sheetData\s*\/>|<sheetData>.*<\/sheetData>/s, `<sheetData>${rows}</sheetData>`),
    ),
  );

function sheetOf(book: Book) {
  const [sheet] = book.sheets;
  if (sheet === undefined) throw new Error("no sheet");
  return sheet;
}

const sheetXml = (book: Book) => partsOf(book.save()).get(SHEET) ?? "";
const reopened = (book: Book) => sheetOf(opened(book.save()));

describe("a formula that a column shares", () => {
  function filled(): Book {
    const book = opened(fileWith([]));
    for (let row = 0; row < 4; row++) {
      sheetOf(book).setValue(row, 0, row);
      sheetOf(book).setFormula(row, 1, { r1c1: "RC[-1]*2" });
    }
    return book;
  }

  it("is written once, with the area that it stands for", () => {
    const xml = sheetXml(filled());
    expect(xml.match(/<f[ >]/g)).toHaveLength(4);
    expect(xml).toContain('<f t="shared" ref="B1:B4" si="0">A1*2</f>');
    expect(xml.match(/<f t="shared" si="0"\/>/g)).toHaveLength(3);
  });

  it("is read back for each cell in both notations", () => {
    const sheet = reopened(filled());
    expect(sheet.formulas(area(0, 1, 4))).toEqual([["=A1*2"], ["=A2*2"], ["=A3*2"], ["=A4*2"]]);
    expect(sheet.formulasR1c1(area(0, 1, 4)).flat()).toEqual(Array(4).fill("=RC[-1]*2"));
  });

  it("takes a number that the file does not use yet", () => {
    const book = withRows(
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B2" si="7">A1</f><v>1</v></c></row><row r="2"><c r="B2"><f t="shared" si="7"/><v>0</v></c></row>',
    );
    for (const row of [0, 1]) sheetOf(book).setFormula(row, 2, { r1c1: "RC1+1" });
    const sheet = reopened(book);
    expect(sheetXml(book)).toContain('<f t="shared" ref="C1:C2" si="8">$A1+1</f>');
    expect(sheet.formulas(area(1, 1, 1, 2))).toEqual([["=A2", "=$A2+1"]]);
  });

  it.each([
    ["another sheet", "表2!R1C1"],
    ["a table's row", "贷款[[#This Row],[余额]]"],
  ])("is written out where it looks into %s, as Excel does", (_name, r1c1) => {
    const book = opened(fileWith([]));
    for (const row of [0, 1]) sheetOf(book).setFormula(row, 1, { r1c1 });
    expect(sheetXml(book)).not.toContain("shared");
  });

  it("ends where another cell lies between", () => {
    const book = filled();
    sheetOf(book).setValue(1, 1, "人工");
    const sheet = reopened(book);
    expect(sheet.formulas(area(0, 1, 4)).flat()).toEqual(["=A1*2", "人工", "=A3*2", "=A4*2"]);
  });
});

describe("formulas of the file that are computed anew", () => {
  it("keep their text, their sharing and their other attributes", () => {
    const formula = '<f t="shared" ref="B1:B2" si="0">A1*2</f>';
    const book = withRows(
      `<row r="1"><c r="A1"><v>4</v></c><c r="B1" s="0" t="str" ph="1">${formula}<v>旧</v></c></row><row r="2"><c r="B2"><f t="shared" si="0"/><v>9</v></c></row>`,
    );
    recalculate(book, TODAY);
    const xml = sheetXml(book);
    expect(xml).toContain(`<c r="B1" ph="1">${formula}<v>8</v></c>`);
    expect(xml).toContain('<c r="B2"><f t="shared" si="0"/><v>0</v></c>');
  });

  it("keep a format that is set afterwards", () => {
    const book = withRows('<row r="1"><c r="A1"><f>1+1</f><v>0</v></c></row>');
    recalculate(book, TODAY);
    const sheet = sheetOf(book);
    sheet.setStyle(0, 0, book.styleWith(0, { bold: true }));
    const cell = reopened(book).cell(0, 0);
    expect(cell).toMatchObject({ value: 2, formula: "1+1" });
    expect(cell.style).not.toBe(0);
  });

  const untouched: readonly [string, string][] = [
    ["an array formula", '<c r="B1"><f t="array" ref="B1">SUM(A1:A2*2)</f><v>77</v></c>'],
    ["a data table", '<c r="B1"><f t="dataTable" ref="B1:B2" dt2D="0" dtr="0" r1="A1"/><v>77</v></c>'],
    ["an area where one cell is meant", '<c r="B1"><f>A1:A2*2</f><v>77</v></c>'],
    ["a function that is not known", '<c r="B1"><f>CUBEVALUE("a","b")</f><v>77</v></c>'],
  ];
  it.each(untouched)("leave %s byte for byte", (_name, cell) => {
    const book = withRows(`<row r="1"><c r="A1"><v>4</v></c>${cell}</row><row r="2"><c r="A2"><v>5</v></c></row>`);
    recalculate(book, TODAY);
    sheetOf(book).setValue(5, 5, "别处");
    expect(sheetXml(book)).toContain(cell);
  });
});

describe("cells that are forgotten", () => {
  it("take a format again", () => {
    const book = withRows('<row r="1"><c r="A1"><v>1</v></c></row>');
    const bold = book.styleWith(0, { bold: true });
    sheetOf(book).remove(0, 0);
    sheetOf(book).setStyle(0, 0, bold);
    expect(reopened(book).cell(0, 0)).toEqual({ value: undefined, formula: undefined, style: bold });
  });
});

describe("the check sum of parts", () => {
  it("is the one of every zip", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(crc32(bytes)).toBe(zlibCrc(bytes));
      }),
    );
  });
});
