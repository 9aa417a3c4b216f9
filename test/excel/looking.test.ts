import { assess } from "../../src/app/assess";
import { checkHealth } from "../../src/app/health";
import { annotate } from "../../src/app/annotate";
import { fileWith, inMeddledExcel, opened, smallLedger, TODAY, unwatched } from "../embedded/workbooks";

const options = { today: TODAY, asOf: TODAY };

/** An Excel that writes down what it is asked. */
function overheard() {
  const asked: string[] = [];
  const { workbook } = inMeddledExcel(opened(fileWith(smallLedger)), (_request, text) => {
    asked.push(text);
    return undefined;
  });
  return { workbook, asksForMerges: () => asked.some((text) => text.includes("MergedAreas")) };
}

describe("[P04] merged cells, asking for which empties Excel's undo", () => {
  it("are not asked for while the ledger is only looked at", async () => {
    const { workbook, asksForMerges } = overheard();
    expect((await assess(workbook, options, unwatched)).ok).toBe(true);
    expect((await checkHealth(workbook, options, unwatched)).ok).toBe(true);
    expect(asksForMerges()).toBe(false);
  });

  it("are asked for once something is to be written", async () => {
    const { workbook, asksForMerges } = overheard();
    expect((await annotate(workbook, options, unwatched)).ok).toBe(true);
    expect(asksForMerges()).toBe(true);
  });
});
