import { annotate } from "../../src/app/annotate";
import { applyRecorded } from "../../src/app/recording";
import { undoLast } from "../../src/app/undo";
import { failureSentence } from "../../src/app/words";
import type { Change } from "../../src/domain/change/change";
import { hashed } from "../../src/domain/change/hashed";
import type { Operation } from "../../src/domain/change/operation";
import { MOST_CHARACTERS } from "../../src/domain/change/operationLog";
import { fileWith, inExcel, opened, smallLedger, TODAY, unwatched } from "../embedded/workbooks";

/** Text that does not shrink when it is packed, longer than what a file remembers. */
const noise = Array.from({ length: MOST_CHARACTERS / 5 }, (_, index) => hashed(String(index))).join("");
const operation: Operation = {
  ...{ kind: "annotate", asOf: "2026-11-23" },
  deeds: [{ kind: "cells", sheet: "Sheet1", heading: "预警", cells: [{ key: "1", before: "", after: noise }] }],
};
/** Where the first warning stands, 0-based. */
const WARNING = 18;
const changes: readonly Change[] = [
  { kind: "cells", sheet: "Sheet1", column: WARNING, firstRow: 1, before: [""], after: ["【黄】L01 逾期3天"] },
];

describe("a run of which more changes than the file can remember", () => {
  it("[P48] says so before it writes, and goes on without undo where the reader wants that", async () => {
    const { excel, workbook } = inExcel(opened(fileWith(smallLedger)));
    expect((await annotate(workbook, { today: TODAY, asOf: TODAY }, unwatched)).ok).toBe(true);
    const before = excel.book.save();
    const refused = await applyRecorded(workbook, { operation, changes }, unwatched);
    expect(refused).toEqual({ ok: false, because: { kind: "notUndoable" } });
    expect(refused.ok ? "" : failureSentence(refused.because)).toMatch(/最多 1 MB.*还没有写入.*不保留撤销继续/);
    expect(Buffer.compare(excel.book.save(), before)).toBe(0);

    const done = await applyRecorded(workbook, { operation, changes, withoutUndo: true }, unwatched);
    expect(done).toEqual({ ok: true, value: { changes: 1, cells: 1 } });
    expect(excel.book.sheets[0]?.cell(1, WARNING).value).toBe("【黄】L01 逾期3天");
    expect(await undoLast(workbook, unwatched)).toEqual({ ok: false, because: { kind: "nothingToUndo" } });
  });
});
