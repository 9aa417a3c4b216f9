import type { Template } from "../domain/record/templateSheet";
import { readSheet } from "./readSheet";

const MARGINS = "leftMargin,rightMargin,topMargin,bottomMargin,headerMargin,footerMargin";
const BANDS = "leftHeader,rightHeader,centerFooter";

/** A bank's own form: contents, sizes and print setup from A1 to its last value; undefined where there is no such sheet or it is empty. */
export async function readTemplate(context: Excel.RequestContext, name: string): Promise<Template | undefined> {
  const seen = await readSheet(context, name, []);
  if (seen === undefined || seen.contents.length === 0) return undefined;
  const sheet = context.workbook.worksheets.getItem(name);
  const columns = Math.max(1, ...seen.contents.map((row) => row.length));
  const rows = seen.contents.map((_, row) => sheet.getRangeByIndexes(row, 0, 1, 1));
  const across = Array.from({ length: columns }, (_, column) => sheet.getRangeByIndexes(0, column, 1, 1));
  for (const row of rows) row.load("format/rowHeight");
  for (const column of across) column.load("format/columnWidth");
  const layout = sheet.pageLayout;
  layout.load(`orientation,${MARGINS}`);
  const bands = layout.headersFooters.defaultForAllPages;
  bands.load(BANDS);
  await context.sync();
  return {
    sheet: name,
    cells: seen.contents,
    heights: rows.map(({ format }) => format.rowHeight),
    widths: across.map(({ format }) => format.columnWidth),
    landscape: layout.orientation === Excel.PageOrientation.landscape,
    page: {
      margins: {
        ...{ left: layout.leftMargin, right: layout.rightMargin, top: layout.topMargin },
        ...{ bottom: layout.bottomMargin, header: layout.headerMargin, footer: layout.footerMargin },
      },
      header: { left: bands.leftHeader, right: bands.rightHeader },
      footer: bands.centerFooter,
      breaks: [],
    },
  };
}
