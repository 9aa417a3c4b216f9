import { annotate } from "../../src/app/annotate";
import { standingFormats } from "../../src/embedded/calc/conditionalFormats";
import type { Scalar } from "../../src/embedded/xlsx/model";
import { inExcel, opened, sampleFile, TODAY, unwatched } from "../embedded/workbooks";
import { shownByLibreOffice, type ShownCell } from "./libreOffice";

/** The sample ledger annotated: as saved before any formula was computed, and with the results that we compute. */
async function annotated() {
  const { excel, workbook } = inExcel(opened(sampleFile()));
  const done = await annotate(workbook, { today: TODAY, asOf: TODAY }, unwatched);
  if (!done.ok) throw new Error(done.because.kind);
  const uncomputed = excel.book.save();
  excel.calculate();
  return { uncomputed, book: excel.book };
}

function sameContent(ours: Scalar | undefined, theirs: ShownCell): boolean {
  if (ours === undefined || ours === "") return theirs.text === "";
  if (typeof ours === "number") return theirs.number !== undefined && Math.abs(theirs.number - ours) < 1e-9;
  if (typeof ours === "string") return theirs.text === ours.replace(/\s+/g, " ").trim();
  return false;
}

describe("LibreOffice, asked to compute and show the annotated sample ledger", () => {
  it("shows the groups, dates, reasons and colours that we compute, in every cell", async () => {
    const { uncomputed, book } = await annotated();
    const sheet = book.sheets.find(({ name }) => name === "示例台账");
    const shown = shownByLibreOffice(uncomputed).get("示例台账");
    if (sheet === undefined || shown === undefined) throw new Error("the ledger's sheet is missing");
    const used = sheet.used(true) ?? { row: 0, column: 0, rows: 0, columns: 0 };
    const ruleAt = standingFormats(book, sheet, TODAY);
    const differences: string[] = [];
    let compared = 0;
    for (let row = 4; row < used.row + used.rows; row++) {
      for (let column = 0; column < used.column + used.columns; column++) {
        const { value, style } = sheet.cell(row, column);
        const theirs = shown[row]?.[column] ?? { text: "", number: undefined, fill: undefined };
        compared += 1;
        const where = `${String(row + 1)}:${String(column + 1)}`;
        if (!sameContent(value, theirs))
          differences.push(`${where} ${JSON.stringify(value)} ${JSON.stringify(theirs)}`);
        const ours = (ruleAt(row, column)?.fill ?? book.format(style).fill)?.toUpperCase();
        if (ours !== theirs.fill) differences.push(`${where} fill ${String(ours)} ${String(theirs.fill)}`);
      }
    }
    expect(differences).toEqual([]);
    expect(compared).toBeGreaterThan(10_000);
  }, 120_000);
});
