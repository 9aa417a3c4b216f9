import type { Change, Content, Look, SheetDraft } from "../change/change";
import { numberedPage } from "../change/page";
import { sameContent } from "../change/content";
import type { CellValue } from "../ledger/cells";

/** A column of a list that is kept on a sheet of its own. */
export interface ListColumn<Heading extends string = string> {
  readonly heading: Heading;
  readonly width: number;
  readonly numberFormat?: string;
  readonly choices?: readonly string[];
}

/** Where a list's columns stand; a person may have moved, sorted, and added columns. */
export interface ListPlace<Heading extends string = string> {
  /** 0-based. */
  readonly headingRow: number;
  readonly columns: ReadonlyMap<Heading, number>;
}

const HEADING_ROWS = 10;

/** Finds a list's columns by their headings; a refusal names those that are missing. */
export function placeList<Heading extends string>(
  top: readonly (readonly CellValue[])[],
  all: readonly ListColumn<Heading>[],
  needed: readonly Heading[],
): ListPlace<Heading> | { readonly missing: string } {
  const [key = "", other = ""] = needed;
  const headingRow = top.slice(0, HEADING_ROWS).findIndex((row) => row.includes(key) && row.includes(other));
  const headings = (top[headingRow] ?? []).map((value) => String(value).trim());
  const found = new Map(
    all.flatMap(({ heading }): [Heading, number][] => {
      const column = headings.indexOf(heading);
      return column < 0 ? [] : [[heading, column]];
    }),
  );
  const missing = needed.filter((heading) => !found.has(heading));
  return missing.length > 0 ? { missing: missing.join("、") } : { headingRow, columns: found };
}

/** Where the columns of a list that is made anew stand. */
export function freshPlace<Heading extends string>(all: readonly ListColumn<Heading>[]): ListPlace<Heading> {
  return { headingRow: 0, columns: new Map(all.map(({ heading }, column) => [heading, column])) };
}

const NAVY = "#1F4E79";
/** How a line looks: nothing of it is cut, whatever way it is printed. */
const LINE: Look = { wrap: true, vertical: "center" };
/** Days stand off from the text beside them. */
const DAY_LINE: Look = { ...LINE, align: "center" };
const VALIDATED_ROWS = 2_000;
const MARGINS = { left: 28, right: 28, top: 36, bottom: 36, header: 18, footer: 18 };

/** A list with its first lines: a plain range under a heading row, to which lines are appended. */
export function listSheet<Heading extends string>(
  name: string,
  all: readonly ListColumn<Heading>[],
  lines: readonly Readonly<Partial<Record<Heading, Content>>>[] = [],
): SheetDraft {
  const whole = { row: 0, column: 0, rows: 1, columns: all.length };
  const below = (column: number) => ({ row: 1, column, rows: VALIDATED_ROWS, columns: 1 });
  return {
    name,
    cells: [
      all.map(({ heading }) => heading),
      ...lines.map((line) => all.map(({ heading }): Content => line[heading] ?? "")),
    ],
    looks: [
      { at: whole, look: { bold: true, fill: NAVY, color: "#FFFFFF", align: "center", vertical: "center" } },
      ...(lines.length === 0 ? [] : [{ at: { ...whole, row: 1, rows: lines.length }, look: LINE }]),
      ...all.flatMap(({ numberFormat }, column) =>
        numberFormat === undefined || lines.length === 0
          ? []
          : [{ at: below(column), look: { ...DAY_LINE, numberFormat } }],
      ),
    ],
    widths: all.map(({ width }) => width),
    choices: all.flatMap(({ choices }, column) =>
      choices === undefined ? [] : [{ at: below(column), values: choices }],
    ),
    names: [],
    ...(lines.length === 0 ? {} : { fitted: { ...whole, row: 1, rows: lines.length } }),
    landscape: true,
    frozenRows: 1,
    page: { ...numberedPage({ right: name }), margins: MARGINS },
  };
}

/** One line's cells as changes; columns that a person took out are left out. `before` is what the line held. */
export function lineChanges<Heading extends string>(
  { sheet, place, all }: { sheet: string; place: ListPlace<Heading>; all: readonly ListColumn<Heading>[] },
  row: number,
  {
    before,
    after,
  }: {
    readonly before?: Readonly<Partial<Record<Heading, Content>>>;
    readonly after: Readonly<Partial<Record<Heading, Content>>>;
  },
): readonly Change[] {
  return all.flatMap(({ heading, numberFormat }): Change[] => {
    const column = place.columns.get(heading);
    const content = after[heading];
    const old: Content = before?.[heading] ?? "";
    if (column === undefined || content === undefined || sameContent(content, old)) return [];
    const format = numberFormat === undefined ? { look: LINE } : { look: DAY_LINE, numberFormat };
    return [{ kind: "cells", sheet, column, firstRow: row, before: [old], after: [content], ...format }];
  });
}
