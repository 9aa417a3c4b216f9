import { conforms, look, lookAt, refuses } from "./conform";

describe("links", () => {
  conforms("lead out of the workbook and to places in it", {
    cells: [["网址", "目录"]],
    set: "1.7",
    page: "excel.rangehyperlink",
    does: (_context, sheet) => {
      sheet.getRange("A1").hyperlink = {
        address: "https://example.com/?a=1&b=2",
        screenTip: "打开",
        textToDisplay: "示例",
      };
      sheet.getRange("B1").hyperlink = { documentReference: "Sheet1!A1" };
      sheet.getRange("C1").hyperlink = { address: "mailto:a@example.com" };
    },
    shows: async (context, sheet) => [
      await lookAt(context, sheet.getRange("A1"), "hyperlink"),
      await lookAt(context, sheet.getRange("B1"), "hyperlink"),
      await lookAt(context, sheet.getRange("D1"), "hyperlink"),
      await lookAt(context, sheet.getRange("A1:C1"), "values"),
      await look(context, sheet.getRange("A1").format.font, "color", "underline"),
    ],
    expected: [
      { address: "https://example.com/?a=1&b=2", screenTip: "打开", textToDisplay: "示例" },
      { documentReference: "Sheet1!A1", screenTip: "", textToDisplay: "目录" },
      null,
      [["示例", "目录", "mailto:a@example.com"]],
      { color: "#0563C1", underline: "Single" },
    ],
  });
  conforms("are taken away alone, and move with their cells", {
    set: "1.7",
    page: "excel.range#excel-excel-range-hyperlink-member",
    does: (_context, sheet) => {
      sheet.getRange("A1:A3").hyperlink = { address: "https://example.com/", textToDisplay: "x" };
      sheet.getRange("A2").clear("Hyperlinks");
      sheet.getRange("1:1").insert("Down");
    },
    shows: async (context, sheet) => {
      const cells = ["A1", "A2", "A3", "A4"].map((address) => sheet.getRange(address).load("hyperlink,values"));
      await context.sync();
      return cells.map(({ hyperlink, values }) => [
        (hyperlink as object | null) !== null,
        (values as unknown[][])[0]?.[0],
      ]);
    },
    expected: [
      [false, ""],
      [true, "x"],
      [false, "x"],
      [true, "x"],
    ],
  });
  refuses(
    "that lead nowhere are refused",
    {
      set: "1.7",
      page: "excel.rangehyperlink",
      does: (_context, sheet) => void (sheet.getRange("A1").hyperlink = { textToDisplay: "x" }),
    },
    "InvalidArgument",
  );
});

describe("names", () => {
  conforms("tell value and sheet", {
    cells: [[7]],
    set: "1.4",
    page: "excel.nameditem#excel-excel-nameditem-value-member",
    does: (context, sheet) => {
      sheet.names.add("额", sheet.getRange("A1"));
      context.workbook.names.addFormulaLocal("率", "=1+1");
    },
    shows: async (context, sheet) => {
      const own = sheet.names.getItem("额").load("value,scope");
      const ownSheet = sheet.names.getItem("额").worksheet.load("name");
      const wide = context.workbook.names.getItem("率").load("value,type");
      const none = context.workbook.names.getItem("率").worksheetOrNullObject.load("name");
      await context.sync();
      return [own.value, own.scope, ownSheet.name, wide.value, wide.type, none.isNullObject] as unknown;
    },
    expected: ["Sheet1!A1", "Worksheet", "Sheet1", 2, "Double", true],
  });
  conforms("carry a comment, are hidden, and stand for something else", {
    cells: [[7], [8]],
    set: "1.7",
    page: "excel.nameditem#excel-excel-nameditem-comment-member",
    does: async (context, sheet) => {
      const name = context.workbook.names.add("额", sheet.getRange("A1"), "月末 <余额>");
      context.workbook.names.addFormulaLocal("率", "=1+1", "年");
      const own = sheet.names.add("本表", sheet.getRange("A1"), "不要");
      own.comment = "";
      name.formula = "=Sheet1!$A$2";
      sheet.getRange("C1").formulas = [["=额*2"]];
      await context.sync();
      context.workbook.names.getItem("率").comment = "年率";
      context.workbook.names.getItem("率").visible = false;
    },
    shows: async (context, sheet) => {
      const names = context.workbook.names.load("name,comment,formula,visible");
      const own = sheet.names.getItem("本表").load("comment");
      const cell = sheet.getRange("C1").load("values");
      await context.sync();
      const found = names.items.map(({ name, comment, formula, visible }) => [
        name,
        comment,
        formula as unknown,
        visible,
      ]);
      return [...found, own.comment, cell.values];
    },
    expected: [["额", "月末 <余额>", "=Sheet1!$A$2", true], ["率", "年率", "=1+1", false], "", [[16]]],
  });
  refuses(
    "of the workbook have no sheet",
    {
      set: "1.4",
      page: "excel.nameditem#excel-excel-nameditem-worksheet-member",
      does: (context) => {
        context.workbook.names.addFormulaLocal("率", "=1+1").worksheet.load("name");
      },
    },
    "ItemNotFound",
  );
});

describe("page layout", () => {
  conforms("says how Excel's own marks are printed", {
    set: "1.9",
    page: "excel.pagelayout",
    does: (_context, sheet) => {
      const page = sheet.pageLayout;
      page.blackAndWhite = true;
      page.draftMode = true;
      page.printGridlines = true;
      page.printHeadings = true;
      page.centerVertically = true;
      page.centerHorizontally = true;
      page.firstPageNumber = 5;
      page.printComments = "EndSheet";
      page.printErrors = "NotAvailable";
      page.printOrder = "OverThenDown";
      page.setPrintMargins("Centimeters", { top: 2.54, left: 1.27 });
    },
    shows: (context, sheet) =>
      look(
        context,
        sheet.pageLayout,
        "blackAndWhite",
        "draftMode",
        "printGridlines",
        "printHeadings",
        "centerVertically",
        "centerHorizontally",
        "firstPageNumber",
        "printComments",
        "printErrors",
        "printOrder",
        "topMargin",
        "leftMargin",
      ),
    expected: {
      blackAndWhite: true,
      draftMode: true,
      printGridlines: true,
      printHeadings: true,
      centerVertically: true,
      centerHorizontally: true,
      firstPageNumber: 5,
      printComments: "EndSheet",
      printErrors: "NotAvailable",
      printOrder: "OverThenDown",
      topMargin: 72,
      leftMargin: 36,
    },
  });
  conforms("keeps print areas and titles", {
    set: "1.9",
    page: "excel.pagelayout#excel-excel-pagelayout-setprintarea-member(1)",
    does: (_context, sheet) => {
      sheet.pageLayout.setPrintArea("A1:D9");
      sheet.pageLayout.setPrintArea(sheet.getRanges("A1:D10,F1:G10"));
      sheet.pageLayout.setPrintTitleRows("$1:$2");
      sheet.pageLayout.setPrintTitleColumns("A:B");
    },
    shows: async (context, sheet) => {
      const page = sheet.pageLayout;
      const area = page.getPrintArea().load("address");
      const rows = page.getPrintTitleRows().load("address");
      const columns = page.getPrintTitleColumnsOrNullObject().load("address");
      const names = context.workbook.names.getCount();
      await context.sync();
      return [area.address, rows.address, columns.address, names.value];
    },
    expected: ["Sheet1!A1:D10,Sheet1!F1:G10", "Sheet1!1:2", "Sheet1!A:B", 0],
  });
  refuses(
    "has no print area before one is set",
    {
      set: "1.9",
      page: "excel.pagelayout#excel-excel-pagelayout-getprintarea-member(1)",
      does: (_context, sheet) => {
        sheet.pageLayout.getPrintArea().load("address");
      },
    },
    "ItemNotFound",
  );
  refuses(
    "refuses an order that is none",
    {
      set: "1.9",
      page: "excel.pagelayout#excel-excel-pagelayout-printorder-member",
      does: (_context, sheet) => void (sheet.pageLayout.printOrder = "Sideways" as "DownThenOver"),
    },
    "InvalidArgument",
  );
});
