import { intersection } from "../xlsx/areas";
import type { Extent, Sheet, TableColumnChange, TablePatch, TableState } from "../xlsx/model";
import { isInside } from "./address";
import { refuseShift, sizes, stretched, type Shift } from "./shift";
import { columnNames } from "./tableColumns";

/** What a shift of cells does to a table; no patch where all of the table is deleted. */
export interface TableShift {
  readonly name: string;
  readonly patch: TablePatch | undefined;
}

/** Whether a row lies among those that a shift deletes. */
function isDeleted(at: number, { start, by }: Shift): boolean {
  return by < 0 && at >= start && at < start - by;
}

/** The columns of a table after a shift to the side, each with the place that it had. */
function shiftedColumns({ columns, extent }: TableState, shift: Shift): readonly TableColumnChange[] {
  const kept = columns.map((name, from): TableColumnChange => ({ name, from }));
  const at = shift.start - extent.column;
  if (shift.by < 0) return kept.filter(({ from }) => !isDeleted(extent.column + (from ?? 0), shift));
  if (at <= 0 || at >= columns.length) return kept;
  const added = Array.from({ length: shift.by }, (): TableColumnChange => ({ name: "", from: undefined }));
  const all = [...kept.slice(0, at), ...added, ...kept.slice(at)];
  const names = columnNames(all.map(({ name }) => name));
  return all.map(({ from }, index) => ({ from, name: names[index] ?? "" }));
}

function rowsPatch({ headerRow, totalRow, extent }: TableState, after: Extent, shift: Shift): TablePatch {
  if (headerRow && isDeleted(extent.row, shift)) refuseShift("The heading row of a table cannot be deleted.");
  const keepsTotals = totalRow && !isDeleted(extent.row + extent.rows - 1, shift);
  const dressing = Number(headerRow) + Number(keepsTotals);
  if (after.rows <= dressing) refuseShift("A table keeps at least one row of data.");
  return { extent: after, totalRow: keepsTotals };
}

function patchOf(table: TableState, shift: Shift): TablePatch | undefined {
  const { extent } = table;
  const moved = stretched(extent[shift.axis], extent[sizes[shift.axis]], shift);
  if (moved === undefined) return undefined;
  const after = { ...extent, [shift.axis]: moved[0], [sizes[shift.axis]]: moved[1] };
  if (shift.axis === "row") return rowsPatch(table, after, shift);
  return { extent: after, columns: shiftedColumns(table, shift) };
}

/** What a shift does to the tables of a sheet: those in the band move whole, grow or shrink; one that would be cut is refused. */
export function shiftedTables(sheet: Sheet, shift: Shift): readonly TableShift[] {
  return sheet.tables.flatMap((table) => {
    if (intersection(table.extent, shift.band) === undefined) return [];
    const across = shift.axis === "row" ? { row: shift.band.row, rows: 1 } : { column: shift.band.column, columns: 1 };
    if (!isInside({ ...table.extent, ...across }, shift.band)) refuseShift("The change would cut a table.");
    return [{ name: table.name, patch: patchOf(table, shift) }];
  });
}

/** Carries out what a shift does to tables, once their cells have moved. */
export function shiftTables(sheet: Sheet, shifts: readonly TableShift[]): void {
  for (const { name, patch } of shifts) {
    if (patch === undefined) sheet.standing.delete(name);
    else sheet.standing.change(name, patch);
  }
  for (const { name, patch } of shifts) {
    const table = sheet.tables.find((one) => one.name === name);
    if (patch?.columns === undefined || table?.headerRow !== true) continue;
    const { row, column } = table.extent;
    table.columns.forEach((heading, index) => {
      if (sheet.cell(row, column + index).value !== heading) sheet.setValue(row, column + index, heading);
    });
  }
}
