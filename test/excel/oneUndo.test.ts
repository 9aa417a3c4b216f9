import { annotate } from "../../src/app/annotate";
import { excelWorkbook } from "../../src/excel/excelWorkbook";
import { seen } from "../app/seen";
import {
  fileWith,
  inExcel,
  inMeddledExcel,
  opened,
  refusal,
  smallLedger,
  TODAY,
  unwatched,
} from "../embedded/workbooks";

const options = { today: TODAY, asOf: TODAY };
const start = fileWith(smallLedger);

/** Writes down what `Excel.run` is asked for, and lets it run. */
function overheard(): readonly unknown[] {
  const asked: unknown[] = [];
  const run = Excel.run.bind(Excel) as (...words: unknown[]) => Promise<unknown>;
  Object.assign(Excel, {
    run: (...words: unknown[]) => {
      asked.push(words[0]);
      return run(...words);
    },
  });
  return asked;
}

async function complete(): Promise<ReturnType<typeof seen>> {
  const { excel, workbook } = inExcel(opened(start));
  await annotate(workbook, options, unwatched);
  return seen(excel.book.save());
}

describe("[P01] what is written, as one step of Excel's own undo", () => {
  it("is asked for where Excel has it, and writes the same", async () => {
    const wanted = await complete();
    const { excel } = inExcel(opened(start));
    const asked = overheard();
    const done = await annotate(excelWorkbook({ mergesUndo: true }), options, unwatched);
    expect(done.ok).toBe(true);
    expect(asked).toEqual([{ mergeUndoGroup: true }]);
    expect(seen(excel.book.save())).toEqual(wanted);
  });

  it("is not asked for where Excel has it not", async () => {
    const { workbook } = inExcel(opened(start));
    const asked = overheard();
    expect((await annotate(workbook, options, unwatched)).ok).toBe(true);
    expect(asked).toEqual([]);
  });

  it("[P02] is done without where Excel cannot keep so much, whichever request says so", async () => {
    const wanted = await complete();
    const whole = inExcel(opened(start));
    await annotate(excelWorkbook({ mergesUndo: true }), options, unwatched);
    const done: boolean[] = [];
    for (let at = 0; at < whole.excel.counters.requests; at++) {
      const { excel } = inMeddledExcel(opened(start), (request) =>
        request === at ? refusal("UndoNotSupported") : undefined,
      );
      done.push((await annotate(excelWorkbook({ mergesUndo: true }), options, unwatched)).ok);
      expect(seen(excel.book.save())).toEqual(done[at] === true ? wanted : seen(start));
    }
    // Only what is read before the writing begins may fail for it.
    const begun = done.indexOf(true);
    expect(done.slice(begun)).toEqual(new Array(done.length - begun).fill(true));
    expect(done.length - begun).toBeGreaterThan(1);
  });
});
