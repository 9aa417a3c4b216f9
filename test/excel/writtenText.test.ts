import { written } from "../../src/excel/writeCells";
import { fileWith, inExcel, opened } from "../embedded/workbooks";

const signs = ["=1+1", "+86 样品", "-3", "@SUM(A1)", "\t=1", "'=1", "＝1+1", "＋86", "－3", "＠SUM"];
const numbers = ["1/2", "007", "1e5", ".5", ",5", "(3)", "5%", "$5", "￥5", "１２", "TRUE", "false", "#N/A"];
const days = ["2026-03-05", "Mar 2026", "SEP15", "dec-1", "May 5, 2026", "sept.3"];
const words = ["云岭样品商行", "Marble 8", "MAY样品", "Octopus", "等于=1", "A-1"];

describe("text of the ledger or of a visitor, written into a cell", () => {
  it.each([...signs, ...numbers, ...days, ...words])("[P18] stays text: %j", async (text) => {
    const { excel } = inExcel(opened(fileWith([])));
    const context = new Excel.RequestContext();
    context.workbook.worksheets.getItem("Sheet1").getRange("A1").values = [[written(text)]];
    await context.sync();
    expect(excel.book.sheets[0]?.cell(0, 0)).toMatchObject({ value: text, formula: undefined });
  });

  it("is told to be text wherever a Chinese Excel would take it for something else, and only there", () => {
    const told = [...signs, ...numbers, ...days, ...words].filter((text) => written(text) !== text);
    expect(told).toEqual([...signs, ...numbers, ...days]);
  });
});
