import type { CellValue } from "./cells";
import type { Field } from "./field";
import { matchHeading, plainHeading } from "./headings";
import type { Unit } from "./ledger";
import { plainText } from "./text";

/** The heading of one column, from one or more header rows. */
export interface ColumnHeading {
  /** 0-based. */
  readonly column: number;
  /** As the user sees it, parent and child joined by a slash. */
  readonly shown: string;
  /** Normalised texts that may name the field: the heading alone, then behind each group that it stands in. */
  readonly texts: readonly string[];
  /** The groups that it stands in, normalised, as one text; "" for none. */
  readonly group: string;
  readonly unit: Unit | undefined;
}

export interface Header {
  /** 0-based, inclusive. */
  readonly rows: readonly [number, number];
  readonly headings: readonly ColumnHeading[];
  /** How many distinct fields the headings name, weighted by how surely. */
  readonly score: number;
}

type Rows = readonly (readonly CellValue[])[];

/** Header rows are looked for among the first rows of a sheet. */
const SEARCHED_ROWS = 30;
const TALLEST_HEADER = 4;
const LONGEST_HEADING = 60;

const isText = (value: CellValue | undefined): value is string => typeof value === "string" && value.trim() !== "";

/** The group texts of an upper header row: a text belongs to the blank cells on its right as well, as far as no row above begins a group there. */
function spread(row: readonly CellValue[], width: number, above: Rows): readonly string[] {
  let current = "";
  return Array.from({ length: width }, (_, column) => {
    const value = row[column];
    if (isText(value)) current = value.length <= LONGEST_HEADING ? value : "";
    else if (above.some((upper) => isText(upper[column]))) current = "";
    return current;
  });
}

/** The lowest header row that has a text in a column; -1 where none has. */
function lowestText(rows: Rows, column: number): number {
  let level = rows.length - 1;
  while (level >= 0 && !isText(rows[level]?.[column])) level -= 1;
  return level;
}

/** What a group is called without the words that every group may bear: 借款人信息 is 借款人. */
const bareGroup = (group: string): string => group.replace(/(?:信息|情况|资料|内容)$/, "");

function headingAt(rows: Rows, groups: readonly (readonly string[])[], column: number): ColumnHeading | undefined {
  const level = lowestText(rows, column);
  const own = rows[level]?.[column];
  if (!isText(own) || own.length > LONGEST_HEADING) return undefined;
  const child = plainHeading(own);
  const above = groups
    .slice(0, level)
    .map((group) => ({ shown: plainText(group[column]), ...plainHeading(group[column]) }));
  const parents = above.filter(({ text }) => text !== "" && text !== child.text).reverse();
  const unit = child.unit ?? above.flatMap((one) => one.unit ?? []).at(-1);
  const joined = parents.flatMap(({ text }) => [text + child.text, bareGroup(text) + child.text]);
  return {
    column,
    shown: [...parents.slice(0, 1).map(({ shown }) => shown), plainText(own)].join("/"),
    texts: [child.text, ...new Set(joined)],
    group: parents.map(({ text }) => text).join(" "),
    unit,
  };
}

/** A title or a unit line spans the sheet but is no heading: one text alone in its row. */
function isTitle(row: readonly CellValue[] | undefined): boolean {
  const texts = (row ?? []).filter((value) => value !== "");
  if (texts.length === 0) return true;
  return (
    texts.length <= 2 && texts.every((value) => !isText(value) || matchHeading(plainHeading(value).text) === undefined)
  );
}

function looksLikeData(rows: Rows): number {
  return rows
    .flat()
    .filter(
      (value) => typeof value === "number" || (typeof value === "string" && /^\d[\d.,/\-年月日]*$/.test(value.trim())),
    ).length;
}

function scoreOf(headings: readonly ColumnHeading[]): number {
  const best = new Map<Field, number>();
  for (const { texts } of headings) {
    for (const text of texts) {
      const match = matchHeading(text);
      if (match !== undefined) best.set(match.field, Math.max(best.get(match.field) ?? 0, match.score));
    }
  }
  let score = 0;
  for (const value of best.values()) score += value;
  return score;
}

/** The header that these rows would make. */
function headerOf(top: Rows, first: number, last: number): Header {
  const rows = top.slice(first, last + 1);
  const width = Math.max(0, ...rows.map((row) => row.length));
  const groups = rows.map((row, level) => spread(row, width, rows.slice(0, level)));
  const headings = Array.from({ length: width }, (_, column) => headingAt(rows, groups, column)).filter(
    (heading) => heading !== undefined,
  );
  const score = scoreOf(headings) - 0.5 * looksLikeData(rows) - 0.1 * (last - first);
  return { rows: [first, last], headings, score };
}

/** The rows of a sheet's top that most look like a ledger's header; undefined where nothing does. */
export function findHeader(top: Rows): Header | undefined {
  let best: Header | undefined;
  for (let first = 0; first < Math.min(SEARCHED_ROWS, top.length); first++) {
    if (isTitle(top[first])) continue;
    for (let last = first; last < Math.min(first + TALLEST_HEADER, top.length); last++) {
      const header = headerOf(top, first, last);
      if (header.score > (best?.score ?? 0)) best = header;
    }
  }
  return best && withGroups(top, best);
}

/** A line of remarks above the header (单位：万元  制表人：…) rather than names of column groups. */
const remark = /[:：]|制表|单位|日期.*\d/;

/** Rows of group names above a header belong to it, although they name no field. */
function withGroups(top: Rows, header: Header): Header {
  const [first, last] = header.rows;
  const above = top[first - 1] ?? [];
  const texts = above.filter((value) => value !== "");
  const isGroups = texts.length >= 2 && texts.every((value) => isText(value) && !remark.test(value));
  if (first === 0 || last - first + 1 >= TALLEST_HEADER || !isGroups) return header;
  const { headings } = headerOf(top, first - 1, last);
  return withGroups(top, { ...header, rows: [first - 1, last], headings });
}
