import { conforms, refuses } from "./conform";

const cells = [
  ["锤子", 3, 25],
  ["扳手", 5, 40],
  ["钳子", "", ""],
];

describe("functions called from scripts", () => {
  conforms("numbers, texts, ranges and other results are taken", {
    cells,
    set: "1.2",
    page: "excel.functions",
    shows: async (context, sheet) => {
      const { functions } = context.workbook;
      const price = functions.vlookup("扳手", sheet.getRange("A1:C3"), 3, false);
      const found = [
        price,
        functions.sum(sheet.getRange("B1:B3"), 1, price),
        functions.countIf(sheet.getRange("B:B"), ">3"),
        functions.if(true, "是", "否"),
        functions.date(2026, 2, 28),
        functions.len('a"b'),
      ];
      found.forEach((one) => one.load("value,error"));
      await context.sync();
      return found.map(({ value, error }) => [value as unknown, error]);
    },
    expected: [
      [40, null],
      [49, null],
      [1, null],
      ["是", null],
      [46081, null],
      [3, null],
    ],
  });
  conforms("an error is told as one", {
    cells,
    set: "1.2",
    page: "excel.functionresult",
    shows: async (context, sheet) => {
      const { functions } = context.workbook;
      const found = [functions.vlookup("锯子", sheet.getRange("A1:C3"), 3, false), functions.mod(1, 0)];
      found.forEach((one) => one.load());
      await context.sync();
      return found.map(({ value, error }) => [value as unknown, error]);
    },
    expected: [
      [null, "#N/A"],
      [null, "#DIV/0!"],
    ],
  });
  refuses(
    "a function that the evaluator does not know is refused by name",
    { set: "1.2", page: "excel.functions", does: (context) => context.workbook.functions.besselJ(1, 1).load("value") },
    "ApiNotImplemented",
  );
  refuses(
    "an object that is no value",
    {
      set: "1.2",
      page: "excel.functions",
      does: (context) => context.workbook.functions.len({} as unknown as string).load("value"),
    },
    "InvalidArgument",
  );
});
