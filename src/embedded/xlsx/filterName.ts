import { absoluteReference } from "./sheetParts";
import type { WorkbookPart } from "./workbookPart";
import type { Worksheet } from "./worksheet";

const sheetIn = (formula: string): string => formula.slice(0, formula.lastIndexOf("!"));
const bare = (sheet: string): string => sheet.replace(/^'(.*)'$/, "$1");

/** A reference that spells its sheet as another one does, with or without apostrophes, where both name the same. */
function spelledAs(known: string, formula: string): string {
  const [theirs, ours] = [sheetIn(known), sheetIn(formula)];
  return bare(theirs) === bare(ours) ? theirs + formula.slice(ours.length) : formula;
}

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
  const formula = spelledAs(known.formula, absoluteReference(sheet, filter.extent));
  if (known.formula === formula) return;
  workbook.setLocalName("_xlnm._FilterDatabase", sheetNames.indexOf(sheet), formula);
}
