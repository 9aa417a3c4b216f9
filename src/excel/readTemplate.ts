import type { Band, PageDraft } from "../domain/change/change";
import type { Extent } from "../domain/ledger/cells";
import type { Template, TypeOf } from "../domain/record/ownForm";
import { readSheet } from "./readSheet";
import { extentOf } from "./survey";

const MARGINS = "leftMargin,rightMargin,topMargin,bottomMargin,headerMargin,footerMargin";
const BANDS = "leftHeader,centerHeader,rightHeader,leftFooter,centerFooter,rightFooter";
const PLACE = "rowIndex,columnIndex,rowCount,columnCount";
const PLACES = PLACE.replace(/\w+/g, "items/$&");
/** A used range beyond this is whole rows or columns with a format, not a form. */
const MOST = { rows: 400, columns: 60 };

/** A bank's own form: contents, merged cells, sizes and print setup from A1 to its last cell; undefined where there is no such sheet or it is empty. */
export async function readTemplate(context: Excel.RequestContext, name: string): Promise<Template | undefined> {
  const seen = await readSheet(context, name, []);
  if (seen === undefined || seen.contents.length === 0) return undefined;
  const sheet = context.workbook.worksheets.getItem(name);
  const used = sheet.getUsedRange(false);
  used.load(PLACE);
  const merged = used.getMergedAreasOrNullObject();
  merged.areas.load(PLACES);
  const printed = sheet.pageLayout.getPrintAreaOrNullObject();
  printed.areas.load(PLACES);
  await context.sync();
  const merges = merged.isNullObject ? [] : merged.areas.items.map(extentOf);
  const whole = wholeOf(seen.contents, merges, extentOf(used));
  const cells = Array.from({ length: whole.rows }, (_, row) => seen.contents[row] ?? []);
  const [area, ...others] = printed.isNullObject ? [] : printed.areas.items.map(extentOf);
  const page = others.length === 0 ? area : undefined;
  return { sheet: name, cells, merges, printed: page, ...(await readLooks(context, sheet, whole)) };
}

/** From A1 to the last cell with a value, a merge or, where that is no whole row or column, a format. */
function wholeOf(cells: Template["cells"], merges: readonly Extent[], used: Extent): { rows: number; columns: number } {
  const ends = [used].filter(({ rows, columns }) => rows <= MOST.rows && columns <= MOST.columns);
  return {
    rows: Math.max(cells.length, ...[...merges, ...ends].map(({ row, rows }) => row + rows)),
    columns: Math.max(
      ...cells.map((row) => row.length),
      ...[...merges, ...ends].map(({ column, columns }) => column + columns),
    ),
  };
}

async function readLooks(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { rows, columns }: { rows: number; columns: number },
): Promise<Pick<Template, "heights" | "widths" | "types" | "landscape" | "page">> {
  const all = sheet.getRangeByIndexes(0, 0, rows, columns);
  const types = all.getCellProperties({ format: { font: { size: true }, wrapText: true } });
  const down = all.getRowProperties({ format: { rowHeight: true } });
  const across = all.getColumnProperties({ format: { columnWidth: true } });
  const layout = sheet.pageLayout;
  layout.load(`orientation,${MARGINS}`);
  const bands = layout.headersFooters.defaultForAllPages;
  bands.load(BANDS);
  await context.sync();
  return {
    heights: down.value.map(({ format }) => format?.rowHeight ?? USUAL.height),
    widths: across.value.map(({ format }) => format?.columnWidth ?? USUAL.width),
    types: types.value.map((row) => row.map(({ format }) => typeOf(format))),
    landscape: layout.orientation === Excel.PageOrientation.landscape,
    page: pageOf(layout, bands),
  };
}

/** In points. */
const USUAL = { height: 15, width: 48, size: 11 };

const typeOf = (format: Excel.CellPropertiesFormat | undefined): TypeOf => ({
  size: format?.font?.size ?? USUAL.size,
  wraps: format?.wrapText === true,
});

function pageOf(layout: Excel.PageLayout, bands: Excel.HeaderFooter): PageDraft {
  const header: Band = { left: bands.leftHeader, center: bands.centerHeader, right: bands.rightHeader };
  const footer: Band = { left: bands.leftFooter, center: bands.centerFooter, right: bands.rightFooter };
  return {
    margins: {
      ...{ left: layout.leftMargin, right: layout.rightMargin, top: layout.topMargin },
      ...{ bottom: layout.bottomMargin, header: layout.headerMargin, footer: layout.footerMargin },
    },
    ...{ header, footer, breaks: [] },
  };
}
