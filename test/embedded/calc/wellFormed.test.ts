import { isWellFormed } from "../../../src/embedded/calc/wellFormed";

describe("a formula that Excel takes", () => {
  it.each([
    "1",
    "-1",
    "+A2",
    "50%",
    "1=1",
    "1.5E+3*2",
    "A1:B2",
    "$A$1 B:B",
    "SUM( A1 , B2 )",
    "SUM(1,,2)",
    "TODAY()",
    'IF(A1<>"",TEXT(A1,"yyyy年"),"没有""引号""(")',
    "RC[-1]+R[1]C*R2C3",
    "'甲 的''表'!A1+Sheet2!$B$2",
    "[1]Sheet1!A1",
    "SUM(Table1[[#This Row],[贷款余额(元)]])*Table1[@[a'[b]]",
    "名称_1+基准日",
    "{1,2;3,4}",
    'INDEX({"甲",-1},1)',
    "SUM((A1:A2,B1:B2))",
    "#N/A",
    "Sheet1!#REF!+1",
    "LAMBDA(x,x+1)(2)",
    "A1#",
    "@A1:A3",
    "NOSUCH(1)",
    "_xlfn.IFS(A1>1, 2)",
    "A1 - - 1",
  ])("%s", (formula) => {
    expect(isWellFormed(formula)).toBe(true);
  });
});

describe("a formula that Excel does not take", () => {
  it.each([
    "",
    "=1",
    "1+",
    "1+*2",
    "SUM(",
    "IF(1,2",
    "A1+B1)",
    ")",
    ",",
    '"a',
    "A1:",
    "@@",
    "{1,2",
    "{}",
    "SUM(A1;B2)",
    "SUM(1+,2)",
    "()",
    '"a""',
    '"a" "b"&',
    "'表!A1",
    "A1，B2",
    `1${"+1".repeat(4096)}`,
  ])("%s", (formula) => {
    expect(isWellFormed(formula)).toBe(false);
  });

  it("is told within moments, however it goes on", () => {
    expect(isWellFormed(`${"(".repeat(8000)}1`)).toBe(false);
    expect(isWellFormed(`a${"-+".repeat(4000)}`)).toBe(false);
    expect(isWellFormed(`a${" a".repeat(4000)}(`)).toBe(false);
  });
});
