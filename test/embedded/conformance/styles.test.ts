import { blankBook } from "../../../src/embedded/xlsx/blank";
import { inExcel, opened, partsOf, sampleFile, withPart } from "../workbooks";
import { conforms, look, lookAt, refuses } from "./conform";

const STYLES = "xl/styles.xml";
const block = [
  ["户名", "余额"],
  ["甲", 100],
];

async function styleAt(sheet: Excel.Worksheet, ...addresses: readonly string[]): Promise<readonly string[]> {
  const ranges = addresses.map((at) => sheet.getRange(at).load("style"));
  await sheet.context.sync();
  return ranges.map(({ style }) => style);
}

/** What of a style is in cells' reach: font, fill and lower edge. */
async function lookOf(range: Excel.Range): Promise<unknown> {
  const { font, fill, borders } = range.format;
  const edge = borders.getItem("EdgeBottom").load("style,weight");
  font.load("color,bold,italic,size");
  fill.load("color");
  range.load("numberFormat");
  await range.context.sync();
  const { color, bold, italic, size } = font;
  return [color, bold, italic, size, fill.color, edge.style, edge.weight, (range.numberFormat as string[][])[0]?.[0]];
}

describe("Range.style", () => {
  conforms("tells Normal, Excel's own by their code, others by their name, null where cells differ", {
    cells: block,
    set: "1.7",
    page: "excel.range#excel-excel-range-style-member",
    does: (context, sheet) => {
      context.workbook.styles.add("关注类");
      sheet.getRange("A1").style = Excel.BuiltInStyle.heading1;
      sheet.getRange("B1").style = "关注类";
      sheet.getRange("A2").style = "check cell";
      sheet.getRange("D:D").style = "Good";
    },
    shows: (_context, sheet) => styleAt(sheet, "A1", "B1", "A2", "B2", "A1:B1", "D999"),
    expected: ["Heading1", "关注类", "CheckCell", "Normal", null, "Good"],
  });

  it.each([
    ["Good", ["#006100", false, false, 11, "#C6EFCE", "None", "Thin", "General"]],
    ["Bad", ["#9C0006", false, false, 11, "#FFC7CE", "None", "Thin", "General"]],
    ["Neutral", ["#9C5700", false, false, 11, "#FFEB9C", "None", "Thin", "General"]],
    ["Heading 1", ["#44546A", true, false, 15, "#FFFFFF", "Continuous", "Thick", "General"]],
    ["Heading 2", ["#44546A", true, false, 13, "#FFFFFF", "Continuous", "Thick", "General"]],
    ["Heading 3", ["#44546A", true, false, 11, "#FFFFFF", "Continuous", "Medium", "General"]],
    ["Heading 4", ["#44546A", true, false, 11, "#FFFFFF", "None", "Thin", "General"]],
    ["Title", ["#44546A", false, false, 18, "#FFFFFF", "None", "Thin", "General"]],
    ["Total", ["#000000", true, false, 11, "#FFFFFF", "Double", "Thick", "General"]],
    ["Input", ["#3F3F76", false, false, 11, "#FFCC99", "Continuous", "Thin", "General"]],
    ["Output", ["#3F3F3F", true, false, 11, "#F2F2F2", "Continuous", "Thin", "General"]],
    ["Calculation", ["#FA7D00", true, false, 11, "#F2F2F2", "Continuous", "Thin", "General"]],
    ["Check Cell", ["#FFFFFF", true, false, 11, "#A5A5A5", "Double", "Thick", "General"]],
    ["Linked Cell", ["#FA7D00", false, false, 11, "#FFFFFF", "Double", "Thick", "General"]],
    ["Note", ["#000000", false, false, 11, "#FFFFCC", "Continuous", "Thin", "General"]],
    ["Warning Text", ["#FF0000", false, false, 11, "#FFFFFF", "None", "Thin", "General"]],
    ["Explanatory Text", ["#7F7F7F", false, true, 11, "#FFFFFF", "None", "Thin", "General"]],
    ["Percent", ["#000000", false, false, 11, "#FFFFFF", "None", "Thin", "0%"]],
  ])("%s looks as Excel draws it, in cells and before it is used", async (name, expected) => {
    const { excel } = inExcel();
    const shown = async () =>
      Excel.run(async (context) => lookOf(context.workbook.worksheets.getFirst().getRange("A1")));
    await Excel.run(async (context) => {
      const style = context.workbook.styles
        .getItem(name)
        .load("name,builtIn,numberFormat,font/color,font/size,fill/color");
      await context.sync();
      expect([style.name, style.builtIn, style.numberFormat]).toEqual([name, true, expected[7]]);
      expect([style.font.color, style.font.size, style.fill.color]).toEqual([expected[0], expected[3], expected[4]]);
      context.workbook.worksheets.getFirst().getRange("A1").style = name;
      await context.sync();
    });
    expect(await shown()).toEqual(expected);
    inExcel(opened(excel.book.save()));
    expect(await shown()).toEqual(expected);
  });

  conforms("sets what the style includes and leaves the rest of a cell alone", {
    cells: block,
    set: "1.7",
    page: "excel.style#excel-excel-style-includenumber-member",
    does: (_context, sheet) => {
      const cell = sheet.getRange("B2");
      cell.numberFormat = [["0.00"]];
      cell.format.horizontalAlignment = "Right";
      cell.format.font.bold = true;
      cell.style = "Good";
      sheet.getRange("B1").style = "Comma";
    },
    shows: async (context, sheet) => [
      await lookOf(sheet.getRange("B2")),
      await lookAt(context, sheet.getRange("B2").format, "horizontalAlignment"),
      (await look(context, sheet.getRange("B1"), "numberFormat", "style")).style,
    ],
    expected: [["#006100", false, false, 11, "#C6EFCE", "None", "Thin", "0.00"], "Right", "Comma"],
  });

  conforms("goes back to Normal with all that a style brought", {
    cells: block,
    set: "1.7",
    page: "excel.range#excel-excel-range-style-member",
    does: (_context, sheet) => {
      sheet.getRange("A1:B2").style = "Total";
      sheet.getRange("A1:B2").style = "Normal";
    },
    shows: async (_context, sheet) => [await styleAt(sheet, "A1:B2"), await lookOf(sheet.getRange("A1"))],
    expected: [["Normal"], ["#000000", false, false, 11, "#FFFFFF", "None", "Thin", "General"]],
  });

  conforms("serves several areas", {
    cells: block,
    set: "1.9",
    page: "excel.rangeareas#excel-excel-rangeareas-style-member",
    does: (_context, sheet) => {
      sheet.getRanges("A1,B2").style = "Bad";
    },
    shows: async (context, sheet) => [
      await lookAt(context, sheet.getRanges("A1,B2"), "style"),
      await styleAt(sheet, "A1", "B1"),
    ],
    expected: ["Bad", ["Bad", "Normal"]],
  });

  refuses(
    "refuses a name that is none",
    {
      set: "1.7",
      page: "excel.range#excel-excel-range-style-member",
      does: (_context, sheet) => {
        sheet.getRange("A1").style = "没有的样式";
      },
    },
    "InvalidArgument",
  );
});

describe("a style", () => {
  conforms("turns the text of its cells", {
    cells: block,
    set: "1.8",
    page: "excel.style#excel-excel-style-textorientation-member",
    does: (context, sheet) => {
      context.workbook.styles.add("斜");
      context.workbook.styles.getItem("斜").textOrientation = 38;
      sheet.getRange("A2").style = "斜";
    },
    shows: async (context, sheet) => [
      await lookAt(context, context.workbook.styles.getItem("斜"), "textOrientation"),
      await lookAt(context, sheet.getRange("A2").format, "textOrientation"),
    ],
    expected: [38, 38],
  });

  conforms("of one's own is kept with everything that it says", {
    cells: block,
    set: "1.8",
    page: "excel.style",
    does: (context, sheet) => {
      const { styles } = context.workbook;
      styles.add("次级 <及以下>");
      const style = styles.getItem("次级 <及以下>");
      style.font.set({ bold: true, color: "#C00000", name: "宋体" });
      style.fill.color = "#FFF2CC";
      style.borders.getItem("EdgeBottom").style = "Double";
      style.set({ numberFormat: "#,##0.00", horizontalAlignment: "Center", verticalAlignment: "Top", wrapText: true });
      style.set({ locked: false, formulaHidden: true, includeNumber: false });
      sheet.getRange("A2").style = "次级 <及以下>";
    },
    shows: async (context, sheet) => {
      const style = context.workbook.styles.getItem("次级 <及以下>");
      style.font.load("bold,color,name");
      style.fill.load("color");
      style.borders.load("items/sideIndex,items/style");
      const said = await look(
        context,
        style,
        ...(["name", "builtIn", "numberFormat", "horizontalAlignment", "verticalAlignment", "wrapText"] as const),
        ...(["locked", "formulaHidden", "includeNumber", "includeFont", "includeBorder"] as const),
      );
      const { bold, color, name } = style.font;
      const edges = style.borders.items.map((edge) => [edge.sideIndex, edge.style]);
      return [said, [bold, color, name], style.fill.color, edges, await lookOf(sheet.getRange("A2"))];
    },
    expected: [
      {
        name: "次级 <及以下>",
        builtIn: false,
        numberFormat: "#,##0.00",
        horizontalAlignment: "Center",
        verticalAlignment: "Top",
        wrapText: true,
        locked: false,
        formulaHidden: true,
        includeNumber: false,
        includeFont: true,
        includeBorder: true,
      },
      [true, "#C00000", "宋体"],
      "#FFF2CC",
      [
        ["EdgeTop", "None"],
        ["EdgeBottom", "Double"],
        ["EdgeLeft", "None"],
        ["EdgeRight", "None"],
      ],
      ["#C00000", true, false, 11, "#FFF2CC", "Double", "Thick", "General"],
    ],
  });

  conforms("that changes changes its cells, but for what they have of their own", {
    cells: block,
    set: "1.7",
    page: "excel.style",
    does: (context, sheet) => {
      sheet.getRange("A1:B1").style = "Good";
      sheet.getRange("B1").format.font.italic = true;
      const style = context.workbook.styles.getItem("Good");
      style.font.color = "#0000FF";
      style.fill.color = "#DDDDDD";
      context.workbook.styles.getItem("Normal").font.size = 12;
    },
    shows: async (_context, sheet) => {
      const cells = ["A1", "B1", "A2", "Z99"].map((at) => sheet.getRange(at));
      const looks = [];
      for (const cell of cells) looks.push(await lookOf(cell));
      return looks;
    },
    expected: [
      ["#0000FF", false, false, 11, "#DDDDDD", "None", "Thin", "General"],
      ["#006100", false, true, 11, "#DDDDDD", "None", "Thin", "General"],
      ["#000000", false, false, 12, "#FFFFFF", "None", "Thin", "General"],
      ["#000000", false, false, 12, "#FFFFFF", "None", "Thin", "General"],
    ],
  });

  conforms("that is deleted leaves its cells normal, and the others as they are", {
    cells: block,
    set: "1.14",
    page: "excel.style#excel-excel-style-delete-member(1)",
    does: (context, sheet) => {
      const { styles } = context.workbook;
      styles.add("甲");
      styles.add("乙");
      styles.getItem("甲").fill.color = "#FF0000";
      styles.getItem("乙").fill.color = "#00FF00";
      sheet.getRange("A1").style = "甲";
      sheet.getRange("B1").style = "乙";
      sheet.getRange("A2").style = "Bad";
      styles.getItem("甲").delete();
    },
    shows: async (context, sheet) => {
      const gone = context.workbook.styles.getItemOrNullObject("甲");
      await context.sync();
      const fill = sheet.getRange("A1").format.fill.load("color");
      const other = sheet.getRange("B1").format.fill.load("color");
      return [gone.isNullObject, await styleAt(sheet, "A1", "B1", "A2"), fill.color, other.color];
    },
    expected: [true, ["Normal", "乙", "Bad"], "#FFFFFF", "#00FF00"],
  });

  const refused = (title: string, does: (context: Excel.RequestContext) => unknown, code: string): void => {
    refuses(title, { set: "1.7", page: "excel.stylecollection", does }, code);
  };
  refused(
    "is not found by a name that is none",
    ({ workbook }) => workbook.styles.getItem("没有").load("name"),
    "ItemNotFound",
  );
  refused(
    "is not added under a name that is taken",
    ({ workbook }) => {
      workbook.styles.add("heading 1");
    },
    "InvalidArgument",
  );
  refused(
    "is not added without a name",
    ({ workbook }) => {
      workbook.styles.add(" ");
    },
    "InvalidArgument",
  );
  refused(
    "that all others rest upon stays",
    ({ workbook }) => {
      workbook.styles.getItem("Normal").delete();
    },
    "InvalidOperation",
  );
});

describe("the collection of styles", () => {
  conforms("has Excel's own and those of the file", {
    set: "1.9",
    page: "excel.stylecollection#excel-excel-stylecollection-getcount-member(1)",
    does: ({ workbook }) => {
      workbook.styles.add("回访");
    },
    shows: async (context) => {
      const styles = context.workbook.styles.load("items/name,items/builtIn");
      const count = styles.getCount();
      const first = styles.getItemAt(0).load("name");
      await context.sync();
      const names = styles.items.map(({ name }) => name);
      return [count.value === names.length, first.name, names.slice(-2), styles.items.at(-1)?.builtIn];
    },
    expected: [true, "Normal", ["Explanatory Text", "回访"], false],
  });

  it("is read without a trace in the file", async () => {
    const before = partsOf(sampleFile()).get(STYLES);
    const { excel } = inExcel(opened(sampleFile()));
    await Excel.run(async (context) => {
      const styles = context.workbook.styles.load("items/name,items/font/color,items/includeFont");
      context.workbook.worksheets.getFirst().getRange("A1:C5").load("style");
      await context.sync();
      expect(styles.items.length).toBeGreaterThanOrEqual(48);
    });
    expect(partsOf(excel.book.save()).get(STYLES)).toBe(before);
  });

  it("enters the file as Excel writes it: one format of the style, one entry, cells that name it", async () => {
    const { excel } = inExcel();
    await Excel.run(async ({ workbook }) => {
      workbook.worksheets.getFirst().getRange("A1:B9").style = "Good";
      await workbook.context.sync();
    });
    const xml = partsOf(excel.book.save()).get(STYLES) ?? "";
    expect(xml).toContain(
      '<cellStyles count="2"><cellStyle name="常规" xfId="0" builtinId="0"/><cellStyle name="Good" xfId="1" builtinId="26"/></cellStyles>',
    );
    expect(xml).toContain(
      '<cellStyleXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="0" fontId="1" fillId="2" borderId="0" applyNumberFormat="0" applyBorder="0" applyAlignment="0" applyProtection="0"/></cellStyleXfs>',
    );
    expect(xml).toContain('<xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="1"/></cellXfs>');
  });

  it("stands up in files of other programs that have no styles at all", async () => {
    const bare = withPart(blankBook().save(), STYLES, (xml) =>
      xml.replace(/<cellStyleXfs.*<\/cellStyleXfs>/, "").replace(/<cellStyles.*<\/cellStyles>/, ""),
    );
    const { excel } = inExcel(opened(bare));
    await Excel.run(async ({ workbook }) => {
      workbook.worksheets.getFirst().getRange("A1").style = "Total";
      await workbook.context.sync();
    });
    inExcel(opened(excel.book.save()));
    await Excel.run(async (context) => {
      expect(await styleAt(context.workbook.worksheets.getFirst(), "A1", "B1")).toEqual(["Total", "Normal"]);
    });
    expect(partsOf(excel.book.save()).get(STYLES)).toMatch(
      /<\/borders><cellStyleXfs count="2">.*<\/cellStyleXfs><cellXfs .*<\/cellXfs><cellStyles count="2">/,
    );
  });
});
