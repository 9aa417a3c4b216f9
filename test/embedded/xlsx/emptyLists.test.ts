import { annotate } from "../../../src/app/annotate";
import { clear } from "../../../src/app/clear";
import { fileWith, inExcel, opened, partsOf, smallLedger, TODAY, unwatched, withPart } from "../workbooks";
import { childOf, parseXml } from "../../../src/embedded/xlsx/xml";

const run = { today: TODAY, asOf: TODAY };

const before = (tag: string, xml: string) => (part: string) => part.replace(tag, xml + tag);
const sheet = (change: (part: string) => string) => withPart(fileWith(smallLedger), "xl/worksheets/sheet1.xml", change);

/** A ledger's file with an empty list, as several programs write them, and the part with what may stand at its top. */
const empty: readonly [string, Uint8Array][] = [
  [
    "names, as openpyxl writes it",
    withPart(fileWith(smallLedger), "xl/workbook.xml", (part) => part.replace("</sheets>", "</sheets><definedNames/>")),
  ],
  ["validations", sheet((part) => part.replace("</sheetData>", '</sheetData><dataValidations count="0"/>'))],
  ["merged cells", sheet((part) => part.replace("</sheetData>", '</sheetData><mergeCells count="0"/>'))],
  ["links", sheet((part) => part.replace("</sheetData>", "</sheetData><hyperlinks/>"))],
  ["columns", sheet(before("<sheetData>", "<cols/>"))],
  ["extensions", sheet(before("</worksheet>", "<extLst/>"))],
];

const withoutProtection = withPart(
  fileWith(smallLedger),
  "xl/workbook.xml",
  before("<bookViews>", "<workbookProtection/>"),
);

/** The names of the elements of a part, each under its parent's. */
function shape(xml: string): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = ({ name, children }: ReturnType<typeof parseXml>): void => {
    for (const child of children) {
      found.add(`${name}/${child.name}`);
      walk(child);
    }
  };
  walk(parseXml(xml, ""));
  return found;
}

const annotated = async (file: Uint8Array) => {
  const running = inExcel(opened(file));
  const done = await annotate(running.workbook, run, unwatched);
  running.excel.calculate();
  return { ...running, done, saved: running.excel.book.save() };
};

describe("a file with an empty list of", () => {
  it.each(empty)("%s is annotated like one without, and no element stands where none may", async (_what, file) => {
    const plain = await annotated(fileWith(smallLedger));
    const one = await annotated(file);
    expect(one.done).toMatchObject({ ok: true });
    for (const part of ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"]) {
      const [is, was] = [shape(partsOf(one.saved).get(part) ?? ""), shape(partsOf(plain.saved).get(part) ?? "")];
      const allowed = shape(partsOf(file).get(part) ?? "<none/>");
      expect([...is].filter((element) => !was.has(element) && !allowed.has(element))).toEqual([]);
      expect([...was].filter((element) => !is.has(element))).toEqual([]);
    }
  });

  it.each(empty)("%s keeps no name of ours once it was cleared", async (_what, file) => {
    const { saved } = await annotated(file);
    const back = inExcel(opened(saved));
    expect(await clear(back.workbook, { typed: true, settings: true }, unwatched)).toMatchObject({ ok: true });
    const xml = partsOf(back.excel.book.save()).get("xl/workbook.xml") ?? "";
    expect(xml).not.toContain("贷后_");
    expect(childOf(parseXml(xml, ""), "definedName")).toBeUndefined();
  });
});

describe("a file that says nothing of its protection in an empty tag, as openpyxl writes it", () => {
  it("is protected by one tag, and taken for open before and after", () => {
    const book = opened(withoutProtection);
    expect(book.isStructureProtected).toBe(false);
    book.structure.protect(undefined);
    const saved = partsOf(book.save()).get("xl/workbook.xml") ?? "";
    expect(saved.match(/<workbookProtection[^>]*>/g)).toEqual(['<workbookProtection lockStructure="1"/>']);
    expect(book.structure.unprotect("")).toBe(true);
    expect(book.isStructureProtected).toBe(false);
  });
});
