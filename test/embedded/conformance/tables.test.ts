import { conforms, look, lookAt, refuses } from "./conform";

const sales = [
  ["产品", "数量", "金额"],
  ["甲", 2, 20],
  ["乙", 3, 45],
  ["丙", 1, 5],
];

/** Makes a table of the sales that stand from A1 on. */
function salesTable(sheet: Excel.Worksheet): Excel.Table {
  const table = sheet.tables.add("A1:C4", true);
  table.name = "销售";
  return table;
}

async function columnNames(context: Excel.RequestContext, table: Excel.Table): Promise<string[]> {
  const columns = table.columns.load("items/name");
  await context.sync();
  return columns.items.map(({ name }) => name);
}

describe("tables", () => {
  conforms("are made of cells with headings, and found by name, id and place", {
    cells: sales,
    set: "1.4",
    page: "excel.tablecollection#excel-excel-tablecollection-add-member(1)",
    does: (context) => {
      context.workbook.tables.add("Sheet1!A1:C4", true).name = "销售";
    },
    shows: async (context, sheet) => {
      const { tables } = context.workbook;
      const table = tables.getItem("销售");
      const found = await look(context, table, "id", "name", "style", "showHeaders", "showTotals");
      const byId = tables.getItem(found.id).load("name");
      const first = tables.getItemAt(0).load("name");
      const none = tables.getItemOrNullObject("无").load("name");
      const count = sheet.tables.getCount();
      const address = await lookAt(context, table.getRange(), "address");
      return { ...found, id: "", names: [byId.name, first.name], none: none.isNullObject, count: count.value, address };
    },
    expected: {
      id: "",
      name: "销售",
      style: "TableStyleMedium2",
      showHeaders: true,
      showTotals: false,
      names: ["销售", "销售"],
      none: true,
      count: 1,
      address: "Sheet1!A1:C4",
    },
  });
  conforms("get headings of Excel's own where they have none, blank or repeated ones", {
    cells: [
      [1, 2],
      [3, 4],
    ],
    set: "1.1",
    page: "excel.tablecollection#excel-excel-tablecollection-add-member(1)",
    does: (_context, sheet) => {
      sheet.tables.add("A1:B2", false);
      sheet.getRange("E1:G1").values = [["a", "", "A"]];
      sheet.tables.add("E1:G1", true);
    },
    shows: async (context, sheet) => [
      await lookAt(context, sheet.getRange("A1:B3"), "values"),
      await lookAt(context, sheet.getRange("E1:G1"), "values"),
      await lookAt(context, sheet.tables.getItemAt(1).getRange(), "address"),
    ],
    expected: [
      [
        ["列1", "列2"],
        [1, 2],
        [3, 4],
      ],
      [["a", "列2", "A2"]],
      "Sheet1!E1:G2",
    ],
  });
  conforms("are dressed: style, bands, first and last column, filter buttons", {
    cells: sales,
    set: "1.3",
    page: "excel.table",
    does: (_context, sheet) => {
      const table = salesTable(sheet);
      table.style = "tablestylelight9";
      table.showBandedRows = false;
      table.showBandedColumns = true;
      table.highlightFirstColumn = true;
      table.highlightLastColumn = true;
      table.showFilterButton = false;
    },
    shows: (context, sheet) =>
      look(
        context,
        sheet.tables.getItem("销售"),
        "style",
        "showBandedRows",
        "showBandedColumns",
        "highlightFirstColumn",
        "highlightLastColumn",
        "showFilterButton",
      ),
    expected: {
      style: "TableStyleLight9",
      showBandedRows: false,
      showBandedColumns: true,
      highlightFirstColumn: true,
      highlightLastColumn: true,
      showFilterButton: false,
    },
  });
  conforms("give their parts as ranges", {
    cells: sales,
    set: "1.1",
    page: "excel.table#excel-excel-table-getdatabodyrange-member(1)",
    does: (_context, sheet) => {
      salesTable(sheet).showTotals = true;
    },
    shows: async (context, sheet) => {
      const table = sheet.tables.getItem("销售");
      const column = table.columns.getItem("金额");
      const ranges = [
        table.getRange(),
        table.getHeaderRowRange(),
        table.getDataBodyRange(),
        table.getTotalRowRange(),
        column.getRange(),
        column.getHeaderRowRange(),
        column.getDataBodyRange(),
        column.getTotalRowRange(),
      ];
      ranges.forEach((range) => range.load("address"));
      await context.sync();
      return ranges.map(({ address }) => address.replace("Sheet1!", ""));
    },
    expected: ["A1:C5", "A1:C1", "A2:C4", "A5:C5", "C1:C5", "C1", "C2:C4", "C5"],
  });
  conforms("hide their headings and show them again", {
    cells: sales,
    set: "1.1",
    page: "excel.table#excel-excel-table-showheaders-member",
    does: async (context, sheet) => {
      const table = salesTable(sheet);
      table.showHeaders = false;
      expect(await lookAt(context, table.getRange(), "address")).toBe("Sheet1!A2:C4");
      expect(await lookAt(context, sheet.getRange("A1:C1"), "values")).toEqual([["", "", ""]]);
      table.showHeaders = true;
    },
    shows: async (context, sheet) => [
      await lookAt(context, sheet.tables.getItem("销售").getRange(), "address"),
      await lookAt(context, sheet.getRange("A1:C2"), "values"),
    ],
    expected: [
      "Sheet1!A1:C4",
      [
        ["产品", "数量", "金额"],
        ["甲", 2, 20],
      ],
    ],
  });
  conforms("total their last column, and move what stands below", {
    cells: [...sales, ["注", "", ""]],
    set: "1.1",
    page: "excel.table#excel-excel-table-showtotals-member",
    does: (_context, sheet) => {
      salesTable(sheet).showTotals = true;
    },
    shows: (context, sheet) => look(context, sheet.getRange("A5:C6"), "formulas", "values"),
    expected: {
      formulas: [
        ["汇总", "", "=SUBTOTAL(109,销售[金额])"],
        ["注", "", ""],
      ],
      values: [
        ["汇总", "", 70],
        ["注", "", ""],
      ],
    },
  });
  conforms("become plain cells whose formulas stay", {
    cells: sales,
    set: "1.2",
    page: "excel.table#excel-excel-table-converttorange-member(1)",
    does: (_context, sheet) => {
      const table = salesTable(sheet);
      sheet.getRange("E1").formulas = [["=SUM(销售[金额])"]];
      table.convertToRange();
    },
    shows: async (context, sheet) => {
      const count = sheet.tables.getCount();
      const cell = await look(context, sheet.getRange("E1"), "formulas", "values");
      return { ...cell, count: count.value };
    },
    expected: { formulas: [["=SUM(Sheet1!$C$2:$C$4)"]], values: [[70]], count: 0 },
  });
  conforms("are deleted with their cells", {
    cells: sales,
    set: "1.1",
    page: "excel.table#excel-excel-table-delete-member(1)",
    does: (_context, sheet) => {
      const table = salesTable(sheet);
      sheet.getRange("E1").formulas = [["=SUM(销售[金额])"]];
      table.delete();
    },
    shows: async (context, sheet) => [
      await lookAt(context, sheet.getRange("A1:C4").getUsedRangeOrNullObject(), "isNullObject"),
      await lookAt(context, sheet.getRange("E1"), "formulas"),
    ],
    expected: [true, [["=SUM(#REF!)"]]],
  });
  conforms("are resized", {
    cells: [...sales, ["丁", 4, 40]],
    set: "1.13",
    page: "excel.table#excel-excel-table-resize-member(1)",
    does: (_context, sheet) => {
      salesTable(sheet).resize("A1:D5");
    },
    shows: async (context, sheet) => {
      const table = sheet.tables.getItem("销售");
      return [await lookAt(context, table.getRange(), "address"), await columnNames(context, table)];
    },
    expected: ["Sheet1!A1:D5", ["产品", "数量", "金额", "列4"]],
  });
  conforms("are found from the ranges that they touch", {
    cells: sales,
    set: "1.9",
    page: "excel.range#excel-excel-range-gettables-member(1)",
    does: (_context, sheet) => {
      salesTable(sheet);
    },
    shows: async (context, sheet) => {
      const touched = sheet.getRange("C4:F9").getTables().getFirst().load("name");
      const whole = sheet.getRange("C4:F9").getTables(true).getCount();
      const all = sheet.getRange("A:D").getTables(true).getCount();
      const areas = sheet.getRanges("A1,F9").getTables().getCount();
      await context.sync();
      return [touched.name, whole.value, all.value, areas.value];
    },
    expected: ["销售", 0, 1, 1],
  });
  conforms("are copied with their sheet under a name of their own", {
    cells: sales,
    set: "1.7",
    page: "excel.worksheet#excel-excel-worksheet-copy-member(1)",
    does: (_context, sheet) => {
      salesTable(sheet);
      sheet.getRange("E1").formulas = [["=SUM(销售[金额])"]];
      sheet.copy("End").name = "副本";
    },
    shows: async (context) => {
      const copy = context.workbook.worksheets.getItem("副本");
      const tables = copy.tables.load("items/name");
      const cell = await look(context, copy.getRange("E1"), "formulas", "values");
      return { ...cell, names: tables.items.map(({ name }) => name) };
    },
    expected: { formulas: [["=SUM(销售2[金额])"]], values: [[70]], names: ["销售2"] },
  });
  conforms("move, grow and shrink with rows and columns", {
    cells: sales,
    set: "1.2",
    page: "excel.range#excel-excel-range-insert-member(1)",
    does: (_context, sheet) => {
      salesTable(sheet);
      sheet.getRange("E1").formulas = [["=SUM(销售[金额])"]];
      sheet.getRange("1:1").insert("Down");
      sheet.getRange("4:4").insert("Down");
      sheet.getRange("B:B").insert("Right");
      sheet.getRange("A:A").insert("Right");
      sheet.getRange("3:3").delete("Up");
    },
    shows: async (context, sheet) => {
      const table = sheet.tables.getItem("销售");
      const address = await lookAt(context, table.getRange(), "address");
      return [address, await columnNames(context, table), await lookAt(context, sheet.getRange("G2"), "values")];
    },
    expected: ["Sheet1!B2:E5", ["产品", "列2", "数量", "金额"], [[50]]],
  });

  const refused: readonly (readonly [string, (sheet: Excel.Worksheet) => unknown, string])[] = [
    ["two do not overlap", (sheet) => void sheet.tables.add("C4:D6", true), "InvalidArgument"],
    ["an address that is none", (sheet) => void sheet.tables.add("nowhere", true), "InvalidArgument"],
    ["a name with blanks", (sheet) => void (sheet.tables.getItemAt(0).name = "a b"), "InvalidArgument"],
    ["a name like a cell's", (sheet) => void (sheet.tables.getItemAt(0).name = "AB12"), "InvalidArgument"],
    [
      "a style that is none",
      (sheet) => void (sheet.tables.getItemAt(0).style = "TableStyleLight99"),
      "InvalidArgument",
    ],
    ["totals that are not shown", (sheet) => void sheet.tables.getItemAt(0).getTotalRowRange().load(), "ItemNotFound"],
    ["a table that is not there", (sheet) => void sheet.tables.getItem("无").load(), "ItemNotFound"],
    [
      "the deletion of its heading row",
      (sheet) => {
        sheet.getRange("1:1").delete("Up");
      },
      "InvalidOperation",
    ],
    ["cells that would cut it", (sheet) => sheet.getRange("A2").insert("Down"), "InvalidOperation"],
  ];
  for (const [title, does, code] of refused) {
    refuses(
      title,
      {
        cells: sales,
        set: "1.9",
        page: "excel.table",
        does: (_context, sheet) => {
          salesTable(sheet);
          does(sheet);
        },
      },
      code,
    );
  }
  refuses(
    "a name that is taken is refused",
    {
      cells: sales,
      set: "1.4",
      page: "excel.table#excel-excel-table-name-member",
      does: (context, sheet) => {
        context.workbook.names.add("额", sheet.getRange("C1"));
        salesTable(sheet).name = "额";
      },
    },
    "ItemAlreadyExists",
  );
});

describe("columns of tables", () => {
  conforms("are added with values, at the end and between", {
    cells: [...sales.map((row) => [...row, "旁"])],
    set: "1.4",
    page: "excel.tablecolumncollection#excel-excel-tablecolumncollection-add-member(1)",
    does: (_context, sheet) => {
      const table = salesTable(sheet);
      table.columns.add(undefined, [["单价"], ["=[@金额]/[@数量]"], ["=[@金额]/[@数量]"], ["=[@金额]/[@数量]"]]);
      table.columns.add(1, [["类"], ["a"], ["b"], ["c"]]);
      table.columns.add(undefined, undefined, "备注");
    },
    shows: async (context, sheet) => [
      await lookAt(context, sheet.getRange("A1:G4"), "values"),
      await columnNames(context, sheet.tables.getItem("销售")),
    ],
    expected: [
      [
        ["产品", "类", "数量", "金额", "单价", "备注", "旁"],
        ["甲", "a", 2, 20, 10, "", "旁"],
        ["乙", "b", 3, 45, 15, "", "旁"],
        ["丙", "c", 1, 5, 5, "", "旁"],
      ],
      ["产品", "类", "数量", "金额", "单价", "备注"],
    ],
  });
  conforms("are renamed, and formulas follow", {
    cells: sales,
    set: "1.4",
    page: "excel.tablecolumn#excel-excel-tablecolumn-name-member",
    does: (_context, sheet) => {
      const table = salesTable(sheet);
      sheet.getRange("E1:E2").formulas = [["=SUM(销售[金额])"], ["=SUM(销售[[数量]:[金额]])"]];
      table.columns.getItem("金额").name = "Amount [元]";
      sheet.getRange("B1").values = [["件数"]];
    },
    shows: async (context, sheet) => [
      await columnNames(context, sheet.tables.getItem("销售")),
      await look(context, sheet.getRange("E1:E2"), "formulas", "values"),
    ],
    expected: [
      ["产品", "件数", "Amount [元]"],
      { formulas: [["=SUM(销售[Amount '[元']])"], ["=SUM(销售[[件数]:[Amount '[元']]])"]], values: [[70], [76]] },
    ],
  });
  conforms("tell index, id and values, and are deleted", {
    cells: sales,
    set: "1.1",
    page: "excel.tablecolumn#excel-excel-tablecolumn-delete-member(1)",
    does: (_context, sheet) => {
      salesTable(sheet).columns.getItem("数量").delete();
    },
    shows: async (context, sheet) => {
      const column = sheet.tables.getItem("销售").columns.getItemAt(1);
      const { id, ...rest } = await look(context, column, "id", "index", "name", "values");
      const same = sheet.tables.getItem("销售").columns.getItem(id).load("name");
      await context.sync();
      return { ...rest, same: same.name };
    },
    expected: { index: 1, name: "金额", values: [["金额"], [20], [45], [5]], same: "金额" },
  });
  refuses(
    "values of another length are refused",
    {
      cells: sales,
      set: "1.4",
      page: "excel.tablecolumncollection#excel-excel-tablecolumncollection-add-member(1)",
      does: (_context, sheet) => void salesTable(sheet).columns.add(undefined, [["单价"], [1]]),
    },
    "InvalidArgument",
  );
  refuses(
    "a name that another column has is refused",
    {
      cells: sales,
      set: "1.4",
      page: "excel.tablecolumn#excel-excel-tablecolumn-name-member",
      does: (_context, sheet) => void (salesTable(sheet).columns.getItemAt(0).name = "金额"),
    },
    "InvalidArgument",
  );
});

describe("formulas that name tables", () => {
  conforms("are read as people write them, and kept as files name them", {
    cells: sales,
    set: "1.4",
    page: "excel.range#excel-excel-range-formulas-member",
    does: (_context, sheet) => {
      const table = salesTable(sheet);
      table.columns.add(undefined, [["单价"], ["=[@金额]/[@数量]"], [1], [2]]);
      sheet.getRange("F2:F4").formulas = [
        ["=销售[@金额]"],
        ["=ROWS(销售[[#All],[金额]])"],
        ["=销售[[#Headers],[金额]]"],
      ];
      table.name = "Sales";
    },
    shows: async (context, sheet) => [
      await look(context, sheet.getRange("D2"), "formulas", "values"),
      await lookAt(context, sheet.getRange("F2:F4"), "formulas"),
      await lookAt(context, sheet.getRange("F2:F2"), "values"),
      await lookAt(context, sheet.getRange("F4:F4"), "values"),
    ],
    expected: [
      { formulas: [["=[@金额]/[@数量]"]], values: [[10]] },
      [["=Sales[@金额]"], ["=ROWS(Sales[[#All],[金额]])"], ["=Sales[[#Headers],[金额]]"]],
      [[20]],
      [["金额"]],
    ],
  });
});

describe("rows of tables", () => {
  conforms("are added at the end and between, with what stands below moved", {
    cells: [...sales, ["注", "", ""]],
    set: "1.4",
    page: "excel.tablerowcollection#excel-excel-tablerowcollection-add-member(1)",
    does: (_context, sheet) => {
      const table = salesTable(sheet);
      sheet.getRange("C2:C4").numberFormat = [["0.00"], ["0.00"], ["0.00"]];
      table.rows.add(undefined, [
        ["丁", 4, 8],
        ["戊", 5, 10],
      ]);
      table.rows.add(0, [["首", 1, "=[@数量]*7"]]);
    },
    shows: async (context, sheet) => {
      const table = sheet.tables.getItem("销售");
      const rows = table.rows.getCount();
      const format = sheet.getRange("C2:C7").load("numberFormat");
      const values = await lookAt(context, sheet.getRange("A1:C8"), "values");
      return [rows.value, values, format.numberFormat.flat()] as unknown;
    },
    expected: [
      6,
      [
        ["产品", "数量", "金额"],
        ["首", 1, 7],
        ["甲", 2, 20],
        ["乙", 3, 45],
        ["丙", 1, 5],
        ["丁", 4, 8],
        ["戊", 5, 10],
        ["注", "", ""],
      ],
      ["0.00", "0.00", "0.00", "0.00", "0.00", "0.00"],
    ],
  });
  conforms("go above the totals, read, written and deleted", {
    cells: sales,
    set: "1.1",
    page: "excel.tablerow",
    does: (_context, sheet) => {
      const table = salesTable(sheet);
      table.showTotals = true;
      table.rows.add(undefined, [["丁", 4, 40]]);
      table.rows.getItemAt(0).delete();
      table.rows.getItemAt(0).values = [["乙", 3, 46]];
    },
    shows: async (context, sheet) => {
      const rows = sheet.tables.getItem("销售").rows.load("items/index,items/values");
      const totals = await lookAt(context, sheet.tables.getItem("销售").getTotalRowRange(), "values");
      return [rows.items.map(({ index, values }) => [index, ...(values[0] as unknown[])]), totals] as unknown;
    },
    expected: [
      [
        [0, "乙", 3, 46],
        [1, "丙", 1, 5],
        [2, "丁", 4, 40],
      ],
      [["汇总", "", 91]],
    ],
  });
  refuses(
    "of another width are refused",
    {
      cells: sales,
      set: "1.4",
      page: "excel.tablerowcollection#excel-excel-tablerowcollection-add-member(1)",
      does: (_context, sheet) => void salesTable(sheet).rows.add(undefined, [["丁", 4]]),
    },
    "InvalidArgument",
  );
});

describe("sorting tables", () => {
  conforms("leaves the rows alone that a filter hides", {
    cells: sales,
    set: "1.2",
    page: "excel.tablesort#excel-excel-tablesort-apply-member(1)",
    does: async (context, sheet) => {
      const table = salesTable(sheet);
      table.columns.getItemAt(0).filter.applyValuesFilter(["甲", "丙"]);
      await context.sync();
      table.sort.apply([{ key: 0, ascending: true }]);
    },
    shows: async (context, sheet) => {
      const all = await lookAt(context, sheet.getRange("A2:A4"), "values");
      return [all, await lookAt(context, sheet.getRange("A2:A4").getVisibleView(), "values")];
    },
    expected: [
      [["丙"], ["乙"], ["甲"]],
      [["丙"], ["甲"]],
    ],
  });
  conforms("puts rows in order, again after a change", {
    cells: sales,
    set: "1.2",
    page: "excel.tablesort",
    does: (_context, sheet) => {
      const table = salesTable(sheet);
      table.sort.apply([{ key: 2, ascending: false }]);
      sheet.getRange("C2").values = [[1]];
      table.sort.reapply();
    },
    shows: (context, sheet) => lookAt(context, sheet.getRange("A2:C4"), "values"),
    expected: [
      ["甲", 2, 20],
      ["丙", 1, 5],
      ["乙", 3, 1],
    ],
  });
  refuses(
    "by a column that is not there is refused",
    {
      cells: sales,
      set: "1.2",
      page: "excel.tablesort#excel-excel-tablesort-apply-member(1)",
      does: (_context, sheet) => {
        salesTable(sheet).sort.apply([{ key: 3, ascending: true }]);
      },
    },
    "InvalidArgument",
  );
  refuses(
    "by icons is refused by name",
    {
      cells: sales,
      set: "1.2",
      page: "excel.sortfield",
      does: (_context, sheet) => {
        salesTable(sheet).sort.apply([{ key: 0, sortOn: "Icon", icon: { set: "ThreeArrows", index: 0 } }]);
      },
    },
    "ApiNotImplemented",
  );
});

describe("table styles", () => {
  conforms("are Excel's own and those that were added, which can be renamed and deleted", {
    set: "1.10",
    page: "excel.tablestylecollection",
    cells: [["甲"], [1]],
    does: (context, sheet) => {
      const { tableStyles } = context.workbook;
      const style = tableStyles.add("样本样式");
      tableStyles.add("样本样式", true);
      tableStyles.add("多余").delete();
      sheet.tables.add("A1:A2", true).style = "样本样式";
      style.name = "新样式";
    },
    shows: async (context, sheet) => {
      const { tableStyles } = context.workbook;
      const count = tableStyles.getCount();
      const gone = tableStyles.getItemOrNullObject("多余");
      const own = tableStyles.getItem("新样式");
      own.load("name,readOnly");
      const builtIn = tableStyles.getItem("TableStyleDark11");
      builtIn.load("readOnly");
      const style = await lookAt(context, sheet.tables.getItemAt(0), "style");
      return [count.value, gone.isNullObject, own.toJSON(), builtIn.readOnly, style];
    },
    expected: [62, true, { name: "新样式", readOnly: false }, true, "新样式"],
  });

  conforms("have one that new tables get", {
    set: "1.10",
    page: "excel.tablestylecollection",
    cells: [["甲"], [1]],
    does: (context, sheet) => {
      context.workbook.tableStyles.setDefault("TableStyleLight3");
      sheet.tables.add("A1:A2", true);
    },
    shows: async (context, sheet) => [
      await lookAt(context, context.workbook.tableStyles.getDefault(), "name"),
      await lookAt(context, sheet.tables.getItemAt(0), "style"),
    ],
    expected: ["TableStyleLight3", "TableStyleLight3"],
  });

  conforms("are copied with all that they say", {
    set: "1.10",
    page: "excel.tablestyle#excel-excel-tablestyle-duplicate-member(1)",
    does: async (context) => {
      const { tableStyles } = context.workbook;
      tableStyles.add("样本样式");
      const copy = tableStyles.getItem("样本样式").duplicate();
      copy.name = "另一样式";
      tableStyles.getItem("样本样式").duplicate();
      await context.sync();
    },
    shows: async (context) => {
      const styles = context.workbook.tableStyles.load("name");
      await context.sync();
      return styles.items.slice(60).map(({ name }) => name);
    },
    expected: ["样本样式", "另一样式", "样本样式 2"],
  });

  conforms("that are gone leave their tables the standard one", {
    set: "1.10",
    page: "excel.tablestyle",
    cells: [["甲"], [1]],
    does: (context, sheet) => {
      const style = context.workbook.tableStyles.add("一");
      context.workbook.tableStyles.setDefault(style);
      sheet.tables.add("A1:A2", true);
      style.delete();
    },
    shows: async (context, sheet) => [
      await lookAt(context, context.workbook.tableStyles.getDefault(), "name"),
      await lookAt(context, sheet.tables.getItemAt(0), "style"),
    ],
    expected: ["TableStyleMedium2", "TableStyleMedium2"],
  });

  refuses(
    "a style's name that is taken is refused",
    {
      set: "1.10",
      page: "excel.tablestylecollection",
      does: (context) => {
        context.workbook.tableStyles.add("tablestylelight1");
      },
    },
    "InvalidArgument",
  );
});
