import { deflateSync, strFromU8, strToU8, unzipSync } from "fflate";
import { crc32 } from "../../../../src/embedded/xlsx/crc32";
import { writeArchive, type Packed } from "../../../../src/embedded/xlsx/zipWriter";
import { fileWith, smallLedger } from "../../workbooks";

export const SHEET = "xl/worksheets/sheet1.xml";
export const WORKBOOK = "xl/workbook.xml";
export const RELATIONS = "xl/_rels/workbook.xml.rels";
export const STRINGS = "xl/sharedStrings.xml";
export const STYLES = "xl/styles.xml";
export const TYPES = "[Content_Types].xml";

export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

type Content = string | Uint8Array;
type Parts = Readonly<Record<string, Content>>;

const bytesOf = (content: Content): Uint8Array => (typeof content === "string" ? strToU8(content) : content);

/** A part, packed; what its directory entry says may be untrue. */
export function packed(name: string, content: Content, untrue: Partial<Packed> = {}): Packed {
  const bytes = bytesOf(content);
  const data = deflateSync(bytes, { level: 9 });
  return { name, method: 8, time: 0x00210000, crc: crc32(bytes), size: bytes.length, attributes: 0, data, ...untrue };
}

/** The parts of a small ledger's workbook. */
export const smallParts: Parts = Object.fromEntries(
  Object.entries(unzipSync(fileWith(smallLedger))).map(([name, bytes]) => [name, strFromU8(bytes)]),
);

/** A workbook of these parts. */
export const zipped = (parts: Parts): Uint8Array =>
  writeArchive(Object.entries(parts).map(([name, content]) => packed(name, content)));

/** The small ledger with other parts, or without those that are undefined. */
export function ledgerWith(changes: Readonly<Record<string, Content | undefined>>): Uint8Array {
  const parts = Object.entries({ ...smallParts, ...changes });
  return zipped(
    Object.fromEntries(parts.flatMap(([name, content]) => (content === undefined ? [] : [[name, content]]))),
  );
}

/** The small ledger with one part's text changed. */
export function changed(name: string, change: (xml: string) => string): Uint8Array {
  const before = smallParts[name];
  if (typeof before !== "string") throw new Error(`no part ${name}`);
  const after = change(before);
  if (after === before) throw new Error(`${name} did not change`);
  return ledgerWith({ [name]: after });
}

/** The inside of the small ledger's sheetData, replaced; `after` follows the element. */
export const withRows = (rows: string, after = ""): Uint8Array =>
  changed(SHEET, (xml) => xml.replace(/<sheetData>.*<\/sheetData>/s, `<sheetData>${rows}</sheetData>${after}`));

/** The small ledger with a table of strings that its first sheet refers to from A1 on. */
export function withStrings(strings: Content, cells: string): Uint8Array {
  const relation = `<Relationship Id="rId77" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/>`;
  const relations = String(smallParts[RELATIONS]).replace("</Relationships>", `${relation}</Relationships>`);
  const sheet = String(smallParts[SHEET]).replace(/<sheetData>.*<\/sheetData>/s, `<sheetData>${cells}</sheetData>`);
  return ledgerWith({ [RELATIONS]: relations, [STRINGS]: strings, [SHEET]: sheet });
}

/** Text in UTF-16 with the mark that says so. */
export function utf16(text: string, isLittle = true): Uint8Array {
  const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  const bytes = [0xfeff, ...units].flatMap((unit) => (isLittle ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255]));
  return Uint8Array.from(bytes);
}
