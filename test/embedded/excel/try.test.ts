import { writeFileSync } from "node:fs";
import { annotate } from "../../../src/app/annotate";
import { insertSample } from "../../../src/app/sample";
import { inExcel, opened, TODAY, unwatched } from "../workbooks";

test("try", async () => {
  const { excel, workbook } = inExcel();
  const inserted = await insertSample(workbook, TODAY, unwatched);
  console.log(inserted, excel.counters);
  writeFileSync("/tmp/sample0.xlsx", excel.book.save());
  const second = inExcel(opened(excel.book.save()));
  const done = await annotate(second.workbook, { today: TODAY }, unwatched);
  console.log(done.ok ? done.value.applied : done, second.excel.counters, [...second.excel.gaps]);
  writeFileSync("/tmp/sample1.xlsx", second.excel.book.save());
  expect(done.ok).toBe(true);
}, 60000);
