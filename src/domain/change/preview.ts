import { cellAddress, columnLetters } from "../ledger/cells";
import type { Ledger } from "../ledger/ledger";
import { formatDay, OFFSET_1904, type Day } from "../loan/day";
import type { Change, Content, OwnColumn } from "./change";
import { isFormula, sameContent } from "./content";
import { OWN_PREFIX } from "./ownColumn";
import { ownColumnOf } from "./ownColumns";

/** One cell, or one thing that is no cell, that a run would touch. */
export interface PreviewLine {
  readonly sheet: string;
  /** "B7"; a column's letters or a word for what is no cell. */
  readonly address: string;
  readonly kind: "added" | "changed" | "removed";
  /** As text; "" for none. */
  readonly before: string;
  readonly after: string;
}

/** Lines of one kind in one column, or of one thing that is no cell; a line is made when it is asked for, so that a million of them cost little. */
export interface PreviewGroup {
  readonly sheet: string;
  readonly kind: PreviewLine["kind"];
  /** The column's heading or its letters; a word for what is no cell. */
  readonly heading: string;
  /** 0-based; undefined for what is no cell. */
  readonly column: number | undefined;
  readonly size: number;
  /** 0-based row of a line; undefined for what is no cell. */
  readonly row: (index: number) => number | undefined;
  readonly line: (index: number) => PreviewLine;
}

/** What a run would add, change and remove, before anything is written. */
export interface Preview {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly lines: readonly PreviewLine[];
}

const kinds = ["added", "changed", "removed"] as const;

/** A day as a day, not as the number that it is to Excel. */
function textOf(content: Content, { isDay, offset }: Pick<Stretch, "isDay" | "offset">): string {
  if (isFormula(content)) return content.r1c1;
  return isDay && typeof content === "number" ? formatDay((content + offset) as Day) : String(content);
}

function lineKind(before: boolean, after: boolean): PreviewLine["kind"] {
  if (!before) return "added";
  return after ? "changed" : "removed";
}

interface Stretch {
  readonly sheet: string;
  readonly column: number;
  readonly firstRow: number;
  readonly before: readonly Content[];
  readonly after: readonly Content[];
  readonly heading: string;
  readonly isDay: boolean;
  /** Days between the workbook's count and ours. */
  readonly offset: number;
}

/** The cells of a stretch that differ, by kind. */
function cellGroups(stretch: Stretch): readonly PreviewGroup[] {
  const { sheet, column, firstRow, before, after, heading } = stretch;
  const differing: Record<PreviewLine["kind"], number[]> = { added: [], changed: [], removed: [] };
  for (let index = 0; index < Math.max(before.length, after.length); index++) {
    const [was, is] = [before[index] ?? "", after[index] ?? ""];
    if (!sameContent(was, is)) differing[lineKind(was !== "", is !== "")].push(index);
  }
  return kinds.flatMap((kind): PreviewGroup[] => {
    const found = differing[kind];
    const rowAt = (index: number) => firstRow + (found[index] ?? 0);
    const line = (index: number): PreviewLine => {
      const at = found[index] ?? 0;
      const [was, is] = [textOf(before[at] ?? "", stretch), textOf(after[at] ?? "", stretch)];
      return { sheet, address: cellAddress(firstRow + at, column), kind, before: was, after: is };
    };
    return found.length === 0 ? [] : [{ sheet, kind, heading, column, size: found.length, row: rowAt, line }];
  });
}

const DAY_FORMAT = "yyyy-mm-dd";

const offsetOf = (ledgers: readonly Ledger[]): number => (ledgers[0]?.layout.dateSystem === 1904 ? OFFSET_1904 : 0);

/** What stands over a column of cells, and whether days stand in it. */
function facts(
  ledgers: readonly Ledger[],
  sheet: string,
  column: number,
): Pick<Stretch, "heading" | "isDay" | "offset"> {
  const own = ledgers.find(({ layout }) => layout.sheet === sheet)?.layout.ownColumns ?? new Map<string, number>();
  const name = [...own].find(([, at]) => at === column)?.[0];
  const heading = name === undefined ? `${columnLetters(column)} 列` : OWN_PREFIX + name;
  return { heading, isDay: ownColumnOf.get(name ?? "")?.numberFormat === DAY_FORMAT, offset: offsetOf(ledgers) };
}

type ColumnChange = Extract<Change, { kind: "column" }>;

function columnGroups(change: ColumnChange, ledgers: readonly Ledger[]): readonly PreviewGroup[] {
  const { sheet, column, headingRow, firstRow, before, after } = change;
  const { heading, numberFormat }: Partial<OwnColumn> = after ?? before ?? {};
  const titled = (given: OwnColumn | undefined): readonly Content[] => [given?.heading ?? ""];
  const cells = (given: OwnColumn | undefined) => given?.cells ?? [];
  const at = { sheet, column, heading: heading ?? "", offset: offsetOf(ledgers), isDay: numberFormat === DAY_FORMAT };
  return [
    ...cellGroups({ ...at, firstRow: headingRow, before: titled(before), after: titled(after) }),
    ...cellGroups({ ...at, firstRow, before: cells(before), after: cells(after) }),
  ];
}

/** One line for a thing that is no cell. */
function thing(line: PreviewLine): readonly PreviewGroup[] {
  const { sheet, kind, address: heading } = line;
  return [{ sheet, kind, heading, column: undefined, size: 1, row: () => undefined, line: () => line }];
}

function sheetGroup({ before, after }: Extract<Change, { kind: "sheet" }>): readonly PreviewGroup[] {
  const kind = lineKind(before !== undefined, after !== undefined);
  const sheet = (after ?? before)?.name ?? "";
  return thing({ sheet, address: "整张工作表", kind, before: before?.name ?? "", after: after?.name ?? "" });
}

function ruleGroup({ sheet, before, after }: Extract<Change, { kind: "rule" }>): readonly PreviewGroup[] {
  const kind = lineKind(before !== undefined, after !== undefined);
  return thing({ sheet, address: "条件格式", kind, before: before?.marker ?? "", after: after?.marker ?? "" });
}

/** A range as its corners say it. */
function reachGroup(change: Extract<Change, { kind: "table" | "filter" }>): readonly PreviewGroup[] {
  const corners = ({ row, column, rows, columns }: typeof change.before) =>
    `${cellAddress(row, column)}:${cellAddress(row + rows - 1, column + columns - 1)}`;
  const address = change.kind === "table" ? `表格“${change.table}”的范围` : "筛选的范围";
  const [before, after] = [corners(change.before), corners(change.after)];
  return thing({ sheet: change.sheet, address, kind: "changed", before, after });
}

/** What one change touches; what is kept beside the sheets shows nowhere and is no line. */
function groupsOf(change: Change, ledgers: readonly Ledger[]): readonly PreviewGroup[] {
  switch (change.kind) {
    case "sheet":
      return sheetGroup(change);
    case "column":
      return columnGroups(change, ledgers);
    case "cells":
      return cellGroups({ ...change, ...facts(ledgers, change.sheet, change.column) });
    case "rule":
      return ruleGroup(change);
    case "table":
    case "filter":
      return reachGroup(change);
    case "state":
      return [];
  }
}

/** What these changes would do to the ledgers, column by column, in their order. */
export function previewGroups(changes: readonly Change[], ledgers: readonly Ledger[]): readonly PreviewGroup[] {
  return changes.flatMap((change) => groupsOf(change, ledgers));
}

/** How many lines of a kind there are. */
export function sizeOf(groups: readonly PreviewGroup[], kind: PreviewLine["kind"]): number {
  return groups.reduce((sum, group) => sum + (group.kind === kind ? group.size : 0), 0);
}

/** What these changes would do, cell by cell. */
export function preview(changes: readonly Change[], ledgers: readonly Ledger[]): Preview {
  const groups = previewGroups(changes, ledgers);
  const lines = groups.flatMap(({ size, line }) => Array.from({ length: size }, (_, index) => line(index)));
  const [added, changed, removed] = [sizeOf(groups, "added"), sizeOf(groups, "changed"), sizeOf(groups, "removed")];
  return { added, changed, removed, lines };
}
