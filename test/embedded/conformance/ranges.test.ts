import { conforms, look, lookAt, refuses } from "./conform";

const block = [
  ["户名", "余额", "分类"],
  ["甲", 100, "正常"],
  ["乙", 200, "关注"],
  ["丙", 300, "正常"],
];

describe("the way from a range to another", () => {
  const address = (range: (sheet: Excel.Worksheet) => Excel.Range) => ({
    cells: block,
    page: "excel.range",
    shows: (context: Excel.RequestContext, sheet: Excel.Worksheet) => lookAt(context, range(sheet), "address"),
  });
  conforms("getCell counts from the first cell", {
    ...address((sheet) => sheet.getRange("B2:C3").getCell(1, 1)),
    set: "1.1",
    expected: "Sheet1!C3",
  });
  conforms("getRow and getColumn stay inside", {
    ...address((sheet) => sheet.getRange("B2:C3").getRow(1).getColumn(0)),
    set: "1.1",
    expected: "Sheet1!B3",
  });
  conforms("getOffsetRange keeps the size", {
    ...address((sheet) => sheet.getRange("A1:B2").getOffsetRange(2, 1)),
    set: "1.1",
    expected: "Sheet1!B3:C4",
  });
  conforms("getResizedRange adds rows and columns", {
    ...address((sheet) => sheet.getRange("A1:B2").getResizedRange(1, -1)),
    set: "1.2",
    expected: "Sheet1!A1:A3",
  });
  conforms("getIntersection gives the shared cells", {
    ...address((sheet) => sheet.getRange("A1:B3").getIntersection("B2:D9")),
    set: "1.1",
    expected: "Sheet1!B2:B3",
  });
  conforms("getBoundingRect gives the smallest range around both", {
    ...address((sheet) => sheet.getRange("A1").getBoundingRect("C3")),
    set: "1.1",
    expected: "Sheet1!A1:C3",
  });
  conforms("getRowsBelow, getRowsAbove, getColumnsAfter and getColumnsBefore lie beside", {
    cells: block,
    set: "1.3",
    page: "excel.range#excel-excel-range-getrowsbelow-member(1)",
    shows: async (context, sheet) => {
      const range = sheet.getRange("C3:D4");
      const found = [range.getRowsBelow(2), range.getRowsAbove(), range.getColumnsAfter(), range.getColumnsBefore(2)];
      found.forEach((one) => one.load("address"));
      await context.sync();
      return found.map((one) => one.address);
    },
    expected: ["Sheet1!C5:D6", "Sheet1!C2:D2", "Sheet1!E3:E4", "Sheet1!A3:B4"],
  });
  conforms("getSurroundingRegion is bounded by empty rows and columns", {
    ...address((sheet) => sheet.getRange("B2").getSurroundingRegion()),
    set: "1.7",
    expected: "Sheet1!A1:C4",
  });
  conforms("getRangeEdge goes as Ctrl and an arrow key", {
    ...address((sheet) => sheet.getRange("B1").getRangeEdge(Excel.KeyboardDirection.down)),
    set: "1.13",
    expected: "Sheet1!B4",
  });
  conforms("getRangeEdge goes to the sheet's edge where nothing follows", {
    ...address((sheet) => sheet.getRange("B4").getRangeEdge("Down")),
    set: "1.13",
    expected: "Sheet1!B1048576",
  });
  conforms("getExtendedRange takes all cells up to the edge", {
    ...address((sheet) => sheet.getRange("B2:B3").getExtendedRange("Right", "B2")),
    set: "1.13",
    expected: "Sheet1!B2:C3",
  });
  conforms("getUsedRange ends where the content ends", {
    ...address((sheet) => sheet.getUsedRange(true)),
    set: "1.2",
    expected: "Sheet1!A1:C4",
  });
  refuses(
    "getRowsAbove has to stay on the sheet",
    {
      set: "1.3",
      page: "excel.range",
      does: (_context, sheet) => sheet.getRange("A1").getRowsAbove(1).load("address"),
    },
    "InvalidArgument",
  );
});

describe("what a range holds", () => {
  conforms("formulasR1C1 writes relative formulas for all cells", {
    cells: [[1], [2], [3]],
    set: "1.2",
    page: "excel.range#excel-excel-range-formulasr1c1-member",
    does: (_context, sheet) => {
      sheet.getRange("B1:B3").formulasR1C1 = [["=RC[-1]*2"], ["=RC[-1]*2"], ["=R1C1"]];
    },
    shows: (context, sheet) => look(context, sheet.getRange("B1:B3"), "values", "formulas"),
    expected: { values: [[2], [4], [1]], formulas: [["=A1*2"], ["=A2*2"], ["=$A$1"]] },
  });
  conforms("text shows values in their number format", {
    cells: [[1234.5, 0.25]],
    set: "1.12",
    page: "excel.range#excel-excel-range-text-member",
    does: (_context, sheet) => {
      sheet.getRange("A1:B1").numberFormat = [["#,##0.00", "0%"]];
    },
    shows: (context, sheet) => look(context, sheet.getRange("A1:B1"), "text", "numberFormatCategories"),
    expected: { text: [["1,234.50", "25%"]], numberFormatCategories: [["Number", "Percentage"]] },
  });
  conforms("rowHidden and columnHidden hide and show", {
    cells: block,
    set: "1.2",
    page: "excel.range#excel-excel-range-rowhidden-member",
    does: (_context, sheet) => {
      sheet.getRange("2:3").rowHidden = true;
      sheet.getRange("3:3").rowHidden = false;
      sheet.getRange("B:B").columnHidden = true;
    },
    shows: async (context, sheet) => [
      await look(context, sheet.getRange("A1:A3"), "rowHidden", "hidden"),
      await look(context, sheet.getRange("A2:B2"), "rowHidden", "columnHidden"),
    ],
    expected: [
      { rowHidden: null, hidden: null },
      { rowHidden: true, columnHidden: null },
    ],
  });
  conforms("getVisibleView leaves hidden rows out", {
    cells: block,
    set: "1.3",
    page: "excel.rangeview",
    does: (_context, sheet) => {
      sheet.getRange("2:2").rowHidden = true;
    },
    shows: async (context, sheet) => {
      const view = sheet.getRange("A1:B4").getVisibleView();
      view.rows.load("items/values");
      const whole = await look(context, view, "values", "rowCount", "columnCount");
      return { ...whole, rows: view.rows.items.map(({ values }) => values) };
    },
    expected: {
      values: [
        ["户名", "余额"],
        ["乙", 200],
        ["丙", 300],
      ],
      rowCount: 3,
      columnCount: 2,
      rows: [[["户名", "余额"]], [["乙", 200]], [["丙", 300]]],
    },
  });
  conforms("merge keeps the first cell's content", {
    cells: block,
    set: "1.2",
    page: "excel.range#excel-excel-range-merge-member(1)",
    does: (_context, sheet) => {
      sheet.getRange("A1:C2").merge(true);
    },
    shows: (context, sheet) => lookAt(context, sheet.getRange("A1:C2"), "values"),
    expected: [
      ["户名", "", ""],
      ["甲", "", ""],
    ],
  });
  conforms("clear takes contents, formats or all", {
    cells: block,
    set: "1.1",
    page: "excel.range#excel-excel-range-clear-member(1)",
    does: (_context, sheet) => {
      sheet.getRange("A1:A2").format.fill.color = "#FF0000";
      sheet.getRange("A1").clear("Formats");
      sheet.getRange("A2").clear("Contents");
      sheet.getRange("B1:C4").clear();
    },
    shows: async (context, sheet) => {
      const fills = ["A1", "A2"].map((at) => sheet.getRange(at).format.fill.load("color"));
      const values = await lookAt(context, sheet.getRange("A1:B2"), "values");
      return { values, fills: fills.map(({ color }) => color) };
    },
    expected: {
      values: [
        ["户名", ""],
        ["", ""],
      ],
      fills: ["#FFFFFF", "#FF0000"],
    },
  });
});

describe("search", () => {
  conforms("find looks for a part of the text, without regard to case", {
    cells: [
      ["Alpha", "beta"],
      ["ALPHABET", 12],
    ],
    set: "1.9",
    page: "excel.range#excel-excel-range-find-member(1)",
    shows: async (context, sheet) => {
      const range = sheet.getRange("A1:B2");
      const found = [
        range.find("alphab", {}),
        range.find("alpha", { searchDirection: "Backwards" }),
        range.find("1?", { completeMatch: true }),
      ];
      found.forEach((one) => one.load("address"));
      const none = range.findOrNullObject("ALPHA", { completeMatch: true, matchCase: true });
      none.load("address");
      await context.sync();
      return [...found.map(({ address }) => address), none.isNullObject];
    },
    expected: ["Sheet1!A2", "Sheet1!A2", "Sheet1!B2", true],
  });
  refuses(
    "find ends with ItemNotFound where there is nothing",
    { set: "1.9", page: "excel.range", does: (_c, sheet) => sheet.getRange("A1:B2").find("x", {}).load("address") },
    "ItemNotFound",
  );
  conforms("replaceAll counts and writes", {
    cells: [
      ["a-b-c", "x"],
      ["=1+1", "-"],
    ],
    set: "1.9",
    page: "excel.range#excel-excel-range-replaceall-member(1)",
    does: (_context, sheet) => sheet.getRange("A1:B2").replaceAll("-", "/", {}),
    shows: (context, sheet) => lookAt(context, sheet.getRange("A1:B2"), "values"),
    expected: [
      ["a/b/c", "x"],
      [2, "/"],
    ],
  });
  conforms("getSpecialCells finds formulas, constants and blanks", {
    cells: [
      [1, "=A1"],
      ["x", ""],
      ["", "=1/0"],
    ],
    set: "1.9",
    page: "excel.range#excel-excel-range-getspecialcells-member(1)",
    shows: async (context, sheet) => {
      const range = sheet.getRange("A1:B3");
      const found = [
        range.getSpecialCells("Formulas"),
        range.getSpecialCells("Constants", "Text"),
        range.getSpecialCells("Blanks"),
        range.getSpecialCells("Formulas", "Errors"),
      ];
      found.forEach((one) => one.load("address"));
      const none = sheet.getRange("A1:A1").getSpecialCellsOrNullObject("Formulas");
      none.load("address");
      await context.sync();
      return [...found.map(({ address }) => address), none.isNullObject];
    },
    expected: ["Sheet1!B1,Sheet1!B3", "Sheet1!A2", "Sheet1!B2,Sheet1!A3", "Sheet1!B3", true],
  });
});

describe("moving cells about", () => {
  conforms("copyFrom copies values, formulas with their references, and formats", {
    cells: [
      [1, "=A1*10"],
      [2, "=A2*10"],
    ],
    set: "1.9",
    page: "excel.range#excel-excel-range-copyfrom-member(1)",
    does: (_context, sheet) => {
      sheet.getRange("A1").format.font.bold = true;
      sheet.getRange("D1").copyFrom("A1:B2");
      sheet.getRange("D4").copyFrom("A1:B2", "Values");
      sheet.getRange("G1").copyFrom("A1:B2", "Values", false, true);
      sheet.getRange("G4").copyFrom("Sheet1!A1", Excel.RangeCopyType.formats);
    },
    shows: async (context, sheet) => {
      const bold = sheet.getRange("D1").format.font.load("bold");
      const alone = sheet.getRange("G4").format.font.load("bold");
      const all = await lookAt(context, sheet.getRange("D1:H5"), "formulas");
      return { all, bold: [bold.bold, alone.bold] };
    },
    expected: {
      all: [
        [1, "=D1*10", "", 1, 2],
        [2, "=D2*10", "", 10, 20],
        ["", "", "", "", ""],
        [1, 10, "", "", ""],
        [2, 20, "", "", ""],
      ],
      bold: [true, true],
    },
  });
  conforms("moveTo takes the cells away", {
    cells: [[1, "=A1*10"]],
    set: "1.11",
    page: "excel.range#excel-excel-range-moveto-member(1)",
    does: (_context, sheet) => {
      sheet.getRange("A1:B1").moveTo("C3");
    },
    shows: (context, sheet) => lookAt(context, sheet.getUsedRange(true), "address"),
    expected: "Sheet1!C3:D3",
  });
  conforms("sort orders columns too, their formulas along with them, and leaves a first one with titles", {
    set: "1.2",
    page: "excel.sortorientation",
    cells: [
      ["项", 3, 1, 2],
      ["倍", "=B1*2", "=C1*2", "=D1*2"],
    ],
    does: (_context, sheet) => {
      sheet.getRange("A1:D2").sort.apply([{ key: 0 }], false, true, "Columns");
    },
    shows: (context, sheet) => lookAt(context, sheet.getRange("A1:D2"), "formulas"),
    expected: [
      ["项", 1, 2, 3],
      ["倍", "=B1*2", "=C1*2", "=D1*2"],
    ],
  });
  conforms("sort of columns is by the row that is named, keeps equal ones and puts empty cells last, formats along", {
    set: "1.2",
    page: "excel.rangesort#excel-excel-rangesort-apply-member(1)",
    cells: [
      [2, "", 7, 2, 7],
      ["甲", "乙", "丙", "丁", "丁"],
      ["a", "b", "c", "d", "e"],
    ],
    does: (_context, sheet) => {
      sheet.getRange("C2").format.font.bold = true;
      sheet.getRange("A1:E3").sort.apply([{ key: 0, ascending: false }], false, false, "Columns");
    },
    shows: async (context, sheet) => {
      const bold = ["A2", "C2"].map((address) => sheet.getRange(address).format.font.load("bold"));
      const values = await lookAt(context, sheet.getRange("A1:E3"), "values");
      return { values, bold: bold.map((font) => font.bold) };
    },
    expected: {
      values: [
        [7, 7, 2, 2, ""],
        ["丙", "丁", "甲", "丁", "乙"],
        ["c", "e", "a", "d", "b"],
      ],
      bold: [true, false],
    },
  });
  conforms("sort of columns leaves the cells around its area and what formulas elsewhere point at", {
    set: "1.2",
    page: "excel.sortorientation",
    cells: [
      [9, 3, 1, 5],
      ["=B1", "=$B$1*2", "=SUM(C1:D1)", "x"],
    ],
    does: (_context, sheet) => {
      sheet.getRange("B1:C2").sort.apply([{ key: 0 }], false, false, "Columns");
    },
    shows: (context, sheet) => lookAt(context, sheet.getRange("A1:D2"), "formulas"),
    expected: [
      [9, 1, 3, 5],
      ["=B1", "=SUM(B1:C1)", "=$B$1*2", "x"],
    ],
  });
  refuses(
    "sort of columns asks for a row of the area",
    {
      set: "1.2",
      page: "excel.sortfield",
      cells: [[2, 1]],
      does: (_context, sheet) => {
        sheet.getRange("A1:B1").sort.apply([{ key: 1 }], false, false, "Columns");
      },
    },
    "InvalidArgument",
  );
  refuses(
    "sort of columns that merged cells stand in is refused",
    {
      set: "1.2",
      page: "excel.rangesort#excel-excel-rangesort-apply-member(1)",
      cells: [[2, 1, 3]],
      does: (_context, sheet) => {
        sheet.getRange("B2:C2").merge();
        sheet.getRange("A1:C2").sort.apply([{ key: 0 }], false, false, "Columns");
      },
    },
    "InvalidOperation",
  );
  conforms("sort orders rows by several fields and keeps empty cells last", {
    cells: [
      ["名", "数"],
      ["b", 2],
      ["a", 2],
      ["", 9],
      ["c", 1],
    ],
    set: "1.2",
    page: "excel.rangesort#excel-excel-rangesort-apply-member(1)",
    does: (_context, sheet) => {
      sheet.getRange("A1:B5").sort.apply([{ key: 1, ascending: false }, { key: 0 }], false, true);
    },
    shows: (context, sheet) => lookAt(context, sheet.getRange("A1:B5"), "values"),
    expected: [
      ["名", "数"],
      ["", 9],
      ["a", 2],
      ["b", 2],
      ["c", 1],
    ],
  });
  conforms("removeDuplicates keeps the first of equal rows", {
    cells: [
      ["k", "v"],
      ["a", 1],
      ["A", 2],
      ["b", 3],
    ],
    set: "1.9",
    page: "excel.range#excel-excel-range-removeduplicates-member(1)",
    does: async (context, sheet) => {
      const result = sheet.getRange("A1:B4").removeDuplicates([0], true);
      result.load("removed, uniqueRemaining");
      await context.sync();
      expect([result.removed, result.uniqueRemaining]).toEqual([1, 2]);
    },
    shows: (context, sheet) => lookAt(context, sheet.getRange("A1:B4"), "values"),
    expected: [
      ["k", "v"],
      ["a", 1],
      ["b", 3],
      ["", ""],
    ],
  });
  conforms("autoFill goes on with a series and copies formulas", {
    cells: [
      [1, "=A1*2"],
      [3, "=A2*2"],
    ],
    set: "1.9",
    page: "excel.range#excel-excel-range-autofill-member(1)",
    does: (_context, sheet) => {
      sheet.getRange("A1:B2").autoFill("A1:B4", "FillDefault");
    },
    shows: (context, sheet) => lookAt(context, sheet.getRange("A1:B4"), "values"),
    expected: [
      [1, 2],
      [3, 6],
      [5, 10],
      [7, 14],
    ],
  });
});

describe("formulas with functions that came after Excel 2007", () => {
  conforms("are read as they were written, and computed where they are known", {
    cells: [["=IFNA(NA1,5)", '=ifna(1/0,"IFNA(")', "=DAYS(9,4)"]],
    set: "1.1",
    page: "excel.range#excel-excel-range-formulas-member",
    shows: async (context, sheet) => {
      const { formulas, values } = await look(context, sheet.getRange("A1:C1"), "formulas", "values");
      return [formulas, values];
    },
    expected: [[["=IFNA(NA1,5)", '=ifna(1/0,"IFNA(")', "=DAYS(9,4)"]], [[0, "#DIV/0!", 5]]],
  });
});
