import { day, dayOf, daySerial, OFFSET_1904, type Day } from "../loan/day";
import type { CellValue } from "./cells";
import type { DateSystem } from "./survey";
import { plainText, saysNothing } from "./text";

/** What a cell says about a day. */
export type DayRead =
  | { readonly kind: "blank" }
  | { readonly kind: "day"; readonly day: Day }
  | { readonly kind: "range"; readonly from: Day; readonly to: Day }
  | { readonly kind: "month"; readonly year: number; readonly month: number }
  | { readonly kind: "ambiguous" }
  | { readonly kind: "implausible" }
  | { readonly kind: "notADate" };

const notADate: DayRead = { kind: "notADate" };

/** Years in which a loan can begin or end. ledgers D.5 */
const FIRST_YEAR = 1990;
const LAST_YEAR = 2060;

/** No number of days or steps is as large as the day of a loan. */
export const FIRST_SERIAL = 20_000;
const LAST_SERIAL = 60_000;

/** Days on which a loan can begin or end, or be looked at. */
export const loanDays = { first: day(`${String(FIRST_YEAR)}-01-01`), last: day(`${String(LAST_YEAR)}-12-31`) } as const;

/** Whether a loan can begin or end, or be looked at, on a day. */
export const isLoanDay = (one: Day): boolean => one >= loanDays.first && one <= loanDays.last;

function plausible(found: Day | undefined): DayRead {
  if (found === undefined) return notADate;
  return isLoanDay(found) ? { kind: "day", day: found } : { kind: "implausible" };
}

function monthOf(year: number, month: number): DayRead {
  if (month < 1 || month > 12) return notADate;
  return year < FIRST_YEAR || year > LAST_YEAR ? { kind: "implausible" } : { kind: "month", year, month };
}

const between = (value: number, least: number, most: number) => value >= least && value <= most;

/** Eight digits are a day, six a month, five a serial number. */
function fromNumber(value: number, dateSystem: DateSystem): DayRead {
  const whole = Math.floor(value);
  if (value === 0) return { kind: "blank" };
  const serial = dateSystem === 1904 ? whole + OFFSET_1904 : whole;
  if (between(serial, FIRST_SERIAL, LAST_SERIAL)) return plausible(daySerial(serial));
  if (between(whole, 10_000_000, 99_999_999)) {
    return plausible(dayOf(Math.floor(whole / 10_000), Math.floor(whole / 100) % 100, whole % 100));
  }
  if (between(whole, 190_001, 210_012)) return monthOf(Math.floor(whole / 100), whole % 100);
  return placeholders.has(whole) ? { kind: "implausible" } : fromFraction(whole, value - whole);
}

/** A month that Excel took for a fraction when it was typed: 2024.3 and 2024.03 are March, 2024.1 is January or October. */
function fromFraction(year: number, fraction: number): DayRead {
  if (fraction === 0 || !between(year, FIRST_YEAR, LAST_YEAR)) return notADate;
  const digits = fraction.toFixed(4).slice(2).replace(/0+$/, "");
  if (digits === "1") return { kind: "ambiguous" };
  return digits.length <= 2 ? monthOf(year, Number(digits)) : notADate;
}

/** Days that stand for no day: 1900-01-01 and 9999-12-31. */
const placeholders: ReadonlySet<number> = new Set([1, 2_958_465]);

const chineseDigits = "〇一二三四五六七八九";

/** Chinese numerals read one by one or as tens: 二〇二四年三月十五日 becomes 2024年3月15日. */
function chineseToDigits(text: string): string {
  const digits = text.replace(/[零○Ｏ]/g, "〇");
  const tens = digits.replace(/([一二三])?十([一二三四五六七八九])?/g, (_all, ten?: string, one?: string) => {
    const value = (ten === undefined ? 1 : chineseDigits.indexOf(ten)) * 10;
    return String(value + (one === undefined ? 0 : chineseDigits.indexOf(one)));
  });
  return tens.replace(/[〇一二三四五六七八九]/g, (digit) => String(chineseDigits.indexOf(digit)));
}

/** Two-digit years first (24.3.5), unless the first number could be a month as well. */
function shortYear(first: number, second: number, third: number): DayRead {
  if (first > 12) return plausible(dayOf(2000 + first, second, third));
  return (dayOf(2000 + first, second, third) ?? dayOf(2000 + third, first, second)) ? { kind: "ambiguous" } : notADate;
}

/** The year last (3/15/2024 or 15/3/2024): clear only where one of the two cannot be a month. */
function yearLast(first: number, second: number, year: number): DayRead {
  if (first <= 12 && second <= 12 && first !== second) return { kind: "ambiguous" };
  return plausible(first > 12 ? dayOf(year, second, first) : dayOf(year, first, second));
}

const patterns: readonly { pattern: RegExp; read: (first: number, second: number, third: number) => DayRead }[] = [
  {
    pattern: /^(\d{4})[./\-年](\d{1,2})[./\-月](\d{1,2})[日号]?$/,
    read: (y, m, d) => plausible(dayOf(y, m, d)),
  },
  { pattern: /^(\d{4})(\d{2})(\d{2})$/, read: (y, m, d) => plausible(dayOf(y, m, d)) },
  {
    pattern: /^(\d{2})年(\d{1,2})月(\d{1,2})[日号]?$/,
    read: (y, m, d) => plausible(dayOf(2000 + y, m, d)),
  },
  { pattern: /^(\d{1,2})[./-](\d{1,2})[./-](\d{1,2})$/, read: (a, b, c) => shortYear(a, b, c) },
  { pattern: /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/, read: (a, b, y) => yearLast(a, b, y) },
  { pattern: /^(\d{4})[./\-年](\d{1,2})月?$/, read: (y, m) => monthOf(y, m) },
  { pattern: /^(\d{4})(\d{2})$/, read: (y, m) => monthOf(y, m) },
];

function fromPattern(text: string): DayRead {
  for (const { pattern, read } of patterns) {
    const match = pattern.exec(text);
    if (match !== null) return read(Number(match[1]), Number(match[2]), Number(match[3]));
  }
  return notADate;
}

const openEnded = /^(长期|随时|无固定期限|永久)$/;

function fromText(raw: string): DayRead {
  if (raw.length > 60) return notADate;
  const text = plainText(raw)
    .replace(/\s*(?:T|上午|下午)?\s*\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/, "")
    .replace(/\([^)]*\)$/, "")
    .replaceAll(" ", "");
  if (saysNothing(text) || openEnded.test(text)) return { kind: "blank" };
  const digits = /[一二三四五六七八九十〇零]/.test(text) ? chineseToDigits(text) : text;
  const whole = fromPattern(digits);
  return whole.kind === "notADate" ? fromRange(digits) : whole;
}

/** Two days with a word between them, or with the dash that may stand inside each of them as well. */
const ranges = [
  /^(.{6,})(?:至|到|~|—|–|--)(.{6,})$/,
  /^(\d{8}|\d{2,4}([./-])\d{1,2}\2\d{1,2}|\d{2,4}年\d{1,2}月\d{1,2}[日号]?)-(.{6,})$/,
];

/** From and to in one cell: 20240305-20250304, 2024.3.5至2025.3.4. */
function fromRange(text: string): DayRead {
  const match = ranges.map((range) => range.exec(text)).find((found) => found !== null);
  const from = fromPattern(match?.[1] ?? "");
  const to = fromPattern(match?.at(-1) ?? "");
  return from.kind === "day" && to.kind === "day" ? { kind: "range", from: from.day, to: to.day } : notADate;
}

/** A serial number that was stored as text, with or without a time of day. */
const textSerial = /^(\d{5})(?:\.\d+)?$/;

/** Reads a day in any notation of a ledger. ledgers D.5 */
export function parseDay(value: CellValue, dateSystem: DateSystem): DayRead {
  if (typeof value === "number") return Number.isFinite(value) && value >= 0 ? fromNumber(value, dateSystem) : notADate;
  if (typeof value !== "string") return notADate;
  const serial = textSerial.exec(plainText(value));
  return serial === null ? fromText(value) : fromNumber(Number(serial[1]), dateSystem);
}
