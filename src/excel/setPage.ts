import type { PageDraft } from "../domain/change/change";

/** Queues how a sheet is printed: A4, as wide as the page, its margins, header, footer and page breaks. */
export function setPage(sheet: Excel.Worksheet, { margins, header, footer, breaks, mostPages }: PageDraft): void {
  const { pageLayout } = sheet;
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
  const bands = pageLayout.headersFooters.defaultForAllPages;
  bands.leftHeader = header.left;
  bands.rightHeader = header.right;
  bands.centerFooter = footer;
  for (const row of breaks) sheet.horizontalPageBreaks.add(sheet.getRangeByIndexes(row, 0, 1, 1));
}
