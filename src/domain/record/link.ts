import type { Formula } from "../change/change";
import { cellAddress } from "../ledger/cells";

/** A formula that shows a text and leads to the first cell of a sheet's row, 0-based. */
export function sheetLink({ sheet, row, text }: { sheet: string; row: number; text: string }): Formula {
  const target = `#'${sheet.replaceAll("'", "''")}'!${cellAddress(row, 0)}`;
  return { r1c1: `=HYPERLINK("${target.replaceAll('"', '""')}","${text.replaceAll('"', '""')}")` };
}
