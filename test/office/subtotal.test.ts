import { blankBook } from "../../src/embedded/xlsx/blank";
import { inExcel, opened } from "../embedded/workbooks";
import { recalculatedByLibreOffice } from "./libreOffice";

const codes = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].flatMap((code) => [code, 100 + code]);
const formulas = [codes.map((code) => `=SUBTOTAL(${String(code)},A2:A8)`)];
const RESULTS = { row: 9, column: 3, rows: 1, columns: codes.length };
const list = [["额"], [10], [-2.5], ["甲"], ["=SUBTOTAL(9,A2:A3)"], [7], [100], [""]];

/** A list with a subtotal in it on two sheets: rows of the first are hidden by hand, of the second by a filter. */
async function written(): Promise<void> {
  await Excel.run(async (context) => {
    const byHand = context.workbook.worksheets.getItem("Sheet1");
    const byFilter = context.workbook.worksheets.add("筛选");
    for (const sheet of [byHand, byFilter]) sheet.getRange("A1:A8").formulas = list;
    byHand.getRange("A3").rowHidden = true;
    byHand.getRange("A7").rowHidden = true;
    byFilter.autoFilter.apply("A1:A8", 0, { filterOn: Excel.FilterOn.custom, criterion1: ">=7" });
    for (const sheet of [byHand, byFilter]) sheet.getRange("D10:Y10").formulas = formulas;
    await context.sync();
  });
}

describe("LibreOffice, asked for subtotals", () => {
  it("counts hidden and filtered rows as we do", async () => {
    const book = blankBook();
    inExcel(book);
    await written();
    const ours = await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const found = ["Sheet1", "筛选"].map((name) => worksheets.getItem(name).getRange("D10:Y10").load("values"));
      await context.sync();
      return found.map(({ values }) => values);
    });
    const theirs = opened(recalculatedByLibreOffice(book.save())).sheets.map((sheet) => sheet.values(RESULTS));
    const shown = ours.map(([found = []]) => new Map(codes.map((code, index) => [code, found[index] as number])));
    shown.forEach((found, sheet) => {
      codes.forEach((code, index) => {
        expect(theirs[sheet]?.[0]?.[index]).toBeCloseTo(found.get(code) ?? NaN, 9);
      });
    });
    expect([shown[0]?.get(9), shown[0]?.get(109), shown[1]?.get(9)]).toEqual([114.5, 17, 117]);
  });
});
