import type { Scalar } from "../xlsx/model";
import { areaAddress, intersection } from "./address";
import type { Place } from "./place";

export type ChangeType =
  "RangeEdited" | "RowInserted" | "RowDeleted" | "ColumnInserted" | "ColumnDeleted" | "CellInserted" | "CellDeleted";

const shown = (value: Scalar | undefined): string | number | boolean =>
  typeof value === "object" ? value.error : (value ?? "");
const typeOf = (value: Scalar | undefined): string =>
  ({ string: "String", number: "Double", boolean: "Boolean", object: "Error" })[typeof value as string] ?? "Empty";

/** Cells were changed: formulas are out of date, and handlers of `onChanged` are told. `before` is what a single cell showed. */
export function told(place: Place, changeType: ChangeType, before?: Scalar): void {
  const { host, sheet, extent } = place;
  host.touch();
  if (!host.events.listensTo("changed") && !host.events.listensTo("tableChanged")) return;
  const message = describedChange(place, changeType, before);
  host.events.raise("changed", sheet.id, message);
  for (const table of sheet.tables) {
    if (intersection(table.extent, extent) === undefined) continue;
    host.events.raise("tableChanged", String(table.id), { ...message, tableId: String(table.id) });
  }
}

const isFormula = (content: Scalar | undefined): boolean => typeof content === "string" && content.startsWith("=");

/** Takes note of an area's formulas where somebody listens, for the function to call once they were changed: it tells which, and what they were. */
export function formulasBefore(place: Place): () => void {
  const { host, sheet, extent } = place;
  if (!host.events.listensTo("formulaChanged")) return () => undefined;
  const before = sheet.formulas(extent);
  return () => {
    const formulaDetails = sheet.formulas(extent).flatMap((row, down) =>
      row.flatMap((after, right) => {
        const previous = before[down]?.[right];
        if (previous === after || !(isFormula(previous) || isFormula(after))) return [];
        const cell = { row: extent.row + down, column: extent.column + right, rows: 1, columns: 1 };
        return [{ cellAddress: areaAddress(cell), previousFormula: String(shown(previous)) }];
      }),
    );
    if (formulaDetails.length === 0) return;
    host.events.raise("formulaChanged", sheet.id, { worksheetId: sheet.id, formulaDetails });
  };
}

function describedChange(
  place: Place,
  changeType: ChangeType,
  before: Scalar | undefined,
): Readonly<Record<string, unknown>> {
  const { host, sheet, extent } = place;
  const isSingle = extent.rows === 1 && extent.columns === 1 && changeType === "RangeEdited";
  const after = isSingle ? sheet.cell(extent.row, extent.column).value : undefined;
  return {
    worksheetId: sheet.id,
    address: areaAddress(extent),
    changeType,
    triggerSource: "ThisLocalAddin",
    shiftDirection: "None",
    referenceId: host.keepPlace(place),
    ...(isSingle
      ? {
          valueBefore: shown(before),
          valueAfter: shown(after),
          valueTypeBefore: typeOf(before),
          valueTypeAfter: typeOf(after),
        }
      : {}),
  };
}
