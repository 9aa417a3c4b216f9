import type { Scalar } from "../../src/embedded/xlsx/model";
import { fileWith, inExcel, listRule, opened, smallLedger } from "./workbooks";

function atDesk(rows: readonly (readonly (Scalar | undefined)[])[]) {
  const { excel } = inExcel(opened(fileWith(rows)));
  const [sheet] = excel.book.sheets;
  if (sheet === undefined) throw new Error("no sheet");
  const column = (index: number) => sheet.values({ row: 0, column: index, rows: rows.length, columns: 1 }).flat();
  const seen = (index: number) => column(index).filter((_, row) => !sheet.rowHidden(row));
  const cell = (row: number, at: number) => ({ sheet, row, column: at });
  return { excel, hand: excel.hand, sheet, column, seen, cell };
}

const DAYS = 6;
const CLASS = 5;

describe("a hand that sorts", () => {
  it("orders the rows under the headings, wherever in the column it stands", () => {
    const { hand, column, cell } = atDesk([["支行台账"], ...smallLedger]);
    expect(hand.sort(cell(3, DAYS), false)).toBeUndefined();
    expect(column(DAYS)).toEqual([undefined, "逾期天数", 187, 12, 0]);
    expect(column(0)).toEqual(["支行台账", "客户名称", "松台样品贸易公司", "溪口样品加工厂", "云岭样品商行"]);
    expect(hand.sort(cell(1, DAYS), true)).toBeUndefined();
    expect(column(DAYS)).toEqual([undefined, "逾期天数", 0, 12, 187]);
  });

  it("tells those who listen that the workbook changed", () => {
    const { excel, hand, cell } = atDesk(smallLedger);
    let told = 0;
    excel.on("changed", () => (told += 1));
    hand.sort(cell(1, DAYS), false);
    expect(told).toBe(1);
  });

  it("is refused where there is no list, and moves nothing", () => {
    const { hand, cell, column } = atDesk(smallLedger);
    const before = column(0);
    expect(hand.sort(cell(30, 30), true)).toBe("InvalidOperation");
    expect(column(0)).toEqual(before);
  });
});

describe("a hand that filters", () => {
  it("leaves the rows that show the same, and shows all again", () => {
    const { hand, seen, cell } = atDesk(smallLedger);
    expect(hand.filter(cell(2, CLASS))).toBeUndefined();
    expect(seen(CLASS)).toEqual(["五级分类", "关注"]);
    expect(hand.showAll(cell(2, CLASS))).toBeUndefined();
    expect(seen(CLASS)).toHaveLength(smallLedger.length);
  });

  it("finds empty cells by one of them", () => {
    const { hand, seen, cell } = atDesk([
      ["客户名称", "担保方式"],
      ["云岭样品商行", "保证"],
      ["溪口样品加工厂", undefined],
      ["松台样品贸易公司", "抵押"],
    ]);
    expect(hand.filter(cell(2, 1))).toBeUndefined();
    expect(seen(0)).toEqual(["客户名称", "溪口样品加工厂"]);
  });

  it("is refused on a heading, which no row has", () => {
    const { hand, seen, cell } = atDesk(smallLedger);
    expect(hand.filter(cell(0, CLASS))).toBe("InvalidOperation");
    expect(seen(0)).toHaveLength(smallLedger.length);
  });
});

describe("a hand that protects a sheet", () => {
  it("is refused by what it protected, until it takes the protection away", () => {
    const { hand, sheet, cell, column } = atDesk(smallLedger);
    const before = column(DAYS);
    expect(hand.toggleProtection(sheet)).toBeUndefined();
    expect(hand.sort(cell(1, DAYS), false)).toBe("AccessDenied");
    expect(hand.filter(cell(1, DAYS))).toBe("AccessDenied");
    expect(hand.type(cell(1, DAYS), "1")).toBe("AccessDenied");
    expect(column(DAYS)).toEqual(before);
    expect(hand.toggleProtection(sheet)).toBeUndefined();
    expect(hand.sort(cell(1, DAYS), false)).toBeUndefined();
  });
});

describe("a hand that opens the list of a cell", () => {
  const listOf = (formula1: string, showDropdown = true) => {
    const desk = atDesk([["正常", 46_349], ["关注"], [undefined], ["次级"]]);
    const { excel, sheet } = desk;
    sheet.setStyle(0, 1, excel.book.styleWith(0, { numberFormat: "yyyy-mm-dd" }));
    excel.book.addName({ name: "五级", formula: "Sheet1!$A$1:$A$9", scope: undefined, visible: true });
    const at = { row: 5, column: 5, rows: 2, columns: 1 };
    sheet.setValidation(at, listRule(formula1, showDropdown));
    return desk.hand.choicesAt(desk.cell(6, 5));
  };

  it.each([
    ['"正常, 关注"', ["正常", "关注"]],
    ["$A$1:$A$4", ["正常", "关注", "次级"]],
    ["Sheet1!$B$1:$B$1", ["2026-11-23"]],
    ["五级", ["正常", "关注", "次级"]],
    ["OFFSET($A$1,0,0,2,1)", []],
  ])("is offered what %s says", (formula, choices) => {
    expect(listOf(formula)).toEqual(choices);
  });

  it("finds none where the cell has no list, or hides its arrow", () => {
    const { hand, cell } = atDesk(smallLedger);
    expect(hand.choicesAt(cell(1, 1))).toEqual([]);
    expect(listOf('"正常"', false)).toEqual([]);
  });
});
