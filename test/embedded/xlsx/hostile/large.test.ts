import { strFromU8, unzipSync } from "fflate";
import { annotate } from "../../../../src/app/annotate";
import { clear } from "../../../../src/app/clear";
import { columnLetters } from "../../../../src/embedded/calc/notation";
import type { Book } from "../../../../src/embedded/xlsx/model";
import { fileWith, inExcel, opened, partsOf, smallLedger, TODAY, unwatched, withPart } from "../../workbooks";
import { SHEET, WORKBOOK } from "./parts";

/** What opening, annotating, saving and clearing such a file may take, and what it may hold on to. */
const LONGEST_MS = 60_000;
const MOST_BYTES = 900e6;

const ledger = (): Uint8Array => fileWith(smallLedger);
const inSheet = (change: (xml: string) => string) => () => withPart(ledger(), SHEET, change);

/** Rows of cells that hold nothing, below the ledger. */
function emptyCells(rows: number, columns: number): string {
  return Array.from({ length: rows }, (_, index) => {
    const row = String(index + 100);
    const cells = Array.from(
      { length: columns },
      (_cell, column) => `<c r="${columnLetters(column + 30)}${row}" s="0"/>`,
    );
    return `<row r="${row}">${cells.join("")}</row>`;
  }).join("");
}

function merges(count: number): string {
  const areas = Array.from(
    { length: count },
    (_, index) => `<mergeCell ref="AX${String(index + 9)}:AZ${String(index + 9)}"/>`,
  );
  return `<mergeCells count="${String(count)}">${areas.join("")}</mergeCells>`;
}

function names(count: number): string {
  const all = Array.from(
    { length: count },
    (_, index) => `<definedName name="名称${String(index)}">Sheet1!$AX$${String(index + 1)}</definedName>`,
  );
  return `<definedNames>${all.join("")}</definedNames>`;
}

const afterData = (xml: string, more: string) => xml.replace("</sheetData>", `</sheetData>${more}`);

const files: readonly (readonly [name: string, file: () => Uint8Array])[] = [
  ["2,097,152 empty cells", inSheet((xml) => xml.replace("</sheetData>", `${emptyCells(65_536, 32)}</sheetData>`))],
  [
    "a used range of A1:XFD1048576",
    inSheet((xml) =>
      xml
        .replace("</sheetData>", '<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>')
        .replace(/<dimension[^>]*>/, '<dimension ref="A1:XFD1048576"/>'),
    ),
  ],
  ["50,000 merges", inSheet((xml) => afterData(xml, merges(50_000)))],
  ["3,000 names", () => withPart(ledger(), WORKBOOK, (xml) => xml.replace("<calcPr", `${names(3_000)}<calcPr`))],
  ["cells and rows without their address", inSheet((xml) => xml.replace(/(<(?:c|row)) r="[^"]*"/g, "$1"))],
];

/** One part alone: the others may be large. */
function partOf(file: Uint8Array, name: string): string {
  const { [name]: part = new Uint8Array() } = unzipSync(file, { filter: (one) => one.name === name });
  return strFromU8(part);
}

function shown(book: Book): unknown {
  const [sheet] = book.sheets;
  return sheet?.values({ row: 0, column: 0, rows: smallLedger.length, columns: smallLedger[0]?.length ?? 0 });
}

const options = { today: TODAY, asOf: TODAY };

describe("a file with far too much of something", () => {
  it.each(files)(
    "%s: is annotated, saved and cleared in bounded time and memory",
    async (_name, file) => {
      const bytes = file();
      const workbookPart = partOf(bytes, WORKBOOK);
      const began = performance.now();
      const { excel, workbook } = inExcel(opened(bytes));
      expect(await annotate(workbook, options, unwatched)).toMatchObject({ ok: true });
      const saved = excel.book.save();
      const again = inExcel(opened(saved));
      expect(shown(again.excel.book)).toEqual(smallLedger);
      expect(await clear(again.workbook, { typed: false, settings: false }, unwatched)).toMatchObject({ ok: true });
      const cleared = again.excel.book.save();
      expect(performance.now() - began).toBeLessThan(LONGEST_MS);
      expect(process.memoryUsage().arrayBuffers).toBeLessThan(MOST_BYTES);
      expect(partOf(cleared, WORKBOOK)).toBe(workbookPart);
      expect(shown(opened(cleared))).toEqual(smallLedger);
    },
    120_000,
  );
});

describe("a file with parts whose names lead elsewhere", () => {
  const tricks = [
    "../../../tmp/evil.txt",
    "/etc/passwd",
    "C:\\Windows\\evil.txt",
    "xl/../../evil.txt",
    "xl/%2e%2e/evil.txt",
  ];

  it.each(tricks)("%s: is kept as it stands and opened by nobody", (name) => {
    const book = opened(withPart(ledger(), name, () => "恶意"));
    book.sheets[0]?.setValue(9, 9, "改");
    expect(partsOf(book.save()).get(name)).toBe("恶意");
    expect(shown(book)).toEqual(smallLedger);
  });

  it.each(["../../../../etc/passwd", "file:///etc/passwd", "/xl/没有.xml"])(
    "a sheet that is said to stand at %s is not there",
    (target) => {
      const file = withPart(ledger(), "xl/_rels/workbook.xml.rels", (xml) =>
        xml.replace(/Target="worksheets\/sheet1\.xml"/, `Target="${target}"`),
      );
      expect(() => opened(file)).toThrow(/broken|damaged|part/i);
    },
  );
});
