import fs from "node:fs";
import path from "node:path";
import { apiSets, isInSet, isSetSupported, parseApiVersion } from "../../../src/embedded/client/apiSets";
import { embeddedExcel } from "../../../src/embedded/excel";
import { connect } from "../../../src/embedded/client/node";
import { blankBook } from "../../../src/embedded/xlsx/blank";
import { createRequire } from "node:module";
import { TODAY } from "../workbooks";

const { apiSetsModule } = createRequire(__filename)("./apiSets.cjs") as { readonly apiSetsModule: () => string };
const library = createRequire(__filename).resolve("@microsoft/office-js/dist/excel-web-16.00.js");

/** An embedded Excel that plays a minor version, with the client connected to it. */
function playing(api: number): void {
  connect(embeddedExcel(blankBook(), { today: () => TODAY, api }), library);
}

describe("the requirement sets", () => {
  it("are those that @types/office-js names", () => {
    const file = path.resolve(__dirname, "../../../src/embedded/client/membersBySet.ts");
    expect(fs.readFileSync(file, "utf8")).toBe(apiSetsModule());
  });

  it("tell of each member which one brought it", () => {
    expect(apiSets.get("Range")?.get("values")).toBe(1);
    expect(apiSets.get("Range")?.get("getRangeEdge")).toBe(13);
    expect(apiSets.get("Range")?.get("valuesAsJson")).toBe(16);
    expect(isInSet("Worksheet", "namedSheetViews", 21)).toBe(false);
  });

  it.each([
    ["ExcelApi", "1.14", true],
    ["ExcelApi", "1.15", false],
    ["excelapi", 1.2, true],
    ["ExcelApi", undefined, true],
    ["ExcelApi", "2.1", false],
    ["ExcelApiOnline", "1.1", false],
    ["ExcelApiDesktop", "1.1", false],
    ["SharedRuntime", "1.1", true],
  ])("isSetSupported(%s, %s) at 1.14 is %s", (set, version, expected) => {
    expect(isSetSupported(14)(set, version)).toBe(expected);
  });

  it.each([
    ["1.1", 1],
    ["1.21", 21],
    ["1.22", undefined],
    ["2.1", undefined],
    ["1", undefined],
    ["", undefined],
  ])("the version %s is read as %s", (version, minor) => {
    expect(parseApiVersion(version)).toBe(minor);
  });
});

describe("the played version", () => {
  const edge = () =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1:B2").getIntersection("B2");
      const name = context.workbook.worksheets.getActiveWorksheet().protection;
      name.load("protected");
      range.load("address, hidden");
      await context.sync();
      return range.address;
    });

  it("has the members of its own set and of those before", async () => {
    playing(2);
    expect(await edge()).toBe("Sheet1!B2");
  });

  it("does not have those that came later", async () => {
    playing(1);
    await expect(edge()).rejects.toMatchObject({ code: "ApiNotFound" });
  });
});
