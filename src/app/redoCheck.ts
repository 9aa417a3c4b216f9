import type { Change, Content } from "../domain/change/change";
import { sameContent } from "../domain/change/content";
import { isSheetOfOurs } from "../domain/change/sheetsOfOurs";
import { contentAt } from "../domain/change/traces";
import { cellAddress, type Extent } from "../domain/ledger/cells";
import { ok, type Result } from "../domain/result";
import type { Failure } from "./failure";
import type { Site } from "./undoSite";
import type { Watch, Workbook } from "./workbook";

type Of<Kind extends Change["kind"]> = Extract<Change, { kind: Kind }>;
/** What is not as it was left, in words; undefined where all of it is. */
type Found = Promise<Result<string | undefined, Failure>>;
type Checks = { readonly [Kind in Change["kind"]]: (site: Site, change: Of<Kind>, watch: Watch) => Found };

const checks: Checks = {
  sheet: ({ survey }, { after }) =>
    told(
      survey.sheets.some(({ sheet }) => sheet === after?.name),
      `工作表“${after?.name ?? ""}”`,
    ),
  column: ({ workbook }, change, watch) => cellsChanged(workbook, change, watch),
  cells: ({ workbook }, change, watch) => cellsChanged(workbook, change, watch),
  table: ({ survey }, { sheet, table, before }) => {
    const tables = survey.sheets.flatMap((one) => (one.sheet === sheet ? one.tables : []));
    const isSame = tables.some(({ name, extent }) => name === table && sameExtent(extent, before));
    return told(!isSame, `表格“${table}”`);
  },
  filter: ({ survey }, { sheet, before }) => {
    const filter = survey.sheets.find((one) => one.sheet === sheet)?.filter;
    return told(filter === undefined || !sameExtent(filter, before), `工作表“${sheet}”的筛选`);
  },
  state: async ({ workbook }, { part, before }) => {
    const state = await workbook.readState(part);
    return state.ok ? told(state.value !== before, part) : state;
  },
  // A rule of ours that is gone is made, one that is there is known by its formula: nothing else is touched.
  rule: () => told(false, ""),
};

const told = (isChanged: boolean, place: string): Found => Promise.resolve(ok(isChanged ? place : undefined));

/** What no longer stands as it was left where a change would write; undefined where all of it does. */
export function changedPlace(site: Site, change: Change, watch: Watch): Found {
  return (checks[change.kind] as (site: Site, change: Change, watch: Watch) => Found)(site, change, watch);
}

type Written = Extract<Change, { kind: "column" | "cells" }>;

async function cellsChanged(
  workbook: Workbook,
  change: Written,
  watch: Watch,
): Promise<Result<string | undefined, Failure>> {
  const { sheet, column } = change;
  const [first, before] = expected(change);
  const contents = await (isSheetOfOurs(sheet)
    ? columnOfSheet(workbook, sheet, column)
    : columnOfLedger(workbook, { sheet, column, firstRow: first, lastRow: first + before.length - 1 }, watch));
  if (!contents.ok) return contents;
  const found = before.findIndex((was, index) => !sameContent(contents.value(first + index), was));
  return ok(found < 0 ? undefined : `${sheet}!${cellAddress(first + found, column)}`);
}

/** What stood where a change would write: nothing where a column is to stand. */
function expected(change: Written): readonly [number, readonly Content[]] {
  if (change.kind === "cells") return [change.firstRow, change.before];
  const rows = change.firstRow - change.headingRow + (change.after?.cells.length ?? 0);
  return [change.headingRow, new Array<Content>(rows).fill("")];
}

type ContentOf = (row: number) => Content;

async function columnOfSheet(workbook: Workbook, sheet: string, column: number): Promise<Result<ContentOf, Failure>> {
  const seen = await workbook.readSheet(sheet, []);
  if (!seen.ok) return seen;
  const contents = seen.value?.contents ?? [];
  return ok((row) => contents[row]?.[column] ?? "");
}

async function columnOfLedger(
  workbook: Workbook,
  { sheet, column, firstRow, lastRow }: { sheet: string; column: number; firstRow: number; lastRow: number },
  watch: Watch,
): Promise<Result<ContentOf, Failure>> {
  const traces = await workbook.readOwn({ sheet, columns: [column], firstRow, lastRow }, watch);
  if (!traces.ok) return traces;
  return ok((row) => contentAt(traces.value, row, column));
}

const sameExtent = (one: Extent, other: Extent): boolean =>
  one.row === other.row && one.column === other.column && one.rows === other.rows && one.columns === other.columns;
