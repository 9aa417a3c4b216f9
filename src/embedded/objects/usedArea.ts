import type { Extent } from "../xlsx/model";
import { intersection } from "./address";
import type { Place } from "./place";

/** The used part of an area: of the cells with a value, or of all that exist; undefined where there is none. */
export function usedArea({ sheet, extent }: Place, valuesOnly: boolean): Extent | undefined {
  const used = sheet.used(valuesOnly);
  const shared = used && intersection(used, extent);
  if (shared === undefined || !valuesOnly) return shared;
  const isWhole = used?.rows === shared.rows && used.columns === shared.columns;
  return isWhole ? shared : sheet.held.within(shared);
}
