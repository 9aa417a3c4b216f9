import path from "node:path";
import { insertSample } from "../app/sample";
import { day } from "../domain/loan/day";
import { connect } from "../embedded/client/node";
import { embeddedExcel } from "../embedded/excel";
import { blankBook } from "../embedded/xlsx/blank";
import { excelWorkbook } from "../excel/excelWorkbook";
import { writeOutput } from "./files";

/** The day as of which the sample file is drawn up; the same day always gives the same bytes. */
const SAMPLE_DAY = day("2026-11-23");

/** Writes a workbook that holds the sample ledger alone. */
async function writeSample(file: string): Promise<void> {
  const book = blankBook();
  connect(embeddedExcel(book, { today: () => SAMPLE_DAY }), path.join(__dirname, "excel-web-16.00.js"));
  const unwatched = { progress: () => undefined, signal: new AbortController().signal };
  const inserted = await insertSample(excelWorkbook(), SAMPLE_DAY, unwatched);
  if (!inserted.ok) throw new Error(`the sample was refused: ${inserted.because.kind}`);
  for (const sheet of [...book.sheets]) if (sheet.name !== inserted.value.sheet) book.deleteSheet(sheet);
  const written = writeOutput(file, book.save());
  if (!written.ok) throw new Error(written.because);
}

void writeSample(process.argv[2] ?? path.join(__dirname, "../../assets/sample-ledger.xlsx"));
