import { annotate } from "../../src/app/annotate";
import { evaluator } from "../../src/embedded/calc/recalculate";
import type { Extent, Scalar, Sheet } from "../../src/embedded/xlsx/model";
import { a1ToR1c1, r1c1ToA1 } from "../../src/embedded/calc/notation";
import { inExcel, opened, sampleFile, TODAY, unwatched } from "../embedded/workbooks";
import { shownByLibreOffice, type ShownCell } from "./libreOffice";

const inside = (row: number, column: number) => (area: Extent) =>
  row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;

/** The sample ledger annotated: as saved before any formula was computed, and with the results that we compute. */
async function annotated() {
  const { excel, workbook } = inExcel(opened(sampleFile()));
  const done = await annotate(workbook, { today: TODAY, asOf: TODAY }, unwatched);
  if (!done.ok) throw new Error(done.because.kind);
  const uncomputed = excel.book.save();
  excel.calculate();
  return { uncomputed, book: excel.book };
}

/** The fill a cell has by its own format or by the strongest rule that holds. */
function fillOf(sheet: Sheet, evaluate: ReturnType<typeof evaluator>, format: (style: number) => string | undefined) {
  const rules = [...sheet.formatRules].sort((one, other) => one.priority - other.priority);
  return (row: number, column: number): string | undefined => {
    for (const rule of rules) {
      const area = rule.ranges.find(inside(row, column));
      if (area === undefined) continue;
      const seenFromHere = r1c1ToA1(a1ToR1c1(`=${rule.formulas[0] ?? ""}`, area.row, area.column), row, column);
      if (evaluate(seenFromHere, { sheet, row, column }) === true) return rule.fill?.toUpperCase();
    }
    return format(sheet.cell(row, column).style)?.toUpperCase();
  };
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
    const fill = fillOf(sheet, evaluator(book, TODAY), (style) => book.format(style).fill);
    const differences: string[] = [];
    let compared = 0;
    for (let row = 4; row < used.row + used.rows; row++) {
      for (let column = 0; column < used.column + used.columns; column++) {
        const { value } = sheet.cell(row, column);
        const theirs = shown[row]?.[column] ?? { text: "", number: undefined, fill: undefined };
        compared += 1;
        const where = `${String(row + 1)}:${String(column + 1)}`;
        if (!sameContent(value, theirs))
          differences.push(`${where} ${JSON.stringify(value)} ${JSON.stringify(theirs)}`);
        const ours = fill(row, column);
        if (ours !== theirs.fill) differences.push(`${where} fill ${String(ours)} ${String(theirs.fill)}`);
      }
    }
    expect(differences).toEqual([]);
    expect(compared).toBeGreaterThan(10_000);
  }, 120_000);
});
