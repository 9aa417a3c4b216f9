import type { CellValue } from "../ledger/cells";
import type { DateSystem } from "../ledger/survey";
import { AS_OF_LABEL } from "./lines";
import { defaultSettings } from "./defaults";
import { LABEL_COLUMN, settingsSheet } from "./settingsSheet";

type Row = readonly unknown[] | undefined;

/** Whether two rows hold other values; what is missing is empty. */
function differ(one: Row = [], other: Row = []): boolean {
  const longer = one.length >= other.length ? one : other;
  return longer.some((_, column) => (one[column] ?? "") !== (other[column] ?? ""));
}

/** Whether a person changed anything on the settings sheet; the day of reference, which a run may fix, does not count. */
export function settingsEdited(cells: readonly (readonly CellValue[])[], dateSystem: DateSystem): boolean {
  const draft: readonly Row[] = settingsSheet(defaultSettings, dateSystem).cells;
  const longer: readonly Row[] = draft.length >= cells.length ? draft : cells;
  return longer.some((_, row) => draft[row]?.[LABEL_COLUMN] !== AS_OF_LABEL && differ(draft[row], cells[row]));
}
