import type { Content } from "../domain/change/change";
import { sameContent } from "../domain/change/content";
import type { MovedCell } from "../domain/change/operation";
import { OWN_PREFIX } from "../domain/change/ownColumn";
import { planCells } from "../domain/change/planCells";
import { contentAt, endOf } from "../domain/change/traces";
import { cellAddress } from "../domain/ledger/cells";
import { ok, type Result } from "../domain/result";
import type { Failure } from "./failure";
import { nothing, rowsOf, type Of, type Plan, type Site } from "./undoSite";
import type { Watch } from "./workbook";

/** Cells of one own column, found by heading and by drawdown. */
export async function planColumnCells(
  site: Site,
  { sheet, heading, cells }: Of<"cells">,
  watch: Watch,
): Promise<Result<Plan, Failure>> {
  const { workbook, layouts } = site;
  const layout = layouts.find((one) => one.sheet === sheet);
  const column = layout?.ownColumns.get(heading);
  if (layout === undefined || column === undefined) {
    return ok({ changes: [], left: [`${sheet} 的“${OWN_PREFIX}${heading}”列`] });
  }
  const { firstDataRow: firstRow, lastUsedRow: lastRow } = layout;
  const rows = await rowsOf(site, layout, watch);
  if (!rows.ok) return rows;
  const traces = await workbook.readOwn({ sheet, columns: [column], firstRow, lastRow }, watch);
  if (!traces.ok) return traces;
  const length = Math.max(0, endOf(traces.value, column) - firstRow + 1);
  const before = Array.from({ length }, (_, index) => contentAt(traces.value, firstRow + index, column));
  const back = putBack(before, cells, (key) => rowAt(rows.value.get(key), firstRow));
  const left = back.left.map((said) => `${sheet}${said(column, firstRow)}`);
  return ok({ changes: planCells({ sheet, column, firstRow, before, after: back.after }), left: [...new Set(left)] });
}

const rowAt = (row: number | undefined, firstRow: number) => (row === undefined ? undefined : row - firstRow);

type Said = (column: number, firstRow: number) => string;

/** The contents with those cells as they were before, where they still hold what was written. */
function putBack(
  before: readonly Content[],
  cells: readonly MovedCell[],
  indexOf: (key: string) => number | undefined,
): { readonly after: readonly Content[]; readonly left: readonly Said[] } {
  const after = [...before];
  const left: Said[] = [];
  for (const { key, before: was, after: wrote } of cells) {
    const index = indexOf(key);
    const is = before[index ?? -1];
    if (index === undefined || is === undefined) left.push(() => " 的一笔已不在的借据");
    else if (sameContent(is, wrote)) after[index] = was;
    else if (!sameContent(is, was)) {
      left.push((column, firstRow) => `!${cellAddress(firstRow + index, column)} 现在是“${shown(is)}”`);
    }
  }
  return { after, left };
}

const shown = (content: Content) => (typeof content === "object" ? content.r1c1 : String(content));

/** The row of a sheet that holds what was written, wherever it was sorted to. */
function rowHolding(contents: readonly (readonly Content[])[], { row, cells }: Of<"line">): number | undefined {
  const holds = (at: number) =>
    cells.every(({ column, after }) => {
      const is = contents[at]?.[column] ?? "";
      return typeof after === "object" ? typeof is === "object" : is === after;
    });
  if (holds(row)) return row;
  const found = contents.findIndex((_, at) => holds(at));
  return found < 0 ? undefined : found;
}

/** The cells of a line, wherever its row was sorted to. */
export async function planLine({ workbook }: Site, deed: Of<"line">): Promise<Result<Plan, Failure>> {
  const { sheet, cells } = deed;
  const seen = await workbook.readSheet(sheet, []);
  if (!seen.ok) return seen;
  if (seen.value === undefined) return ok(nothing);
  const row = rowHolding(seen.value.contents, deed);
  const isBefore = cells.every(({ column, before }) => (seen.value?.contents[deed.row]?.[column] ?? "") === before);
  if (row === undefined) return ok({ changes: [], left: isBefore ? [] : [`${sheet} 第 ${String(deed.row + 1)} 行`] });
  const changes = cells.flatMap(({ column, before, after }) =>
    planCells({ sheet, column, firstRow: row, before: [after], after: [before] }),
  );
  return ok({ changes, left: [] });
}
