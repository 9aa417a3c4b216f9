import type { PageDraft } from "../domain/change/change";

/** Queues how a sheet is printed: A4, as wide as the page, its margins, header, footer and page breaks. */
export function setPage(sheet: Excel.Worksheet, page: PageDraft): void {
  const { pageLayout } = sheet;
  const { margins, breaks, mostPages, printed } = page;
  pageLayout.paperSize = Excel.PaperType.a4;
  pageLayout.leftMargin = margins.left;
  pageLayout.rightMargin = margins.right;
  pageLayout.topMargin = margins.top;
  pageLayout.bottomMargin = margins.bottom;
  pageLayout.headerMargin = margins.header;
  pageLayout.footerMargin = margins.footer;
  pageLayout.centerHorizontally = true;
  const tall = mostPages === undefined ? {} : { verticalFitToPages: mostPages };
  pageLayout.zoom = { horizontalFitToPages: 1, ...tall };
  setBands(pageLayout.headersFooters.defaultForAllPages, page);
  if (printed !== undefined) {
    pageLayout.setPrintArea(sheet.getRangeByIndexes(printed.row, printed.column, printed.rows, printed.columns));
  }
  for (const row of breaks) sheet.horizontalPageBreaks.add(sheet.getRangeByIndexes(row, 0, 1, 1));
}

const sides = ["left", "center", "right"] as const;

function setBands(bands: Excel.HeaderFooter, { header, footer }: PageDraft): void {
  for (const side of sides) {
    if (header[side] !== undefined) bands[`${side}Header`] = header[side];
    if (footer[side] !== undefined) bands[`${side}Footer`] = footer[side];
  }
}
