import { conforms, look, lookAt, refuses } from "./conform";

const block = [
  ["户名", "余额"],
  ["甲", 100],
  ["乙", 200],
];

describe("the font of cells", () => {
  conforms("strikethrough, underline and script", {
    cells: block,
    set: "1.9",
    page: "excel.rangefont",
    does: (_context, sheet) => {
      sheet.getRange("A1").format.font.set({ strikethrough: true, underline: "DoubleAccountant", superscript: true });
      sheet.getRange("B1").format.font.subscript = true;
      sheet.getRange("B1").format.font.underline = "Single";
    },
    shows: async (context, sheet) => {
      const fonts = ["A1", "B1", "A1:B1"].map((at) =>
        sheet.getRange(at).format.font.load("strikethrough,underline,superscript,subscript"),
      );
      await context.sync();
      return fonts.map(({ strikethrough, underline, superscript, subscript }) => [
        strikethrough,
        underline,
        superscript,
        subscript,
      ]);
    },
    expected: [
      [true, "DoubleAccountant", true, false],
      [false, "Single", false, true],
      [null, null, null, null],
    ],
  });
  conforms("tintAndShade lightens a colour and keeps it", {
    cells: block,
    set: "1.9",
    page: "excel.rangefont#excel-excel-rangefont-tintandshade-member",
    does: (_context, sheet) => {
      const { font } = sheet.getRange("A1").format;
      font.color = "#FF0000";
      font.tintAndShade = 0.5;
      font.bold = true;
    },
    shows: (context, sheet) => look(context, sheet.getRange("A1").format.font, "color", "tintAndShade", "bold"),
    expected: { color: "#FF8080", tintAndShade: 0.5, bold: true },
  });
});

describe("the fill of cells", () => {
  conforms("a pattern has a colour in front and one behind", {
    cells: block,
    set: "1.9",
    page: "excel.rangefill",
    does: (_context, sheet) => {
      const { fill } = sheet.getRange("A1").format;
      fill.pattern = Excel.FillPattern.gray16;
      fill.patternColor = "blue";
      fill.color = "yellow";
      sheet.getRange("B1").format.fill.color = "#4472C4";
      sheet.getRange("B1").format.fill.tintAndShade = 0.8;
    },
    shows: async (context, sheet) => [
      await look(context, sheet.getRange("A1").format.fill, "pattern", "patternColor", "color", "tintAndShade"),
      await look(context, sheet.getRange("B1").format.fill, "pattern", "color", "tintAndShade"),
    ],
    expected: [
      { pattern: "Gray16", patternColor: "#0000FF", color: "#FFFF00", tintAndShade: 0 },
      { pattern: "Solid", color: "#DAE3F3", tintAndShade: 0.8 },
    ],
  });
  conforms("clear takes the pattern with the colour", {
    cells: block,
    set: "1.9",
    page: "excel.rangefill#excel-excel-rangefill-clear-member(1)",
    does: (_context, sheet) => {
      const { fill } = sheet.getRange("A1").format;
      fill.pattern = "CrissCross";
      fill.color = "red";
      fill.clear();
    },
    shows: (context, sheet) => look(context, sheet.getRange("A1").format.fill, "pattern", "color", "patternColor"),
    expected: { pattern: "None", color: "#FFFFFF", patternColor: "#000000" },
  });
  conforms("entire rows and columns are filled, with all cells that come later", {
    cells: block,
    set: "1.1",
    page: "excel.rangeformat",
    does: async (context, sheet) => {
      sheet.getRange("B:C").format.fill.color = "#FFFF00";
      sheet.getRange("2:2").format.font.bold = true;
      await context.sync();
      sheet.getRange("C9").values = [["new"]];
    },
    shows: async (context, sheet) => {
      const places = ["A1", "B1", "C9", "C2", "D2", "B:C", "A2:XFD2"].map((at) => sheet.getRange(at).format);
      places.forEach(({ fill, font }) => {
        fill.load("color");
        font.load("bold");
      });
      await context.sync();
      return places.map(({ fill, font }) => `${fill.color} ${String(font.bold)}`);
    },
    expected: [
      "#FFFFFF false",
      "#FFFF00 false",
      "#FFFF00 false",
      "#FFFF00 true",
      "#FFFFFF true",
      "#FFFF00 null",
      " true",
    ],
  });
  conforms("the whole sheet takes a font", {
    cells: block,
    set: "1.1",
    page: "excel.worksheet#excel-excel-worksheet-getrange-member(1)",
    does: (_context, sheet) => {
      sheet.getRange().format.font.name = "宋体";
      sheet.getRange("A1").format.font.italic = true;
    },
    shows: async (context, sheet) => {
      const fonts = ["A1", "Z99", "A:A"].map((at) => sheet.getRange(at).format.font.load("name,italic"));
      await context.sync();
      return fonts.map(({ name, italic }) => `${name} ${String(italic)}`);
    },
    expected: ["宋体 true", "宋体 false", "宋体 null"],
  });
});

describe("lines, alignment and protection", () => {
  conforms("borders run diagonally and are tinted", {
    cells: block,
    set: "1.9",
    page: "excel.rangeborder",
    does: (_context, sheet) => {
      const { borders } = sheet.getRange("A1").format;
      borders.getItem("DiagonalUp").style = "Dash";
      borders.getItem("EdgeLeft").color = "#808080";
      borders.getItem("EdgeLeft").tintAndShade = -0.5;
    },
    shows: async (context, sheet) => {
      const { borders } = sheet.getRange("A1").format;
      const found = (["DiagonalUp", "DiagonalDown", "EdgeLeft"] as const).map((edge) =>
        borders.getItem(edge).load("style,color,tintAndShade"),
      );
      await context.sync();
      return found.map(({ style, color, tintAndShade }) => `${style} ${color} ${String(tintAndShade)}`);
    },
    expected: ["Dash #000000 0", "None #000000 0", "Continuous #404040 -0.5"],
  });
  conforms("orientation, indent, reading order and fit", {
    cells: block,
    set: "1.9",
    page: "excel.rangeformat",
    does: (_context, sheet) => {
      const { format } = sheet.getRange("A1:B1");
      format.textOrientation = -45;
      format.indentLevel = 2;
      format.readingOrder = Excel.ReadingOrder.rightToLeft;
      format.shrinkToFit = true;
      format.autoIndent = true;
      sheet.getRange("B1").format.textOrientation = 180;
    },
    shows: async (context, sheet) => {
      const { format } = sheet.getRange("A1");
      const { textOrientation } = await look(context, sheet.getRange("B1").format, "textOrientation");
      const own = await look(
        context,
        format,
        "textOrientation",
        "indentLevel",
        "readingOrder",
        "shrinkToFit",
        "autoIndent",
        "horizontalAlignment",
      );
      return [own, textOrientation];
    },
    expected: [
      {
        textOrientation: -45,
        indentLevel: 2,
        readingOrder: "RightToLeft",
        shrinkToFit: true,
        autoIndent: true,
        horizontalAlignment: "Left",
      },
      180,
    ],
  });
  conforms("adjustIndent goes on from each cell's own", {
    cells: block,
    set: "1.11",
    page: "excel.rangeformat#excel-excel-rangeformat-adjustindent-member(1)",
    does: (_context, sheet) => {
      sheet.getRange("A2").format.indentLevel = 3;
      sheet.getRange("A1:A3").format.adjustIndent(-1);
      sheet.getRange("A1:A2").format.adjustIndent(2);
    },
    shows: async (context, sheet) => {
      const found = ["A1", "A2", "A3"].map((at) => sheet.getRange(at).format.load("indentLevel"));
      await context.sync();
      return found.map(({ indentLevel }) => indentLevel);
    },
    expected: [2, 4, 0],
  });
  conforms("protection unlocks cells and hides formulas", {
    cells: block,
    set: "1.2",
    page: "excel.formatprotection",
    does: (_context, sheet) => {
      sheet.getRange("A1").format.protection.locked = false;
      sheet.getRange("B1").format.protection.formulaHidden = true;
    },
    shows: async (context, sheet) => [
      await look(context, sheet.getRange("A1").format.protection, "locked", "formulaHidden"),
      await look(context, sheet.getRange("A1:B1").format.protection, "locked", "formulaHidden"),
    ],
    expected: [
      { locked: false, formulaHidden: false },
      { locked: null, formulaHidden: null },
    ],
  });
  conforms("autofitRows makes room for every line", {
    cells: [["一\n二\n三"], ["x"]],
    set: "1.2",
    page: "excel.rangeformat#excel-excel-rangeformat-autofitrows-member(1)",
    does: (_context, sheet) => {
      sheet.getRange("A1").format.wrapText = true;
      sheet.getRange("A1:A2").format.autofitRows();
    },
    shows: async (context, sheet) => {
      const rows = ["A1", "A2"].map((at) => sheet.getRange(at).format.load("rowHeight"));
      await context.sync();
      return rows.map(({ rowHeight }) => rowHeight > 40);
    },
    expected: [true, false],
  });
});

describe("properties of many cells", () => {
  conforms("getCellProperties tells what is asked of each cell", {
    cells: block,
    set: "1.9",
    page: "excel.range#excel-excel-range-getcellproperties-member(1)",
    does: (_context, sheet) => {
      const colours = [{ format: { fill: { color: "#00FF00" }, font: { bold: true } } }, {}];
      sheet
        .getRange("A1:B2")
        .setCellProperties([
          colours,
          [{}, { format: { borders: { bottom: { style: "Double" } }, protection: { locked: false } } }],
        ]);
    },
    shows: async (context, sheet) => {
      const properties = sheet.getRange("A1:B2").getCellProperties({
        address: true,
        format: { fill: { color: true }, font: { bold: true }, borders: { style: true }, protection: true },
      });
      await context.sync();
      const [[first] = [], [, last] = []] = properties.value;
      return {
        address: first?.address,
        fill: first?.format?.fill?.color,
        bold: first?.format?.font?.bold,
        bottom: last?.format?.borders?.bottom?.style,
        top: last?.format?.borders?.top?.style,
        locked: last?.format?.protection?.locked,
      };
    },
    expected: {
      address: "Sheet1!A1",
      fill: "#00FF00",
      bold: true,
      bottom: "Double",
      top: "None",
      locked: false,
    },
  });
  conforms("rows and columns have heights, widths and places", {
    cells: block,
    set: "1.9",
    page: "excel.range#excel-excel-range-getrowproperties-member(1)",
    does: (_context, sheet) => {
      sheet.getRange("A1:B2").setRowProperties([{ format: { rowHeight: 30 } }, { rowHidden: true }]);
      sheet.getRange("A1:B2").setColumnProperties([{ format: { columnWidth: 96 } }, { columnHidden: true }]);
    },
    shows: async (context, sheet) => {
      const range = sheet.getRange("A1:B2");
      const rows = range.getRowProperties({ rowIndex: true, rowHidden: true, format: { rowHeight: true } });
      const columns = range.getColumnProperties({
        columnIndex: true,
        columnHidden: true,
        format: { columnWidth: true },
      });
      await context.sync();
      return [rows.value[0], rows.value.map(({ rowIndex }) => rowIndex), columns.value[0], columns.value.length];
    },
    expected: [
      { rowIndex: 0, rowHidden: false, format: { rowHeight: 30 } },
      [0, 1],
      { columnIndex: 0, columnHidden: false, format: { columnWidth: 96 } },
      2,
    ],
  });
});

describe("outlines", () => {
  const hidden = async (context: Excel.RequestContext, sheet: Excel.Worksheet, places: readonly string[]) => {
    const found = places.map((at) => sheet.getRange(at).load("hidden"));
    await context.sync();
    return found.map((range) => range.hidden);
  };
  conforms("group puts rows into a group that can be closed and opened", {
    cells: block,
    set: "1.10",
    page: "excel.range#excel-excel-range-group-member(1)",
    does: (_context, sheet) => {
      sheet.getRange("2:3").group(Excel.GroupOption.byRows);
      sheet.getRange("2:3").hideGroupDetails(Excel.GroupOption.byRows);
      sheet.getRange("A:B").group("ByColumns");
      sheet.getRange("A:B").hideGroupDetails("ByColumns");
      sheet.getRange("A:B").showGroupDetails("ByColumns");
    },
    shows: (context, sheet) => hidden(context, sheet, ["E1", "E2", "E3", "E4", "A4"]),
    expected: [false, true, true, false, false],
  });
  conforms("showOutlineLevels opens groups as deep as is asked", {
    cells: block,
    set: "1.10",
    page: "excel.worksheet#excel-excel-worksheet-showoutlinelevels-member(1)",
    does: (_context, sheet) => {
      sheet.getRange("2:5").group("ByRows");
      sheet.getRange("3:4").group("ByRows");
      sheet.getRange("8:9").group("ByRows");
      sheet.getRange("8:9").ungroup("ByRows");
      sheet.showOutlineLevels(2, 0);
    },
    shows: (context, sheet) => hidden(context, sheet, ["A1", "A2", "A3", "A4", "A5", "A8"]),
    expected: [false, false, true, true, false, false],
  });
});

describe("several areas at once", () => {
  conforms("formats, conditional formats and clearing go to all of them", {
    cells: block,
    set: "1.9",
    page: "excel.rangeareas",
    does: (_context, sheet) => {
      const areas = sheet.getRanges("A1,B2:B3");
      areas.format.fill.color = "#FFFF00";
      areas.format.borders.getItem("EdgeTop").style = "Continuous";
      areas.format.rowHeight = 33;
      areas.conditionalFormats.add("Custom").custom.rule.formula = "=A1>1";
      sheet.getRanges("A2,A3").clear("Contents");
    },
    shows: async (context, sheet) => {
      const areas = sheet.getRanges("A1,B2:B3");
      areas.format.load("rowHeight");
      areas.format.fill.load("color");
      const { address } = await look(
        context,
        sheet.getRange("B3").conditionalFormats.getItemAt(0).getRanges(),
        "address",
      );
      const top = await lookAt(context, sheet.getRange("B3").format.borders.getItem("EdgeTop"), "style");
      const values = await lookAt(context, sheet.getRange("A1:A3"), "values");
      return { fill: areas.format.fill.color, height: areas.format.rowHeight, address, top, values: values.flat() };
    },
    expected: { fill: "#FFFF00", height: 33, address: "Sheet1!A1,Sheet1!B2:B3", top: "None", values: ["户名", "", ""] },
  });
  conforms("the ways to other areas", {
    cells: block,
    set: "1.9",
    page: "excel.rangeareas#excel-excel-rangeareas-getintersection-member(1)",
    shows: async (context, sheet) => {
      const areas = sheet.getRanges("A1:A2,B3:D9");
      const found = [
        areas.getIntersection("A2:B3"),
        areas.getOffsetRangeAreas(1, 1),
        areas.getEntireRow(),
        areas.getEntireColumn(),
        areas.getUsedRangeAreas(true),
        areas.getSpecialCells("Constants", "Numbers"),
      ];
      found.forEach((one) => one.load("address,isEntireRow"));
      const none = areas.getIntersectionOrNullObject("Z1").load("address");
      areas.worksheet.load("name");
      await context.sync();
      return [
        ...found.map(({ address }) => address.replaceAll("Sheet1!", "")),
        none.isNullObject,
        areas.worksheet.name,
      ];
    },
    expected: ["A2,B3", "B2:B3,C4:E10", "1:2,3:9", "A:A,B:D", "A1:A2,B3", "B3", true, "Sheet1"],
  });
  conforms("copyFrom copies into every area", {
    cells: block,
    set: "1.9",
    page: "excel.rangeareas#excel-excel-rangeareas-copyfrom-member(1)",
    does: (_context, sheet) => {
      sheet.getRanges("D1,F1").copyFrom("A1:B1");
      sheet.getRanges("H1").copyFrom(sheet.getRanges("A1,B2"));
    },
    shows: (context, sheet) => lookAt(context, sheet.getRange("D1:I2"), "values"),
    expected: [
      ["户名", "余额", "户名", "余额", "户名", ""],
      ["", "", "", "", "", 100],
    ],
  });
});

describe("what Excel refuses of formats", () => {
  const refused = (title: string, does: (sheet: Excel.Worksheet) => unknown) => {
    refuses(
      title,
      { set: "1.11", page: "excel.rangeformat", cells: block, does: (_context, sheet) => void does(sheet) },
      "InvalidArgument",
    );
  };
  refused("a pattern that there is not", (sheet) => {
    sheet.getRange("A1").format.fill.pattern = "Plaid" as "Solid";
  });
  refused("an underline that there is not", (sheet) => {
    sheet.getRange("A1").format.font.underline = "Wavy" as "Single";
  });
  refused("a tint beyond white", (sheet) => {
    sheet.getRange("A1").format.fill.tintAndShade = 1.5;
  });
  refused("an orientation beyond upright", (sheet) => {
    sheet.getRange("A1").format.textOrientation = 91;
  });
  refused("an indent beyond 250", (sheet) => {
    sheet.getRange("A1").format.indentLevel = 251;
  });
  refused("rows grouped as columns", (sheet) => {
    sheet.getRange("1:2").group("ByColumns");
  });
  refused("properties for other cells than there are", (sheet) => {
    sheet.getRange("A1:B1").setCellProperties([[{}]]);
  });
});
