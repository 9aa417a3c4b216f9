import { conforms, look, lookAt, refuses } from "./conform";

async function names(context: Excel.RequestContext): Promise<string[]> {
  const sheets = context.workbook.worksheets.load("items/name");
  await context.sync();
  return sheets.items.map(({ name }) => name);
}

describe("worksheets", () => {
  conforms("are added at the end, renamed, moved and deleted", {
    set: "1.1",
    page: "excel.worksheet",
    does: (context, sheet) => {
      const { worksheets } = context.workbook;
      worksheets.add("乙");
      worksheets.add("丙").position = 0;
      worksheets.getItem("乙").name = "丁 1";
      worksheets.add("删").delete();
      sheet.activate();
    },
    shows: (context) => names(context),
    expected: ["丙", "Sheet1", "丁 1"],
  });
  conforms("keep formulas, names and rules alive when they are renamed", {
    cells: [[7]],
    set: "1.7",
    page: "excel.worksheet#excel-excel-worksheet-name-member",
    does: (context, sheet) => {
      const other = context.workbook.worksheets.add("账");
      other.getRange("A1").formulas = [["=Sheet1!A1*2"]];
      context.workbook.names.add("额", sheet.getRange("A1"));
      sheet.name = "新 表";
    },
    shows: async (context) => {
      const cell = context.workbook.worksheets.getItem("账").getRange("A1");
      const name = context.workbook.names.getItem("额").load("formula");
      return { ...(await look(context, cell, "formulas", "values")), name: name.formula as string };
    },
    expected: { formulas: [["='新 表'!A1*2"]], values: [[14]], name: "='新 表'!$A$1" },
  });
  conforms("are hidden, coloured and stripped of gridlines and headings", {
    set: "1.8",
    page: "excel.worksheet#excel-excel-worksheet-visibility-member",
    does: (context, sheet) => {
      context.workbook.worksheets.add("藏").visibility = "VeryHidden";
      sheet.tabColor = "#FF8800";
      sheet.showGridlines = false;
      sheet.showHeadings = false;
      sheet.standardWidth = 90;
    },
    shows: async (context, sheet) => ({
      ...(await look(context, sheet, "tabColor", "showGridlines", "showHeadings", "standardWidth", "visibility")),
      hidden: await lookAt(context, context.workbook.worksheets.getItem("藏"), "visibility"),
    }),
    expected: {
      tabColor: "#FF8800",
      showGridlines: false,
      showHeadings: false,
      standardWidth: 90,
      visibility: "Visible",
      hidden: "VeryHidden",
    },
  });
  conforms("are copied with cells, formats and rules", {
    cells: [[1, "=A1+1"]],
    set: "1.7",
    page: "excel.worksheet#excel-excel-worksheet-copy-member(1)",
    does: (_context, sheet) => {
      sheet.getRange("A1").format.fill.color = "#00FF00";
      sheet.getRange("A1").conditionalFormats.add("Custom").custom.rule.formula = "=$A$1>0";
      sheet.copy("Before", sheet).name = "副本";
    },
    shows: async (context) => {
      const copy = context.workbook.worksheets.getItem("副本");
      const fill = copy.getRange("A1").format.fill.load("color");
      const rules = copy.getRange("A1").conditionalFormats.getCount();
      const cells = await lookAt(context, copy.getRange("A1:B1"), "formulas");
      return [await names(context), cells, fill.color, rules.value];
    },
    expected: [["副本", "Sheet1"], [[1, "=A1+1"]], "#00FF00", 1],
  });
  conforms("know their neighbours", {
    set: "1.5",
    page: "excel.worksheet#excel-excel-worksheet-getnext-member(1)",
    does: (context) => {
      context.workbook.worksheets.add("二").visibility = "Hidden";
      context.workbook.worksheets.add("三");
    },
    shows: async (context, sheet) => {
      const { worksheets } = context.workbook;
      const found = [sheet.getNext(), sheet.getNext(true), worksheets.getLast().getPrevious(), worksheets.getFirst()];
      found.forEach((one) => one.load("name"));
      const none = sheet.getPreviousOrNullObject().load("name");
      await context.sync();
      return [...found.map(({ name }) => name), none.isNullObject];
    },
    expected: ["二", "三", "二", "Sheet1", true],
  });
  conforms("freeze rows and columns", {
    set: "1.7",
    page: "excel.worksheetfreezepanes",
    does: (_context, sheet) => {
      sheet.freezePanes.freezeAt(sheet.getRange("A1:B1"));
    },
    shows: (context, sheet) => lookAt(context, sheet.freezePanes.getLocation(), "address"),
    expected: "Sheet1!A1:B1",
  });
  conforms("take page breaks between rows and columns", {
    set: "1.9",
    page: "excel.pagebreakcollection",
    does: (_context, sheet) => {
      sheet.horizontalPageBreaks.add("A5");
      sheet.verticalPageBreaks.add("D1");
    },
    shows: async (context, sheet) => {
      const rows = sheet.horizontalPageBreaks.load("items/rowIndex");
      const columns = sheet.verticalPageBreaks.load("items/columnIndex");
      await context.sync();
      return [rows.items.map(({ rowIndex }) => rowIndex), columns.items.map(({ columnIndex }) => columnIndex)];
    },
    expected: [[4], [3]],
  });
  conforms("find and replace over the whole sheet", {
    cells: [
      ["a", "b"],
      ["a", "a"],
    ],
    set: "1.9",
    page: "excel.worksheet#excel-excel-worksheet-findall-member(1)",
    does: (_context, sheet) => sheet.replaceAll("b", "a", { completeMatch: true, matchCase: true }),
    shows: (context, sheet) =>
      lookAt(context, sheet.findAll("a", { completeMatch: true, matchCase: false }), "address"),
    expected: "Sheet1!A1:B2",
  });
  refuses(
    "the last visible one is not hidden",
    { set: "1.1", page: "excel.worksheet", does: (_context, sheet) => void (sheet.visibility = "Hidden") },
    "InvalidOperation",
  );
  refuses(
    "a name that is taken is refused",
    {
      set: "1.1",
      page: "excel.worksheet",
      does: (context, sheet) => {
        context.workbook.worksheets.add("二");
        sheet.name = "二";
      },
    },
    "ItemAlreadyExists",
  );
});

describe("protection", () => {
  conforms("keeps its options", {
    set: "1.7",
    page: "excel.worksheetprotection#excel-excel-worksheetprotection-protect-member(1)",
    does: (_context, sheet) => {
      sheet.protection.protect({ allowFormatCells: true, allowAutoFilter: true, selectionMode: "Unlocked" });
    },
    shows: async (context, sheet) => {
      const { options, protected: isProtected } = await look(context, sheet.protection, "options", "protected");
      return [isProtected, options.allowFormatCells, options.allowSort, options.allowAutoFilter, options.selectionMode];
    },
    expected: [true, true, false, true, "Unlocked"],
  });
  conforms("is taken away with the right password", {
    set: "1.7",
    page: "excel.worksheetprotection#excel-excel-worksheetprotection-unprotect-member(1)",
    does: (_context, sheet) => {
      sheet.protection.protect({}, "秘密");
      sheet.protection.unprotect("秘密");
      sheet.getRange("A1").values = [[1]];
    },
    shows: (context, sheet) => lookAt(context, sheet.protection, "protected"),
    expected: false,
  });
  refuses(
    "stands against a wrong password",
    {
      set: "1.7",
      page: "excel.worksheetprotection",
      does: (_context, sheet) => {
        sheet.protection.protect({}, "a");
        sheet.protection.unprotect("b");
      },
    },
    "AccessDenied",
  );
  refuses(
    "stands against writing",
    {
      set: "1.2",
      page: "excel.worksheetprotection",
      does: (_context, sheet) => {
        sheet.protection.protect();
        sheet.getRange("A1").values = [[1]];
      },
    },
    "AccessDenied",
  );
  conforms("of the workbook keeps its sheets", {
    set: "1.7",
    page: "excel.workbookprotection",
    does: (context) => {
      context.workbook.protection.protect("x");
    },
    shows: (context) => lookAt(context, context.workbook.protection, "protected"),
    expected: true,
  });
  refuses(
    "of the workbook stands against new sheets",
    {
      set: "1.7",
      page: "excel.workbookprotection",
      does: (context) => {
        context.workbook.protection.protect();
        context.workbook.worksheets.add("新");
      },
    },
    "AccessDenied",
  );
});

describe("insert and delete", () => {
  const cells = [
    [1, 10, "=A1*2"],
    [2, 20, "=SUM(A1:A3)"],
    [3, 30, "=$B$3+A2"],
  ];
  conforms("rows move contents, formulas, names, merges, rules and validations", {
    cells,
    set: "1.8",
    page: "excel.range#excel-excel-range-insert-member(1)",
    does: (context, sheet) => {
      context.workbook.names.add("额", sheet.getRange("B3"));
      sheet.getRange("A5:B5").merge();
      sheet.getRange("A1:A3").conditionalFormats.add("Custom").custom.rule.formula = "=$B1>15";
      sheet.getRange("B2:B3").dataValidation.rule = { custom: { formula: "=B2>$A$3" } };
      context.workbook.worksheets.add("二").getRange("A1").formulas = [["=Sheet1!A3"]];
      sheet.getRange("2:3").insert("Down");
    },
    shows: async (context, sheet) => {
      const name = context.workbook.names.getItem("额").load("formula");
      const rule = sheet.getRange("A1").conditionalFormats.getItemAt(0);
      const ruled = rule.getRange().load("address");
      const checked = sheet.getRange("B5").dataValidation.load("rule");
      const other = context.workbook.worksheets.getItem("二").getRange("A1").load("formulas, values");
      const all = await lookAt(context, sheet.getRange("A1:C5"), "formulas");
      return [all, name.formula as string, ruled.address, checked.rule, other.formulas, other.values] as unknown;
    },
    expected: [
      [
        [1, 10, "=A1*2"],
        ["", "", ""],
        ["", "", ""],
        [2, 20, "=SUM(A1:A5)"],
        [3, 30, "=$B$5+A4"],
      ],
      "=Sheet1!$B$5",
      "Sheet1!A1:A5",
      { custom: { formula: "=B4>$A$5" } },
      [["=Sheet1!A5"]],
      [[3]],
    ],
  });
  conforms("deleted rows leave #REF! where all is gone, and smaller ranges elsewhere", {
    cells,
    set: "1.1",
    page: "excel.range#excel-excel-range-delete-member(1)",
    does: (_context, sheet) => {
      sheet.getRange("2:2").delete("Up");
    },
    shows: (context, sheet) => lookAt(context, sheet.getRange("A1:C3"), "formulas"),
    expected: [
      [1, 10, "=A1*2"],
      [3, 30, "=$B$2+#REF!"],
      ["", "", ""],
    ],
  });
  conforms("cells move to the right in their own rows alone", {
    cells,
    set: "1.1",
    page: "excel.range#excel-excel-range-insert-member(1)",
    does: (_context, sheet) => {
      sheet.getRange("B1:B1").insert("Right");
    },
    shows: (context, sheet) => lookAt(context, sheet.getRange("A1:D3"), "formulas"),
    expected: [
      [1, "", 10, "=A1*2"],
      [2, 20, "=SUM(A1:A3)", ""],
      [3, 30, "=$B$3+A2", ""],
    ],
  });
  conforms("columns take their widths along", {
    cells,
    set: "1.2",
    page: "excel.range#excel-excel-range-insert-member(1)",
    does: (_context, sheet) => {
      sheet.getRange("B:B").format.columnWidth = 150;
      sheet.getRange("A:A").insert("Right");
    },
    shows: async (context, sheet) => {
      const width = sheet.getRange("C1").format.load("columnWidth");
      const all = await lookAt(context, sheet.getRange("A2:D2"), "formulas");
      return [width.columnWidth, all] as unknown;
    },
    expected: [150, [["", 2, 20, "=SUM(B1:B3)"]]],
  });
  refuses(
    "a merged cell is not cut",
    {
      set: "1.2",
      page: "excel.range",
      does: (_context, sheet) => {
        sheet.getRange("A2:B3").merge();
        sheet.getRange("A1").insert("Down");
      },
    },
    "InvalidOperation",
  );
});

describe("the session", () => {
  conforms("selects ranges and tells the active cell", {
    set: "1.7",
    page: "excel.workbook#excel-excel-workbook-getactivecell-member(1)",
    isOfTheSession: true,
    does: (context) => {
      context.workbook.worksheets.add("二").getRange("B2:C3").select();
    },
    shows: async (context) => [
      await lookAt(context, context.workbook.getActiveCell(), "address"),
      await lookAt(context, context.workbook.getSelectedRange(), "address"),
      await lookAt(context, context.workbook.worksheets.getActiveWorksheet(), "name"),
    ],
    expected: ["二!B2", "二!B2:C3", "二"],
  });
  conforms("calculates by hand when it is told to", {
    cells: [[1, "=A1*2"]],
    set: "1.8",
    page: "excel.application#excel-excel-application-calculationmode-member",
    isOfTheSession: true,
    does: async (context, sheet) => {
      await lookAt(context, sheet.getRange("B1"), "values");
      context.workbook.application.calculationMode = "Manual";
      sheet.getRange("A1").values = [[5]];
      expect(await lookAt(context, sheet.getRange("B1"), "values")).toEqual([[2]]);
      context.workbook.application.calculate("Full");
    },
    shows: (context, sheet) => lookAt(context, sheet.getRange("B1"), "values"),
    expected: [[10]],
  });
});
