import type { SheetSeen } from "../app/workbook";
import type { CellValue } from "../domain/ledger/cells";
import { contentOf } from "./readOwn";
import { extentOf, fromA1 } from "./survey";

const PLACE = "rowIndex,columnIndex,rowCount,columnCount";

/** One sheet from A1 to its last value, and which of the workbook's names that are asked for point into it; undefined where there is no such sheet. */
export async function readSheet(
  context: Excel.RequestContext,
  sheetName: string,
  wanted: readonly string[],
): Promise<SheetSeen | undefined> {
  const { worksheets, names } = context.workbook;
  const sheet = worksheets.getItemOrNullObject(sheetName);
  sheet.load("name");
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load(`${PLACE},values,formulasR1C1`);
  const named = wanted.map((name) => {
    const range = names.getItemOrNullObject(name).getRangeOrNullObject();
    range.load(PLACE);
    range.worksheet.load("name");
    return { name, range };
  });
  await context.sync();
  if (sheet.isNullObject) return undefined;
  const here = named.filter(({ range }) => !range.isNullObject && range.worksheet.name === sheet.name);
  return { ...cellsOf(used), names: new Map(here.map(({ name, range }) => [name, extentOf(range)])) };
}

function cellsOf(used: Excel.Range): Pick<SheetSeen, "values" | "contents"> {
  if (used.isNullObject) return { values: [], contents: [] };
  const values = fromA1<CellValue>(used, used.values as CellValue[][], "");
  const formulas = fromA1<CellValue>(used, used.formulasR1C1 as CellValue[][], "");
  const contents = values.map((row, index) =>
    row.map((value, column) => contentOf(value, formulas[index]?.[column] ?? "")),
  );
  return { values, contents };
}
