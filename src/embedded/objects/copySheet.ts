import type { Sheet } from "../xlsx/model";
import { renameTableIn } from "../calc/structured";
import { freeTableName } from "./addTable";
import { oneOf } from "./given";
import type { Host } from "./host";
import { Refusal } from "./refusal";
import { rewriteBook } from "./rewriteBook";
import { sameName } from "./excelObject";

/** "台账" -> "台账 (2)". */
function copyName(name: string, taken: readonly string[]): string {
  for (let number = 2; ; number++) {
    const ending = ` (${String(number)})`;
    const free = name.slice(0, 31 - ending.length) + ending;
    if (!taken.some((other) => sameName(other, free))) return free;
  }
}

/** The tables of a copied sheet under names of their own; formulas of the copy mean those. */
function copyTables(host: Host, sheet: Sheet, copy: Sheet): void {
  for (const { name } of sheet.tables) {
    const newName = freeTableName(host, name, 2);
    copy.standing.addCopy(sheet.standing, name, newName);
    rewriteBook(host, (formula, own) => (own === copy.name ? renameTableIn(formula, name, newName) : formula));
  }
}

/** Copies a sheet with its cells, formats, rules, tables and layout; drawings and comments cannot be copied here. https://learn.microsoft.com/javascript/api/excel/excel.worksheet#excel-excel-worksheet-copy-member(1) */
export function copySheet(
  host: Host,
  sheet: Sheet,
  { place, relativeTo }: { readonly place: unknown; readonly relativeTo: Sheet | undefined },
): Sheet {
  const { book } = host;
  const where = oneOf(["None", "Before", "After", "Beginning", "End"], place);
  if (book.isStructureProtected) throw new Refusal("AccessDenied");
  if ((where === "Before" || where === "After") && relativeTo === undefined) throw new Refusal("InvalidArgument");
  if (book.structure.isDrawnFrom(sheet)) {
    throw new Refusal("InvalidOperation", "A sheet with drawings or comments cannot be copied here.");
  }
  const taken = book.sheets.map(({ name }) => name);
  const copy = book.copySheet(sheet, copyName(sheet.name, taken));
  copyTables(host, sheet, copy);
  const at = relativeTo === undefined ? -1 : book.sheets.indexOf(relativeTo);
  const positions = {
    None: book.sheets.length - 1,
    End: book.sheets.length - 1,
    Beginning: 0,
    Before: at,
    After: at + 1,
  };
  book.structure.moveSheet(copy, book.sheets[positions[where]]);
  host.touch();
  host.events.raise("added", copy.id, { worksheetId: copy.id });
  return copy;
}
