import { annotate } from "../../src/app/annotate";
import { failureSentence } from "../../src/app/words";
import { fileWith, inExcel, inMeddledExcel, opened, smallLedger, TODAY, unwatched } from "../embedded/workbooks";

/** An answer that refuses with a code and a message in the user's language. */
const refusedBy = (code: string): string =>
  JSON.stringify({
    Results: [],
    Error: { Code: code, Message: "この操作は実行できません。", Location: "", ActionIndex: -1, HttpStatusCode: 400 },
  });

describe("[P15][P51] what Excel refuses while it writes", () => {
  it.each([
    ["FilteredRangeConflict", /^工作表“Sheet1”正在筛选.*点“清除”筛选/],
    ["MergedRangeConflict", /^工作表“Sheet1”.*合并的单元格取消合并/],
    ["NonBlankCellOffSheet", /^工作表“Sheet1”.*没有足够的空列/],
    ["OperationCellsExceedLimit", /^台账太大/],
    ["RangeExceedsLimit", /^台账太大/],
    ["InvalidOperationInCellEditMode", /请按回车或 Esc 结束编辑/],
    ["AccessDenied", /受保护。请在“审阅”中撤销/],
    ["InactiveWorkbook", /请切换到要标注的工作簿/],
    ["SomethingNew", /^Excel 拒绝了这一步（SomethingNew）/],
  ])("as %s is told by its code: what, and what to do", async (code, says) => {
    const whole = inExcel(opened(fileWith(smallLedger)));
    await annotate(whole.workbook, { today: TODAY }, unwatched);
    const last = whole.excel.counters.requests - 1;
    const { workbook } = inMeddledExcel(opened(fileWith(smallLedger)), (request) =>
      request === last ? refusedBy(code) : undefined,
    );
    const done = await annotate(workbook, { today: TODAY }, unwatched);
    expect(done.ok ? "" : failureSentence(done.because)).toMatch(says);
  });
});
