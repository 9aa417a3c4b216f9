import { cellAddress } from "../ledger/cells";
import type { Change, Content, OwnColumn } from "./change";
import { isFormula, sameContent } from "./content";

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

/** What a run would add, change and remove, before anything is written. */
export interface Preview {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly lines: readonly PreviewLine[];
}

function textOf(content: Content): string {
  return isFormula(content) ? content.r1c1 : String(content);
}

function lineKind(before: boolean, after: boolean): PreviewLine["kind"] {
  if (!before) return "added";
  return after ? "changed" : "removed";
}

interface Cells {
  readonly sheet: string;
  readonly column: number;
  readonly firstRow: number;
  readonly before: readonly Content[];
  readonly after: readonly Content[];
}

/** The cells of a stretch that differ. */
function cellLines({ sheet, column, firstRow, before, after }: Cells): readonly PreviewLine[] {
  const lines: PreviewLine[] = [];
  for (let index = 0; index < Math.max(before.length, after.length); index++) {
    const [was, is] = [before[index] ?? "", after[index] ?? ""];
    if (sameContent(was, is)) continue;
    const kind = lineKind(was !== "", is !== "");
    lines.push({ sheet, address: cellAddress(firstRow + index, column), kind, before: textOf(was), after: textOf(is) });
  }
  return lines;
}

function columnLines(change: Extract<Change, { kind: "column" }>): readonly PreviewLine[] {
  const { sheet, column, headingRow, firstRow, before, after } = change;
  const heading = (one: OwnColumn | undefined): readonly Content[] => [one?.heading ?? ""];
  return [
    ...cellLines({ sheet, column, firstRow: headingRow, before: heading(before), after: heading(after) }),
    ...cellLines({ sheet, column, firstRow, before: before?.cells ?? [], after: after?.cells ?? [] }),
  ];
}

function sheetLine({ before, after }: Extract<Change, { kind: "sheet" }>): readonly PreviewLine[] {
  const kind = lineKind(before !== undefined, after !== undefined);
  const sheet = (after ?? before)?.name ?? "";
  return [{ sheet, address: "整张工作表", kind, before: before?.name ?? "", after: after?.name ?? "" }];
}

function ruleLine({ sheet, before, after }: Extract<Change, { kind: "rule" }>): readonly PreviewLine[] {
  const kind = lineKind(before !== undefined, after !== undefined);
  return [{ sheet, address: "条件格式", kind, before: before?.marker ?? "", after: after?.marker ?? "" }];
}

/** A range as its corners say it. */
function reachLine(change: Extract<Change, { kind: "table" | "filter" }>): readonly PreviewLine[] {
  const corners = ({ row, column, rows, columns }: typeof change.before) =>
    `${cellAddress(row, column)}:${cellAddress(row + rows - 1, column + columns - 1)}`;
  const address = change.kind === "table" ? `表格“${change.table}”的范围` : "筛选的范围";
  return [
    { sheet: change.sheet, address, kind: "changed", before: corners(change.before), after: corners(change.after) },
  ];
}

/** The lines of one change; what is kept beside the sheets shows nowhere and is no line. */
function linesOf(change: Change): readonly PreviewLine[] {
  switch (change.kind) {
    case "sheet":
      return sheetLine(change);
    case "column":
      return columnLines(change);
    case "cells":
      return cellLines(change);
    case "rule":
      return ruleLine(change);
    case "table":
    case "filter":
      return reachLine(change);
    case "state":
      return [];
  }
}

/** What these changes would do, cell by cell, in their order. */
export function preview(changes: readonly Change[]): Preview {
  const lines = changes.flatMap((change) => linesOf(change));
  const count = (kind: PreviewLine["kind"]) => lines.filter((line) => line.kind === kind).length;
  return { added: count("added"), changed: count("changed"), removed: count("removed"), lines };
}
