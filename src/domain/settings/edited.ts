import type { CellValue } from "../ledger/cells";
import { AS_OF_LABEL } from "./lines";
import { defaultSettings } from "./defaults";
import { LABEL_COLUMN, settingsSheet } from "./settingsSheet";
import type { DateSystem } from "../ledger/survey";

/** Whether a person changed anything on the settings sheet; the day of reference, which a run may fix, does not count. */
export function settingsEdited(cells: readonly (readonly CellValue[])[], dateSystem: DateSystem): boolean {
  const draft = settingsSheet(defaultSettings, dateSystem).cells;
  const rows = Math.max(draft.length, cells.length);
  for (let row = 0; row < rows; row++) {
    if (draft[row]?.[LABEL_COLUMN] === AS_OF_LABEL) continue;
    const columns = Math.max(draft[row]?.length ?? 0, cells[row]?.length ?? 0);
    for (let column = 0; column < columns; column++) {
      if ((draft[row]?.[column] ?? "") !== (cells[row]?.[column] ?? "")) return true;
    }
  }
  return false;
}
