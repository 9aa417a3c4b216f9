import { LocaleType, LogLevel, Univer } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import "@univerjs/preset-sheets-core/lib/index.css";
import chinese from "@univerjs/preset-sheets-core/locales/zh-CN";
import { defaultTheme } from "@univerjs/themes";
import type { Day } from "../domain/loan/day";
import type { EmbeddedExcel } from "../embedded/excel";
import type { Sheet } from "../embedded/xlsx/model";
import { BOOK_ID, snapshot } from "./snapshot";

/** The display of a workbook; nothing is edited in it. */
export interface Grid {
  /** Draws the workbook anew, where the reader was. */
  draw(excel: EmbeddedExcel): void;
  /** Shows the embedded Excel's selection. */
  follow(excel: EmbeddedExcel): void;
}

type Facade = ReturnType<typeof FUniver.newAPI>;

function start(container: HTMLElement): Facade {
  const univer = new Univer({
    logLevel: LogLevel.ERROR,
    theme: defaultTheme,
    locale: LocaleType.ZH_CN,
    locales: { [LocaleType.ZH_CN]: chinese },
  });
  const { plugins } = UniverSheetsCorePreset({
    container,
    header: false,
    toolbar: false,
    formulaBar: false,
    contextMenu: false,
    sheets: { disableForceStringMark: true, disableForceStringAlert: true },
    footer: { statisticBar: false, zoomSlider: true, menus: false },
  });
  for (const plugin of plugins) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  }
  return FUniver.newAPI(univer);
}

/** Calls back when the hand has left key or mouse, after the grid has taken notice. */
function afterHand(container: HTMLElement, take: () => void): void {
  for (const event of ["pointerup", "keyup"]) {
    container.addEventListener(event, () => {
      setTimeout(take);
    });
  }
}

/** Puts a grid into the page; what the reader selects in it becomes the selection of the embedded Excel. */
export function createGrid(container: HTMLElement, today: () => Day, onSelected: () => void): Grid {
  const univer = start(container);
  let shown: EmbeddedExcel | undefined;
  const sheetOf = (id: string): Sheet | undefined => shown?.book.sheets.find((sheet) => sheet.id === id);

  // Univer's own event of the selection starts some seconds after the page; what was selected is read when the hand leaves key or mouse.
  const take = (): void => {
    const worksheet = univer.getActiveWorkbook()?.getActiveSheet();
    const range = worksheet?.getActiveRange()?.getRange();
    const sheet = sheetOf(worksheet?.getSheetId() ?? "");
    if (sheet === undefined || range === undefined) return;
    const { startRow: row, startColumn: column, endRow, endColumn } = range;
    shown?.select({ sheet, extent: { row, column, rows: endRow - row + 1, columns: endColumn - column + 1 } });
    onSelected();
  };
  afterHand(container, take);

  const follow = (excel: EmbeddedExcel): void => {
    const workbook = univer.getActiveWorkbook();
    const { sheet, extent } = excel.selection;
    const worksheet = workbook?.getSheetBySheetId(sheet.id);
    if (workbook === null || worksheet === null || worksheet === undefined) return;
    workbook.setActiveSheet(worksheet);
    worksheet.getRange(extent.row, extent.column, extent.rows, extent.columns).activate();
    worksheet.scrollToCell(Math.max(0, extent.row - 3), Math.max(0, extent.column - 2));
  };

  const draw = (excel: EmbeddedExcel): void => {
    const standing = shown === excel ? univer.getActiveWorkbook()?.getActiveSheet() : undefined;
    const scroll = standing?.getScrollState();
    const active = standing?.getSheetId() ?? excel.book.activeSheet.id;
    excel.calculate();
    univer.disposeUnit(BOOK_ID);
    shown = excel;
    const workbook = univer.createWorkbook(snapshot(excel.book, today()));
    workbook.setEditable(false);
    const worksheet = workbook.getSheetBySheetId(active) ?? workbook.getActiveSheet();
    workbook.setActiveSheet(worksheet);
    if (scroll !== undefined) worksheet.scrollToCell(scroll.sheetViewStartRow, scroll.sheetViewStartColumn);
  };

  return { draw, follow };
}
