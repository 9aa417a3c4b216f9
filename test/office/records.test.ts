import { annotate } from "../../src/app/annotate";
import { makeCard } from "../../src/app/customerCard";
import { makeRecords } from "../../src/app/visit";
import { reportWarnings } from "../../src/app/warn";
import { recordTypes } from "../../src/domain/record/variant";
import { inExcel, opened, sampleFile, TODAY, unwatched, type Running } from "../embedded/workbooks";
import { pagesPrinted, shownByLibreOffice } from "./libreOffice";

/** The record of one customer of the sample ledger, alone in its workbook. */
async function recordAlone(customer: string, type: (typeof recordTypes)[number]): Promise<Uint8Array> {
  const { excel, workbook } = inExcel(opened(sampleFile()));
  const options = { today: TODAY, asOf: TODAY, withHints: true, chosen: { customer }, type };
  const made = await makeRecords(workbook, options, unwatched);
  if (!made.ok) throw new Error(made.because.kind);
  const [ledger] = excel.book.sheets;
  if (ledger !== undefined) excel.book.deleteSheet(ledger);
  return excel.book.save();
}

const COMPANY = "松原里明达物流经营部";
const PERSON = "辛样六";

/** The last sheet that a run made, the register of warnings aside, alone in its workbook. */
async function lastAlone(make: (running: Running) => Promise<{ readonly ok: boolean }>): Promise<Uint8Array> {
  const running = inExcel(opened(sampleFile()));
  const made = await make(running);
  const { book } = running.excel;
  const last = book.sheets.filter(({ name }) => name !== "预警登记簿").at(-1);
  for (const sheet of [...book.sheets]) if (sheet !== last) book.deleteSheet(sheet);
  expect(made.ok).toBe(true);
  return book.save();
}

const day = { today: TODAY, asOf: TODAY };

const kinds = recordTypes.flatMap((type) => [
  { name: `${type} ${COMPANY}`, type, customer: COMPANY, most: type === "常规" || type === "复核" ? 2 : 1 },
  { name: `${type} ${PERSON}`, type, customer: PERSON, most: 1 },
]);

describe("LibreOffice, asked to print", () => {
  const sheets = new Map<string, Uint8Array>();
  let pages: ReadonlyMap<string, number> = new Map();
  beforeAll(async () => {
    const of = { ...day, customer: COMPANY };
    sheets.set("card", await lastAlone(({ workbook }) => makeCard(workbook, of, unwatched)));
    sheets.set("warnings", await lastAlone(({ workbook }) => reportWarnings(workbook, day, unwatched)));
    const one = { ...day, customer: PERSON };
    sheets.set("warning", await lastAlone(({ workbook }) => reportWarnings(workbook, one, unwatched)));
    sheets.set("settings", await lastAlone(({ workbook }) => annotate(workbook, day, unwatched)));
    for (const { name, customer, type } of kinds) sheets.set(name, await recordAlone(customer, type));
    pages = pagesPrinted(sheets);
  }, 240_000);

  it("prints one customer's information on one page", () => {
    expect(pages.get("card")).toBe(1);
  });

  it("prints the warnings of the sample ledger on two pages, those of one customer on one", () => {
    expect(pages.get("warnings")).toBe(2);
    expect(pages.get("warning")).toBe(1);
  });

  it("prints the settings on two pages", () => {
    expect(pages.get("settings")).toBe(2);
  });

  it.each(kinds)("a visit record, $name, needs two pages at most", ({ name, most }) => {
    expect(pages.get(name)).toBe(most);
  });

  it("computes the cells of a visit record that follow from others", () => {
    const [cells] = [...shownByLibreOffice(sheets.get(`常规 ${COMPANY}`) ?? new Uint8Array()).values()];
    const texts = (cells ?? []).flatMap((row) => row.map(({ text }) => text));
    expect(texts).toContain("已填 0 / 15");
    expect(texts.filter((text) => /^(#|Err:)/.test(text))).toEqual([]);
  }, 60_000);
});
