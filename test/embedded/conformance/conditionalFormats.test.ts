import { conforms, look, lookAt, refuses } from "./conform";

const numbers = [[1], [5], [9], [-3]];

/** The one conditional format of the cells. */
const rule = (sheet: Excel.Worksheet) => sheet.getRange("A1:A4").conditionalFormats.getItemAt(0);
const add = (sheet: Excel.Worksheet, type: `${Excel.ConditionalFormatType}`) =>
  sheet.getRange("A1:A4").conditionalFormats.add(type);

describe("rules that test cells", () => {
  conforms("cellValue compares with a formula", {
    cells: numbers,
    set: "1.6",
    page: "excel.cellvalueconditionalformat",
    does: (_context, sheet) => {
      const format = add(sheet, Excel.ConditionalFormatType.cellValue);
      format.cellValue.format.font.color = "red";
      format.cellValue.rule = { formula1: "=0", operator: "LessThan" };
    },
    shows: async (context, sheet) => {
      const format = rule(sheet);
      const font = format.cellValue.format.font.load("color");
      const said = await lookAt(context, format.cellValue, "rule");
      return { ...(await look(context, format, "type", "priority", "stopIfTrue")), said, color: font.color };
    },
    expected: {
      type: "CellValue",
      priority: 0,
      stopIfTrue: false,
      said: { formula1: "=0", formula2: "", operator: "LessThan" },
      color: "#FF0000",
    },
  });
  conforms("cellValue takes two ends for between", {
    cells: numbers,
    set: "1.6",
    page: "excel.conditionalcellvaluerule",
    does: (_context, sheet) => {
      add(sheet, Excel.ConditionalFormatType.cellValue).cellValue.rule = {
        formula1: "=$A$1",
        formula2: "=5",
        operator: Excel.ConditionalCellValueOperator.between,
      };
    },
    shows: (context, sheet) => lookAt(context, rule(sheet).cellValue, "rule"),
    expected: { formula1: "=$A$1", formula2: "=5", operator: "Between" },
  });
  conforms("containsText keeps the text and its operator", {
    cells: [["催收<a>"], ["x"], ["y"], ["z"]],
    set: "1.6",
    page: "excel.textconditionalformat",
    does: (_context, sheet) => {
      const format = add(sheet, Excel.ConditionalFormatType.containsText);
      format.textComparison.format.font.bold = true;
      format.textComparison.rule = { operator: Excel.ConditionalTextOperator.beginsWith, text: '催收<"a">' };
    },
    shows: (context, sheet) => lookAt(context, rule(sheet).textComparison, "rule"),
    expected: { operator: "BeginsWith", text: '催收<"a">' },
  });
  conforms("topBottom counts items or percent", {
    cells: numbers,
    set: "1.6",
    page: "excel.topbottomconditionalformat",
    does: (_context, sheet) => {
      const format = add(sheet, Excel.ConditionalFormatType.topBottom);
      format.topBottom.format.fill.color = "green";
      format.topBottom.rule = { rank: 25, type: "BottomPercent" };
    },
    shows: (context, sheet) => lookAt(context, rule(sheet).topBottom, "rule"),
    expected: { rank: 25, type: "BottomPercent" },
  });
  conforms("a custom rule is said in either notation", {
    cells: numbers,
    set: "1.6",
    page: "excel.conditionalformatrule",
    does: (_context, sheet) => {
      const { custom } = sheet.getRange("B2:B4").conditionalFormats.add(Excel.ConditionalFormatType.custom);
      custom.rule.formulaR1C1 = "=RC[-1]>R1C1";
      custom.format.fill.color = "#FFEB9C";
    },
    shows: (context, sheet) =>
      look(
        context,
        sheet.getRange("B2:B4").conditionalFormats.getItemAt(0).custom.rule,
        "formula",
        "formulaLocal",
        "formulaR1C1",
      ),
    expected: { formula: "=A2>$A$1", formulaLocal: "=A2>$A$1", formulaR1C1: "=RC[-1]>R1C1" },
  });

  const presets = everyCriterion();
  conforms("every preset criterion is kept", {
    cells: numbers,
    set: "1.6",
    page: "excel.presetcriteriaconditionalformat",
    does: (_context, sheet) => {
      presets.forEach((criterion, index) => {
        const { preset } = sheet.getCell(index, 5).conditionalFormats.add("PresetCriteria");
        preset.rule = { criterion };
        preset.format.font.italic = true;
      });
    },
    shows: async (context, sheet) => {
      const found = presets.map((_, index) => sheet.getCell(index, 5).conditionalFormats.getItemAt(0));
      found.forEach((one) => {
        one.load("type");
        one.preset.load("rule");
      });
      await context.sync();
      return found.map(({ type, preset }) => `${type} ${preset.rule.criterion}`);
    },
    expected: presets.map((criterion) => `PresetCriteria ${criterion}`),
  });
});

/** The criteria that Excel knows. */
function everyCriterion(): readonly Excel.ConditionalPresetCriteriaRule["criterion"][] {
  return [
    "Blanks",
    "NonBlanks",
    "Errors",
    "NonErrors",
    "Yesterday",
    "Today",
    "Tomorrow",
    "LastSevenDays",
    "LastWeek",
    "ThisWeek",
    "NextWeek",
    "LastMonth",
    "ThisMonth",
    "NextMonth",
    "AboveAverage",
    "BelowAverage",
    "EqualOrAboveAverage",
    "EqualOrBelowAverage",
    "OneStdDevAboveAverage",
    "OneStdDevBelowAverage",
    "TwoStdDevAboveAverage",
    "TwoStdDevBelowAverage",
    "ThreeStdDevAboveAverage",
    "ThreeStdDevBelowAverage",
    "UniqueValues",
    "DuplicateValues",
  ];
}

describe("what a rule changes in a cell's look", () => {
  conforms("font, fill, number format and borders", {
    cells: numbers,
    set: "1.6",
    page: "excel.conditionalrangeformat",
    does: (_context, sheet) => {
      const { format } = add(sheet, Excel.ConditionalFormatType.custom).custom;
      format.font.set({ bold: true, italic: true, strikethrough: true, underline: "Double", color: "#9C0006" });
      format.fill.color = "#FFC7CE";
      format.numberFormat = '0.00"元"';
      format.borders.getItem("EdgeBottom").style = Excel.ConditionalRangeBorderLineStyle.dash;
      format.borders.top.color = "blue";
      format.borders.left.style = "Continuous";
      format.borders.left.style = "None";
    },
    shows: async (context, sheet) => {
      const { format } = rule(sheet).custom;
      format.load("numberFormat");
      format.fill.load("color");
      format.borders.load("items/sideIndex,items/style,items/color");
      const font = await look(context, format.font, "bold", "italic", "strikethrough", "underline", "color");
      const borders = format.borders.items.map(({ sideIndex, style, color }) => [sideIndex, style, color].join(" "));
      return { ...font, fill: format.fill.color, numberFormat: format.numberFormat as string, borders };
    },
    expected: {
      bold: true,
      italic: true,
      strikethrough: true,
      underline: "Double",
      color: "#9C0006",
      fill: "#FFC7CE",
      numberFormat: '0.00"元"',
      borders: ["EdgeTop Continuous #0000FF", "EdgeBottom Dash ", "EdgeLeft None ", "EdgeRight None "],
    },
  });
  conforms("clear takes the font's part away and leaves the rest", {
    cells: numbers,
    set: "1.6",
    page: "excel.conditionalrangefont",
    does: (_context, sheet) => {
      const { format } = add(sheet, Excel.ConditionalFormatType.custom).custom;
      format.font.bold = true;
      format.fill.color = "#FFC7CE";
      format.font.clear();
    },
    shows: async (context, sheet) => {
      const { format } = rule(sheet).custom;
      format.fill.load("color");
      const font = await look(context, format.font, "bold", "color", "underline");
      return { ...font, fill: format.fill.color };
    },
    expected: { bold: null, color: "", underline: null, fill: "#FFC7CE" },
  });
});

describe("rules that show values", () => {
  conforms("colorScale has two or three colours", {
    cells: numbers,
    set: "1.6",
    page: "excel.colorscaleconditionalformat",
    does: (_context, sheet) => {
      add(sheet, Excel.ConditionalFormatType.colorScale).colorScale.criteria = {
        minimum: { type: Excel.ConditionalFormatColorCriterionType.lowestValue, color: "blue" },
        midpoint: { formula: "50", type: Excel.ConditionalFormatColorCriterionType.percent, color: "yellow" },
        maximum: { formula: "=$A$3", type: "Formula", color: "red" },
      };
    },
    shows: (context, sheet) => look(context, rule(sheet).colorScale, "criteria", "threeColorScale"),
    expected: {
      threeColorScale: true,
      criteria: {
        minimum: { type: "LowestValue", formula: null, color: "#0000FF" },
        midpoint: { type: "Percent", formula: "=50", color: "#FFFF00" },
        maximum: { type: "Formula", formula: "=$A$3", color: "#FF0000" },
      },
    },
  });
  conforms("dataBar has directions, bounds, an axis and two formats", {
    cells: numbers,
    set: "1.6",
    page: "excel.databarconditionalformat",
    does: (_context, sheet) => {
      const { dataBar } = add(sheet, Excel.ConditionalFormatType.dataBar);
      dataBar.barDirection = Excel.ConditionalDataBarDirection.rightToLeft;
      dataBar.axisFormat = "CellMidPoint";
      dataBar.axisColor = "#123456";
      dataBar.showDataBarOnly = true;
      dataBar.lowerBoundRule = { type: "Number", formula: "=-5" };
      dataBar.upperBoundRule = { type: Excel.ConditionalFormatRuleType.highestValue };
      dataBar.positiveFormat.fillColor = "#00B050";
      dataBar.positiveFormat.gradientFill = false;
      dataBar.positiveFormat.borderColor = "#006100";
      dataBar.negativeFormat.fillColor = "#C00000";
      dataBar.negativeFormat.borderColor = "#9C0006";
    },
    shows: async (context, sheet) => {
      const { dataBar } = rule(sheet);
      dataBar.positiveFormat.load();
      dataBar.negativeFormat.load();
      dataBar.load();
      await context.sync();
      return dataBar.toJSON();
    },
    expected: {
      barDirection: "RightToLeft",
      axisFormat: "CellMidPoint",
      axisColor: "#123456",
      showDataBarOnly: true,
      lowerBoundRule: { type: "Number", formula: "=-5" },
      upperBoundRule: { type: "HighestValue" },
      positiveFormat: { fillColor: "#00B050", gradientFill: false, borderColor: "#006100" },
      negativeFormat: {
        fillColor: "#C00000",
        borderColor: "#9C0006",
        matchPositiveFillColor: false,
        matchPositiveBorderColor: false,
      },
    },
  });
  conforms("a new dataBar is blue, with red bars for what is negative", {
    cells: numbers,
    set: "1.6",
    page: "excel.databarconditionalformat",
    does: (_context, sheet) => {
      add(sheet, Excel.ConditionalFormatType.dataBar).dataBar.negativeFormat.matchPositiveFillColor = true;
    },
    shows: async (context, sheet) => {
      const { dataBar } = rule(sheet);
      dataBar.negativeFormat.load("fillColor");
      const said = await look(context, dataBar, "lowerBoundRule", "upperBoundRule", "axisFormat", "barDirection");
      return { ...said, negative: dataBar.negativeFormat.fillColor };
    },
    expected: {
      lowerBoundRule: { type: "Automatic" },
      upperBoundRule: { type: "Automatic" },
      axisFormat: "Automatic",
      barDirection: "Context",
      negative: "#638EC6",
    },
  });
  conforms("iconSet has a style and a limit for each icon", {
    cells: numbers,
    set: "1.6",
    page: "excel.iconsetconditionalformat",
    does: (_context, sheet) => {
      const { iconSet } = add(sheet, Excel.ConditionalFormatType.iconSet);
      iconSet.style = Excel.IconSet.fourTrafficLights;
      iconSet.style = Excel.IconSet.threeSymbols2;
      iconSet.reverseIconOrder = true;
      iconSet.showIconOnly = true;
      iconSet.criteria = [
        {} as Excel.ConditionalIconCriterion,
        { type: "Number", operator: "GreaterThan", formula: "=3" },
        { type: "Percentile", operator: "GreaterThanOrEqual", formula: "=80" },
      ];
    },
    shows: (context, sheet) =>
      look(context, rule(sheet).iconSet, "style", "criteria", "reverseIconOrder", "showIconOnly"),
    expected: {
      style: "ThreeSymbols2",
      reverseIconOrder: true,
      showIconOnly: true,
      criteria: [
        { type: "Percent", formula: "=0", operator: "GreaterThanOrEqual", customIcon: null },
        { type: "Number", formula: "=3", operator: "GreaterThan", customIcon: null },
        { type: "Percentile", formula: "=80", operator: "GreaterThanOrEqual", customIcon: null },
      ],
    },
  });
  conforms("icons of newer sets and of several sets are kept", {
    cells: numbers,
    set: "1.6",
    page: "excel.conditionaliconcriterion",
    does: (_context, sheet) => {
      sheet.getRange("B1").conditionalFormats.add("IconSet").iconSet.style = "FiveBoxes";
      const { iconSet } = add(sheet, Excel.ConditionalFormatType.iconSet);
      iconSet.style = Excel.IconSet.threeTriangles;
      iconSet.criteria = [
        {} as Excel.ConditionalIconCriterion,
        {
          type: "Number",
          operator: "GreaterThanOrEqual",
          formula: "=1",
          customIcon: Excel.icons.fiveBoxes.fourFilledBoxes,
        },
        { type: "Formula", operator: "GreaterThanOrEqual", formula: "=$A$3" },
      ];
    },
    shows: async (context, sheet) => {
      const boxes = sheet.getRange("B1").conditionalFormats.getItemAt(0).iconSet.load("style,criteria");
      const { style, criteria } = await look(context, rule(sheet).iconSet, "style", "criteria");
      const icons = criteria.map(({ customIcon }) => `${String(customIcon?.set)} ${String(customIcon?.index)}`);
      return { style, icons, boxes: boxes.style, limits: boxes.criteria.map(({ formula }) => formula) };
    },
    expected: {
      style: "ThreeTriangles",
      icons: ["ThreeTriangles 0", "FiveBoxes 4", "ThreeTriangles 2"],
      boxes: "FiveBoxes",
      limits: ["=0", "=20", "=40", "=60", "=80"],
    },
  });
});

describe("the rules of a range", () => {
  const three = (sheet: Excel.Worksheet) => {
    add(sheet, Excel.ConditionalFormatType.colorScale);
    add(sheet, Excel.ConditionalFormatType.dataBar);
    add(sheet, Excel.ConditionalFormatType.iconSet).iconSet.style = "ThreeStars";
  };
  const types = async (context: Excel.RequestContext, sheet: Excel.Worksheet) => {
    const found = sheet.getRange("A1:A4").conditionalFormats.load("items/type,items/priority");
    await context.sync();
    return found.items.map(({ type, priority }) => `${String(priority)} ${type}`);
  };
  conforms("the last one that was added is the strongest", {
    cells: numbers,
    set: "1.6",
    page: "excel.conditionalformatcollection",
    does: (_context, sheet) => {
      three(sheet);
    },
    shows: types,
    expected: ["0 IconSet", "1 DataBar", "2 ColorScale"],
  });
  conforms("priority moves a rule among the others", {
    cells: numbers,
    set: "1.6",
    page: "excel.conditionalformat#excel-excel-conditionalformat-priority-member",
    does: async (context, sheet) => {
      three(sheet);
      const found = sheet.getRange("A1:A4").conditionalFormats.load("items/id");
      await context.sync();
      const [icons, bars] = found.items;
      if (icons !== undefined) icons.priority = -1;
      await context.sync();
      if (bars !== undefined) bars.priority = 1;
    },
    shows: types,
    expected: ["0 ColorScale", "1 DataBar", "2 IconSet"],
  });
  conforms("delete takes one away, with all that belongs to it", {
    cells: numbers,
    set: "1.6",
    page: "excel.conditionalformat#excel-excel-conditionalformat-delete-member(1)",
    does: async (context, sheet) => {
      three(sheet);
      const found = sheet.getRange("A1:A4").conditionalFormats.load("items/id");
      await context.sync();
      found.items[1]?.delete();
    },
    shows: types,
    expected: ["0 IconSet", "1 ColorScale"],
  });
  conforms("clearAll takes all away", {
    cells: numbers,
    set: "1.6",
    page: "excel.conditionalformatcollection#excel-excel-conditionalformatcollection-clearall-member(1)",
    does: (_context, sheet) => {
      three(sheet);
      sheet.getRange().conditionalFormats.clearAll();
    },
    shows: async (_context, sheet) => {
      const count = sheet.getRange().conditionalFormats.getCount();
      await _context.sync();
      return count.value;
    },
    expected: 0,
  });
  conforms("a rule below others may be changed, and stops those behind it", {
    cells: numbers,
    set: "1.9",
    page: "excel.conditionalformat#excel-excel-conditionalformat-stopiftrue-member",
    does: async (context, sheet) => {
      const lower = add(sheet, Excel.ConditionalFormatType.custom);
      add(sheet, Excel.ConditionalFormatType.custom);
      await context.sync();
      lower.stopIfTrue = true;
      lower.custom.rule.formula = "=A1>5";
    },
    shows: async (context, sheet) => {
      const format = sheet.getRange("A1:A4").conditionalFormats.getItemAt(1);
      const ranges = format.getRanges().load("address");
      const range = format.getRangeOrNullObject().load("address");
      const other = format.cellValueOrNullObject.load("rule");
      const { formula } = await look(context, format.custom.rule, "formula");
      const { stopIfTrue } = await look(context, format, "stopIfTrue");
      return { formula, stopIfTrue, at: [ranges.address, range.address], isNull: other.isNullObject };
    },
    expected: { formula: "=A1>5", stopIfTrue: true, at: ["Sheet1!A1:A4", "Sheet1!A1:A4"], isNull: true },
  });
});

describe("what Excel refuses of conditional formats", () => {
  const refused = (title: string, does: (sheet: Excel.Worksheet) => unknown, code = "InvalidArgument") => {
    refuses(title, { set: "1.9", page: "excel.conditionalformat", does: (_context, sheet) => void does(sheet) }, code);
  };
  refused("a kind that there is not", (sheet) => sheet.getRange("A1").conditionalFormats.add("Sparkle" as "Custom"));
  refused("an operator that there is not", (sheet) => {
    add(sheet, "CellValue").cellValue.rule = { formula1: "1", operator: "Invalid" };
  });
  refused("between without a second end", (sheet) => {
    add(sheet, "CellValue").cellValue.rule = { formula1: "1", operator: "Between" };
  });
  refused("a comparison without a text", (sheet) => {
    add(sheet, "ContainsText").textComparison.rule = { operator: "Contains", text: "" };
  });
  refused("more than a hundred percent", (sheet) => {
    add(sheet, "TopBottom").topBottom.rule = { rank: 101, type: "TopPercent" };
  });
  refused("icons of another number than their set", (sheet) => {
    add(sheet, "IconSet").iconSet.criteria = [];
  });
  refused("a middle that is an end", (sheet) => {
    add(sheet, "ColorScale").colorScale.criteria = {
      minimum: { type: "LowestValue" },
      midpoint: { type: "HighestValue" },
      maximum: { type: "HighestValue" },
    };
  });
  refused("a highest value for a lower bound", (sheet) => {
    add(sheet, "DataBar").dataBar.lowerBoundRule = { type: "HighestValue" };
  });
  refused("a colour that is none", (sheet) => {
    add(sheet, "Custom").custom.format.fill.color = "reddish";
  });
  refused("a rule of another kind", (sheet) => add(sheet, "DataBar").custom.rule.load("formula"), "InvalidOperation");
  refused(
    "stopIfTrue where nothing is true",
    (sheet) => {
      add(sheet, "IconSet").stopIfTrue = true;
    },
    "InvalidOperation",
  );
});
