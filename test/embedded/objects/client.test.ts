import { blankBook } from "../../../src/embedded/xlsx/blank";
import { fileWith, inExcel, opened, withPart, type Running } from "../workbooks";

const started = (file?: Uint8Array): Running => inExcel(file === undefined ? blankBook() : opened(file));

/** The code with which Excel refuses a batch; fails where it does not. */
async function refused(batch: (context: Excel.RequestContext) => void): Promise<{ code: string; message: string }> {
  try {
    await Excel.run(async (context) => {
      batch(context);
      await context.sync();
    });
  } catch (error) {
    return error as { code: string; message: string };
  }
  throw new Error("not refused");
}

const sheetOf = (context: Excel.RequestContext) => context.workbook.worksheets.getItem("Sheet1");

/** Loads one property of a range. */
async function loaded(
  address: string,
  property: "values" | "formulas" | "formulasR1C1" | "text" | "numberFormat" | "valueTypes",
): Promise<unknown> {
  return Excel.run(async (context) => {
    const range = sheetOf(context).getRange(address);
    range.load(property);
    await context.sync();
    return range[property];
  });
}

async function write(
  address: string,
  property: "values" | "formulas" | "formulasR1C1" | "numberFormat",
  given: unknown,
) {
  await Excel.run(async (context) => {
    sheetOf(context).getRange(address)[property] = given as string[][];
    await context.sync();
  });
}

describe("Microsoft's client library over the embedded Excel", () => {
  it("reads back what it wrote, by value, formula and text", async () => {
    started();
    await write("A1:B2", "values", [
      ["甲", 1234.5],
      [true, ""],
    ]);
    await write("C1", "formulas", [["=B1*2"]]);
    await write("B1", "numberFormat", [["#,##0.00"]]);
    expect(await loaded("A1:C2", "values")).toEqual([
      ["甲", 1234.5, 2469],
      [true, "", ""],
    ]);
    expect(await loaded("C1", "formulasR1C1")).toEqual([["=RC[-1]*2"]]);
    expect(await loaded("B1", "text")).toEqual([["1,234.50"]]);
    expect(await loaded("A1:B2", "valueTypes")).toEqual([
      ["String", "Double"],
      ["Boolean", "Empty"],
    ]);
  });

  it("takes text for text after an apostrophe, and for what it looks like without", async () => {
    started();
    await write("A1:A6", "values", [["'=1+1"], ["=1+1"], ["2026-11-23"], ["'007"], ["007"], ["'+1"]]);
    expect(await loaded("A1:A6", "values")).toEqual([["=1+1"], [2], [46349], ["007"], [7], ["+1"]]);
    expect(await loaded("A1:A2", "formulas")).toEqual([["=1+1"], ["=1+1"]]);
  });

  it("fills a single formula over the whole range", async () => {
    started();
    await write("A1:A3", "values", [[1], [2], [3]]);
    await write("B1:B3", "formulasR1C1", "=RC[-1]+10");
    expect(await loaded("B1:B3", "values")).toEqual([[11], [12], [13]]);
  });

  it("leaves alone what is null, and loses what is written under a merged cell", async () => {
    started(
      withPart(fileWith([["一", "二", "三"]]), "xl/worksheets/sheet1.xml", (xml) =>
        xml.replace("</sheetData>", '</sheetData><mergeCells count="1"><mergeCell ref="A2:B2"/></mergeCells>'),
      ),
    );
    await write("A1:C1", "values", [[null, "新", null]]);
    await write("A2:B2", "values", [["看得见", "看不见"]]);
    expect(await loaded("A1:C2", "values")).toEqual([
      ["一", "新", "三"],
      ["看得见", "", ""],
    ]);
  });

  it("takes merges apart where formats are cleared, and leaves those of which only a part is cleared", async () => {
    started();
    const merged = (act: (sheet: Excel.Worksheet) => void) =>
      Excel.run(async (context) => {
        act(sheetOf(context));
        const areas = sheetOf(context).getRange().getMergedAreasOrNullObject().load("address");
        await context.sync();
        return areas.isNullObject ? "" : areas.address;
      });
    await merged((sheet) => {
      sheet.getRange("A1:B1").merge();
    });
    expect(
      await merged((sheet) => {
        sheet.getRange("A1:B1").clear("Contents");
      }),
    ).toBe("Sheet1!A1:B1");
    expect(
      await merged((sheet) => {
        sheet.getRange("A1").clear("Formats");
      }),
    ).toBe("Sheet1!A1:B1");
    expect(
      await merged((sheet) => {
        sheet.getRange("A1:C1").clear();
      }),
    ).toBe("");
  });

  it("answers null for the cells of entire columns, and finds what of them is used", async () => {
    started(fileWith([[], [undefined, "值"]]));
    expect(await loaded("A:B", "values")).toBeNull();
    const address = await Excel.run(async (context) => {
      const used = sheetOf(context).getRange("A:C").getUsedRangeOrNullObject(true);
      used.load("address");
      await context.sync();
      return used.address;
    });
    expect(address).toBe("Sheet1!B2");
  });

  it("tells a property that was not loaded from one that was, by the library's own error", async () => {
    started();
    const run = Excel.run((context) => Promise.resolve(sheetOf(context).getRange("A1").values));
    await expect(run).rejects.toMatchObject({ code: "PropertyNotLoaded" });
  });
});

describe("what Excel refuses", () => {
  const batches: readonly [string, string, (context: Excel.RequestContext) => void][] = [
    [
      "an array of another shape",
      "InvalidArgument",
      (context) => (sheetOf(context).getRange("A1:B2").values = [[1, 2]]),
    ],
    ["an address that is none", "InvalidArgument", (context) => sheetOf(context).getRange("A0").load("values")],
    [
      "a sheet that is not there",
      "ItemNotFound",
      (context) => context.workbook.worksheets.getItem("没有").load("name"),
    ],
    [
      "a range beyond the sheet",
      "InvalidArgument",
      (context) => sheetOf(context).getRangeByIndexes(1_048_575, 0, 2, 1).load("values"),
    ],
    [
      "a name that looks like a cell",
      "InvalidArgument",
      (context) => context.workbook.names.add("AB12", sheetOf(context).getRange("A1")),
    ],
    [
      "the last visible sheet's end",
      "InvalidOperation",
      (context) => {
        sheetOf(context).delete();
      },
    ],
  ];
  it.each(batches)("%s", async (_name, code, batch) => {
    started();
    expect((await refused(batch)).code).toBe(code);
  });

  const names = [
    "",
    "a".repeat(32),
    "a\\b",
    "a/b",
    "a?b",
    "a*b",
    "a[b",
    "a]b",
    "a:b",
    "'ab",
    "ab'",
    "History",
    "HISTORY",
  ];
  it.each(names)("a sheet named %j", async (name) => {
    started();
    expect((await refused((context) => context.workbook.worksheets.add(name))).code).toBe("InvalidArgument");
  });

  it("a second sheet of a name, without regard to case", async () => {
    started();
    expect((await refused((context) => context.workbook.worksheets.add("SHEET1"))).code).toBe("ItemAlreadyExists");
  });

  it("changes of a protected sheet, and not reading it", async () => {
    started(
      withPart(fileWith([["值"]]), "xl/worksheets/sheet1.xml", (xml) =>
        xml.replace("</sheetData>", '</sheetData><sheetProtection sheet="1"/>'),
      ),
    );
    expect((await refused((context) => (sheetOf(context).getRange("A1").values = [[1]]))).code).toBe("AccessDenied");
    expect(await loaded("A1", "values")).toEqual([["值"]]);
  });

  it("changes of locked cells of a protected sheet, and not writing into those that were unlocked", async () => {
    started(fileWith([["一", "二"]]));
    await Excel.run(async (context) => {
      sheetOf(context).getRange("B1:B9").format.protection.locked = false;
      sheetOf(context).protection.protect();
      await context.sync();
    });
    await write("B1:B2", "values", [["新"], ["字"]]);
    expect((await refused((context) => (sheetOf(context).getRange("A1:B1").values = [[1, 2]]))).code).toBe(
      "AccessDenied",
    );
    await Excel.run(async (context) => {
      sheetOf(context).getRange("B2").clear("Contents");
      await context.sync();
    });
    expect(await loaded("A1:B2", "values")).toEqual([
      ["一", "新"],
      ["", ""],
    ]);
    expect(
      (
        await refused((context) => {
          sheetOf(context).getRange("B1").clear();
        })
      ).code,
    ).toBe("AccessDenied");
  });

  const formulas: readonly [string, (sheet: Excel.Worksheet, formula: string) => void][] = [
    ["a cell", (sheet, formula) => (sheet.getRange("A1").formulas = [[formula]])],
    ["a cell by its value", (sheet, formula) => (sheet.getRange("A1").values = [[formula]])],
    ["a cell in R1C1", (sheet, formula) => (sheet.getRange("A1").formulasR1C1 = [[formula]])],
    ["a name", (sheet, formula) => sheet.names.add("甲", formula)],
    [
      "a rule",
      (sheet, formula) => (sheet.getRange("A1").conditionalFormats.add("Custom").custom.rule.formula = formula),
    ],
    ["a validation", (sheet, formula) => (sheet.getRange("A1").dataValidation.rule = { custom: { formula } })],
  ];
  it.each(formulas)("a formula that cannot be read, given to %s", async (_name, give) => {
    started();
    for (const formula of ["=IF(A1>1,2", "=1+*2", '="甲']) {
      expect(
        (
          await refused((context) => {
            give(sheetOf(context), formula);
          })
        ).code,
      ).toBe("InvalidArgument");
    }
  });

  it("every request while the user is typing in a cell", async () => {
    const { excel } = started();
    excel.setEditMode(true);
    expect((await refused((context) => sheetOf(context).getRange("A1").load("values"))).code).toBe(
      "InvalidOperationInCellEditMode",
    );
    excel.setEditMode(false);
    expect(await loaded("A1", "values")).toEqual([[""]]);
  });

  it("a request and a response of more than 5 MB", async () => {
    started();
    const long = "长".repeat(30_000);
    const big = Array.from({ length: 60 }, () => [long]);
    expect((await refused((context) => (sheetOf(context).getRange("A1:A60").values = big))).code).toBe(
      "RequestPayloadSizeLimitExceeded",
    );
    await write("A1:A30", "values", big.slice(0, 30));
    await write("A31:A60", "values", big.slice(0, 30));
    expect((await refused((context) => sheetOf(context).getRange("A1:A60").load("values"))).code).toBe(
      "ResponsePayloadSizeLimitExceeded",
    );
  });

  it("a member it does not serve, by its name", async () => {
    const { excel } = started();
    const { code, message } = await refused((context) => {
      sheetOf(context).charts.load("items/name");
    });
    expect(code).toBe("ApiNotImplemented");
    expect(message).toContain("Worksheet.charts");
    expect([...excel.gaps]).toEqual(["Worksheet.charts"]);
  });

  it("a member that Excel 2021 does not have", async () => {
    started();
    const { code } = await refused((context) => sheetOf(context).getRange("A1").getDependents().load("addresses"));
    expect(code).toBe("ApiNotFound");
  });
});

describe("the counters", () => {
  it("count requests and the bytes of both ways", async () => {
    const { excel } = started();
    expect(excel.counters.requests).toBe(0);
    await write("A1", "values", [["甲乙丙"]]);
    const { requests, bytesSent, bytesReceived, largestRequest } = excel.counters;
    expect(requests).toBeGreaterThan(0);
    expect(bytesSent).toBeGreaterThanOrEqual(largestRequest);
    expect(Math.min(bytesReceived, largestRequest)).toBeGreaterThan(0);
  });
});
