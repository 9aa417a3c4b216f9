import { absoluteReference } from "./sheetParts";
import type { WorkbookPart } from "./workbookPart";
import type { Worksheet } from "./worksheet";

const bare = (formula: string): string => formula.replace(/^'(.*)'!/, "$1!");

/** Excel keeps a hidden name for the area of a sheet's filter; it has to say the same as the filter. */
export function storeFilterName(
  workbook: WorkbookPart,
  sheetNames: readonly string[],
  { filter, name: sheet }: Pick<Worksheet, "filter" | "name">,
): void {
  const known = workbook
    .names(sheetNames)
    .find(({ name, scope }) => name === "_xlnm._FilterDatabase" && scope === sheet);
  if (filter === undefined || known === undefined) return;
  const formula = absoluteReference(sheet, filter.extent);
  if (bare(known.formula) === bare(formula)) return;
  workbook.setLocalName("_xlnm._FilterDatabase", sheetNames.indexOf(sheet), formula);
}
