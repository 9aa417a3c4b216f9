import { unprotected, type Place } from "./place";
import { areaAddress } from "./address";

/** Hides rows or shows them again. */
export function hideRows({ host, sheet, extent }: Place, hidden: boolean): void {
  unprotected(sheet, "formatRows");
  for (let row = extent.row; row < extent.row + extent.rows; row++) sheet.setRowHidden(row, hidden);
  host.changed = true;
  const changeType = hidden ? "Hidden" : "Unhidden";
  const address = areaAddress({ ...extent, column: 0, columns: 16_384 });
  host.events.raise("rowHiddenChanged", sheet.id, { worksheetId: sheet.id, address, changeType });
}

/** Hides columns or shows them again. */
export function hideColumns({ host, sheet, extent }: Place, hidden: boolean): void {
  unprotected(sheet, "formatColumns");
  sheet.setColumnHidden(extent.column, hidden, extent.columns);
  host.changed = true;
}
