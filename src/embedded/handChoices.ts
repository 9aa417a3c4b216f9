import { cellText } from "./calc/cellText";
import type { CellPlace } from "./hand";
import { intersection, parseArea, splitSheet } from "./objects/address";
import type { Book, DataValidation, Extent, Sheet } from "./xlsx/model";

/** The list of a cell that has an arrow to open it. */
export function listAt({ sheet, row, column }: CellPlace): DataValidation | undefined {
  const validation = sheet.validationAt(row, column);
  return validation?.type === "list" && validation.showDropdown ? validation : undefined;
}

/** The cells that a list is taken from, by their place or by a name; undefined for one that is computed or moves along with its cell. */
function sourceOf(book: Book, formula: string, here: Sheet): { sheet: Sheet; extent: Extent } | undefined {
  const name = book.names.find((one) => one.name.toUpperCase() === formula.toUpperCase());
  const { sheet: sheetName, rest } = splitSheet(name?.formula ?? formula);
  const extent = /\$[A-Z]+\$\d+/i.test(rest) ? parseArea(rest) : undefined;
  const sheet = sheetName === undefined ? here : book.sheets.find((one) => one.name === sheetName);
  return sheet === undefined || extent === undefined ? undefined : { sheet, extent };
}

function textsIn(book: Book, { sheet, extent }: { sheet: Sheet; extent: Extent }): readonly string[] {
  const used = sheet.used(true);
  const area = used && intersection(extent, used);
  if (area === undefined) return [];
  const styles = sheet.styles(area).flat();
  return sheet
    .values(area)
    .flat()
    .map((value, index) => cellText(value, book.format(styles[index] ?? 0).numberFormat, book.date1904));
}

/** What the arrow of a cell offers, in order. Results of formulas have to be up to date. */
export function choicesAt(book: Book, place: CellPlace): readonly string[] {
  const { formula1 = "" } = listAt(place) ?? {};
  const written = /^"(.*)"$/s.exec(formula1)?.[1];
  if (written !== undefined) return written.split(",").map((choice) => choice.trim());
  const source = sourceOf(book, formula1, place.sheet);
  return source === undefined ? [] : textsIn(book, source).filter((text) => text !== "");
}
