import { annotate } from "../../src/app/annotate";
import { undoLast } from "../../src/app/undo";
import type { Scalar } from "../../src/embedded/xlsx/model";
import { fileWith, inExcel, opened, smallLedger, TODAY, unwatched, type Running } from "../embedded/workbooks";
import { seen } from "./seen";

const options = { today: TODAY, asOf: TODAY };
const plain = fileWith(smallLedger);

async function run({ workbook, excel }: Running): Promise<void> {
  const done = await annotate(workbook, options, unwatched);
  if (!done.ok) throw new Error(JSON.stringify(done.because));
  excel.calculate();
}

async function annotated(): Promise<Uint8Array> {
  const running = inExcel(opened(plain));
  await run(running);
  return running.excel.book.save();
}

/** The columns of a ledger by heading, with what each cell shows. */
function columns({ excel }: Running): ReadonlyMap<string, readonly (Scalar | undefined)[]> {
  const sheet = excel.book.sheets.find(({ name }) => name === "Sheet1");
  const [headings = [], ...rows] = sheet?.values({ row: 0, column: 0, rows: smallLedger.length, columns: 40 }) ?? [];
  return new Map(
    headings.flatMap((heading, at) =>
      typeof heading === "string" ? [[heading, rows.map((row) => row[at])] as const] : [],
    ),
  );
}

const office = async (work: (sheets: Excel.WorksheetCollection) => void): Promise<void> => {
  const context = new Excel.RequestContext();
  work(context.workbook.worksheets);
  await context.sync();
};

/** What people do between two runs. A row of the ledger is not touched by any of it. */
const damages: Readonly<Record<string, () => Promise<void>>> = {
  "a column of ours was deleted": () =>
    office((sheets) => {
      sheets.getItem("Sheet1").getRange("K:K").delete("Left");
    }),
  "all columns of ours were deleted": () =>
    office((sheets) => {
      sheets.getItem("Sheet1").getRange("I:Z").delete("Left");
    }),
  "columns of ours were emptied": () =>
    office((sheets) => {
      sheets.getItem("Sheet1").getRange("J2:P4").clear("Contents");
    }),
  "the rules were cleared": () =>
    office((sheets) => {
      sheets.getItem("Sheet1").getRange().conditionalFormats.clearAll();
    }),
  "the settings sheet was deleted": () =>
    office((sheets) => {
      sheets.getItem("贷后设置").delete();
    }),
  "the ledger's sheet was renamed and back": async () => {
    await office((sheets) => {
      sheets.getItem("Sheet1").name = "十一月";
    });
    await office((sheets) => {
      sheets.getItem("十一月").name = "Sheet1";
    });
  },
  "columns of the ledger were inserted before ours": () =>
    office((sheets) => {
      sheets.getItem("Sheet1").getRange("I:I").insert("Right");
    }),
  "a column of ours was moved": () =>
    office((sheets) => {
      const sheet = sheets.getItem("Sheet1");
      sheet.getRange("AA1:AA4").copyFrom("K1:K4");
      sheet.getRange("K:K").delete("Left");
    }),
};

describe("the next run heals what happened since", () => {
  it.each(Object.entries(damages))("[P33] where %s", async (_name, damage) => {
    const fresh = inExcel(opened(await annotated()));
    const wanted = columns(fresh);
    const running = inExcel(opened(await annotated()));
    await damage();
    await run(running);
    const found = columns(running);
    for (const [heading, cells] of wanted) expect([heading, found.get(heading)]).toEqual([heading, cells]);
    const rules = (one: Running) => one.excel.book.sheets[0]?.formatRules.length;
    expect(rules(running)).toBe(rules(fresh));
    expect(running.excel.book.names.map(({ name }) => name)).toEqual(fresh.excel.book.names.map(({ name }) => name));
    expect(running.excel.book.names.filter(({ formula }) => formula.includes("#REF!"))).toEqual([]);
  });

  it("where a column of ours was given another heading: that one is a person's now, and stays", async () => {
    const running = inExcel(opened(await annotated()));
    await office((sheets) => {
      sheets.getItem("Sheet1").getRange("J1").values = [["我的备注"]];
    });
    await run(running);
    const found = columns(running);
    expect(found.get("我的备注")).toEqual(found.get("贷后_组别原因"));
    const undone = await undoLast(running.workbook, unwatched);
    expect(undone.ok).toBe(true);
    expect(columns(running).get("我的备注")).toEqual(found.get("我的备注"));
  });

  it("[P07] where Ctrl+Z took the run back and left what is kept beside the sheets", async () => {
    const beside = opened(await annotated()).customXml.map(({ xml }) => xml);
    const running = inExcel(opened(plain));
    for (const xml of beside) running.excel.book.addCustomXml(xml);
    expect((await undoLast(running.workbook, unwatched)).ok).toBe(true);
    expect(seen(running.excel.book.save()).sheets).toEqual(seen(plain).sheets);
    await run(running);
    expect(columns(running)).toEqual(columns(inExcel(opened(await annotated()))));
  });
});
