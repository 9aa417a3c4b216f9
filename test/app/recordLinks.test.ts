import { annotate } from "../../src/app/annotate";
import { clear } from "../../src/app/clear";
import { takeBack } from "../../src/app/takeBack";
import { undoLast } from "../../src/app/undo";
import { untrace } from "../../src/app/untrace";
import { declareEvent } from "../../src/app/event";
import { makeRecords } from "../../src/app/visit";
import type { Book } from "../../src/embedded/xlsx/model";
import {
  fileWith,
  inExcel,
  opened,
  partsOf,
  smallLedger,
  TODAY,
  unwatched,
  withPart,
  type Running,
} from "../embedded/workbooks";

const run = { today: TODAY, asOf: TODAY };
const [first, second, third] = ["云岭样品商行", "溪口样品加工厂", "松台样品贸易公司"] as const;

async function annotated(): Promise<Running> {
  const one = inExcel(opened(fileWith(smallLedger)));
  await annotate(one.workbook, run, unwatched);
  return one;
}

async function made({ workbook }: Running, customer: string = second) {
  const records = await makeRecords(workbook, { ...run, withHints: false, chosen: { customer } }, unwatched);
  if (!records.ok) throw new Error(JSON.stringify(records.because));
  return records.value;
}

/** The link of each customer in its own column; undefined where the ledger has none. */
function linksOf({ sheets: [sheet] }: Book): readonly (string | undefined)[] {
  const heads = sheet?.values({ row: 0, column: 0, rows: 1, columns: 60 })[0] ?? [];
  const column = heads.indexOf("贷后_回访表");
  const rows = column < 0 ? [] : (sheet?.formulas({ row: 1, column, rows: 3, columns: 1 }) ?? []);
  return rows.map(([cell]) => (cell === undefined || cell === "" ? undefined : JSON.stringify(cell)));
}

const leadsTo = (sheet: string, number: string) =>
  expect.stringMatching(new RegExp(`HYPERLINK.*#'${sheet}'!A1.*${number}`)) as string;

describe("an annotated ledger", () => {
  it("leads from the customer's row to its newest record, and the record back", async () => {
    const one = await annotated();
    const [record] = (await made(one)).records;
    expect(linksOf(one.excel.book)).toEqual([
      undefined,
      leadsTo("回访_溪口样品加工厂_20261123", "DH-20261123-001"),
      undefined,
    ]);
    const sheet = one.excel.book.sheets.find(({ name }) => name === record?.sheet);
    const used = sheet?.used(true);
    const last = sheet?.formulas({ row: (used?.rows ?? 1) - 1, column: 0, rows: 1, columns: 1 });
    expect(JSON.stringify(last)).toContain("#'Sheet1'!A3");
    const again = (await made(one)).records[0];
    expect(linksOf(one.excel.book)[1]).toEqual(leadsTo(`${record?.sheet ?? ""}-2`, again?.number ?? ""));
    expect(await annotate(one.workbook, run, unwatched)).toMatchObject({
      ok: true,
      value: { applied: { changes: 0 } },
    });
  });

  it("gets its links with the first annotation where records were made before", async () => {
    const one = inExcel(opened(fileWith(smallLedger)));
    await made(one);
    expect(linksOf(one.excel.book)).toEqual([]);
    await annotate(one.workbook, run, unwatched);
    expect(linksOf(one.excel.book)[1]).toContain("DH-20261123-001");
  });

  it("keeps what a person typed into the column", async () => {
    const one = await annotated();
    await made(one);
    const heads = one.excel.book.sheets[0]?.values({ row: 0, column: 0, rows: 1, columns: 60 })[0] ?? [];
    one.excel.book.sheets[0]?.setValue(1, heads.indexOf("贷后_回访表"), "另存纸质");
    await made(one, first);
    await made(one, third);
    expect(linksOf(one.excel.book)).toEqual(['"另存纸质"', expect.anything(), expect.anything()]);
  });

  it("loses the link with undo and with taking back, down to the record before", async () => {
    const one = await annotated();
    await made(one);
    const before = linksOf(one.excel.book);
    const { drafts } = await made(one);
    await takeBack(one.workbook, drafts, unwatched);
    expect(linksOf(one.excel.book)).toEqual(before);
    await made(one);
    expect(await undoLast(one.workbook, unwatched)).toMatchObject({ ok: true, value: { left: [] } });
    expect(linksOf(one.excel.book)).toEqual(before);
  });

  it("loses the column with clearing, and an untraced workbook has neither records nor lists of ours", async () => {
    const one = await annotated();
    await made(one);
    await declareEvent(
      one.workbook,
      { ...run, type: "其他", scope: { field: "customers", word: first }, note: "" },
      unwatched,
    );
    const keep = { typed: true, settings: false };
    await clear(one.workbook, keep, unwatched);
    expect(linksOf(one.excel.book)).toEqual([]);
    await untrace(one.workbook, { typed: false, sheets: false }, unwatched);
    const sheets = (file: Uint8Array) => [...partsOf(file)].filter(([part]) => part.startsWith("xl/worksheets/"));
    expect(one.excel.book.sheets).toHaveLength(1);
    expect(sheets(one.excel.book.save())).toEqual(sheets(fileWith(smallLedger)));
  });

  it("is left alone while it is protected", async () => {
    const { excel } = await annotated();
    const closed = withPart(excel.book.save(), "xl/worksheets/sheet1.xml", (xml) =>
      xml.replace("</sheetData>", '</sheetData><sheetProtection sheet="1"/>'),
    );
    const one = inExcel(opened(closed));
    expect((await made(one)).records).toHaveLength(1);
    expect(linksOf(one.excel.book)).toEqual([]);
  });
});
