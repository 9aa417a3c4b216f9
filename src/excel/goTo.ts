import type { Failure } from "../app/failure";
import { refused, type Result } from "../domain/result";
import { inExcel } from "./officeFailure";

/** Shows and selects a cell, 0-based; where Excel refuses, it is asked whether the sheet is hidden. */
export async function goTo(sheet: string, row: number, column: number): Promise<Result<void, Failure>> {
  const gone = await inExcel(sheet, async (context) => {
    const worksheet = context.workbook.worksheets.getItem(sheet);
    worksheet.activate();
    worksheet.getRangeByIndexes(row, column, 1, 1).select();
    await context.sync();
  });
  if (gone.ok || gone.because.kind !== "refused") return gone;
  const isHidden = await inExcel(sheet, async (context) => {
    const worksheet = context.workbook.worksheets.getItem(sheet);
    worksheet.load("visibility");
    await context.sync();
    return worksheet.visibility !== Excel.SheetVisibility.visible;
  });
  return isHidden.ok && isHidden.value ? refused({ kind: "sheetHidden", sheet }) : gone;
}
