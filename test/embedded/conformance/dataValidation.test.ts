import { conforms, look, lookAt, refuses } from "./conform";

const cells = [[1], [5.5], ["x"], [""], [-2]];
const place = (sheet: Excel.Worksheet) => sheet.getRange("A1:A5").dataValidation;

/** A rule that is set and read back, and the cells that break it. */
const rules: readonly (readonly [string, Excel.DataValidationRule, unknown, string])[] = [
  [
    "wholeNumber",
    { wholeNumber: { formula1: 0, operator: "GreaterThan" } },
    { wholeNumber: { formula1: "=0", operator: "GreaterThan" } },
    "A2:A3,A5",
  ],
  [
    "decimal",
    { decimal: { formula1: "=A$5", formula2: 5, operator: "Between" } },
    { decimal: { formula1: "=A$5", formula2: "=5", operator: "Between" } },
    "A2:A3",
  ],
  [
    "textLength",
    { textLength: { formula1: 1, operator: "LessThanOrEqualTo" } },
    { textLength: { formula1: "=1", operator: "LessThanOrEqualTo" } },
    "A2,A5",
  ],
  [
    "list of values",
    { list: { inCellDropDown: false, source: "1, x,5.5" } },
    { list: { inCellDropDown: false, source: "1, x,5.5" } },
    "A5",
  ],
  [
    "list of a formula",
    { list: { inCellDropDown: true, source: "=$A$1:$A$2" } },
    { list: { inCellDropDown: true, source: "=$A$1:$A$2" } },
    "A3,A5",
  ],
  [
    "date",
    { date: { formula1: "2026-01-31", operator: "LessThan" } },
    { date: { formula1: "=46053", operator: "LessThan" } },
    "A3",
  ],
  [
    "time",
    { time: { formula1: "12:00", formula2: "18:00", operator: "NotBetween" } },
    { time: { formula1: "=0.5", formula2: "=0.75", operator: "NotBetween" } },
    "A3",
  ],
  ["custom", { custom: { formula: "=A1>0" } }, { custom: { formula: "=A1>0" } }, "A5"],
];

describe("the rules of data validation", () => {
  for (const [title, rule, shown, invalid] of rules) {
    conforms(`${title} is kept and judges the cells`, {
      cells,
      set: "1.9",
      page: "excel.datavalidationrule",
      does: (_context, sheet) => {
        place(sheet).rule = rule;
      },
      shows: async (context, sheet) => {
        const found = place(sheet).getInvalidCells().load("address");
        const said = await look(context, place(sheet), "rule", "valid", "ignoreBlanks");
        return { ...said, invalid: found.address.replaceAll("Sheet1!", "") };
      },
      expected: { rule: shown, valid: null, ignoreBlanks: true, invalid },
    });
  }
  conforms("a list takes a range, a comparison too", {
    cells,
    set: "1.8",
    page: "excel.listdatavalidation",
    does: (_context, sheet) => {
      sheet.getRange("C1:C2").dataValidation.rule = {
        list: { inCellDropDown: true, source: sheet.getRange("A1:A3") },
      };
      sheet.getRange("D1").dataValidation.rule = {
        wholeNumber: { formula1: sheet.getRange("A1"), operator: Excel.DataValidationOperator.greaterThan },
      };
    },
    shows: async (context, sheet) => [
      await lookAt(context, sheet.getRange("C2").dataValidation, "rule"),
      await lookAt(context, sheet.getRange("D1").dataValidation, "rule"),
    ],
    expected: [
      { list: { inCellDropDown: true, source: "=Sheet1!$A$1:$A$3" } },
      { wholeNumber: { formula1: "=Sheet1!$A$1", operator: "GreaterThan" } },
    ],
  });
  conforms("a date may be handed over as one", {
    cells,
    set: "1.8",
    page: "excel.datetimedatavalidation",
    does: (_context, sheet) => {
      place(sheet).rule = {
        date: { formula1: new Date(Date.UTC(2026, 0, 31)), operator: "GreaterThanOrEqualTo" },
      };
    },
    shows: (context, sheet) => lookAt(context, place(sheet), "rule"),
    expected: { date: { formula1: "=46053", operator: "GreaterThanOrEqualTo" } },
  });
  conforms("prompt and alert say something, or are not shown", {
    cells,
    set: "1.8",
    page: "excel.datavalidation",
    does: (_context, sheet) => {
      const validation = place(sheet);
      validation.rule = { custom: { formula: "=TRUE" } };
      validation.prompt = { showPrompt: true, title: "余额", message: "只填数字" };
      validation.errorAlert = { showAlert: false, style: "Warning", title: "不对", message: "请再看一眼" };
      validation.ignoreBlanks = false;
    },
    shows: (context, sheet) => look(context, place(sheet), "prompt", "errorAlert", "ignoreBlanks", "valid", "type"),
    expected: {
      prompt: { showPrompt: true, title: "余额", message: "只填数字" },
      errorAlert: { showAlert: false, style: "Warning", title: "不对", message: "请再看一眼" },
      ignoreBlanks: false,
      valid: true,
      type: "Custom",
    },
  });
  conforms("type tells where cells differ", {
    cells,
    set: "1.8",
    page: "excel.datavalidation#excel-excel-datavalidation-type-member",
    does: (_context, sheet) => {
      sheet.getRange("A1:A2").dataValidation.rule = { custom: { formula: "=TRUE" } };
      sheet.getRange("B1").dataValidation.rule = { list: { inCellDropDown: true, source: "a,b" } };
    },
    shows: async (context, sheet) => {
      const found = ["A1:A2", "A1:A3", "A1:B1", "C1"].map((at) => sheet.getRange(at).dataValidation.load("type"));
      await context.sync();
      return found.map(({ type }) => type);
    },
    expected: ["Custom", "MixedCriteria", "Inconsistent", "None"],
  });
  conforms("clear leaves the rest of a rule meaning what it meant", {
    cells,
    set: "1.9",
    page: "excel.datavalidation#excel-excel-datavalidation-clear-member(1)",
    does: (_context, sheet) => {
      place(sheet).rule = { custom: { formula: "=A1>0" } };
      sheet.getRange("A1:A3").dataValidation.clear();
    },
    shows: async (context, sheet) => {
      const none = sheet.getRange("A1:A4").dataValidation.getInvalidCellsOrNullObject().load("address");
      const rule = await lookAt(context, sheet.getRange("A4:A5").dataValidation, "rule");
      const { address } = await look(context, sheet.getRange("A1:A5").dataValidation.getInvalidCells(), "address");
      return { rule, address, isNull: none.isNullObject };
    },
    expected: { rule: { custom: { formula: "=A4>0" } }, address: "Sheet1!A5", isNull: true },
  });
  conforms("several areas get one rule", {
    cells,
    set: "1.9",
    page: "excel.rangeareas#excel-excel-rangeareas-datavalidation-member",
    does: (_context, sheet) => {
      sheet.getRanges("A1,A5").dataValidation.rule = { decimal: { formula1: 0, operator: "GreaterThan" } };
    },
    shows: async (context, sheet) => {
      const validation = sheet.getRanges("A1,A5").dataValidation;
      const { address } = await look(context, validation.getInvalidCells(), "address");
      return { ...(await look(context, validation, "valid")), address };
    },
    expected: { valid: null, address: "Sheet1!A5" },
  });
});

describe("what Excel refuses of data validation", () => {
  const refused = (title: string, does: (validation: Excel.DataValidation) => unknown, code = "InvalidArgument") => {
    refuses(
      title,
      { set: "1.9", page: "excel.datavalidation", cells, does: (_context, sheet) => void does(place(sheet)) },
      code,
    );
  };
  refused("a list of more than 255 characters", (validation) => {
    validation.rule = { list: { inCellDropDown: true, source: "a".repeat(256) } };
  });
  refused("a prompt's title of more than 32 characters", (validation) => {
    validation.prompt = { showPrompt: true, title: "a".repeat(33), message: "" };
  });
  refused("an alert of more than 255 characters", (validation) => {
    validation.errorAlert = { showAlert: true, style: "Stop", title: "", message: "a".repeat(256) };
  });
  refused("a style of alert that there is not", (validation) => {
    validation.errorAlert = { showAlert: true, style: "Shout" as "Stop", title: "", message: "" };
  });
  refused("an operator that there is not", (validation) => {
    validation.rule = { decimal: { formula1: 1, operator: "About" as "Between" } };
  });
  refused("between with one end", (validation) => {
    validation.rule = { wholeNumber: { formula1: 1, operator: "Between" } };
  });
  refused("a number that is none", (validation) => {
    validation.rule = { wholeNumber: { formula1: "many", operator: "EqualTo" } };
  });
  refused("two rules at once", (validation) => {
    validation.rule = { custom: { formula: "=TRUE" }, list: { inCellDropDown: true, source: "a" } };
  });
  refused(
    "invalid cells where there are none",
    (validation) => validation.getInvalidCells().load("address"),
    "ItemNotFound",
  );
});
