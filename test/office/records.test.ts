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

describe("LibreOffice, asked to print other sheets", () => {
  it("prints one customer's information on one page", async () => {
    const file = await lastAlone(({ workbook }) => makeCard(workbook, { ...day, customer: COMPANY }, unwatched));
    expect(pagesPrinted(file)).toBe(1);
  }, 60_000);

  it("prints the warnings of the sample ledger on two pages, those of one customer on one", async () => {
    const all = await lastAlone(({ workbook }) => reportWarnings(workbook, day, unwatched));
    expect(pagesPrinted(all)).toBe(2);
    const one = await lastAlone(({ workbook }) => reportWarnings(workbook, { ...day, customer: PERSON }, unwatched));
    expect(pagesPrinted(one)).toBe(1);
  }, 60_000);
});

describe("LibreOffice, asked to print a visit record", () => {
  it.each(recordTypes.flatMap((type) => [[type, COMPANY] as const, [type, PERSON] as const]))(
    "%s of %s needs two pages at most",
    async (type, customer) => {
      const isLong = (type === "常规" || type === "复核") && customer === COMPANY;
      expect(pagesPrinted(await recordAlone(customer, type))).toBe(isLong ? 2 : 1);
    },
    60_000,
  );

  it("computes the cells that follow from others", async () => {
    const [cells] = [...shownByLibreOffice(await recordAlone(COMPANY, "常规")).values()];
    const texts = (cells ?? []).flatMap((row) => row.map(({ text }) => text));
    expect(texts).toContain("已填 0 / 15");
    expect(texts.filter((text) => /^(#|Err:)/.test(text))).toEqual([]);
  }, 60_000);
});
