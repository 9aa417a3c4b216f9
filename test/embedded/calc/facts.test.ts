import { day } from "../../../src/domain/loan/day";
import { evaluator, recalculate } from "../../../src/embedded/calc/recalculate";
import type { Scalar } from "../../../src/embedded/xlsx/model";
import { fileWith, opened, withPart } from "../workbooks";

const TODAY = day("2026-11-23");

/** A sheet to look at: numbers in A, text in B, truth, an error and a blank in C. */
const cells: readonly (readonly (string | number | boolean)[])[] = [
  [1, "甲", true],
  [2, "12", false],
  [3.5, "", ""],
  [-4, "b*", ""],
];

const book = (() => {
  const made = opened(fileWith(cells));
  made.sheets[0]?.setValue(2, 2, { error: "#N/A" });
  made.sheets[0]?.remove(3, 2);
  return made;
})();
const sheet = (() => {
  const [first] = book.sheets;
  if (first === undefined) throw new Error("no sheet");
  return first;
})();
const evaluate = evaluator(book, TODAY);
const at = { sheet, row: 9, column: 9 };
const result = (formula: string): Scalar | undefined => evaluate({ a1: formula }, at);
const error = (name: string): Scalar => ({ error: name });

const facts: readonly (readonly [string, Scalar])[] = [
  // operators
  ["1+2*3^2", 19],
  ["-2^2", 4],
  ["2^-1", 0.5],
  ["2^3^2", 64],
  ["10%*5", 0.5],
  ["-50%", -0.5],
  ["1/0", error("#DIV/0!")],
  ["0^0", error("#NUM!")],
  ["(-8)^0.5", error("#NUM!")],
  ['"3"*"4"', 12],
  ['"1,234"+1', 1235],
  ['"50%"+0', 0.5],
  ['"2026-11-23"+0', 46_349],
  ['"甲"+1', error("#VALUE!")],
  ["TRUE+TRUE", 2],
  ['1&"a"&TRUE', "1aTRUE"],
  ['0.1+0.2&""', "0.3"],
  ["C4+1", 1],
  ["C3+1", error("#N/A")],
  ["1/0+C3", error("#DIV/0!")],
  ['"a"="A"', true],
  ['"a"<1', false],
  ['1<"a"', true],
  ['"z"<TRUE', true],
  ['C4=""', true],
  ["C4=0", true],
  ["C4=FALSE", true],
  ["1=1.0", true],
  // logic
  ['IF(1,"是","否")', "是"],
  ['IF(0,"是")', false],
  ["IF(TRUE,,2)", 0],
  ['IF("甲",1,2)', error("#VALUE!")],
  ["IF(FALSE,1/0,7)", 7],
  ["IFERROR(1/0,7)", 7],
  ["IFERROR(5,1/0)", 5],
  ["AND(TRUE,1)", true],
  ["AND(A1:A4)", true],
  ["AND(B1:B4)", error("#VALUE!")],
  ["OR(FALSE,0)", false],
  ["NOT(0)", true],
  ["CHOOSE(2,1/0,8)", 8],
  ["CHOOSE(3,1,2)", error("#VALUE!")],
  // sums
  ["SUM(A1:A4)", 2.5],
  ["SUM(A1:B4)", 2.5],
  ['SUM(1,"2",TRUE)', 4],
  ["SUM(C1:C2)", 0],
  ["SUM(C1:C3)", error("#N/A")],
  ["SUMPRODUCT(A1:A3,A2:A4)", -5],
  ["SUMPRODUCT(A1:A3,A1:A4)", error("#VALUE!")],
  ["SUMPRODUCT(A1:B4,A1:B4)", 33.25],
  ["PRODUCT(A1:A4,2)", -56],
  ["STDEV(A1:A1)", error("#DIV/0!")],
  ["STDEVP(A1:A2)", 0.5],
  ["VAR(A1:A2)", 0.5],
  ["_xlfn.IFNA(C3,5)", 5],
  ["_xlfn.IFNA(1/0,5)", error("#DIV/0!")],
  ["MIN(A1:A4)", -4],
  ["MAX(B1:B4)", 0],
  ["AVERAGE(A1:A2)", 1.5],
  ["AVERAGE(B1:B4)", error("#DIV/0!")],
  ["COUNT(A1:C4)", 4],
  ["DATE(1900,1,60)", 60],
  ["DATE(1900,3,1)", 61],
  ["COUNTA(A1:C4)", 11],
  ["COUNTBLANK(B1:C4)", 2],
  ["ABS(A4)", 4],
  ["INT(-1.5)", -2],
  ["MOD(-3,5)", 2],
  ["MOD(3,-5)", -2],
  ["MOD(1,0)", error("#DIV/0!")],
  ["ROUND(2.5,0)", 3],
  ["ROUND(-2.5,0)", -3],
  ["ROUND(1.005,2)", 1.01],
  ["ROUND(1234,-2)", 1200],
  ["ROUNDUP(-1.1,0)", -2],
  ["ROUNDDOWN(-1.9,0)", -1],
  ["FLOOR(2.5,2)", 2],
  ["FLOOR(-2.5,2)", -4],
  ["FLOOR(-2.5,-2)", -2],
  ["FLOOR(0.3,0.1)", 0.3],
  ["CEILING(2.5,2)", 4],
  ["CEILING(-2.5,2)", -2],
  ["CEILING(-2.5,-2)", -4],
  ["CEILING(5,0)", 0],
  ["FLOOR(5,0)", error("#DIV/0!")],
  ["FLOOR(2,-1)", error("#NUM!")],
  ["CEILING(2,-1)", error("#NUM!")],
  ["SQRT(-1)", error("#NUM!")],
  // days
  ["TODAY()", 46_349],
  ["DATE(2026,11,23)", 46_349],
  ["DATE(2026,13,1)", 46_388],
  ["DATE(2026,3,0)", 46_081],
  ["DATE(26,1,1)", 9_498],
  ["DATE(1900,2,29)", 60],
  ["DAY(60)", 29],
  ["MONTH(60)", 2],
  ["DAY(59)", 28],
  ["DAY(61)", 1],
  ["YEAR(0)", 1900],
  ["YEAR(-1)", error("#NUM!")],
  ["EDATE(DATE(2026,1,31),1)", 46_081],
  ["EDATE(DATE(2024,1,31),1)", 45_351],
  ["EDATE(DATE(2026,3,31),-1)", 46_081],
  ["EDATE(DATE(2026,1,15),1.9)", 46_068],
  ['EDATE("甲",1)', error("#VALUE!")],
  ["EOMONTH(DATE(2026,1,15),1)", 46_081],
  ["WEEKDAY(46349)", 2],
  ["WEEKDAY(46349,2)", 1],
  ["WEEKDAY(46349,3)", 0],
  ["WEEKDAY(46349,11)", 1],
  ["WEEKDAY(46349,17)", 2],
  ["WEEKDAY(46349,9)", error("#NUM!")],
  ["WORKDAY(46349,-1)", 46_346],
  ["WORKDAY(46346,1)", 46_349],
  ["WORKDAY(46346,1,46349)", 46_350],
  ["WORKDAY(46348,0)", 46_348],
  ["NETWORKDAYS(46349,46353)", 5],
  ["NOW()", 46_349],
  ["_xlfn.DAYS(46353,46349)", 4],
  ['DATEDIF(DATE(2024,2,29),DATE(2025,2,28),"Y")', 0],
  ['DATEDIF(DATE(2026,1,31),DATE(2026,2,28),"m")', 0],
  ['DATEDIF(DATE(2026,1,15),DATE(2027,3,15),"YM")', 2],
  ['DATEDIF(2,1,"D")', error("#NUM!")],
  ['DATEDIF(1,2,"W")', error("#NUM!")],
  ["NETWORKDAYS(46353,46349)", -5],
  // text
  ['LEN("甲b")', 2],
  ["LEN(123)", 3],
  ['LEFT("甲乙丙")', "甲"],
  ['LEFT("甲乙丙",9)', "甲乙丙"],
  ['LEFT("甲",-1)', error("#VALUE!")],
  ['RIGHT("甲乙丙",2)', "乙丙"],
  ['RIGHT("甲乙丙",0)', ""],
  ['MID("甲乙丙",2,1)', "乙"],
  ['MID("甲乙丙",0,1)', error("#VALUE!")],
  ['MID("甲",5,1)', ""],
  ['TRIM("  a  b ")', "a b"],
  ['FIND("a","banana",3)', 4],
  ['FIND("A","banana")', error("#VALUE!")],
  ['FIND("","abc")', 1],
  ['SEARCH("A","banana")', 2],
  ['SUBSTITUTE("a-b-c","-","+")', "a+b+c"],
  ['EXACT("a","A")', false],
  ['UPPER("ab")', "AB"],
  ['CONCATENATE("a",1,TRUE)', "a1TRUE"],
  ['VALUE("12.5")', 12.5],
  ['TEXT(46349,"yyyy-mm-dd")', "2026-11-23"],
  ['TEXT(0.125,"0.0%")', "12.5%"],
  ['TEXT(-1,"yyyy-mm-dd")', error("#VALUE!")],
  ['TEXT(C4,"0.00")', "0.00"],
  ['TEXT(1234.5,"#,##0.00")', "1,234.50"],
  ["N(B2)", 0],
  ["N(C1)", 1],
  ["N(C3)", error("#N/A")],
  ["T(A1)", ""],
  // what a value is
  ["ISNUMBER(A1)", true],
  ["ISNUMBER(B2)", false],
  ["ISTEXT(B2)", true],
  ["ISBLANK(C4)", true],
  ["ISERROR(C3)", true],
  ["ISNA(C3)", true],
  ["ISNA(1/0)", false],
  // looking up
  ['COUNTIF(A1:A4,">1")', 2],
  ['COUNTIF(B1:B4,"12")', 1],
  ['COUNTIF(B1:B4,"b~*")', error("kept")],
  ['COUNTIFS(A1:A4,">0",A1:A4,"<3")', 2],
  ['SUMIF(A1:A4,"<0")', -4],
  ['SUMIFS(A1:A4,A1:A4,">1")', 5.5],
  ["MATCH(2,A1:A4,0)", 2],
  ["MATCH(C3,C1:C4,0)", error("#N/A")],
  ["MATCH(9,A1:A4,0)", error("#N/A")],
  ["INDEX(A1:B4,2,2)", "12"],
  ["INDEX(A1:A4,3)", 3.5],
  ["INDEX(A1:C1,3)", true],
  ["INDEX(A1:B4,5,1)", error("#REF!")],
  ["VLOOKUP(3.5,A1:C4,1,FALSE)", 3.5],
  ["VLOOKUP(9,A1:C4,2,FALSE)", error("#N/A")],
  ["VLOOKUP(1,A1:C4,9,FALSE)", error("#REF!")],
  ["HLOOKUP(1,A1:C4,3,FALSE)", 3.5],
  ["ROWS(A1:B4)", 4],
  ["COLUMNS(A1:B4)", 2],
  ["ROW(B3)", 3],
  ["ROW()", 10],
  ["COLUMN()", 10],
];

/** Entries marked so are left as they are instead of computed. */
const isKept = (expected: Scalar) => typeof expected === "object" && expected.error === "kept";

describe("what Excel computes", () => {
  it.each(facts.filter(([, expected]) => !isKept(expected)))("%s is %p", (formula, expected) => {
    const found = result(formula);
    if (typeof expected === "number") expect(found).toBeCloseTo(expected, 10);
    else expect(found).toEqual(expected);
  });
});

describe("what is not known is left as it is, never computed wrongly", () => {
  const unknown = [
    "CUBEVALUE(1)",
    '0.000000001&""',
    "MATCH(C4,A1:A4,0)",
    "A1:A4*2",
    "EDATE(1)",
    "EDATE(1,2,3)",
    "TODAY(1)",
    'SEARCH("b*","ab")',
    'MATCH("甲*",B1:B4,0)',
    "MATCH(1,A1:A4,-1)",
    "INDEX(A1:B4,0,1)",
    'SUBSTITUTE("aa","a","b",2)',
    '"12:30"+0',
    '"3月5日"+0',
    "没有的名称+1",
    "没有的表!A1",
    "SUM(",
    'DATEDIF(1,90,"MD")',
    ...facts.filter(([, expected]) => isKept(expected)).map(([formula]) => formula),
  ];
  it.each(unknown)("%s", (formula) => {
    expect(result(formula)).toBeUndefined();
  });

  it("nor is a formula that depends on itself", () => {
    const circular = opened(
      withPart(fileWith([]), "xl/worksheets/sheet1.xml", (xml) =>
        xml.replace(
          /<sheetData\s*\/>|<sheetData>.*<\/sheetData>/s,
          '<sheetData><row r="1"><c r="A1"><f>B1+1</f><v>5</v></c><c r="B1"><f>A1+1</f><v>6</v></c><c r="C1"><f>1+1</f><v>0</v></c></row></sheetData>',
        ),
      ),
    );
    recalculate(circular, TODAY);
    expect(circular.sheets[0]?.values({ row: 0, column: 0, rows: 1, columns: 3 })).toEqual([[5, 6, 2]]);
  });
});
