import fc from "fast-check";
import { parseDay } from "../../../src/domain/ledger/parseDay";
import { day, daySerial, dayParts, formatDay, OFFSET_1904 } from "../../../src/domain/loan/day";

const read = (value: string | number) => {
  const found = parseDay(value, 1900);
  return found.kind === "day" ? formatDay(found.day) : found.kind;
};

describe("[D.5] days in every notation", () => {
  it.each<[string | number, string]>([
    [45356, "2024-03-05"],
    [45356.75, "2024-03-05"],
    ["45356", "2024-03-05"],
    ["45356.75", "2024-03-05"],
    ["99999", "notADate"],
    [20240305, "2024-03-05"],
    ["20240305", "2024-03-05"],
    ["2024.3.5", "2024-03-05"],
    ["2024.03.05", "2024-03-05"],
    ["2024/3/5", "2024-03-05"],
    ["2024-03-05", "2024-03-05"],
    ["2024-3-5 0:00:00", "2024-03-05"],
    ["2024-03-05T00:00:00", "2024-03-05"],
    ["2024年3月5日", "2024-03-05"],
    ["2024年03月05号", "2024-03-05"],
    [" 2024 年 3 月 5 日 ", "2024-03-05"],
    ["２０２４．３．５", "2024-03-05"],
    ["24.3.5", "2024-03-05"],
    ["24/3/5", "2024-03-05"],
    ["24年3月5日", "2024-03-05"],
    ["二〇二四年三月五日", "2024-03-05"],
    ["二○二四年十二月二十五日", "2024-12-25"],
    ["2024.3.5(展期)", "2024-03-05"],
    ["2024-02-29", "2024-02-29"],
    ["15/3/2024", "2024-03-15"],
    ["3/15/2024", "2024-03-15"],
    ["3/5/24", "ambiguous"],
    ["3/5/2024", "ambiguous"],
    ["2026-02-30", "notADate"],
    ["2025.13.4", "notADate"],
    ["2023-02-29", "notADate"],
    ["2024-03-05T00:00:00.000Z", "2024-03-05"],
    ["2024/03/05 上午 12:00:00", "2024-03-05"],
    [2024.1, "ambiguous"],
    [2024.13, "notADate"],
    [2024.5125, "notADate"],
    [1890.5, "notADate"],
    [2024, "notADate"],
    ["待定", "notADate"],
    ["1899-12-30", "implausible"],
    ["9999-12-31", "implausible"],
    [2958465, "implausible"],
    [12, "notADate"],
    [0, "blank"],
    ["", "blank"],
    ["-", "blank"],
    ["长期", "blank"],
    ["#N/A", "blank"],
  ])("%p is %s", (value, expected) => {
    expect(read(value)).toBe(expected);
  });

  it.each(["2024.3", "202403", "2024年3月", 202403, 2024.3, 2024.03])("%p is a month alone", (value) => {
    expect(parseDay(value, 1900)).toEqual({ kind: "month", year: 2024, month: 3 });
  });

  it.each([2024.11, 2024.12])("%d is a month that Excel kept as a fraction", (value) => {
    expect(parseDay(value, 1900)).toEqual({ kind: "month", year: 2024, month: Math.round(value * 100) % 100 });
  });

  it.each([
    ...["20240305-20250304", "2024.3.5至2025.3.4", "2024.3.5-2025.3.4", "2024/3/5-2025/3/4", "24.3.5-25.3.4"],
    ...["2024年3月5日~2025年3月4日", "2024年3月5日-2025年3月4日", "2024-03-05-2025-03-04", "2024-3-5 - 2025-3-4"],
    ...["2024-03-05—2025-03-04", "20240305—20250304", "２０２４．３．５－２０２５．３．４"],
  ])("%s is a range", (value) => {
    expect(parseDay(value, 1900)).toEqual({ kind: "range", from: day("2024-03-05"), to: day("2025-03-04") });
  });

  it("counts serials of a 1904 workbook from 1904", () => {
    expect(parseDay(45356 - OFFSET_1904, 1904)).toEqual({ kind: "day", day: day("2024-03-05") });
  });

  const anyDay = fc.integer({ min: Number(day("1990-01-01")), max: Number(day("2060-12-31")) }).map(daySerial);

  it("[P17] reads back whatever way a day is written", () => {
    fc.assert(
      fc.property(anyDay, (one) => {
        const { year, month, date } = dayParts(one);
        const ways = [
          formatDay(one),
          `${String(year)}.${String(month)}.${String(date)}`,
          `${String(year)}年${String(month)}月${String(date)}日`,
          year * 10_000 + month * 100 + date,
        ];
        for (const way of ways) expect(parseDay(way, 1900)).toEqual({ kind: "day", day: one });
      }),
    );
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double(), fc.boolean()), (value) => {
        expect(parseDay(value, 1900)).toHaveProperty("kind");
      }),
    );
  });
});
