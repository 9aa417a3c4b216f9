import { isDeepStrictEqual } from "node:util";
import { annotate } from "../../src/app/annotate";
import { redo } from "../../src/app/redo";
import { undoLast } from "../../src/app/undo";
import { makeRecords } from "../../src/app/visit";
import type { Workbook } from "../../src/app/workbook";
import type { Book } from "../../src/embedded/xlsx/model";
import { fileWith, inExcel, opened, smallLedger, TODAY, unwatched } from "../embedded/workbooks";
import { redoable } from "./redoable";
import { seen } from "./seen";

const options = { today: TODAY, asOf: TODAY };
const due = { ...options, chosen: { dueWithin: 400 }, withHints: true };
const ledgerFile = fileWith(smallLedger);

async function must<Value>(result: Promise<{ ok: true; value: Value } | { ok: false; because: unknown }>) {
  const done = await result;
  if (!done.ok) throw new Error(JSON.stringify(done.because));
  return done.value;
}

const operations: readonly [string, (workbook: Workbook) => Promise<unknown>][] = [
  ["an annotation", (workbook) => must(annotate(workbook, options, unwatched))],
  ["visit records", (workbook) => must(makeRecords(workbook, due, unwatched))],
];

describe("putting back what was taken back", () => {
  it.each(operations)("%s returns as it was", async (_name, perform) => {
    const { excel, workbook } = inExcel(opened(ledgerFile));
    await perform(workbook);
    excel.calculate();
    const done = excel.book.save();
    const taken = redoable(await must(undoLast(workbook, unwatched)));
    await must(redo(workbook, { taken, options }, unwatched));
    excel.calculate();
    expect(isDeepStrictEqual(seen(excel.book.save()).sheets, seen(done).sheets)).toBe(true);
    await must(undoLast(workbook, unwatched));
    expect(isDeepStrictEqual(seen(excel.book.save()), seen(ledgerFile))).toBe(true);
  });

  it("goes on with the next operation that was taken back, in their order", async () => {
    const { excel, workbook } = inExcel(opened(ledgerFile));
    for (const [, perform] of operations) await perform(workbook);
    excel.calculate();
    const done = excel.book.save();
    const second = await must(undoLast(workbook, unwatched));
    const first = await must(undoLast(workbook, unwatched));
    for (const taken of [first, second].map(redoable)) await must(redo(workbook, { taken, options }, unwatched));
    excel.calculate();
    expect(isDeepStrictEqual(seen(excel.book.save()).sheets, seen(done).sheets)).toBe(true);
  });

  const since: readonly [string, (book: Book) => void, string][] = [
    ["the rows were sorted", sortRows, "工作表“Sheet1”的借据"],
    ["somebody wrote where a column is to stand", (book) => book.sheets[0]?.setValue(2, 21, "已谈"), "Sheet1!V3"],
    [
      "a sheet of that name was made",
      (book) => void book.addSheet("回访_松台样品贸易公司_20261123"),
      "工作表“回访_松台样品贸易公司_20261123”",
    ],
  ];

  it.each(since)("is refused, and writes nothing, where %s since", async (_name, meddle, place) => {
    const { excel, workbook } = inExcel(opened(ledgerFile));
    await must(annotate(workbook, options, unwatched));
    await must(makeRecords(workbook, due, unwatched));
    const taken = redoable(await must(undoLast(workbook, unwatched)));
    meddle(excel.book);
    const before = excel.book.save();
    const redone = await redo(workbook, { taken, options }, unwatched);
    expect(redone).toEqual({ ok: false, because: { kind: "changedSince", place } });
    expect(Buffer.compare(excel.book.save(), before)).toBe(0);
  });
});

function sortRows(book: Book): void {
  const [, ...rows] = smallLedger;
  [...rows].reverse().forEach((row, down) => {
    row.forEach((value, right) => book.sheets[0]?.setValue(1 + down, right, value));
  });
}
