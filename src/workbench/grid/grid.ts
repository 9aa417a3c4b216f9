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
import type { Selected } from "../thread/messages";
import { ListArrow } from "./listArrow";
import { drawMarks, type MarksOf } from "./marks";
import { ShownBook } from "./shownBook";

/** The display of a workbook; nothing is edited in it. */
export interface Grid {
  readonly book: ShownBook;
  /** The arrow of a cell's list. */
  readonly arrow: ListArrow;
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

type Facade = ReturnType<typeof FUniver.newAPI>;

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

/** What the hand has selected; undefined where nothing is open. */
function selectedIn(univer: Facade): Selected | undefined {
  const worksheet = univer.getActiveWorkbook()?.getActiveSheet();
  const range = worksheet?.getActiveRange()?.getRange();
  if (worksheet === undefined || range === undefined) return undefined;
  const { startRow: row, startColumn: column, endRow, endColumn } = range;
  const extent = { row, column, rows: endRow - row + 1, columns: endColumn - column + 1 };
  return { sheetId: worksheet.getSheetId(), sheetName: worksheet.getSheetName(), extent };
}

/** Puts a grid into the page. */
export function createGrid(container: HTMLElement, { cellAt, marksOf, onSelected }: GridSide): Grid {
  drawMarks(marksOf);
  const engine = start(container);
  const univer = FUniver.newAPI(engine);
  const arrow = new ListArrow(univer);
  let isAsking = false;
  const book = new ShownBook(univer, () => {
    if (!isAsking) askForCells(engine, cellAt);
    isAsking = true;
    arrow.draw();
  });

  // Univer's own event of the selection starts some seconds after the page; what was selected is read when the hand leaves key or mouse.
  afterHand(container, () => {
    const selected = selectedIn(univer);
    if (selected === undefined) return;
    if (selected.sheetId !== book.front) takeKeys(engine);
    book.front = selected.sheetId;
    onSelected(selected);
  });

  return { book, arrow };
}
