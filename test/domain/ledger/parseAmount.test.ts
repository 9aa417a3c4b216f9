import fc from "fast-check";
import { parseAmount } from "../../../src/domain/ledger/parseAmount";

const yuan = (value: string | number, unit: "元" | "千元" | "万元" | "亿元" = "元") => {
  const read = parseAmount(value, unit);
  return read.kind === "amount" ? read.amount / 100 : read.kind;
};

describe("[D.6] amounts in every notation", () => {
  it.each<[string | number, number | string]>([
    [1234.5, 1234.5],
    ["1,000,000.00", 1_000_000],
    ["￥50,000", 50_000],
    ["¥ 50,000.10", 50_000.1],
    ["５００", 500],
    ["100万", 1_000_000],
    ["1.2亿", 120_000_000],
    ["35万元", 350_000],
    ["(300)", -300],
    ["-300", -300],
    ["壹佰万元整", 1_000_000],
    ["人民币壹佰贰拾叁万肆仟伍佰元整", 1_234_500],
    ["伍拾元叁角整", 50.3],
    ["人民币伍拾万圆整", 500_000],
    ["伍萬元整", 50_000],
    ["壹佰万", 1_000_000],
    ["一百二十万元", 1_200_000],
    ["叁佰元零伍分", 300.05],
    ["壹亿零伍佰万元整", 105_000_000],
    ["50.5萬", 505_000],
    ["100万元整", 1_000_000],
    ["三", "notAnAmount"],
    ["万", "notAnAmount"],
    ["零元", "notAnAmount"],
    ["约50万", "notAnAmount"],
    ["待定", "notAnAmount"],
    ["12.3.4", "notAnAmount"],
    ["(300", "notAnAmount"],
    ["300)", "notAnAmount"],
    ["1,2,3", "notAnAmount"],
    ["12 34", "notAnAmount"],
    ["1 000 000", 1_000_000],
    ["(1,234.50)", -1_234.5],
    ["(300万)", -3_000_000],
    ["1,0000", 10_000],
    ["", "blank"],
    ["—", "blank"],
    ["无", "blank"],
  ])("%p is %p 元", (value, expected) => {
    expect(yuan(value)).toBe(expected);
  });

  it.each([
    ["元", 12.5],
    ["千元", 12_500],
    ["万元", 125_000],
    ["亿元", 1_250_000_000],
  ] as const)("12.5 in %s is %d 元", (unit, expected) => {
    expect(yuan(12.5, unit)).toBe(expected);
  });

  it("lets a unit in the cell go before the column's", () => {
    expect(yuan("100万", "万元")).toBe(1_000_000);
  });

  it("keeps every 分 of an amount in 万元", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (fen) => {
        expect(parseAmount(Number((fen / 1_000_000).toFixed(6)), "万元")).toEqual({ kind: "amount", amount: fen });
      }),
    );
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double(), fc.boolean()), (value) => {
        expect(parseAmount(value, "元")).toHaveProperty("kind");
      }),
    );
  });
});
