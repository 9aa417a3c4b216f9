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
import type { Selected, SheetFrame } from "../thread/messages";
import { ListArrow } from "./listArrow";
import { drawMarks, type MarksOf } from "./marks";
import { BOOK_ID, workbookData } from "./workbookData";

/** The display of a workbook; nothing is edited in it. */
export interface Grid {
  /** Draws the frame of the workbook anew, where the reader was. */
  draw(sheets: readonly SheetFrame[], selected: Selected): void;
  /** Paints the cells anew: others stand there. */
  repaint(): void;
  /** Goes to what is selected. */
  follow(selected: Selected): void;
  /** The arrow of a cell's list. */
  readonly arrow: ListArrow;
  /** Takes the workbook away before another one comes. */
  close(): void;
}

/** What the page around the grid gives it. */
export interface GridSide {
  /** What stands in a cell. */
  readonly cellAt: DrawCell;
  /** What is drawn between fill and text. */
  readonly marksOf: MarksOf;
  /** The hand selected something. */
  readonly onSelected: (selected: Selected) => void;
}

/** What stays in view above and left of a cell that the grid goes to. */
const ROWS_ABOVE = 3;
const COLUMNS_LEFT = 2;

type Facade = ReturnType<typeof FUniver.newAPI>;
type FWorksheet = ReturnType<NonNullable<ReturnType<Facade["getActiveWorkbook"]>>["getActiveSheet"]>;

/** Draws one cell of a sheet by its id. */
export type DrawCell = (sheetId: string, row: number, column: number) => ICellData | undefined;

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
function showSelection(univer: Facade, { sheetId, extent }: Selected): FWorksheet | undefined {
  const workbook = univer.getActiveWorkbook();
  const worksheet = workbook?.getSheetBySheetId(sheetId);
  if (workbook === null || worksheet === null || worksheet === undefined) return undefined;
  workbook.setActiveSheet(worksheet);
  worksheet.getRange(extent.row, extent.column, extent.rows, extent.columns).activate();
  return worksheet;
}

/** What the hand has selected; undefined where nothing is open. */
function selectedIn(univer: Facade): Selected | undefined {
  const worksheet = univer.getActiveWorkbook()?.getActiveSheet();
  const range = worksheet?.getActiveRange()?.getRange();
  if (worksheet === undefined || range === undefined) return undefined;
  const { startRow: row, startColumn: column, endRow, endColumn } = range;
  const extent = { row, column, rows: endRow - row + 1, columns: endColumn - column + 1 };
  return { sheetId: worksheet.getSheetId(), sheetName: worksheet.getSheetName(), extent };
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

/** Puts a grid into the page. */
export function createGrid(container: HTMLElement, { cellAt, marksOf, onSelected }: GridSide): Grid {
  let front: string | undefined;
  let isAsking = false;
  drawMarks(marksOf);
  const engine = start(container);
  const univer = FUniver.newAPI(engine);
  const arrow = new ListArrow(univer);

  // Univer's own event of the selection starts some seconds after the page; what was selected is read when the hand leaves key or mouse.
  afterHand(container, () => {
    const selected = selectedIn(univer);
    if (selected === undefined) return;
    if (selected.sheetId !== front) takeKeys(engine);
    front = selected.sheetId;
    onSelected(selected);
  });

  const show = (selected: Selected): FWorksheet | undefined => {
    front = selected.sheetId;
    return showSelection(univer, selected);
  };

  const follow = (selected: Selected): void => {
    const { row, column } = selected.extent;
    show(selected)?.scrollToCell(Math.max(0, row - ROWS_ABOVE), Math.max(0, column - COLUMNS_LEFT));
  };

  const draw = (sheets: readonly SheetFrame[], selected: Selected): void => {
    const view = viewOf(univer);
    univer.disposeUnit(BOOK_ID);
    univer.createWorkbook(workbookData(sheets)).setEditable(false);
    if (!isAsking) askForCells(engine, cellAt);
    isAsking = true;
    const worksheet = show(selected);
    arrow.draw();
    if (view?.sheetId === selected.sheetId) worksheet?.scrollToCell(view.row, view.column);
  };

  const repaint = (): void => {
    univer.getActiveWorkbook()?.getActiveSheet().refreshCanvas();
  };

  const close = (): void => {
    univer.disposeUnit(BOOK_ID);
  };

  return { draw, repaint, follow, arrow, close };
}
