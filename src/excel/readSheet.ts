import type { SheetSeen } from "../app/workbook";
import type { CellValue, Extent } from "../domain/ledger/cells";
import { contentOf } from "./readOwn";
import { extentOf } from "./survey";

const PLACE = "rowIndex,columnIndex,rowCount,columnCount";

/** Ranges of the workbook's names that are ranges at all; names of values and formulas are left out. */
function queueNames(names: Excel.NamedItemCollection) {
  return names.items
    .filter(({ type }) => type === Excel.NamedItemType.range)
    .map(({ name }) => {
      const range = names.getItem(name).getRangeOrNullObject();
      range.load(PLACE);
      range.worksheet.load("name");
      return { name, range };
    });
}

function namesOn(sheet: string, queued: ReturnType<typeof queueNames>): ReadonlyMap<string, Extent> {
  const here = queued.filter(({ range }) => !range.isNullObject && range.worksheet.name === sheet);
  return new Map(here.map(({ name, range }) => [name, extentOf(range)]));
}

/** One sheet from A1 to its last value; undefined where there is no such sheet. */
export async function readSheet(context: Excel.RequestContext, sheetName: string): Promise<SheetSeen | undefined> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(sheetName);
  sheet.load("name");
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load(PLACE);
  context.workbook.names.load("items/name,items/type");
  await context.sync();
  if (sheet.isNullObject) return undefined;

  const names = queueNames(context.workbook.names);
  const whole = used.isNullObject
    ? undefined
    : sheet.getRangeByIndexes(0, 0, used.rowIndex + used.rowCount, used.columnIndex + used.columnCount);
  whole?.load("values,formulasR1C1");
  await context.sync();

  const values = (whole?.values ?? []) as CellValue[][];
  const formulas = (whole?.formulasR1C1 ?? []) as CellValue[][];
  const contents = values.map((row, index) =>
    row.map((value, column) => contentOf(value, formulas[index]?.[column] ?? "")),
  );
  return { values, contents, names: namesOn(sheetName, names) };
}
