import type { CellValue, Extent } from "../domain/ledger/cells";
import type { SheetSurvey, TableSeen, WorkbookSurvey } from "../domain/ledger/survey";
import { CELLS_A_REQUEST } from "./chunks";

/** Rows from the top that are enough for titles, a header and a sample of the data. */
const TOP_ROWS = 80;
const TOP_COLUMNS = 256;

/** Serial of 2000-01-01 in the 1900 date system; Office.js tells the workbook's system in no other way than by such a serial. */
const NEW_YEAR_2000 = 36_526;

const PLACE = "rowIndex,columnIndex,rowCount,columnCount";

/** Where a loaded range lies. */
export function extentOf(range: Excel.Range): Extent {
  return { row: range.rowIndex, column: range.columnIndex, rows: range.rowCount, columns: range.columnCount };
}

/** What the first look at a sheet asks for. */
function queueOutline(sheet: Excel.Worksheet) {
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load(PLACE);
  const filter = sheet.autoFilter.getRangeOrNullObject();
  filter.load(PLACE);
  sheet.autoFilter.load("isDataFiltered");
  sheet.tables.load("items/name,items/showTotals");
  sheet.protection.load("protected");
  return { sheet, used, filter };
}

/** What the second look asks for: the top rows, and where tables and merged cells lie. */
function queueDetail(outline: ReturnType<typeof queueOutline>, merges: boolean) {
  const { sheet, used } = outline;
  const top = used.isNullObject
    ? undefined
    : sheet.getRangeByIndexes(
        0,
        0,
        Math.min(TOP_ROWS, used.rowIndex + used.rowCount),
        Math.min(TOP_COLUMNS, used.columnIndex + used.columnCount),
      );
  top?.load("values,numberFormat");
  const tables = sheet.tables.items.map((table) => {
    const range = table.getRange();
    range.load(PLACE);
    table.autoFilter.load("isDataFiltered");
    return { table, range };
  });
  const merged = merges && !used.isNullObject ? used.getMergedAreasOrNullObject() : undefined;
  merged?.load("areaCount");
  return { ...outline, top, tables, merged, cells: (top === undefined ? 0 : TOP_ROWS) * TOP_COLUMNS };
}

type Detail = ReturnType<typeof queueDetail>;

function sheetSurvey({ sheet, used, filter, top, tables, merged }: Detail, wantMerges: boolean): SheetSurvey {
  const noMerges = wantMerges ? [] : undefined;
  const hasMerges = merged !== undefined && !merged.isNullObject;
  return {
    sheet: sheet.name,
    hidden: sheet.visibility !== Excel.SheetVisibility.visible,
    isProtected: sheet.protection.protected,
    used: used.isNullObject ? undefined : extentOf(used),
    top: (top?.values ?? []) as CellValue[][],
    topFormats: (top?.numberFormat ?? []) as string[][],
    merges: hasMerges ? merged.areas.items.map(extentOf) : noMerges,
    tables: tables.map(({ table, range }): TableSeen => ({
      name: table.name,
      extent: extentOf(range),
      totalRow: table.showTotals,
    })),
    filter: filter.isNullObject ? undefined : extentOf(filter),
    isFiltered: sheet.autoFilter.isDataFiltered || tables.some(({ table }) => table.autoFilter.isDataFiltered),
  };
}

/** Sheets in groups whose top rows fit one request together. */
function inGroups<Sheet>(sheets: readonly Sheet[]): readonly (readonly Sheet[])[] {
  const size = Math.max(1, Math.floor((10 * CELLS_A_REQUEST) / (TOP_ROWS * TOP_COLUMNS)));
  return Array.from({ length: Math.ceil(sheets.length / size) }, (_, index) =>
    sheets.slice(index * size, (index + 1) * size),
  );
}

/** Every sheet's outline and top rows, in three requests for a workbook of usual size. */
export async function readSurvey(context: Excel.RequestContext, merges: boolean): Promise<WorkbookSurvey> {
  const { workbook } = context;
  const newYear2000 = workbook.functions.date(2000, 1, 1);
  newYear2000.load("value");
  workbook.protection.load("protected");
  workbook.worksheets.load("items/name,items/visibility");
  await context.sync();

  const outlines = workbook.worksheets.items.map(queueOutline);
  await context.sync();

  const details: Detail[] = [];
  for (const group of inGroups(outlines)) {
    details.push(...group.map((outline) => queueDetail(outline, merges)));
    await context.sync();
  }

  const withMerges = details.filter(({ merged }) => merged !== undefined && !merged.isNullObject);
  if (withMerges.length > 0) {
    for (const { merged } of withMerges) merged?.areas.load(`items/${PLACE.replaceAll(",", ",items/")}`);
    await context.sync();
  }
  return {
    dateSystem: newYear2000.value < NEW_YEAR_2000 ? 1904 : 1900,
    isStructureProtected: workbook.protection.protected,
    sheets: details.map((detail) => sheetSurvey(detail, merges)),
  };
}
