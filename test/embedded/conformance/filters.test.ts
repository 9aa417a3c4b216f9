import { conforms, look, lookAt, refuses } from "./conform";

const visits = [
  ["客户", "余额", "日期", "状态"],
  ["甲", 100, 46_340, "正常"],
  ["乙", 300, 46_310, "关注"],
  ["丙", 200, 46_349, "正常"],
  ["丁", 50, 46_380, ""],
  ["戊", 300, 45_900, "次级"],
];

/** Makes a table of the visits that stand from A1 on. */
function visitTable(sheet: Excel.Worksheet): Excel.Table {
  sheet.getRange("C2:C6").numberFormat = [1, 2, 3, 4, 5].map(() => ["yyyy-mm-dd"]);
  return sheet.tables.add("A1:D6", true);
}

/** The customers that are seen. */
async function seen(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<string> {
  const view = sheet.getRange("A2:A6").getVisibleView().load("values");
  await context.sync();
  return view.values.flat().join("");
}

const table = (sheet: Excel.Worksheet): Excel.Table => sheet.tables.getItemAt(0);

type Filters = (column: (name: string) => Excel.Filter, sheet: Excel.Worksheet) => unknown;

const kinds: readonly (readonly [string, Filters, string, object])[] = [
  [
    "values",
    (column) => {
      column("状态").applyValuesFilter(["正常", ""]);
    },
    "甲丙丁",
    { filterOn: "Values", values: ["正常", ""] },
  ],
  [
    "months and years",
    (column) => {
      column("日期").applyValuesFilter([{ date: "2026-11", specificity: "Month" }]);
    },
    "甲丙",
    { filterOn: "Values", values: [{ date: "2026-11", specificity: "Month" }] },
  ],
  [
    "one condition",
    (column) => {
      column("余额").applyCustomFilter(">=200");
    },
    "乙丙戊",
    { filterOn: "Custom", criterion1: ">=200", operator: "And" },
  ],
  [
    "two conditions",
    (column) => {
      column("客户").applyCustomFilter("=甲*", "=*乙", "Or");
    },
    "甲乙",
    { filterOn: "Custom", criterion1: "=甲*", criterion2: "=*乙", operator: "Or" },
  ],
  [
    "cells that are filled",
    (column) => {
      column("状态").applyCustomFilter("<>");
    },
    "甲乙丙戊",
    { filterOn: "Custom", criterion1: "<>", operator: "And" },
  ],
  [
    "the highest items, equal ones among them",
    (column) => {
      column("余额").applyTopItemsFilter(1);
    },
    "乙戊",
    { filterOn: "TopItems", criterion1: "1" },
  ],
  [
    "the lowest items",
    (column) => {
      column("余额").applyBottomItemsFilter(2);
    },
    "甲丁",
    { filterOn: "BottomItems", criterion1: "2" },
  ],
  [
    "the highest percent",
    (column) => {
      column("余额").applyTopPercentFilter(60);
    },
    "乙丙戊",
    { filterOn: "TopPercent", criterion1: "60" },
  ],
  [
    "the lowest percent",
    (column) => {
      column("余额").applyBottomPercentFilter(20);
    },
    "丁",
    { filterOn: "BottomPercent", criterion1: "20" },
  ],
  [
    "above the average",
    (column) => {
      column("余额").applyDynamicFilter("AboveAverage");
    },
    "乙丙戊",
    { filterOn: "Dynamic", dynamicCriteria: "AboveAverage" },
  ],
  [
    "this month",
    (column) => {
      column("日期").applyDynamicFilter("ThisMonth");
    },
    "甲丙",
    { filterOn: "Dynamic", dynamicCriteria: "ThisMonth" },
  ],
  [
    "the last quarter of any year",
    (column) => {
      column("日期").applyDynamicFilter("AllDatesInPeriodQuarter4");
    },
    "甲乙丙丁",
    { filterOn: "Dynamic", dynamicCriteria: "AllDatesInPeriodQuarter4" },
  ],
  [
    "the fill",
    (column, sheet) => {
      sheet.getRange("B3").format.fill.color = "#FFFF00";
      column("余额").applyCellColorFilter("#FFFF00");
    },
    "乙",
    { filterOn: "CellColor", color: "#FFFF00" },
  ],
  [
    "the colour of the text",
    (column, sheet) => {
      sheet.getRange("B4").format.font.color = "#FF0000";
      column("余额").applyFontColorFilter("#FF0000");
    },
    "丙",
    { filterOn: "FontColor", color: "#FF0000" },
  ],
];

describe("filters of tables", () => {
  for (const [title, filters, expected, criteria] of kinds) {
    conforms(`show by ${title}`, {
      cells: visits,
      set: "1.9",
      page: "excel.filter",
      does: (_context, sheet) => {
        const made = visitTable(sheet);
        filters((name) => made.columns.getItem(name).filter, sheet);
      },
      shows: async (context, sheet) => {
        const all = await lookAt(context, table(sheet).autoFilter, "criteria");
        return [await seen(context, sheet), all.filter((one: unknown) => one !== null)];
      },
      expected: [expected, [criteria]],
    });
  }
  conforms("work together, and are cleared one by one", {
    cells: visits,
    set: "1.14",
    page: "excel.autofilter#excel-excel-autofilter-clearcolumncriteria-member(1)",
    does: async (context, sheet) => {
      const made = visitTable(sheet);
      made.columns.getItem("余额").filter.applyCustomFilter(">100");
      made.columns.getItem("状态").filter.apply({ filterOn: "Values", values: ["正常", "次级"] });
      expect(await seen(context, sheet)).toBe("丙戊");
      made.columns.getItem("状态").filter.clear();
      expect(await seen(context, sheet)).toBe("乙丙戊");
      made.autoFilter.clearColumnCriteria(1);
      expect(await seen(context, sheet)).toBe("甲乙丙丁戊");
      made.columns.getItem("客户").filter.applyValuesFilter(["甲"]);
    },
    shows: async (context, sheet) => [
      await seen(context, sheet),
      await look(context, table(sheet).autoFilter, "isDataFiltered", "enabled"),
      await lookAt(context, table(sheet).columns.getItemAt(1).filter, "criteria"),
    ],
    expected: ["甲", { isDataFiltered: true, enabled: true }, null],
  });
  conforms("are applied again to changed cells, and all cleared", {
    cells: visits,
    set: "1.2",
    page: "excel.table#excel-excel-table-reapplyfilters-member(1)",
    does: async (context, sheet) => {
      const made = visitTable(sheet);
      made.columns.getItem("余额").filter.applyCustomFilter(">100");
      sheet.getRange("B2").values = [[500]];
      made.reapplyFilters();
      const hidden = await lookAt(context, sheet.getRange("A2:A6"), "rowHidden");
      expect(hidden).toBe(null);
      made.clearFilters();
    },
    shows: (context, sheet) => lookAt(context, sheet.getRange("A2:A6"), "rowHidden"),
    expected: false,
  });
  conforms("leave out of a subtotal what they hide", {
    cells: visits,
    set: "1.2",
    page: "excel.filter#excel-excel-filter-applycustomfilter-member(1)",
    does: async (context, sheet) => {
      const made = visitTable(sheet);
      sheet.getRange("F1").formulas = [["=SUBTOTAL(109,B2:B6)"]];
      expect(await lookAt(context, sheet.getRange("F1"), "values")).toEqual([[950]]);
      made.columns.getItem("余额").filter.applyCustomFilter(">=300");
    },
    shows: (context, sheet) => lookAt(context, sheet.getRange("F1"), "values"),
    expected: [[600]],
  });
  conforms("alone leave rows out of a subtotal by 9, rows that a person hid too by 109", {
    cells: [[1], [2], [4], ["=SUBTOTAL(9,A1:A2)"]],
    set: "1.2",
    page: "excel.range#excel-excel-range-rowhidden-member",
    does: (_context, sheet) => {
      sheet.getRange("A2").rowHidden = true;
      sheet.getRange("C1:F1").formulas = [
        ["=SUBTOTAL(9,A1:A4)", "=SUBTOTAL(109,A1:A4)", "=SUBTOTAL(3,A1:A4)", "=SUBTOTAL(103,A1:A4)"],
      ];
    },
    shows: (context, sheet) => lookAt(context, sheet.getRange("C1:F1"), "values"),
    expected: [[7, 5, 3, 2]],
  });
  conforms("leave rows out of a subtotal by 9 as by 109", {
    cells: visits,
    set: "1.2",
    page: "excel.filter#excel-excel-filter-applycustomfilter-member(1)",
    does: (_context, sheet) => {
      visitTable(sheet).columns.getItem("余额").filter.applyCustomFilter(">=300");
      sheet.getRange("F1:G1").formulas = [["=SUBTOTAL(9,B2:B6)", "=SUBTOTAL(109,B2:B6)"]];
    },
    shows: (context, sheet) => lookAt(context, sheet.getRange("F1:G1"), "values"),
    expected: [[600, 600]],
  });
  conforms("move with their columns", {
    cells: visits,
    set: "1.9",
    page: "excel.filter#excel-excel-filter-criteria-member",
    does: (_context, sheet) => {
      const made = visitTable(sheet);
      made.columns.getItem("余额").filter.applyCustomFilter(">100");
      made.columns.add(1, undefined, "新");
    },
    shows: (context, sheet) => lookAt(context, table(sheet).columns.getItem("余额").filter, "criteria"),
    expected: { filterOn: "Custom", criterion1: ">100", operator: "And" },
  });
  const wrong: readonly (readonly [string, Filters, string])[] = [
    [
      "no items",
      (column) => {
        column("余额").applyTopItemsFilter(0);
      },
      "InvalidArgument",
    ],
    [
      "a colour that is none",
      (column) => {
        column("余额").applyCellColorFilter("rotish");
      },
      "InvalidArgument",
    ],
    [
      "a kind that is none",
      (column) => {
        column("余额").apply({ filterOn: "Nothing" } as unknown as Excel.FilterCriteria);
      },
      "InvalidArgument",
    ],
    [
      "values that are no list",
      (column) => {
        column("余额").applyValuesFilter("x" as never);
      },
      "InvalidArgument",
    ],
    [
      "icons, by name",
      (column) => {
        column("余额").applyIconFilter({ set: "ThreeArrows", index: 0 });
      },
      "ApiNotImplemented",
    ],
  ];
  for (const [title, filters, code] of wrong) {
    refuses(
      `refuse ${title}`,
      {
        cells: visits,
        set: "1.9",
        page: "excel.filter",
        does: (_context, sheet) => {
          const made = visitTable(sheet);
          filters((name) => made.columns.getItem(name).filter, sheet);
        },
      },
      code,
    );
  }
});

describe("the filter of a sheet", () => {
  conforms("filters by columns, tells its criteria and shows all again", {
    cells: visits,
    set: "1.9",
    page: "excel.autofilter",
    does: async (context, sheet) => {
      sheet.autoFilter.apply(sheet.getRange("A1:D6"), 1, { filterOn: "Custom", criterion1: ">100" });
      sheet.autoFilter.apply(sheet.getRange("A1:D6"), 3, { filterOn: "Values", values: ["次级", "正常"] });
      expect(await seen(context, sheet)).toBe("丙戊");
      sheet.getRange("B2").values = [[1000]];
      sheet.autoFilter.reapply();
      expect(await seen(context, sheet)).toBe("甲丙戊");
      sheet.autoFilter.clearCriteria();
      expect(await seen(context, sheet)).toBe("甲乙丙丁戊");
      sheet.autoFilter.apply("A1", 0, { filterOn: "Values", values: ["乙"] });
    },
    shows: async (context, sheet) => [
      await look(context, sheet.autoFilter, "enabled", "isDataFiltered", "criteria"),
      await lookAt(context, sheet.autoFilter.getRange(), "address"),
      await seen(context, sheet),
    ],
    expected: [
      { enabled: true, isDataFiltered: true, criteria: [{ filterOn: "Values", values: ["乙"] }, null, null, null] },
      "Sheet1!A1:D6",
      "乙",
    ],
  });
  conforms("is removed, and all rows are seen", {
    cells: visits,
    set: "1.9",
    page: "excel.autofilter#excel-excel-autofilter-remove-member(1)",
    does: (_context, sheet) => {
      sheet.autoFilter.apply(sheet.getRange("A1:D6"), 0, { filterOn: "Values", values: ["乙"] });
      sheet.autoFilter.remove();
    },
    shows: async (context, sheet) => [await lookAt(context, sheet.autoFilter, "enabled"), await seen(context, sheet)],
    expected: [false, "甲乙丙丁戊"],
  });
  refuses(
    "refuses a column that it has not",
    {
      cells: visits,
      set: "1.9",
      page: "excel.autofilter#excel-excel-autofilter-apply-member(1)",
      does: (_context, sheet) => {
        sheet.autoFilter.apply(sheet.getRange("A1:D6"), 4, { filterOn: "Values", values: ["乙"] });
      },
    },
    "InvalidArgument",
  );
});
