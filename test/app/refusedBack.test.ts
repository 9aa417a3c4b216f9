import { annotate } from "../../src/app/annotate";
import { clear } from "../../src/app/clear";
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

describe("clearing of which Excel refuses a late request", () => {
  it("leaves each rule once and each part as it was", async () => {
    const first = inExcel(opened(fileWith(smallLedger)));
    await annotate(first.workbook, { today: TODAY }, unwatched);
    const file = first.excel.book.save();
    const whole = inExcel(opened(file));
    await clear(whole.workbook, { typed: false, settings: false }, unwatched);
    const { requests } = whole.excel.counters;
    const rulesOf = (book: typeof whole.excel.book) => book.sheets[0]?.formatRules.length;
    const partsOf = (book: typeof whole.excel.book) => book.customXml.map(({ xml }) => xml).sort();
    for (let broken = Math.max(0, requests - 4); broken < requests; broken++) {
      const { excel, workbook } = inMeddledExcel(opened(file), (request) =>
        request === broken ? refusal("GeneralException") : undefined,
      );
      const done = await clear(workbook, { typed: false, settings: false }, unwatched);
      expect(done.ok).toBe(false);
      expect(rulesOf(excel.book)).toBe(rulesOf(opened(file)));
      expect(partsOf(excel.book)).toEqual(partsOf(opened(file)));
    }
  });
});
