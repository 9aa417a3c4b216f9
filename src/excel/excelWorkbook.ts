import type { Workbook } from "../app/workbook";
import { goTo } from "./goTo";
import { inExcel } from "./officeFailure";
import { readColumns } from "./readColumns";
import { readOwn } from "./readOwn";
import { readSheet } from "./readSheet";
import { readState } from "./statePart";
import { readSurvey } from "./survey";

/** The workbook that is open in Excel, through Office.js: nothing outside this folder names Excel. With `mergesUndo`, which needs ExcelApi 1.20, what is written is one step of Excel's own undo. */
export function excelWorkbook({ mergesUndo = false }: { readonly mergesUndo?: boolean } = {}): Workbook {
  return {
    survey: ({ merges }) => inExcel("", (context) => readSurvey(context, merges)),
    readColumns: (wanted, watch) => inExcel(wanted.sheet, (context) => readColumns(context, wanted, watch)),
    readOwn: (wanted, watch) => inExcel(wanted.sheet, (context) => readOwn(context, wanted, watch)),
    readSheet: (sheet, names) => inExcel(sheet, (context) => readSheet(context, sheet, names)),
    readState: (part) => inExcel("", (context) => readState(context, part)),
    // What few runs need is loaded when it is first needed: a pane that only shows opens sooner.
    readHints: async (sheet, cells) => {
      const { readHints } = await import("./readHints");
      return inExcel(sheet, (context) => readHints(context, sheet, cells));
    },
    readTemplate: async (sheet) => {
      const { readTemplate } = await import("./readTemplate");
      return inExcel(sheet, (context) => readTemplate(context, sheet));
    },
    apply: async (changes, watch) => (await import("./applyChanges")).applyChanges(changes, watch, mergesUndo),
    goTo,
    selection: () =>
      inExcel("", async (context) => {
        const range = context.workbook.getSelectedRange();
        range.load("rowIndex,rowCount");
        range.worksheet.load("name");
        await context.sync();
        return { sheet: range.worksheet.name, row: range.rowIndex, rows: range.rowCount };
      }),
  };
}
