import { mended } from "../../../src/domain/health/mend";
import type { CellValue } from "../../../src/domain/ledger/cells";

/** 2026-03-02 */
const MARCH = 46_083;

describe("what a cell is mended to", () => {
  it.each<[string, CellValue, CellValue]>([
    ["a day as text", "2026-03-02", MARCH],
    ["a day with points", "2026.3.2", MARCH],
    ["a day in Chinese numerals", "二〇二六年三月二日", MARCH],
    ["a day as eight digits", 20_260_302, MARCH],
    ["a serial number as text", "46083", MARCH],
    ["a real day", MARCH, MARCH],
    ["a real day with a time", MARCH + 0.5, MARCH + 0.5],
    ["a month alone", "2026年3月", ""],
    ["a day that can be read in two ways", "3/2/2026", ""],
    ["a day that does not exist", "2026-02-30", ""],
    ["two days in one cell", "20260302-20270302", ""],
    ["nothing", "无", ""],
    ["an error", "#N/A", ""],
  ])("%s", (_, value, becomes) => {
    expect(mended("day", value, 1900)).toBe(becomes);
  });

  it("a day counts as the workbook counts", () => {
    expect(mended("day", "2026-03-02", 1904)).toBe(MARCH - 1462);
  });

  it.each<[string, string, string, string]>([
    ["blanks around", " 云岭样品商行\u00a0", "云岭样品商行", "云岭样品商行"],
    ["a sign that takes no room", "云岭\u200b样品商行", "云岭样品商行", "云岭样品商行"],
    ["a wide blank in a person's name", "辛\u3000一", "辛一", "辛一"],
    ["a blank in a company's name", "云岭样品 有限公司", "云岭样品有限公司", "云岭样品 有限公司"],
    ["a blank before a bracket", "云岭样品 (总部)", "云岭样品(总部)", "云岭样品 (总部)"],
    ["two persons", "辛样一  辛样二", "辛样一 辛样二", "辛样一 辛样二"],
    ["two companies", "云岭样品公司、 溪口样品厂", "云岭样品公司、溪口样品厂", "云岭样品公司、 溪口样品厂"],
    ["words in Latin letters", "Sample  Trading Ltd", "Sample Trading Ltd", "Sample Trading Ltd"],
    ["a sound name", "云岭样品商行（普通合伙）", "云岭样品商行（普通合伙）", "云岭样品商行（普通合伙）"],
  ])("%s, alone in its cell and among others", (_, found, alone, among) => {
    expect([mended("name", found, 1900), mended("names", found, 1900)]).toEqual([alone, among]);
  });

  it("what was mended is sound", () => {
    for (const found of [" 云岭 样品商行", "辛 一", "甲公司 乙公司"]) {
      const once = mended("names", found, 1900);
      expect(mended("names", once, 1900)).toBe(once);
    }
  });
});
