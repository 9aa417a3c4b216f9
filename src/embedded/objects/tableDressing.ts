import { structuredColumn } from "../calc/structured";
import type { TableColumnChange } from "../xlsx/model";
import { freeRowBehind } from "./addTable";
import { intersection } from "./address";
import { bodyOf, type Standing } from "./changeTable";
import { told } from "./changes";
import { showAllRows } from "./filterRows";
import { unprotected } from "./place";
import { insertCells } from "./shiftCells";

const TOTAL = "汇总";
/** SUBTOTAL by these numbers leaves out rows that are hidden. */
const SUM = 109;
const COUNT = 103;

function clearRow({ host, sheet, table }: Standing, row: number): void {
  const { column, columns } = table.extent;
  for (let index = column; index < column + columns; index++) sheet.setValue(row, index, undefined);
  told({ host, sheet, extent: { row, column, rows: 1, columns } }, "RangeEdited");
}

function hideHeaders(standing: Standing): void {
  const { host, sheet, table } = standing;
  if (table.isFiltered) showAllRows({ host, sheet, extent: bodyOf(table) });
  const extent = { ...table.extent, row: table.extent.row + 1, rows: table.extent.rows - 1 };
  sheet.standing.change(table.name, { extent, headerRow: false, hasFilter: false });
  clearRow(standing, table.extent.row);
}

/** The headings come back above the data, where cells make room for them if they have to. */
function showHeaders({ host, sheet, table }: Standing): void {
  const above = { ...table.extent, row: table.extent.row - 1, rows: 1 };
  const isFree =
    above.row >= 0 &&
    sheet.formulas(above).every((row) => row.every((value) => value === undefined)) &&
    sheet.tables.every(({ extent }) => intersection(extent, above) === undefined);
  if (!isFree) insertCells({ host, sheet, extent: { ...table.extent, rows: 1 } }, "Down");
  const row = isFree ? above.row : table.extent.row;
  const extent = { ...table.extent, row, rows: table.extent.rows + 1 };
  sheet.standing.change(table.name, { extent, headerRow: true, hasFilter: true });
  table.columns.forEach((name, index) => {
    sheet.setValue(row, extent.column + index, name);
  });
  told({ host, sheet, extent: { ...extent, rows: 1 } }, "RangeEdited");
}

export function setHeaders(standing: Standing, shown: boolean): void {
  unprotected(standing.sheet);
  if (shown === standing.table.headerRow) return;
  if (shown) showHeaders(standing);
  else hideHeaders(standing);
}

/** What Excel puts into a new row of totals: a word, and the sum or count of the last column. */
function totalColumns({ host, sheet, table }: Standing): readonly TableColumnChange[] {
  const last = table.columns.length - 1;
  host.calculate();
  const cells = sheet.values({ ...bodyOf(table), column: table.extent.column + last, columns: 1 }).flat();
  const isNumeric = cells.every((value) => value === undefined || typeof value === "number");
  return table.columns.map((name, from): TableColumnChange => {
    if (from === last) return { name, from, totals: isNumeric ? { sums: true } : { counts: true } };
    return from === 0 ? { name, from, totals: { label: TOTAL } } : { name, from };
  });
}

function showTotals(standing: Standing): void {
  const { host, sheet, table } = standing;
  const columns = totalColumns(standing);
  freeRowBehind({ host, sheet, extent: table.extent });
  const extent = { ...table.extent, rows: table.extent.rows + 1 };
  const row = table.extent.row + table.extent.rows;
  sheet.standing.change(table.name, { extent, columns, totalRow: true });
  columns.forEach(({ name, totals }, index) => {
    if (totals === undefined) return;
    const column = table.extent.column + index;
    if (totals.label !== undefined) sheet.setValue(row, column, totals.label);
    else {
      const number = String(totals.sums === true ? SUM : COUNT);
      sheet.setFormula(row, column, { a1: `SUBTOTAL(${number},${table.name}${structuredColumn(name)})` });
    }
  });
  told({ host, sheet, extent: { ...extent, row, rows: 1 } }, "RangeEdited");
}

export function setTotals(standing: Standing, shown: boolean): void {
  const { sheet, table } = standing;
  unprotected(sheet);
  if (shown === table.totalRow) return;
  if (shown) showTotals(standing);
  else {
    sheet.standing.change(table.name, { extent: { ...table.extent, rows: table.extent.rows - 1 }, totalRow: false });
    clearRow(standing, table.extent.row + table.extent.rows - 1);
  }
}
