import { annotate } from "../../src/app/annotate";
import { makeCard } from "../../src/app/customerCard";
import { makeTemplate } from "../../src/app/makeTemplate";
import { makeRecords } from "../../src/app/visit";
import { reportWarnings } from "../../src/app/warn";
import { recordTypes } from "../../src/domain/record/variant";
import type { Book } from "../../src/embedded/xlsx/model";
import { inExcel, opened, sampleFile, TODAY, unwatched } from "../embedded/workbooks";

const run = { today: TODAY, asOf: TODAY };
const customers = ["松原里明达物流经营部", "辛样六"];

/** The sample ledger with every kind of sheet that the add-in makes, and with none of their formulas computed. */
export async function everythingEmitted(): Promise<Book> {
  const { excel, workbook } = inExcel(opened(sampleFile()));
  const steps = [
    () => annotate(workbook, run, unwatched),
    ...customers.flatMap((customer) => [
      ...recordTypes.map(
        (type) => () => makeRecords(workbook, { ...run, withHints: true, chosen: { customer }, type }, unwatched),
      ),
      () => makeCard(workbook, { ...run, customer }, unwatched),
    ]),
    () => reportWarnings(workbook, run, unwatched),
    () => makeTemplate(workbook, run, unwatched),
  ];
  for (const step of steps) {
    const done = await step();
    if (!done.ok) throw new Error(done.because.kind);
  }
  for (const sheet of excel.book.sheets) {
    sheet.eachFormula((row, column) => {
      sheet.setResult(row, column, undefined);
    });
  }
  return excel.book;
}
