import { writeFileSync } from "node:fs";
import { addDays, day } from "../../src/domain/loan/day";
import { blankBook } from "../../src/embedded/xlsx/blank";
import { ledgerRows } from "./rows";

/** Writes the bench's ledger as a workbook file: name and number of rows stand on the command line. */
function write(file: string, rows: number): void {
  const book = blankBook();
  ledgerRows(rows, (offset) => addDays(day("2026-11-23"), offset)).forEach((row, down) => {
    row.forEach((value, right) => {
      book.sheets[0]?.setValue(down, right, value);
    });
  });
  writeFileSync(file, book.save());
}

write(process.argv[2] ?? "ledger.xlsx", Number(process.argv[3] ?? 1_000));
