import { strToU8 } from "fflate";
import { writeArchive } from "../../../../src/embedded/xlsx/zipWriter";
import { sampleFile } from "../../workbooks";
import {
  changed,
  ledgerWith,
  MAIN,
  OFFICE,
  packed,
  RELATIONS,
  SHEET,
  smallParts,
  STYLES,
  TYPES,
  utf16,
  withRows,
  withStrings,
  WORKBOOK,
  zipped,
} from "./parts";

/** A file that somebody may hand us, and how it is refused. */
export type RefusedFile = readonly [name: string, file: () => Uint8Array, sentence: RegExp];

const ole = (...names: string[]): Uint8Array =>
  Uint8Array.from([
    ...[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    ...new Uint8Array(600),
    ...names.flatMap((name) => Array.from(name, (letter) => [letter.charCodeAt(0), 0]).flat()),
  ]);

const archiveWith = (...more: Parameters<typeof packed>[]): Uint8Array =>
  writeArchive([
    ...Object.entries(smallParts).map(([name, content]) => packed(name, content)),
    ...more.map((one) => packed(...one)),
  ]);

const without = (part: string) => () => ledgerWith({ [part]: undefined });

/** The small ledger with a lie in the directory entry of its sheet. */
const lying =
  (untrue: Parameters<typeof packed>[2], content = String(smallParts[SHEET])) =>
  () =>
    writeArchive(
      Object.entries(smallParts).map(([name, other]) =>
        name === SHEET ? packed(name, content, untrue) : packed(name, other),
      ),
    );

const laughs = (xml: string) =>
  `<!DOCTYPE lolz [<!ENTITY a "lol">${Array.from({ length: 9 }, (_, at) => `<!ENTITY ${String.fromCharCode(98 + at)} "${`&${String.fromCharCode(97 + at)};`.repeat(10)}">`).join("")}]>${xml.replace(/^<\?.*?\?>/, "")}`;
const external = (xml: string) =>
  `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${xml.replace(/^<\?.*?\?>/, "")}`;

const broken = /损坏（.+）/;

const otherPrograms: readonly RefusedFile[] = [
  ["an empty file", () => new Uint8Array(), /空的/],
  ["text", () => strToU8("客户,余额\n甲,1\n"), /CSV/],
  ["text in UTF-16", () => utf16("客户\t余额\n甲\t1\n"), /CSV/],
  ["a web page named .xls", () => strToU8("<html><table><tr><td>1</td></tr></table></html>"), /HTML/],
  ["a web archive named .xls", () => strToU8("MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n"), /HTML/],
  [
    "a table in the XML of Excel 2003",
    () =>
      strToU8(
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
      ),
    /XML 表格/,
  ],
  ["an old .xls", () => ole("Workbook"), /\.xls/],
  ["an encrypted workbook", () => ole("EncryptionInfo", "EncryptedPackage"), /密码/],
  ["a picture", () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2]), /不是 Excel 工作簿/],
  ["a PDF", () => strToU8("%PDF-1.7\n%\u00e2\u00e3"), /PDF/],
  ["a .rar", () => strToU8("Rar!\u001a\u0007"), /压缩/],
  ["a .7z", () => Uint8Array.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4]), /压缩/],
  ["a .zip with the workbook in it", () => zipped({ "台账.xlsx": "PK" }), /压缩包.+先解压/],
  ["a .zip of nothing", () => zipped({}), /压缩包/],
  ["an .xlsb", () => zipped({ [TYPES]: "<Types/>", "xl/workbook.bin": "1" }), /\.xlsb/],
  [
    "an .ods",
    () => zipped({ mimetype: "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>" }),
    /\.ods/,
  ],
  ["a .docx", () => zipped({ [TYPES]: "<Types/>", "word/document.xml": "<a/>" }), /\.docx/],
];

const archives: readonly RefusedFile[] = [
  ["two letters", () => strToU8("PK"), /不完整/],
  ["a workbook cut off", () => sampleFile().slice(0, 20_000), /不完整/],
  ["a workbook without its last byte", () => sampleFile().slice(0, -1), /不完整/],
  ["a workbook without its beginning", () => Uint8Array.from([0x50, 0x4b, ...sampleFile().slice(5_000)]), /不完整/],
  ["a wrong check sum", lying({ crc: 12_345 }), broken],
  ["a part that is larger than said", lying({ size: 300 }), broken],
  ["a part that is smaller than said", lying({ size: 900_000 }), broken],
  ["a part packed in an unknown way", lying({ method: 99 }), broken],
  ["a part of noise", lying({ data: Uint8Array.from({ length: 400 }, (_, at) => (at * 7919) & 255) }), broken],
  ["a bomb that says so", lying({}, "<worksheet><sheetData>" + " ".repeat(120_000_000)), /过大/],
  ["a bomb that lies", lying({ size: 20_000 }, "<worksheet><sheetData>" + " ".repeat(400_000_000)), broken],
  [
    "many bombs, each small",
    () =>
      archiveWith(
        ...Array.from(
          { length: 30 },
          (_, at) => [`xl/media/${String(at)}.bin`, "0", { size: 40_000_000 }] as const,
        ).map((one) => [...one] as Parameters<typeof packed>),
      ),
    /过大/,
  ],
  ["a part that stands there twice", () => archiveWith([SHEET, String(smallParts[SHEET])]), broken],
  ["parts that differ in capitals alone", () => archiveWith(["xl/WORKSHEETS/Sheet1.xml", "<a/>"]), broken],
];

const parts: readonly RefusedFile[] = [
  ["no content types", without(TYPES), broken],
  ["no relationships at all", without("_rels/.rels"), broken],
  ["no relationships of the workbook", without(RELATIONS), broken],
  ["no workbook part", without(WORKBOOK), broken],
  ["no sheet", without(SHEET), broken],
  ["no sheets in the workbook", () => changed(WORKBOOK, (xml) => xml.replace(/<sheet [^>]*>/, "")), broken],
  [
    "two sheets in one part",
    () =>
      changed(WORKBOOK, (xml) =>
        xml.replace(/<sheet ([^>]*)name="[^"]*" sheetId="1"([^>]*)>/, '$&<sheet $1name="再来" sheetId="2"$2>'),
      ),
    broken,
  ],
  [
    "a sheet without its relationship",
    () => changed(RELATIONS, (xml) => xml.replace(/<Relationship Id="rId1"[^>]*>/, "")),
    broken,
  ],
  [
    "two sheets of one name",
    () =>
      ledgerWith({
        [WORKBOOK]: String(smallParts[WORKBOOK]).replace(
          /<sheet [^>]*>/,
          '$&<sheet name="SHEET1" sheetId="9" r:id="rId9"/>',
        ),
        [RELATIONS]: String(smallParts[RELATIONS]).replace(
          "</Relationships>",
          `<Relationship Id="rId9" Type="${OFFICE}/worksheet" Target="worksheets/sheet9.xml"/></Relationships>`,
        ),
        "xl/worksheets/sheet9.xml": String(smallParts[SHEET]),
      }),
    broken,
  ],
  ["a workbook part that is no XML", () => ledgerWith({ [WORKBOOK]: "<workbook><sheets>" }), broken],
  ["styles that are no XML", () => ledgerWith({ [STYLES]: "12345" }), broken],
  [
    "noise for a sheet",
    () => ledgerWith({ [SHEET]: Uint8Array.from({ length: 5_000 }, (_, at) => (at * 31) & 255) }),
    broken,
  ],
  ["laughs in the workbook part", () => changed(WORKBOOK, laughs), /实体/],
  ["laughs in a sheet", () => changed(SHEET, laughs), /实体/],
  [
    "laughs in the strings",
    () =>
      withStrings(
        laughs(`<sst xmlns="${MAIN}"><si><t>&j;</t></si></sst>`),
        '<row r="1"><c r="A1" t="s"><v>0</v></c></row>',
      ),
    /实体/,
  ],
  ["an external entity in a sheet", () => changed(SHEET, external), /实体/],
  ["an external entity in the styles", () => changed(STYLES, external), /实体/],
  [
    "a thousand elements one in another",
    () =>
      changed(SHEET, (xml) =>
        xml.replace("</worksheet>", `<extLst>${"<ext>".repeat(1_000)}${"</ext>".repeat(1_000)}</extLst></worksheet>`),
      ),
    broken,
  ],
  [
    "a workbook part in GBK",
    () =>
      ledgerWith({
        [WORKBOOK]: Uint8Array.from([
          ...strToU8(String(smallParts[WORKBOOK]).replace("Sheet1", "@@")).map((byte) => (byte === 64 ? 0xb1 : byte)),
        ]),
      }),
    /编码/,
  ],
  [
    "an encoding that is not known here",
    () => changed(SHEET, (xml) => xml.replace('encoding="UTF-8"', 'encoding="GB18030"')),
    /编码/,
  ],
];

const cellFaults: readonly RefusedFile[] = [
  [
    "rows out of order",
    () => withRows('<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>'),
    broken,
  ],
  [
    "a row twice",
    () => withRows('<row r="2"><c r="A2"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>'),
    broken,
  ],
  ["cells out of order", () => withRows('<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>'), broken],
  ["a cell twice", () => withRows('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'), broken],
  ["a cell of another row", () => withRows('<row r="1"><c r="A7"><v>1</v></c></row>'), broken],
  ["a row beyond the last", () => withRows('<row r="1048577"><c r="A1048577"><v>1</v></c></row>'), broken],
  ["a row before the first", () => withRows('<row r="0"><c r="A0"><v>1</v></c></row>'), broken],
  ["a column beyond the last", () => withRows('<row r="1"><c r="XFE1"><v>1</v></c></row>'), broken],
  ["a string that is not there", () => withRows('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'), broken],
  [
    "a string number that is none",
    () => withStrings(`<sst xmlns="${MAIN}"><si><t>甲</t></si></sst>`, '<row r="1"><c r="A1" t="s"><v>x</v></c></row>'),
    broken,
  ],
  [
    "a string before the first",
    () =>
      withStrings(`<sst xmlns="${MAIN}"><si><t>甲</t></si></sst>`, '<row r="1"><c r="A1" t="s"><v>-1</v></c></row>'),
    broken,
  ],
  ["a format that is not there", () => withRows('<row r="1"><c r="A1" s="900"><v>1</v></c></row>'), broken],
  ["a cell that does not end", () => withRows('<row r="1"><c r="A1"><v>1</row>'), broken],
  ["a value that does not end", () => withRows('<row r="1"><c r="A1"><v>1</c></row>'), broken],
];

/** Every file that is refused, with what its sentence says. */
export const refusedFiles: readonly RefusedFile[] = [...otherPrograms, ...archives, ...parts, ...cellFaults];
