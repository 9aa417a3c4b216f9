import { day } from "../../../src/domain/loan/day";
import { recalculate } from "../../../src/embedded/calc/recalculate";
import { NOT_COMPUTED } from "../../../src/embedded/calc/values";
import type { Book, Scalar } from "../../../src/embedded/xlsx/model";
import { fileWith, inExcel, opened, partsOf, withPart } from "../workbooks";

const TODAY = day("2026-11-23");
const SHEET = "xl/worksheets/sheet1.xml";
const WORKBOOK = "xl/workbook.xml";

/** A file whose cells have these formulas with the results 77, 78 …, and 1, 2, 3 in A1 to A3. */
function fileOf(formulas: readonly string[], names = ""): Uint8Array {
  const numbers = [1, 2, 3].map((n) => `<c r="A${String(n)}"><v>${String(n)}</v></c>`);
  const cells = formulas.map((xml, index) => {
    const f = xml.startsWith("<") ? xml : `<f>${xml}</f>`;
    return `<c r="D${String(index + 1)}">${f}<v>${String(77 + index)}</v></c>`;
  });
  const rows = [0, 1, 2, 3].map((row) => `<row r="${String(row + 1)}">${numbers[row] ?? ""}${cells[row] ?? ""}</row>`);
  const file = withPart(fileWith([]), SHEET, (xml) =>
    xml.replace(/<sheetData\s*\/>|<sheetData>.*<\/sheetData>/s, `<sheetData>${rows.join("")}</sheetData>`),
  );
  const withNames = (xml: string) => xml.replace("<calcPr", `<definedNames>${names}</definedNames><calcPr`);
  return names === "" ? file : withPart(file, WORKBOOK, withNames);
}

function sheetOf(book: Book) {
  const [sheet] = book.sheets;
  if (sheet === undefined) throw new Error("no sheet");
  return sheet;
}

function shown(book: Book, count = 1): (Scalar | undefined)[] {
  recalculate(book, TODAY);
  return sheetOf(book).values({ row: 0, column: 3, rows: count, columns: 1 }).flat();
}

const IRR = (of: string) => `IRR(${of})`;
const NAME = '<definedName name="现金流">Sheet1!$A$1:$A$3</definedName>';

/** Formulas with a function that is not known, and whether A2 counts for them. */
const looking: readonly (readonly [what: string, formula: string, names: string])[] = [
  ["a cell", IRR("A2"), ""],
  ["an area", IRR("A1:A3"), ""],
  ["a whole column", IRR("A:A"), ""],
  ["an absolute area of the sheet by name", IRR("Sheet1!$A$1:$A$9"), ""],
  ["a name", IRR("现金流"), NAME],
  ["a name for the same as a name", IRR("流"), `${NAME}<definedName name="流">现金流</definedName>`],
  ["wherever a text says", `IRR(INDIRECT("A1:A"&amp;3))`, ""],
  ["what spills", IRR("A2#"), ""],
  ["many cells at once", '<f t="array" ref="D1">SUM(A1:A2*2)</f>', ""],
  ["a data table", '<f t="dataTable" ref="D1" dt2D="0" dtr="0" r1="A2"/>', ""],
];

describe("a formula of the file with something that is not known", () => {
  it.each(looking)(
    "keeps its result while nothing changes, and loses it when that changes: %s",
    (_what, formula, names) => {
      const book = opened(fileOf([formula], names));
      expect(shown(book)).toEqual([77]);
      sheetOf(book).setValue(1, 0, 20);
      expect(shown(book)).toEqual([NOT_COMPUTED]);
    },
  );

  it.each([
    ["another cell", IRR("A1")],
    ["another workbook", "IRR([1]Sheet1!$A$1:$A$9)"],
    ["another workbook in quotes", "IRR('[1]表 1'!A2)"],
    ["text that looks like a cell", 'FIELDVALUE("A2",1)'],
  ])("keeps its result when a cell changes that it does not look at: %s", (_what, formula) => {
    const book = opened(fileOf([formula]));
    sheetOf(book).setValue(1, 0, 20);
    expect(shown(book)).toEqual([77]);
  });

  it("loses its result when a formula that it looks at gives another one", () => {
    const book = opened(fileOf([IRR("D2"), "A1+77"]));
    expect(shown(book, 2)).toEqual([77, 78]);
    sheetOf(book).setValue(0, 0, 2);
    expect(shown(book, 2)).toEqual([NOT_COMPUTED, 79]);
  });

  it("that looks at the day has no result that holds today", () => {
    expect(shown(opened(fileOf([`DAYS360(TODAY(),A1)`])))).toEqual([NOT_COMPUTED]);
  });

  it("has its result again when the cell is as it was, as the file spells it", () => {
    const file = fileOf([IRR("A:A"), "D1*2"]);
    const book = opened(file);
    sheetOf(book).setValue(1, 0, 20);
    expect(shown(book, 2)).toEqual([NOT_COMPUTED, NOT_COMPUTED]);
    sheetOf(book).setValue(1, 0, 2);
    expect(shown(book, 2)).toEqual([77, 154]);
    expect(partsOf(book.save()).get(SHEET)).toContain(`<c r="D1"><f>${IRR("A:A")}</f><v>77</v></c>`);
  });

  it("gives what hangs on it the result that it has, and nothing when it has none", () => {
    const book = opened(fileOf([IRR("A2"), "D1+1", "IFERROR(D1,5)", "COUNT(D1:D3)"]));
    expect(shown(book, 4)).toEqual([77, 78, 77, 3]);
    sheetOf(book).setValue(1, 0, 20);
    expect(shown(book, 4)).toEqual(Array(4).fill(NOT_COMPUTED));
  });

  it("keeps its result where another cell spelled it out that changes", () => {
    const book = opened(
      fileOf(['<f t="shared" ref="D1:D3" si="0">IRR(A1)</f>', '<f t="shared" si="0"/>', '<f t="shared" si="0"/>']),
    );
    sheetOf(book).setValue(0, 3, 5);
    sheetOf(book).setValue(2, 0, 30);
    expect(shown(book, 3)).toEqual([5, 78, NOT_COMPUTED]);
  });
});

describe("a new formula with something that is not known", () => {
  it("shows #NAME?, which nothing hides", () => {
    const book = opened(fileWith([[1]]));
    const sheet = sheetOf(book);
    sheet.setFormula(0, 3, { a1: "没有的函数(A1)" });
    sheet.setFormula(1, 3, { a1: "IFERROR(D1,0)" });
    expect(shown(book, 2)).toEqual([NOT_COMPUTED, NOT_COMPUTED]);
    expect(NOT_COMPUTED).toEqual({ error: "#NAME?" });
  });

  it("is read as #NAME? by a script, and so is its text", async () => {
    inExcel();
    const found = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange("B2");
      range.formulas = [["=没有的函数(1)"]];
      range.load("values,text,valueTypes");
      await context.sync();
      return [range.values, range.text, range.valueTypes];
    });
    expect(found).toEqual([[["#NAME?"]], [["#NAME?"]], [["Error"]]]);
  });

  it.each(['MATCH("甲*",A1:A3,0)', "A1:A3*2", "EDATE(1)", "没有的名称+1"])("%s", (formula) => {
    const book = opened(fileOf([]));
    sheetOf(book).setFormula(0, 3, { a1: formula });
    expect(shown(book)).toEqual([NOT_COMPUTED]);
  });
});

describe("a file with formulas that Excel alone can tell", () => {
  const calcPr = (book: Book) => /<calcPr[^>]*>/.exec(partsOf(book.save()).get(WORKBOOK) ?? "")?.[0];

  it("has no result for them and asks Excel to compute when it opens", () => {
    const book = opened(fileOf([IRR("A2")]));
    sheetOf(book).setValue(1, 0, 20);
    shown(book);
    expect(partsOf(book.save()).get(SHEET)).toContain(`<c r="D1"><f>${IRR("A2")}</f></c>`);
    expect(calcPr(book)).toBe('<calcPr calcId="191029" fullCalcOnLoad="1"/>');
    const again = opened(book.save());
    expect(shown(again)).toEqual([NOT_COMPUTED]);
  });

  it("asks for nothing where every result is known", () => {
    const file = fileOf([IRR("A1")]);
    const book = opened(file);
    sheetOf(book).setValue(1, 0, 20);
    shown(book);
    expect(partsOf(book.save()).get(WORKBOOK)).toBe(partsOf(file).get(WORKBOOK));
  });

  it("asks as well where the workbook says nothing of calculation", () => {
    const bare = withPart(fileOf([IRR("A2")]), WORKBOOK, (xml) => xml.replace(/<calcPr[^>]*>/, ""));
    const book = opened(bare);
    sheetOf(book).setValue(1, 0, 20);
    shown(book);
    expect(calcPr(book)).toBe('<calcPr fullCalcOnLoad="1"/>');
  });
});

describe("long chains of formulas", () => {
  const LONG = 30_000;

  it.each([
    ["upwards", (row: number) => (row === 0 ? "1" : "R[-1]C+1"), LONG - 1],
    ["downwards", (row: number) => (row === LONG - 1 ? "1" : "R[1]C+1"), 0],
  ] as const)("are computed %s to their end", (_way, formula, last) => {
    const book = opened(fileWith([]));
    for (let row = 0; row < LONG; row++) sheetOf(book).setFormula(row, 0, { r1c1: formula(row) });
    recalculate(book, TODAY);
    expect(sheetOf(book).cell(last, 0).value).toBe(LONG);
  });

  it("have no result where they come round to themselves", () => {
    const book = opened(fileWith([]));
    for (let row = 0; row < 3_000; row++) sheetOf(book).setFormula(row, 0, { r1c1: row === 0 ? "R3000C" : "R[-1]C+1" });
    recalculate(book, TODAY);
    const column = { row: 0, column: 0, rows: 3_000, columns: 1 };
    expect(new Set(sheetOf(book).values(column).flat())).toEqual(new Set([NOT_COMPUTED]));
  });
});
