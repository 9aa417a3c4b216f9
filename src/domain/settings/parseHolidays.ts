import { addDays, dayOf, dayParts, formatDay, weekday, type Day } from "../loan/day";

/** What a pasted list of holidays says. */
export interface HolidayList {
  readonly free: ReadonlySet<Day>;
  readonly worked: ReadonlySet<Day>;
  /** Years of which it has a holiday. */
  readonly years: readonly number[];
  /** Sentences on what cannot be taken. */
  readonly problems: readonly string[];
}

/** A date or two (from, to); year and month may be left to what stands before. */
const DATE = String.raw`(?:(\d{4})\s*[年./-]\s*)?(?:(\d{1,2})\s*[月./-]\s*)?(\d{1,2})(?:[日号](?!常)|(?![\d年月./天个]))`;
const COMPACT = String.raw`(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)`;
const TO = String.raw`\s*(?:至|到|—+|–|~|～|--?)\s*`;
const token = new RegExp(
  String.raw`${COMPACT}(?:${TO}${COMPACT})?|(?<!\d)${DATE}(?:${TO}${DATE})?|(放假调休|放假|休息|节假日|假日|休|假)([:：])?|(调休上班日?|补班|上班|工作日?|调休|班)([:：])?`,
  "g",
);

type Parts = readonly [string | undefined, string | undefined, string | undefined];

/** The day where it lies in this century. */
function dayIn(year: number, month: number, date: number): Day | undefined {
  return year >= 2000 && year <= 2099 ? dayOf(year, month, date) : undefined;
}

/** Two days of a row of cells, and nothing else, are a span. */
function spansJoined(text: string): string {
  const isSpan = /^\D*\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\s+\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\D*$/.test(text);
  return isSpan ? text.replace(/(\d)\s+(\d{4})/, "$1至$2") : text;
}

/** A word for free or worked days, and whether it stands before them like a label; undefined for a date. */
function wordOf(match: RegExpMatchArray): { readonly isWork: boolean; readonly isLabel: boolean } | undefined {
  const [rest, restColon, work, workColon] = match.slice(13) as (string | undefined)[];
  if (rest === undefined && work === undefined) return undefined;
  return { isWork: work !== undefined, isLabel: (restColon ?? workColon) !== undefined };
}

/** Reads one text, date by date; a date takes the year, and the end of a span the month, of what stands before it. */
class Reader {
  readonly free = new Set<Day>();
  readonly worked = new Set<Day>();
  readonly problems: string[] = [];
  private year: number | undefined;

  constructor(year: number | undefined) {
    this.year = year;
  }

  /** One sentence: the word that follows a date says what it is, else the one before it, else it is free. */
  sentence(text: string): void {
    let pending: Day[] = [];
    let isWork = false;
    let said = 0;
    const settle = (work: boolean) => {
      const days = work ? this.worked : this.free;
      for (const day of pending) days.add(day);
      pending = [];
    };
    for (const match of spansJoined(text).matchAll(token)) {
      const word = wordOf(match);
      if (word === undefined) {
        said += 1;
        pending.push(...(this.span(match) ?? []));
      } else {
        settle(word.isLabel ? isWork : word.isWork);
        isWork = word.isWork;
      }
    }
    settle(isWork);
    if (said === 0 && /\d/.test(text.replace(/共?\d+天/g, "")))
      this.problems.push(`看不懂“${text.trim().slice(0, 30)}”`);
  }

  private span(match: RegExpMatchArray): readonly Day[] | undefined {
    const all = match.slice(1) as (string | undefined)[];
    const compact = all[2] !== undefined;
    const [from, to] = (compact
      ? [all.slice(0, 3), all.slice(3, 6)]
      : [all.slice(6, 9), all.slice(9, 12)]) as unknown as [Parts, Parts];
    const first = this.day(from, undefined);
    if (first === undefined) {
      this.refuse(match[0]);
      return undefined;
    }
    if (to[2] === undefined) return [first];
    const last = this.day(to, first);
    if (last === undefined || last < first || last - first > 31) {
      this.refuse(match[0]);
      return undefined;
    }
    return Array.from({ length: last - first + 1 }, (_, index) => addDays(first, index));
  }

  /** A whole date sets the year of those that follow it. */
  private day([year, month, date]: Parts, from: Day | undefined): Day | undefined {
    if (year !== undefined) this.year = Number(year);
    const before = from === undefined ? { year: this.year, month: undefined } : dayParts(from);
    const inYear = year === undefined ? before.year : this.year;
    const inMonth = month === undefined ? before.month : Number(month);
    return inYear === undefined || inMonth === undefined ? undefined : dayIn(inYear, inMonth, Number(date));
  }

  private refuse(text: string): void {
    this.problems.push(`“${text.trim()}”不是有效的日期`);
  }
}

/** Week days, in brackets or not, say nothing new. */
const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/\([^)]*\)/g, "")
    .replace(/(?:星期|周)[一二三四五六日天]/g, "");

/** Understands a pasted list of holidays: the State Council's notice, spans, one day a line, columns from a sheet. `year` is that of dates without one. visit-intervals C.2 */
export function parseHolidays(text: string, year: number | undefined): HolidayList {
  const reader = new Reader(year);
  for (const sentence of plain(text).split(/[。;\n]/)) {
    const headed = /^\s*(\d{4})\s*年?\s*$/.exec(sentence);
    if (headed === null && sentence.trim() !== "") reader.sentence(sentence);
  }
  const { free, worked, problems } = reader;
  const both = [...worked].filter((day) => free.has(day)).map((day) => `${formatDay(day)} 既放假又上班`);
  const weekdays = [...worked].filter((day) => weekday(day) !== 0 && weekday(day) !== 6);
  const odd = weekdays.map((day) => `${formatDay(day)} 写的是上班，但它不是周六或周日`);
  const years = [...new Set([...free].map((day) => dayParts(day).year))].sort((one, other) => one - other);
  const none = free.size === 0 ? ["没有读到放假日期"] : [];
  return { free, worked, years, problems: [...none, ...problems, ...both, ...odd] };
}
