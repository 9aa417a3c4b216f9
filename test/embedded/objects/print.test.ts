import { fileWith, inExcel, opened, partsOf, smallLedger } from "../workbooks";

const SHEET = "xl/worksheets/sheet1.xml";

/** Runs one request on the first sheet and gives the saved workbook. */
async function after(work: (sheet: Excel.Worksheet) => void) {
  const running = inExcel(opened(fileWith(smallLedger)));
  const context = new Excel.RequestContext();
  work(context.workbook.worksheets.getItem("Sheet1"));
  await context.sync();
  return opened(running.excel.book.save());
}

describe("how a sheet is printed", () => {
  it("is set up by page layout, and read back after saving", async () => {
    const book = await after(({ pageLayout }) => {
      pageLayout.orientation = Excel.PageOrientation.portrait;
      pageLayout.paperSize = Excel.PaperType.a4;
      pageLayout.leftMargin = 36;
      pageLayout.topMargin = 54;
      pageLayout.centerHorizontally = true;
      pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 2 };
      pageLayout.headersFooters.defaultForAllPages.leftHeader = "示例银行";
      pageLayout.headersFooters.defaultForAllPages.centerFooter = "第 &P 页，共 &N 页";
    });
    expect(book.sheets[0]?.page).toMatchObject({
      landscape: false,
      paperSize: 9,
      margins: { left: 0.5, top: 0.75, right: 0.7 },
      centred: true,
      fitWide: 1,
      fitTall: 2,
      header: "&L示例银行",
      footer: "&C第 &P 页，共 &N 页",
    });
  });

  it("breaks the page where it is told, each row once", async () => {
    const book = await after((sheet) => {
      sheet.horizontalPageBreaks.add("A4");
      sheet.horizontalPageBreaks.add(sheet.getRange("A3:C3"));
      sheet.horizontalPageBreaks.add("A4");
    });
    expect(book.sheets[0]?.page.breaks).toEqual([2, 3]);
  });

  it("leaves a file that was not set up as it was", async () => {
    const file = fileWith(smallLedger);
    const book = await after(() => undefined);
    expect(partsOf(book.save()).get(SHEET)).toBe(partsOf(file).get(SHEET));
  });
});

describe("merged cells", () => {
  it("keep the first cell's content and lose the others'", async () => {
    const book = await after((sheet) => {
      sheet.getRange("A1:B2").merge();
    });
    const [sheet] = book.sheets;
    expect(sheet?.merges).toEqual([{ row: 0, column: 0, rows: 2, columns: 2 }]);
    expect(sheet?.values({ row: 0, column: 0, rows: 2, columns: 2 })).toEqual([
      [smallLedger[0]?.[0], undefined],
      [undefined, undefined],
    ]);
  });

  it("are made row by row where asked, and taken apart again", async () => {
    const across = await after((sheet) => {
      sheet.getRange("A1:B2").merge(true);
    });
    expect(across.sheets[0]?.merges).toHaveLength(2);
    const apart = await after((sheet) => {
      sheet.getRange("A1:B2").merge(true);
      sheet.getRange("B2").unmerge();
    });
    expect(apart.sheets[0]?.merges).toEqual([{ row: 0, column: 0, rows: 1, columns: 2 }]);
  });
});
