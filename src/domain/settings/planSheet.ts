import type { Change, Content, Look } from "../change/change";
import type { CellValue } from "../ledger/cells";
import type { DateSystem } from "../ledger/survey";
import { sections, type SettingField } from "./field";
import { settingFields } from "./fields";
import { labelledRows, listHeading } from "./readSettings";
import { SETTINGS_SHEET } from "./names";
import type { Settings } from "./settings";
import {
  HEADING_LOOK,
  LINE_COLUMNS,
  LINE_LOOK,
  lineCells,
  linesIn,
  LIST_HEADING_ROW,
  listColumns,
  sectionCells,
  sectionHeads,
  VALUE_LOOK,
} from "./settingsSheet";

/** The settings sheet as it stands: what its cells show and what they hold. */
export interface SheetCells {
  readonly values: readonly (readonly CellValue[])[];
  readonly contents: readonly (readonly Content[])[];
}

/** What heads the lines that an older sheet did not have. */
export const APPENDED_TITLE = "补充的设置";

interface Stretch {
  readonly column: number;
  readonly firstRow: number;
  readonly before: readonly Content[];
  readonly after: readonly Content[];
  readonly look?: Look;
}

/** The changes that make the sheet say the settings: cells of the fields named, lists that differ, and lines and lists that it does not have yet. All else on it stays. `name` is what the sheet is called now. */
export function planSheet(
  sheet: SheetCells,
  {
    settings,
    fields,
    name = SETTINGS_SHEET,
  }: { readonly settings: Settings; readonly fields: ReadonlySet<string>; readonly name?: string | undefined },
  dateSystem: DateSystem,
): readonly Change[] {
  const rows = labelledRows(sheet.values);
  const changed = settingFields
    .filter(({ id }) => fields.has(id))
    .flatMap((field) => planField(sheet, rows, { field, settings }));
  const stretches = [...changed, ...appendLines(sheet, rows, settings), ...planLists(sheet, settings, dateSystem)];
  return stretches.map((stretch) => ({ kind: "cells", sheet: name, ...stretch }));
}

function planField(
  { values, contents }: SheetCells,
  rows: ReadonlyMap<string, number>,
  { field, settings }: { field: SettingField; settings: Settings },
): readonly Stretch[] {
  const row = rows.get(field.label);
  const after = field.shown(settings);
  if (row === undefined || values[row]?.[field.column] === after) return [];
  const before = contents[row]?.[field.column] ?? "";
  return [{ column: field.column, firstRow: row, before: [before], after: [after] }];
}

/** Lines that the sheet does not have stand below the others, each with unit, meaning and source. */
function appendLines(sheet: SheetCells, rows: ReadonlyMap<string, number>, settings: Settings): readonly Stretch[] {
  const missing = sections.flatMap((section) => {
    const lines = linesIn(section).filter(([field]) => !rows.has(field?.label ?? ""));
    const [, ...headings] = sectionHeads[section];
    return lines.length === 0 ? [] : [{ headings, lines }];
  });
  if (missing.length === 0) return [];
  let row = lastLine(sheet) + 2;
  return missing.flatMap(({ headings, lines }) => {
    const heading = appendRow(row++, sectionCells(APPENDED_TITLE, headings), () => HEADING_LOOK);
    return [heading, ...lines.map((fields) => appendLine(row++, fields, settings))].flat();
  });
}

function appendLine(row: number, fields: readonly SettingField[], settings: Settings): readonly Stretch[] {
  const columns = new Set(fields.map(({ column }) => column));
  return appendRow(row, lineCells(fields, settings), (column) =>
    columns.has(column) ? { ...LINE_LOOK, ...VALUE_LOOK } : LINE_LOOK,
  );
}

function appendRow(row: number, cells: readonly Content[], look: (column: number) => Look): readonly Stretch[] {
  return cells.map((after, column) => ({ column, firstRow: row, before: [""], after: [after], look: look(column) }));
}

/** The last row in which a line or anything beside it stands; the lists further right do not count. */
function lastLine({ contents }: SheetCells): number {
  return contents.map((row) => row.slice(0, LINE_COLUMNS).some((cell) => cell !== "")).lastIndexOf(true);
}

function planLists(sheet: SheetCells, settings: Settings, dateSystem: DateSystem): readonly Stretch[] {
  return listColumns(settings, dateSystem).flatMap((list) => {
    const place = listHeading(sheet.values, list.heading);
    return place === undefined ? appendList(sheet, list) : planList(sheet, place, list.cells);
  });
}

/** A list is left alone as long as it says the same, in whatever order. */
function planList(
  { values, contents }: SheetCells,
  { row, column }: { row: number; column: number },
  wanted: readonly CellValue[],
): readonly Stretch[] {
  const stands = values.slice(row + 1).map((line) => line[column] ?? "");
  const used = stands.map((cell) => cell !== "").lastIndexOf(true) + 1;
  const said = stands.filter((cell) => cell !== "");
  if (said.length === wanted.length && isSameList(said, wanted)) return [];
  const length = Math.max(used, wanted.length);
  const before = Array.from({ length }, (_, index) => contents[row + 1 + index]?.[column] ?? "");
  const after = Array.from({ length }, (_, index) => wanted[index] ?? "");
  return [{ column, firstRow: row + 1, before, after }];
}

function isSameList(one: readonly CellValue[], other: readonly CellValue[]): boolean {
  const isDays = typeof other[0] === "number";
  if (!isDays) return one.every((cell, index) => String(cell) === String(other[index]));
  const known = new Set(one);
  return other.every((cell) => known.has(cell));
}

/** A list that the sheet does not have stands where a new sheet has it, if nothing stands there. */
function appendList(
  { contents }: SheetCells,
  { column, heading, cells }: ReturnType<typeof listColumns>[number],
): readonly Stretch[] {
  const isFree = contents.every((row) => (row[column] ?? "") === "");
  if (!isFree) return [];
  const firstRow = LIST_HEADING_ROW + 1;
  const before = cells.map((): Content => "");
  return [
    { column, firstRow: LIST_HEADING_ROW, before: [""], after: [heading], look: HEADING_LOOK },
    ...(cells.length === 0 ? [] : [{ column, firstRow, before, after: cells }]),
  ];
}
