import { intersection } from "./address";
import { record } from "./given";
import { unprotected, type Place } from "./place";
import { readFormulas } from "./readCells";
import { Refusal } from "./refusal";
import { writeContents } from "./writeCells";

interface Found {
  readonly row: number;
  readonly column: number;
}

/** How texts are compared: https://learn.microsoft.com/javascript/api/excel/excel.searchcriteria */
interface Criteria {
  readonly completeMatch: boolean;
  readonly matchCase: boolean;
  readonly backwards: boolean;
}

function criteriaOf(given: unknown): Criteria {
  const { completeMatch, matchCase, searchDirection } = record(given ?? {});
  return {
    completeMatch: completeMatch === true,
    matchCase: matchCase === true,
    backwards: typeof searchDirection === "string" && /^backwards?$/i.test(searchDirection),
  };
}

/** Excel's wildcards as an expression: ? one character, * any, ~ takes the next as it stands. */
function patternOf(given: unknown, { completeMatch, matchCase }: Criteria): RegExp {
  if (typeof given !== "string" || given === "") throw new Refusal("InvalidArgument");
  const source = given.replace(/~[~?*]|[?*\\^$.|+()[\]{}/]/g, (sign) => {
    if (sign === "?") return "[\\s\\S]";
    if (sign === "*") return "[\\s\\S]*?";
    return sign === "~~" ? "~" : `\\${sign.slice(-1)}`;
  });
  return new RegExp(completeMatch ? `^(?:${source})$` : source, matchCase ? "gu" : "giu");
}

interface Cell extends Found {
  readonly text: string;
}

/** The cells with anything in them, as they are entered, row by row. */
function filled({ host, sheet, extent }: Place): readonly Cell[] {
  const used = sheet.used(true);
  const area = used && intersection(used, extent);
  if (area === undefined) return [];
  const grid = readFormulas({ host, sheet, extent: area }) ?? [];
  return grid.flatMap((line, down) =>
    line.flatMap((value, right) =>
      value === "" ? [] : [{ row: area.row + down, column: area.column + right, text: String(value) }],
    ),
  );
}

const matches = (pattern: RegExp, text: string): boolean => text.search(pattern) >= 0;

/** The cells that hold a text, in the order of the search. https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-find-member(1) */
export function findCells(place: Place, text: unknown, given: unknown): readonly Found[] {
  const criteria = criteriaOf(given);
  const pattern = patternOf(text, criteria);
  const found = filled(place).filter((cell) => matches(pattern, cell.text));
  return criteria.backwards ? [...found].reverse() : found;
}

/** What is to be replaced by what. */
export interface Replacement {
  readonly text: unknown;
  readonly replacement: unknown;
  readonly criteria: unknown;
}

/** Replaces a text in every cell of an area and answers how often. https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-replaceall-member(1) */
export function replaceAll(place: Place, { text, replacement, criteria }: Replacement): number {
  if (typeof replacement !== "string") throw new Refusal("InvalidArgument");
  const { host, sheet } = place;
  unprotected(sheet);
  const pattern = patternOf(text, criteriaOf(criteria));
  let count = 0;
  for (const { row, column, text: before } of filled(place)) {
    let hits = 0;
    const after = before.replace(pattern, (hit) => {
      if (hit !== "") hits += 1;
      return hit === "" ? "" : replacement;
    });
    if (hits === 0) continue;
    count += hits;
    writeContents({ host, sheet, extent: { row, column, rows: 1, columns: 1 } }, after);
  }
  return count;
}
