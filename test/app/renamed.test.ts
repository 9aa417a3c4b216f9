import { isDeepStrictEqual } from "node:util";
import { annotate } from "../../src/app/annotate";
import { clear } from "../../src/app/clear";
import type { Failure } from "../../src/app/failure";
import { saveSettings } from "../../src/app/saveSettings";
import { undoLast } from "../../src/app/undo";
import { untrace } from "../../src/app/untrace";
import { makeRecords } from "../../src/app/visit";
import { failureSentence } from "../../src/app/words";
import { marksIn } from "../../src/cli/marks";
import type { Result } from "../../src/domain/result";
import { blankBook } from "../../src/embedded/xlsx/blank";
import { inExcel, opened, smallLedger, TODAY, unwatched, type Running } from "../embedded/workbooks";
import { seen } from "./seen";

const options = { today: TODAY, asOf: TODAY };
/** Points of the column in which the first of ours comes to stand. */
const WIDE = 150;

/** Two ledgers, beside which a column is wide. */
const plain = (() => {
  const book = blankBook();
  const [first] = book.sheets;
  const second = book.addSheet("二支行");
  smallLedger.forEach((row, down) => {
    row.forEach((value, right) => {
      first?.setValue(down, right, value);
      second.setValue(down, right, down > 0 && typeof value === "string" && right < 2 ? `${value}乙` : value);
    });
  });
  return book.save();
})();

async function done<Value>(result: Promise<Result<Value, Failure>>): Promise<Value> {
  const given = await result;
  if (!given.ok) throw new Error(failureSentence(given.because));
  return given.value;
}

type Deed = (sheets: Excel.WorksheetCollection) => void;

async function byHand(deed: Deed): Promise<void> {
  const context = new Excel.RequestContext();
  deed(context.workbook.worksheets);
  await context.sync();
}

const rename =
  (from: string, to: string): Deed =>
  (sheets) => {
    sheets.getItem(from).name = to;
  };

/** The two ledgers, the first with a wide column on its right, as they are before us. */
async function ledgers(): Promise<Running> {
  const running = inExcel(opened(plain));
  await byHand((sheets) => {
    sheets.getItem("Sheet1").getRange("I:I").format.columnWidth = WIDE;
  });
  return running;
}

async function annotated(...deeds: readonly Deed[]): Promise<Running> {
  const running = await ledgers();
  await done(annotate(running.workbook, options, unwatched));
  for (const deed of deeds) await byHand(deed);
  running.excel.calculate();
  return running;
}

function file({ excel }: Running): Uint8Array {
  excel.calculate();
  return excel.book.save();
}

/** In what a workbook differs from the one that never met us, after the same was done to it. */
async function differences(one: Running, ...deeds: readonly Deed[]): Promise<readonly string[]> {
  const is = seen(file(one));
  const running = await ledgers();
  for (const deed of deeds) await byHand(deed);
  const was = seen(file(running));
  const sheets = [...new Set([...is.sheets.keys(), ...was.sheets.keys()])];
  return [
    ...sheets.filter((name) => !isDeepStrictEqual(is.sheets.get(name), was.sheets.get(name))),
    ...(isDeepStrictEqual([is.names, is.beside], [was.names, was.beside]) ? [] : ["names and what is kept beside"]),
  ];
}

const ways = {
  undo: async ({ workbook }: Running) => (await done(undoLast(workbook, unwatched))).left,
  clear: ({ workbook }: Running) => done(clear(workbook, { typed: false, settings: false }, unwatched)),
  untrace: ({ workbook }: Running) => done(untrace(workbook, { typed: false, sheets: false }, unwatched)),
};

const ofLedgers: readonly (readonly [string, readonly Deed[]])[] = [
  ["a ledger was renamed", [rename("Sheet1", "十一月")]],
  ["both ledgers were renamed", [rename("Sheet1", "十一月"), rename("二支行", "十一月二支行")]],
  [
    "a ledger was deleted",
    [
      (sheets) => {
        sheets.getItem("二支行").delete();
      },
    ],
  ],
];
const ofOurs: readonly (readonly [string, readonly Deed[]])[] = [
  ["the settings were renamed", [rename("贷后设置", "本行设置")]],
  [
    "the settings were deleted",
    [
      (sheets) => {
        sheets.getItem("贷后设置").delete();
      },
    ],
  ],
  [
    "our columns were deleted",
    [
      (sheets) => {
        sheets.getItem("Sheet1").getRange("I:Z").delete("Left");
      },
    ],
  ],
];

describe.each(Object.entries(ways))("%s", (_way, back) => {
  it.each(ofLedgers)("leaves nothing of ours where %s since", async (_what, deeds) => {
    const running = await annotated(...deeds);
    await back(running);
    expect(await differences(running, ...deeds)).toEqual([]);
  });

  it.each(ofOurs)("leaves nothing of ours where %s since", async (_what, deeds) => {
    const running = await annotated(...deeds);
    await back(running);
    expect(marksIn(file(running))).toEqual([]);
    expect(running.excel.book.names).toEqual([]);
    expect(running.excel.book.sheets.map(({ name }) => name)).toEqual(["Sheet1", "二支行"]);
  });
});

describe("runs before and after a ledger was renamed", () => {
  it("are taken back one after the other", async () => {
    const deeds = [rename("Sheet1", "十一月")];
    const running = await annotated(...deeds);
    running.excel.book.sheets[0]?.setValue(1, 6, 45);
    await done(annotate(running.workbook, options, unwatched));
    expect(await ways.undo(running)).toEqual([]);
    running.excel.book.sheets[0]?.setValue(1, 6, 0);
    expect(await ways.undo(running)).toEqual([]);
    expect(await differences(running, ...deeds)).toEqual([]);
  });
});

describe("a copy of an annotated ledger", () => {
  it("keeps the settings that its formulas read when the run is taken back, and that is said", async () => {
    const running = await annotated((sheets) => sheets.getItem("Sheet1").copy("End"));
    expect(await ways.undo(running)).toEqual(["工作表“贷后设置”，“Sheet1 (2)”的标注还要用"]);
    expect(running.excel.book.names.map(({ name }) => name)).toContain("贷后_基准日");
    expect(running.excel.book.sheets.map(({ name }) => name)).toContain("贷后设置");
    await ways.clear(running);
    expect(marksIn(file(running))).toEqual([]);
  });
});

describe("settings whose sheet was renamed", () => {
  const renamed = rename("贷后设置", "本行设置");
  const limitOf = ({ excel }: Running) =>
    excel.book.sheets
      .find(({ name }) => name === "本行设置")
      ?.values({ row: 0, column: 0, rows: 90, columns: 2 })
      .find(([label]) => label === "小额线")?.[1];

  it("stay in force, are written where they stand, and named by that sheet", async () => {
    const running = await annotated();
    await done(saveSettings(running.workbook, { values: new Map([["小额线", 100]]) }, unwatched));
    await byHand(renamed);
    const { assessment } = await done(annotate(running.workbook, options, unwatched));
    expect(assessment.ledgers[0]?.judgements[0]?.group).toBe("A");
    expect(running.excel.book.sheets.map(({ name }) => name)).toEqual(["Sheet1", "二支行", "本行设置"]);
    await done(saveSettings(running.workbook, { values: new Map([["小额线", 90]]) }, unwatched));
    expect(limitOf(running)).toBe(90);
    expect(await ways.undo(running)).toEqual([]);
    expect(limitOf(running)).toBe(100);
    const row = running.excel.book.sheets[2]?.values({ row: 0, column: 0, rows: 90, columns: 1 }).flat() ?? [];
    running.excel.book.sheets[2]?.setValue(row.indexOf("小额线"), 1, "很多");
    const refusedRun = await annotate(running.workbook, options, unwatched);
    expect(refusedRun.ok ? "" : failureSentence(refusedRun.because)).toContain(
      `本行设置!B${String(row.indexOf("小额线") + 1)}`,
    );
  });
});

describe("a visit record whose sheet was renamed, and one that was deleted", () => {
  it("are named when their batch is taken back; everything else of it goes", async () => {
    const running = await ledgers();
    await done(annotate(running.workbook, options, unwatched));
    const before = seen(running.excel.book.save());
    const chosen = { dueWithin: 100_000 };
    const { records } = await done(makeRecords(running.workbook, { ...options, chosen, withHints: false }, unwatched));
    const [first = "", second = ""] = records.map(({ sheet }) => sheet);
    await byHand(rename(first, "我的表"));
    await byHand((sheets) => {
      sheets.getItem(second).delete();
    });
    const { left } = await done(undoLast(running.workbook, unwatched));
    expect([...left].sort()).toEqual(
      [first, second].sort().map((sheet) => `工作表“${sheet}”，它已删除或改名，改了名的请自行删除`),
    );
    const after = seen(running.excel.book.save());
    expect([...after.sheets.keys()]).toEqual([...before.sheets.keys(), "我的表"]);
    expect(after.sheets.get("Sheet1")).toEqual(before.sheets.get("Sheet1"));
  });
});
