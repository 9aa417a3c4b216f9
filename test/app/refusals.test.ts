import { annotate } from "../../src/app/annotate";
import type { Failure } from "../../src/app/failure";
import { failureSentence } from "../../src/app/words";
import type { Watch } from "../../src/app/workbook";
import {
  fileWith,
  inExcel,
  inMeddledExcel,
  opened,
  partsOf,
  refusal,
  smallLedger,
  TODAY,
  unwatched,
  withPart,
} from "../embedded/workbooks";

const ledgerFile = fileWith(smallLedger);

/** Every part but the styles, which may keep entries that nothing uses. */
function contents(file: Uint8Array): ReadonlyMap<string, string> {
  return new Map([...partsOf(file)].filter(([name]) => name !== "xl/styles.xml"));
}

const sheet = (file: Uint8Array, change: (xml: string) => string) => withPart(file, "xl/worksheets/sheet1.xml", change);

const merged = (area: string) =>
  sheet(ledgerFile, (xml) =>
    xml.replace("</sheetData>", `</sheetData><mergeCells count="1"><mergeCell ref="${area}"/></mergeCells>`),
  );

const refusedFiles: readonly [string, Uint8Array, Failure["kind"], RegExp][] = [
  [
    "[P31] a protected sheet",
    sheet(ledgerFile, (xml) => xml.replace("</sheetData>", '</sheetData><sheetProtection sheet="1"/>')),
    "sheetProtected",
    /受保护.*撤销工作表保护/,
  ],
  [
    "[P11][P12] a filtered sheet",
    sheet(ledgerFile, (xml) =>
      xml.replace(
        "</sheetData>",
        '</sheetData><autoFilter ref="A1:H4"><filterColumn colId="5"><filters><filter val="正常"/></filters></filterColumn></autoFilter>',
      ),
    ),
    "filtered",
    /正在筛选.*清除/,
  ],
  [
    "a protected workbook",
    withPart(ledgerFile, "xl/workbook.xml", (xml) =>
      xml.replace("<bookViews>", '<workbookProtection lockStructure="1"/><bookViews>'),
    ),
    "structureProtected",
    /结构受保护/,
  ],
  [
    "a ledger with notes too close on its right",
    fileWith(smallLedger.map((row, index) => [...row, undefined, index === 2 ? "备注：已核对" : undefined])),
    "noRoom",
    /右侧/,
  ],
  ["[P15] a ledger with merged cells beside its rows", merged("I2:I4"), "noRoom", /合并的单元格取消合并/],
  ["a ledger with merged cells beside its headings", merged("T1:Z2"), "noRoom", /合并的单元格取消合并/],
  ["an empty workbook", fileWith([]), "noLedger", /工作簿里没有带表头的数据/],
  [
    "a list of deposits",
    fileWith([
      ["客户名称", "存款余额", "开户日期"],
      ["云岭样品商行", 120_000, "2024-03-02"],
      ["溪口样品加工厂", 90_000, "2025-03-02"],
    ]),
    "noLedger",
    /Sheet1/,
  ],
];

describe("a workbook that cannot be annotated", () => {
  it.each(refusedFiles)("%s is refused with a sentence, and nothing is written", async (_name, file, kind, says) => {
    const { excel, workbook } = inExcel(opened(file));
    const done = await annotate(workbook, { today: TODAY }, unwatched);
    if (done.ok) throw new Error("not refused");
    expect(done.because.kind).toBe(kind);
    expect(failureSentence(done.because)).toMatch(says);
    expect(Buffer.compare(excel.book.save(), opened(file).save())).toBe(0);
  });

  it("[P29] is refused while the user is typing in a cell", async () => {
    const { excel, workbook } = inExcel(opened(ledgerFile));
    excel.setEditMode(true);
    const done = await annotate(workbook, { today: TODAY }, unwatched);
    expect(done).toMatchObject({ ok: false, because: { kind: "editMode" } });
  });

  it("names the cell of a setting that cannot be used", async () => {
    const first = inExcel(opened(ledgerFile));
    await annotate(first.workbook, { today: TODAY }, unwatched);
    first.excel.calculate();
    const book = opened(first.excel.book.save());
    const settings = book.sheets.find(({ name }) => name === "贷后设置");
    const rows = settings?.values({ row: 0, column: 0, rows: 60, columns: 2 }) ?? [];
    const row = rows.findIndex(([, value]) => typeof value === "number" && value > 1 && value < 100);
    settings?.setValue(row, 1, "三十");
    const file = book.save();
    const { excel, workbook } = inExcel(opened(file));
    const done = await annotate(workbook, { today: TODAY }, unwatched);
    if (done.ok) throw new Error("not refused");
    expect(failureSentence(done.because)).toContain(`B${String(row + 1)}`);
    expect(Buffer.compare(excel.book.save(), file)).toBe(0);
  });
});

/** How many requests a whole run takes. */
async function requestsOfARun(): Promise<number> {
  const { excel, workbook } = inExcel(opened(ledgerFile));
  await annotate(workbook, { today: TODAY }, unwatched);
  return excel.counters.requests;
}

describe("merged cells that are not in the way", () => {
  it.each(["A6:Z9", "AA1:AB4"])("such as %s keep nothing from being written", async (area) => {
    const { workbook } = inExcel(opened(merged(area)));
    expect(await annotate(workbook, { today: TODAY }, unwatched)).toMatchObject({ ok: true });
  });
});

describe("a run that breaks off", () => {
  it("[P16] names a heading that did not come to stand, for by it the column is found again", async () => {
    const book = opened(ledgerFile);
    const { workbook } = inMeddledExcel(book, (_request, text) => {
      if (text.includes("贷后_组别原因")) book.sheets[0]?.setMerges([{ row: 0, column: 8, rows: 1, columns: 2 }]);
      return undefined;
    });
    const done = await annotate(workbook, { today: TODAY }, unwatched);
    expect(done.ok ? "" : failureSentence(done.because)).toMatch(/^Sheet1!J1 .*合并单元格/);
    expect(book.sheets[0]?.used(true)?.columns).toBe(8);
  });

  it("[P16] takes everything back where a cell holds something else than was written, and names it", async () => {
    const book = opened(ledgerFile);
    const { workbook } = inMeddledExcel(book, (_request, text) => {
      if (text.includes("贷后_组别原因")) book.sheets[0]?.setMerges([{ row: 2, column: 8, rows: 2, columns: 1 }]);
      return undefined;
    });
    const done = await annotate(workbook, { today: TODAY }, unwatched);
    expect(done.ok ? "" : failureSentence(done.because)).toMatch(/^Sheet1!I4 .*已恢复原样/);
    expect(book.sheets[0]?.used(true)?.columns).toBe(8);
    expect(book.sheets).toHaveLength(1);
  });

  it("leaves the workbook as it was, whichever request Excel refuses", async () => {
    const requests = await requestsOfARun();
    expect(requests).toBeGreaterThan(4);
    for (let broken = 0; broken < requests; broken++) {
      const { excel, workbook } = inMeddledExcel(opened(ledgerFile), (request) =>
        request === broken ? refusal("GeneralException") : undefined,
      );
      const done = await annotate(workbook, { today: TODAY }, unwatched);
      expect(done).toMatchObject({ ok: false, because: { kind: "refused" } });
      expect(contents(excel.book.save())).toEqual(contents(ledgerFile));
    }
  });

  it("takes back what was written where Excel broke off in the middle of a request", async () => {
    const requests = await requestsOfARun();
    const { excel, workbook } = inMeddledExcel(opened(ledgerFile), (request, text, answer) => {
      if (request !== requests - 1) return undefined;
      answer(text);
      return refusal("GeneralException");
    });
    const done = await annotate(workbook, { today: TODAY }, unwatched);
    expect(done.ok).toBe(false);
    expect(contents(excel.book.save())).toEqual(contents(ledgerFile));
  });

  it("says what is left where the way back is refused too", async () => {
    const requests = await requestsOfARun();
    const { workbook } = inMeddledExcel(opened(ledgerFile), (request) =>
      request >= requests - 1 ? refusal("GeneralException") : undefined,
    );
    const done = await annotate(workbook, { today: TODAY }, unwatched);
    if (done.ok) throw new Error("not refused");
    expect(done.because.kind).toBe("halfDone");
    expect(failureSentence(done.because)).toMatch(/贷后设置.*请不要保存/);
  });

  it("is cancelled at any stage and leaves the workbook as it was", async () => {
    const stages: string[] = [];
    const { workbook } = inExcel(opened(ledgerFile));
    await annotate(workbook, { today: TODAY }, { ...unwatched, progress: (stage) => void stages.push(stage) });
    for (let stop = 0; stop < stages.length - 1; stop++) {
      const controller = new AbortController();
      let seen = 0;
      const watch: Watch = {
        signal: controller.signal,
        progress: () => {
          if (seen++ === stop) controller.abort();
        },
      };
      const running = inExcel(opened(ledgerFile));
      const done = await annotate(running.workbook, { today: TODAY }, watch);
      expect(done).toMatchObject({ ok: false, because: { kind: "cancelled" } });
      expect(contents(running.excel.book.save())).toEqual(contents(ledgerFile));
    }
  });
});
