import type { CellValue, Extent } from "../domain/ledger/cells";
import { SURVEYED, type SheetSurvey, type TableSeen, type WorkbookSurvey } from "../domain/ledger/survey";
import { settingNames } from "../domain/settings/names";
import { CELLS_A_REQUEST } from "./chunks";
import { partsNamed } from "./statePart";

/** Serial of 2000-01-01 in the 1900 date system; Office.js tells the workbook's system in no other way than by such a serial. */
const NEW_YEAR_2000 = 36_526;

const PLACE = "rowIndex,columnIndex,rowCount,columnCount";

/** Where a loaded range lies. */
export function extentOf(range: Excel.Range): Extent {
  return { row: range.rowIndex, column: range.columnIndex, rows: range.rowCount, columns: range.columnCount };
}

/** What a sheet tells by itself, without a method call. */
const OUTLINE = [
  "name",
  "visibility",
  "protection/protected",
  "autoFilter/isDataFiltered",
  "tables/items/name",
  "tables/items/showTotals",
  "tables/items/autoFilter/isDataFiltered",
];

const ofItems = (properties: readonly string[]): string => properties.map((name) => `items/${name}`).join(",");

/** What is asked of each sheet once the sheets are known: its top rows, and where its data, filter, tables and merged cells lie. */
function queueDetail(sheet: Excel.Worksheet, merges: boolean) {
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load(PLACE);
  const top = sheet.getRangeByIndexes(0, 0, SURVEYED.rows, SURVEYED.columns).getUsedRangeOrNullObject(true);
  top.load(`${PLACE},values,numberFormat`);
  const filter = sheet.autoFilter.getRangeOrNullObject();
  filter.load(PLACE);
  const tables = sheet.tables.items.map((table) => {
    const range = table.getRange();
    range.load(PLACE);
    return { table, range };
  });
  const merged = merges ? used.getMergedAreasOrNullObject() : undefined;
  merged?.load("areaCount");
  merged?.areas.load(ofItems(PLACE.split(",")));
  return { sheet, used, top, filter, tables, merged };
}

type Detail = ReturnType<typeof queueDetail>;

/** The cells of a range with blanks before them, so that they begin at A1. */
export function fromA1<Cell>(
  range: Excel.Range,
  cells: readonly (readonly Cell[])[],
  blank: Cell,
): readonly (readonly Cell[])[] {
  const before = new Array<Cell>(range.columnIndex).fill(blank);
  const above = Array.from({ length: range.rowIndex }, (): Cell[] => []);
  return [...above, ...cells.map((row) => [...before, ...row])];
}

function mergesOf(merged: Excel.RangeAreas | undefined): readonly Extent[] | undefined {
  if (merged === undefined) return undefined;
  return merged.isNullObject ? [] : merged.areas.items.map(extentOf);
}

function sheetSurvey({ sheet, used, filter, top, tables, merged }: Detail): SheetSurvey {
  return {
    sheet: sheet.name,
    hidden: sheet.visibility !== Excel.SheetVisibility.visible,
    isProtected: sheet.protection.protected,
    used: used.isNullObject ? undefined : extentOf(used),
    top: top.isNullObject ? [] : fromA1<CellValue>(top, top.values as CellValue[][], ""),
    topFormats: top.isNullObject ? [] : fromA1(top, top.numberFormat as string[][], "General"),
    merges: mergesOf(merged),
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
  const size = Math.max(1, Math.floor((10 * CELLS_A_REQUEST) / (SURVEYED.rows * SURVEYED.columns)));
  return Array.from({ length: Math.ceil(sheets.length / size) }, (_, index) =>
    sheets.slice(index * size, (index + 1) * size),
  );
}

/** Queues the question which names of ours stand, and into which sheet each points. */
function queueNames({ names }: Excel.Workbook): () => ReadonlyMap<string, string | undefined> {
  const asked = settingNames.map((name) => {
    const item = names.getItemOrNullObject(name);
    item.load("name");
    const range = item.getRangeOrNullObject();
    range.load("rowIndex");
    range.worksheet.load("name");
    return { name, item, range };
  });
  return () => {
    const standing = asked.filter(({ item }) => !item.isNullObject);
    return new Map(standing.map(({ name, range }) => [name, range.isNullObject ? undefined : range.worksheet.name]));
  };
}

/** Every sheet's outline and top rows, in two requests for a workbook of usual size. */
export async function readSurvey(context: Excel.RequestContext, merges: boolean): Promise<WorkbookSurvey> {
  const { workbook } = context;
  const newYear2000 = workbook.functions.date(2000, 1, 1);
  newYear2000.load("value");
  workbook.protection.load("protected");
  workbook.worksheets.load(ofItems(OUTLINE));
  const results = partsNamed(context, "history");
  const mapping = partsNamed(context, "mapping");
  const widths = partsNamed(context, "widths");
  const ownNames = queueNames(workbook);
  await context.sync();

  const sheets: SheetSurvey[] = [];
  for (const group of inGroups(workbook.worksheets.items)) {
    const details = group.map((sheet) => queueDetail(sheet, merges));
    await context.sync();
    sheets.push(...details.map(sheetSurvey));
  }
  return {
    dateSystem: newYear2000.value < NEW_YEAR_2000 ? 1904 : 1900,
    isStructureProtected: workbook.protection.protected,
    sheets,
    hasHistory: results.items.length > 0,
    hasMapping: mapping.items.length > 0,
    hasWidths: widths.items.length > 0,
    ownNames: ownNames(),
  };
}
