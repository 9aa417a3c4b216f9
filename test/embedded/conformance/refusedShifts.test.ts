import { createRequire } from "node:module";
import { connect } from "../../../src/embedded/client/node";
import { embeddedExcel } from "../../../src/embedded/excel";
import { fileWith, opened, TODAY, withPart } from "../workbooks";

const library = createRequire(__filename).resolve("@microsoft/office-js/dist/excel-web-16.00.js");
const SHEET = "xl/worksheets/sheet1.xml";

const cells = [
  [1, 10, "a", 4],
  [2, 20, "b", 5],
  [3, 30, "c", 6],
  [4, 40, "d", 7],
];

/** Replaces the first cell of a column by one with a formula in it. */
const withFormula = (address: string, formula: string) => (xml: string) =>
  xml.replace(new RegExp(`<c r="${address}"[^>]*>.*?</c>`), `<c r="${address}">${formula}<v>0</v></c>`);

const books: readonly (readonly [string, (xml: string) => string, (sheet: Excel.Worksheet) => unknown])[] = [
  [
    "an array formula among the cells",
    withFormula("D3", '<f t="array" ref="D3:D4">A3:A4*2</f>'),
    (sheet) => sheet.getRange("1:1").insert("Down"),
  ],
  [
    "an array formula whose reference would change",
    withFormula("A1", '<f t="array" ref="A1:A2">D3:D4*2</f>'),
    (sheet) => sheet.getRange("D2:D2").insert("Down"),
  ],
  [
    "a reference through several sheets",
    withFormula("D4", "<f>SUM(Sheet1:Sheet2!A1)</f>"),
    (sheet) => sheet.getRange("A:A").insert("Right"),
  ],
  [
    "a rule with a reference through several sheets",
    (xml) =>
      xml.replace(
        "<pageMargins",
        '<conditionalFormatting sqref="A1:A4"><cfRule type="expression" priority="1"><formula>SUM(Sheet1:Sheet2!A1)&gt;1</formula></cfRule></conditionalFormatting><pageMargins',
      ),
    (sheet) => sheet.getRange("A:A").insert("Right"),
  ],
  [
    "a merged area that would be cut",
    (xml) => xml.replace("<pageMargins", '<mergeCells count="1"><mergeCell ref="B2:C2"/></mergeCells><pageMargins'),
    (sheet) => sheet.getRange("B1").insert("Down"),
  ],
  [
    "a filter that would be cut",
    (xml) => xml.replace("<pageMargins", '<autoFilter ref="A1:D4"/><pageMargins'),
    (sheet) => {
      sheet.getRange("B1").delete("Up");
    },
  ],
  [
    "cells that would be pushed off the sheet",
    (xml) => xml.replace("</sheetData>", '<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>'),
    (sheet) => sheet.getRange("A2").insert("Down"),
  ],
];

describe("a refused shift", () => {
  it.each(books)(
    "changes not a byte: %s [ExcelApi 1.1, excel.range#excel-excel-range-insert-member(1)]",
    async (_title, change, does) => {
      const file = withPart(fileWith(cells), SHEET, change);
      const book = opened(file);
      connect(embeddedExcel(book, { today: () => TODAY }), library);
      const refused = Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getFirst();
        does(sheet);
        await context.sync();
      });
      await expect(refused).rejects.toMatchObject({ code: "InvalidOperation" });
      expect(Buffer.compare(Buffer.from(book.save()), Buffer.from(file))).toBe(0);
    },
  );

  it("of a table changes not a byte [ExcelApi 1.1, excel.range#excel-excel-range-delete-member(1)]", async () => {
    const first = opened(fileWith(cells));
    connect(embeddedExcel(first, { today: () => TODAY }), library);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().tables.add("A1:D4", true);
      await context.sync();
    });
    const file = first.save();
    for (const [address, shift] of [
      ["1:1", "Up"],
      ["2:4", "Up"],
      ["B2", "Left"],
    ] as const) {
      const book = opened(file);
      connect(embeddedExcel(book, { today: () => TODAY }), library);
      const refused = Excel.run(async (context) => {
        context.workbook.worksheets.getFirst().getRange(address).delete(shift);
        await context.sync();
      });
      await expect(refused).rejects.toMatchObject({ code: "InvalidOperation" });
      expect(Buffer.compare(Buffer.from(book.save()), Buffer.from(file))).toBe(0);
    }
  });
});
