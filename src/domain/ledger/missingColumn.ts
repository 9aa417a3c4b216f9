import type { Field } from "./field";
import { fieldName } from "./fieldName";
import type { Layout } from "./ledger";

/** Says which ledgers have no column of a field, and what to do; undefined where all have one. */
export function missingColumn(layouts: readonly Layout[], field: Field): string | undefined {
  const sheets = layouts.filter(({ columns }) => !columns.has(field)).map(({ sheet }) => `“${sheet}”`);
  const name = fieldName(field);
  if (sheets.length === 0) return undefined;
  return `工作表${sheets.join("、")}的表头里没有认出“${name}”列，标题可能被改过。请把那一列的标题改回“${name}”，或在“列对应”中指定是哪一列`;
}
