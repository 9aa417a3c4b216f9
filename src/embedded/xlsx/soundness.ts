import type { Archive } from "./archive";
import { broken } from "./fault";
import { CONTENT_TYPES } from "./package";
import { cellTypes, type ScannedCells } from "./scannedCells";
import { parseXml } from "./xml";

/** A workbook says what each of its parts is; without that no part can be added. */
export function checkContentTypes(archive: Archive): void {
  parseXml(archive.text(CONTENT_TYPES), CONTENT_TYPES);
}

const isTwice = (texts: readonly string[]): boolean => new Set(texts).size < texts.length;

interface Standing {
  readonly place: { readonly part: string };
  readonly tables: readonly { readonly name: string }[];
}

/** Each sheet has a name and a part of its own; so has each table, and it can be read. */
export function checkSheets(names: readonly string[], sheets: readonly Standing[]): void {
  if (names.includes("") || isTwice(names.map((name) => name.toLowerCase()))) throw broken("xl/workbook.xml");
  if (isTwice(sheets.map(({ place }) => place.part.toLowerCase()))) throw broken("xl/workbook.xml");
  const tables = sheets.flatMap((sheet) => sheet.tables.map(({ name }) => name.toLowerCase()));
  if (isTwice(tables)) throw broken("xl/tables");
}

/** Every cell's text and format stand in the workbook's lists. */
export function checkCells(
  scanned: ScannedCells,
  { strings, formats, part }: { strings: number; formats: number; part: string },
): void {
  const { types, styles, valueStarts, valueEnds } = scanned;
  for (let cell = 0; cell < scanned.cells; cell++) {
    if (styles.at(cell) >= formats) throw broken(part);
    if (types.at(cell) !== cellTypes.shared) continue;
    const index = scanned.number(valueStarts.at(cell), valueEnds.at(cell)) ?? -1;
    if (!(index >= 0 && index < strings && Number.isInteger(index))) throw broken(part);
  }
}
