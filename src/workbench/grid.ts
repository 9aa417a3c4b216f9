import { InterceptorEffectEnum, LocaleType, LogLevel, Univer, type ICellData } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import {
  ILayoutService,
  INTERCEPTOR_POINT,
  SheetInterceptorService,
  UniverSheetsCorePreset,
} from "@univerjs/preset-sheets-core";
import "@univerjs/preset-sheets-core/lib/index.css";
import chinese from "@univerjs/preset-sheets-core/locales/zh-CN";
import { defaultTheme } from "@univerjs/themes";
import type { Day } from "../domain/loan/day";
import type { EmbeddedExcel } from "../embedded/excel";
import type { Book, Sheet } from "../embedded/xlsx/model";
import { CellDrawer } from "./cellDrawer";
import { BOOK_ID, snapshot } from "./snapshot";

/** The display of a workbook; nothing is edited in it. */
export interface Grid {
  /** Draws the workbook anew, where the reader was. */
  draw(excel: EmbeddedExcel): void;
  /** Shows the embedded Excel's selection. */
  follow(excel: EmbeddedExcel): void;
}

/** What stays in view above and left of a cell that the grid goes to. */
const ROWS_ABOVE = 3;
const COLUMNS_LEFT = 2;

type Facade = ReturnType<typeof FUniver.newAPI>;
type FWorksheet = ReturnType<NonNullable<ReturnType<Facade["getActiveWorkbook"]>>["getActiveSheet"]>;

/** Draws one cell of a sheet by its id. */
type DrawCell = (sheetId: string, row: number, column: number) => ICellData | undefined;

function start(container: HTMLElement): Univer {
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
  return univer;
}

/** Lets the grid ask what stands in a cell when it comes into view. Univer knows the service only once it has a workbook. */
function askForCells(univer: Univer, drawCell: DrawCell): void {
  univer
    .__getInjector()
    .get(SheetInterceptorService)
    .intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
      id: "cells",
      effect: InterceptorEffectEnum.Style | InterceptorEffectEnum.Value,
      handler: (cell, { subUnitId, row, col }, next) => next(drawCell(subUnitId, row, col) ?? cell),
    });
}

/** Draws the cells of whichever sheet is asked for, as the workbook stood when it was made. */
class BookDrawer {
  private readonly drawers = new Map<string, CellDrawer | undefined>();
  private readonly book: Book;
  private readonly today: Day;

  constructor(book: Book, today: Day) {
    this.book = book;
    this.today = today;
  }

  readonly draw: DrawCell = (sheetId, row, column) => {
    if (!this.drawers.has(sheetId)) {
      const sheet = this.book.sheets.find(({ id }) => id === sheetId);
      this.drawers.set(sheetId, sheet && new CellDrawer(this.book, sheet, this.today));
    }
    return this.drawers.get(sheetId)?.draw(row, column);
  };
}

/** Calls back when the hand has left key or mouse, after the grid has taken notice. */
function afterHand(container: HTMLElement, take: () => void): void {
  for (const event of ["pointerup", "keyup"]) {
    container.addEventListener(event, () => {
      setTimeout(take);
    });
  }
}

/** Lets the keys go to the cells; a sheet's tab that was clicked would keep them for itself. */
function takeKeys(univer: Univer): void {
  univer.__getInjector().get(ILayoutService).focus();
}

/** Brings the selected sheet to the front and marks the selected cells. */
function showSelection(univer: Facade, { selection: { sheet, extent } }: EmbeddedExcel): FWorksheet | undefined {
  const workbook = univer.getActiveWorkbook();
  const worksheet = workbook?.getSheetBySheetId(sheet.id);
  if (workbook === null || worksheet === null || worksheet === undefined) return undefined;
  workbook.setActiveSheet(worksheet);
  worksheet.getRange(extent.row, extent.column, extent.rows, extent.columns).activate();
  return worksheet;
}

/** What the reader saw of a workbook before it is drawn anew. */
function viewOf(
  univer: Facade,
): { readonly sheetId: string; readonly row: number; readonly column: number } | undefined {
  const standing = univer.getActiveWorkbook()?.getActiveSheet();
  if (standing === undefined) return undefined;
  const { sheetViewStartRow: row, sheetViewStartColumn: column } = standing.getScrollState();
  return { sheetId: standing.getSheetId(), row, column };
}

/** Puts a grid into the page; what the reader selects in it becomes the selection of the embedded Excel. */
export function createGrid(container: HTMLElement, today: () => Day, onSelected: () => void): Grid {
  let shown: EmbeddedExcel | undefined;
  let drawer: BookDrawer | undefined;
  const engine = start(container);
  const univer = FUniver.newAPI(engine);
  const sheetOf = (id: string): Sheet | undefined => shown?.book.sheets.find((sheet) => sheet.id === id);

  // Univer's own event of the selection starts some seconds after the page; what was selected is read when the hand leaves key or mouse.
  const take = (): void => {
    const worksheet = univer.getActiveWorkbook()?.getActiveSheet();
    if (worksheet === undefined) return;
    const range = worksheet.getActiveRange()?.getRange();
    const sheet = sheetOf(worksheet.getSheetId());
    if (shown === undefined || sheet === undefined || range === undefined) return;
    if (sheet !== shown.selection.sheet) takeKeys(engine);
    const { startRow: row, startColumn: column, endRow, endColumn } = range;
    shown.select({ sheet, extent: { row, column, rows: endRow - row + 1, columns: endColumn - column + 1 } });
    onSelected();
  };
  afterHand(container, take);

  const follow = (excel: EmbeddedExcel): void => {
    const worksheet = showSelection(univer, excel);
    const { row, column } = excel.selection.extent;
    worksheet?.scrollToCell(Math.max(0, row - ROWS_ABOVE), Math.max(0, column - COLUMNS_LEFT));
  };

  const draw = (excel: EmbeddedExcel): void => {
    const view = shown === excel ? viewOf(univer) : undefined;
    excel.calculate();
    const isFirst = shown === undefined;
    univer.disposeUnit(BOOK_ID);
    shown = excel;
    drawer = new BookDrawer(excel.book, today());
    univer.createWorkbook(snapshot(excel.book)).setEditable(false);
    if (isFirst) askForCells(engine, (sheetId, row, column) => drawer?.draw(sheetId, row, column));
    const worksheet = showSelection(univer, excel);
    if (view?.sheetId === excel.book.activeSheet.id) worksheet?.scrollToCell(view.row, view.column);
  };

  return { draw, follow };
}
