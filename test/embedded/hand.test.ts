import type { Scalar } from "../../src/embedded/xlsx/model";
import { fileWith, inExcel, opened, smallLedger } from "./workbooks";

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
