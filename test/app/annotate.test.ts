import { annotate, draftAnnotation } from "../../src/app/annotate";
import { clear } from "../../src/app/clear";
import { mendBeside } from "../../src/app/mend";
import { saveSettings } from "../../src/app/saveSettings";
import type { Watch } from "../../src/app/workbook";
import { ownColumnHeadings } from "./headings";
import {
  fileWith,
  inExcel,
  opened,
  partsOf,
  sampleFile,
  smallLedger,
  TODAY,
  unwatched,
  withPart,
} from "../embedded/workbooks";

async function annotated(file: Uint8Array) {
  const { excel, workbook } = inExcel(opened(file));
  const done = await annotate(workbook, { today: TODAY, asOf: TODAY }, unwatched);
  if (!done.ok) throw new Error(JSON.stringify(done.because));
  excel.calculate();
  return { excel, ...done.value, saved: excel.book.save() };
}

describe("one click on the sample ledger", () => {
  it("adds the eleven columns in their order, and the two days their formulas need", async () => {
    const { excel } = await annotated(sampleFile());
    const sheet = excel.book.sheets.find(({ name }) => name === "示例台账");
    const headings = sheet?.values({ row: 3, column: 22, rows: 1, columns: 14 })[0];
    expect(headings).toEqual([...ownColumnHeadings, undefined]);
  });

  it("[P19] takes no more requests than six and one for 20,000 cells, none above 4 MB", async () => {
    const { excel } = await annotated(sampleFile());
    const { requests, largestRequest, largestResponse } = excel.counters;
    expect(requests).toBeLessThanOrEqual(7);
    expect(Math.max(largestRequest, largestResponse)).toBeLessThan(4_000_000);
    expect([...excel.gaps]).toEqual([]);
  });

  it("never says that more is done than there is to do", async () => {
    const { workbook } = inExcel(opened(sampleFile()));
    const told: (readonly [string, number, number])[] = [];
    const progress: Watch["progress"] = (stage, done, of) => told.push([stage, done, of]);
    await annotate(workbook, { today: TODAY }, { ...unwatched, progress });
    expect(told.filter(([, done, of]) => done > of)).toEqual([]);
  });

  it("leaves every other cell, and every part it does not name, as it was", async () => {
    const before = sampleFile();
    const { saved } = await annotated(before);
    const now = partsOf(saved);
    const changed = [...partsOf(before)].filter(([name, text]) => now.get(name) !== text).map(([name]) => name);
    expect(changed.sort()).toEqual([
      "[Content_Types].xml",
      "xl/_rels/workbook.xml.rels",
      "xl/styles.xml",
      "xl/workbook.xml",
      "xl/worksheets/sheet2.xml",
    ]);
    const [was, is] = [opened(before).sheets[0], opened(saved).sheets[0]];
    const ledger = { row: 0, column: 0, rows: 308, columns: 22 };
    expect(is?.formulas(ledger)).toEqual(was?.formulas(ledger));
    expect(is?.styles(ledger)).toEqual(was?.styles(ledger));
  });

  it("changes nothing the second time", async () => {
    const first = await annotated(sampleFile());
    const second = await annotated(first.saved);
    expect(second.applied).toEqual({ changes: 0, cells: 0 });
    expect(Buffer.compare(second.saved, first.saved)).toBe(0);
  });

  it("is the first run until the ledger holds judgements, whatever else was made or saved before", async () => {
    const { workbook } = inExcel(opened(sampleFile()));
    const options = { today: TODAY, asOf: TODAY };
    const isFirst = async () => {
      const draft = await draftAnnotation(workbook, options, unwatched);
      return draft.ok && draft.value.isFirst;
    };
    await saveSettings(workbook, { values: new Map([["小额线", 3000]]) }, unwatched);
    await mendBeside(workbook, options, unwatched);
    expect(await isFirst()).toBe(true);
    await annotate(workbook, options, unwatched);
    expect(await isFirst()).toBe(false);
  });

  it("gives the same bytes for the same day", async () => {
    const [one, other] = [await annotated(sampleFile()), await annotated(sampleFile())];
    expect(Buffer.compare(one.saved, other.saved)).toBe(0);
  });

  it("writes judgements as values and clocks as formulas", async () => {
    const { excel } = await annotated(sampleFile());
    const sheet = excel.book.sheets.find(({ name }) => name === "示例台账");
    const live = ownColumnHeadings.filter((_, index) => sheet?.formulaR1c1(4, 22 + index) !== undefined);
    expect(live).toEqual(["贷后_下次应访日", "贷后_应访事由", "贷后_距应访(天)", "贷后_回访状态"]);
    for (const [offset] of ownColumnHeadings.entries()) {
      const formulas = new Set<string | undefined>();
      for (let row = 4; row < 40; row++) formulas.add(sheet?.formulaR1c1(row, 22 + offset));
      expect(formulas.size).toBe(1);
    }
  });

  it("[P24] moves the clocks on by themselves: tomorrow shows one day less, without another run", async () => {
    const { excel, workbook } = inExcel(opened(fileWith(smallLedger)));
    await annotate(workbook, { today: TODAY }, unwatched);
    excel.calculate();
    const column = 8 + ownColumnHeadings.indexOf("贷后_距应访(天)");
    const today = excel.book.sheets[0]?.cell(1, column).value;
    const tomorrow = inExcel(opened(excel.book.save()), (TODAY + 1) as typeof TODAY);
    tomorrow.excel.calculate();
    expect(tomorrow.excel.book.sheets[0]?.cell(1, column).value).toBe(Number(today) - 1);
  });
});

describe("clearing", () => {
  it("gives back a workbook whose every part but the styles is byte for byte the original", async () => {
    const { saved } = await annotated(sampleFile());
    const { excel, workbook } = inExcel(opened(saved));
    const cleared = await clear(workbook, { typed: true, settings: true }, unwatched);
    expect(cleared.ok).toBe(true);
    const [before, after] = [partsOf(sampleFile()), partsOf(excel.book.save())];
    expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
    const changed = [...before].filter(([name, text]) => after.get(name) !== text).map(([name]) => name);
    expect(changed).toEqual(["xl/styles.xml"]);
  });

  it.each(["Sheet1", "'Sheet1'"])("leaves the hidden name of a filter as the file spells it: %s", async (spelled) => {
    const name = `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${spelled}!$A$1:$H$4</definedName>`;
    let file = withPart(fileWith(smallLedger), "xl/workbook.xml", (xml) =>
      xml.replace("</sheets>", `</sheets><definedNames>${name}</definedNames>`),
    );
    file = withPart(file, "xl/worksheets/sheet1.xml", (xml) =>
      xml.replace("</sheetData>", '</sheetData><autoFilter ref="A1:H4"/>'),
    );
    const { saved } = await annotated(file);
    expect(partsOf(saved).get("xl/workbook.xml")).toContain(`${spelled}!$A$1:$U$4`);
    const { excel, workbook } = inExcel(opened(saved));
    await clear(workbook, { typed: true, settings: true }, unwatched);
    expect(partsOf(excel.book.save()).get("xl/workbook.xml")).toBe(partsOf(file).get("xl/workbook.xml"));
  });

  it("leaves no row where the ledger has empty ones between its drawdowns", async () => {
    const [heading = [], ...drawdowns] = smallLedger;
    const file = fileWith([heading, ...drawdowns.slice(0, 2), [], [], [], heading, ...drawdowns.slice(2)]);
    const { saved } = await annotated(file);
    const { excel, workbook } = inExcel(opened(saved));
    await clear(workbook, { typed: true, settings: true }, unwatched);
    const sheet = (bytes: Uint8Array) => partsOf(bytes).get("xl/worksheets/sheet1.xml");
    expect(sheet(excel.book.save())).toBe(sheet(file));
  });

  it("keeps what a person typed into an own column, and takes it out when told to", async () => {
    const { saved } = await annotated(fileWith(smallLedger));
    const typed = opened(saved);
    const column = 8 + ownColumnHeadings.indexOf("贷后_组别原因");
    typed.sheets[0]?.setValue(2, column, "已电话核实");
    const bytes = typed.save();

    const keeping = inExcel(opened(bytes));
    await clear(keeping.workbook, { typed: true, settings: true }, unwatched);
    expect(keeping.excel.book.sheets[0]?.cell(2, column).value).toBe("已电话核实");

    const dropping = inExcel(opened(bytes));
    await clear(dropping.workbook, { typed: false, settings: true }, unwatched);
    expect(dropping.excel.book.sheets[0]?.used(true)?.columns).toBe(8);
  });

  it("keeps a settings sheet that was edited, unless told otherwise", async () => {
    const { saved } = await annotated(fileWith(smallLedger));
    const edited = opened(saved);
    const settings = edited.sheets.find(({ name }) => name === "贷后设置");
    const row =
      settings?.values({ row: 0, column: 0, rows: 60, columns: 2 }).findIndex(([label]) => label === "近期天数") ?? -1;
    const at = row >= 0 ? row : rowOfNumber(settings?.values({ row: 0, column: 0, rows: 60, columns: 2 }) ?? []);
    settings?.setValue(at, 1, 9);
    const bytes = edited.save();
    const names = async (keep: boolean) => {
      const { excel, workbook } = inExcel(opened(bytes));
      await clear(workbook, { typed: true, settings: keep }, unwatched);
      return excel.book.sheets.map(({ name }) => name);
    };
    expect(await names(true)).toEqual(["Sheet1", "贷后设置"]);
    expect(await names(false)).toEqual(["Sheet1"]);
  });
});

/** The first row whose second cell is a number above one: a setting that may be edited. */
function rowOfNumber(values: readonly (readonly unknown[])[]): number {
  return values.findIndex(([, value]) => typeof value === "number" && value > 1 && value < 100);
}

describe("ledgers of other shapes", () => {
  it("extends an Excel table over the own columns and takes them back", async () => {
    const table =
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="台账表" displayName="台账表" ref="A1:H4" headerRowCount="1" totalsRowShown="0"><autoFilter ref="A1:H4"/><tableColumns count="8">' +
      (smallLedger[0] ?? [])
        .map((name, index) => `<tableColumn id="${String(index + 1)}" name="${name as string}"/>`)
        .join("") +
      '</tableColumns><tableStyleInfo name="TableStyleMedium2" showRowStripes="1"/></table>';
    const rels =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/table" Target="../tables/table1.xml"/></Relationships>';
    let file = withPart(fileWith(smallLedger), "xl/tables/table1.xml", () => table);
    file = withPart(file, "xl/worksheets/_rels/sheet1.xml.rels", () => rels);
    file = withPart(file, "xl/worksheets/sheet1.xml", (xml) =>
      xml.replace("</worksheet>", '<tableParts count="1"><tablePart r:id="rId1"/></tableParts></worksheet>'),
    );
    file = withPart(file, "[Content_Types].xml", (xml) =>
      xml.replace(
        "</Types>",
        '<Override PartName="/xl/tables/table1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml"/></Types>',
      ),
    );
    const { excel, saved } = await annotated(file);
    const grown = excel.book.sheets[0]?.tables[0];
    expect(grown?.extent).toEqual({ row: 0, column: 0, rows: 4, columns: 21 });
    expect(grown?.columns.slice(8)).toEqual(ownColumnHeadings);
    const back = inExcel(opened(saved));
    await clear(back.workbook, { typed: true, settings: true }, unwatched);
    expect(back.excel.book.sheets[0]?.tables[0]?.extent).toEqual({ row: 0, column: 0, rows: 4, columns: 8 });
    expect(partsOf(back.excel.book.save()).get("xl/tables/table1.xml")).toBe(table);
  });

  it("[P17] judges a workbook of the 1904 date system as the same workbook of 1900", async () => {
    const plain = await annotated(fileWith(smallLedger));
    const file = withPart(fileWith(smallLedger), "xl/workbook.xml", (xml) =>
      xml.replace("<bookViews>", '<workbookPr date1904="1"/><bookViews>'),
    );
    const old = await annotated(file);
    const groups = (run: typeof plain) =>
      run.assessment.ledgers[0]?.judgements.map(({ group, status }) => [group, status]);
    expect(groups(old)).toEqual(groups(plain));
    const due = 8 + ownColumnHeadings.indexOf("贷后_下次应访日");
    const serial = (run: typeof plain, row: number) => Number(run.excel.book.sheets[0]?.cell(row, due).value);
    for (const row of [1, 2, 3]) expect(serial(plain, row) - serial(old, row)).toBe(1462);
  });

  it("keeps text that looks like a formula text", async () => {
    const hostile = smallLedger.map((row, index) => (index === 0 ? row : [`=1+${String(index)}`, ...row.slice(1)]));
    const { excel, saved } = await annotated(fileWith(hostile));
    const sheet = excel.book.sheets[0];
    expect(sheet?.cell(1, 0)).toMatchObject({ value: "=1+1", formula: undefined });
    const second = await annotated(saved);
    expect(second.applied.changes).toBe(0);
  });

  it("annotates every ledger of the workbook, and reports a hidden one", async () => {
    const file = withPart(fileWith(smallLedger), "xl/workbook.xml", (xml) => xml);
    const book = opened(file);
    for (const name of ["分行台账", "旧台账"]) {
      const sheet = book.addSheet(name);
      smallLedger.forEach((row, down) => {
        row.forEach((value, right) => {
          sheet.setValue(down, right, value);
        });
      });
    }
    const hidden = withPart(book.save(), "xl/workbook.xml", (xml) =>
      xml.replace('name="旧台账"', 'name="旧台账" state="hidden"'),
    );
    const { assessment, excel } = await annotated(hidden);
    expect(assessment.ledgers.map(({ ledger }) => ledger.layout.sheet)).toEqual(["Sheet1", "分行台账"]);
    expect(assessment.rejected.map(({ sheet }) => sheet)).toEqual(["旧台账"]);
    expect(excel.book.sheets.find(({ name }) => name === "旧台账")?.used(true)?.columns).toBe(8);
  });
});
