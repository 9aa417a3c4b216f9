import type { FUniver } from "@univerjs/core/facade";
import type { Selected, SheetFrame } from "../thread/messages";
import { reframe } from "./reframe";
import { BOOK_ID, workbookData } from "./workbookData";

/** What stays in view above and left of a cell that the grid goes to. */
const ROWS_ABOVE = 3;
const COLUMNS_LEFT = 2;

type FWorksheet = ReturnType<NonNullable<ReturnType<FUniver["getActiveWorkbook"]>>["getActiveSheet"]>;

/** The workbook that the grid shows: its frame, and the sheet that the reader looks at. */
export class ShownBook {
  private readonly univer: FUniver;
  private readonly onDrawn: () => void;
  /** Of what is shown; none where nothing is. */
  private frames: readonly SheetFrame[] = [];
  /** The id of the sheet that was last known to be in front. */
  front: string | undefined;

  /** `onDrawn` is called whenever the whole of a workbook was put into the grid. */
  constructor(univer: FUniver, onDrawn: () => void) {
    this.univer = univer;
    this.onDrawn = onDrawn;
  }

  /** Draws another frame of the workbook, where the reader was; all anew only where it has to. */
  draw(frames: readonly SheetFrame[], selected: Selected): void {
    const isReframed = reframe(this.univer, this.frames, frames);
    this.frames = frames;
    if (!isReframed) this.drawAnew(selected);
    else if (this.view?.sheetId === selected.sheetId) this.repaint();
    else this.show(selected);
  }

  private drawAnew(selected: Selected): void {
    const { view } = this;
    this.univer.disposeUnit(BOOK_ID);
    this.univer.createWorkbook(workbookData(this.frames)).setEditable(false);
    const worksheet = this.show(selected);
    this.onDrawn();
    if (view?.sheetId === selected.sheetId) worksheet?.scrollToCell(view.row, view.column);
  }

  /** Paints the cells anew: others stand there. */
  repaint(): void {
    this.univer.getActiveWorkbook()?.getActiveSheet().refreshCanvas();
  }

  /** Goes to what is selected. */
  follow(selected: Selected): void {
    const { row, column } = selected.extent;
    this.show(selected)?.scrollToCell(Math.max(0, row - ROWS_ABOVE), Math.max(0, column - COLUMNS_LEFT));
  }

  close(): void {
    this.frames = [];
    this.univer.disposeUnit(BOOK_ID);
  }

  /** Brings the selected sheet to the front and marks the selected cells. */
  private show({ sheetId, extent }: Selected): FWorksheet | undefined {
    this.front = sheetId;
    const workbook = this.univer.getActiveWorkbook();
    const worksheet = workbook?.getSheetBySheetId(sheetId);
    if (workbook === null || worksheet === null || worksheet === undefined) return undefined;
    workbook.setActiveSheet(worksheet);
    worksheet.getRange(extent.row, extent.column, extent.rows, extent.columns).activate();
    return worksheet;
  }

  /** Where the reader is. */
  private get view(): { readonly sheetId: string; readonly row: number; readonly column: number } | undefined {
    const standing = this.univer.getActiveWorkbook()?.getActiveSheet();
    if (standing === undefined) return undefined;
    const { sheetViewStartRow: row, sheetViewStartColumn: column } = standing.getScrollState();
    return { sheetId: standing.getSheetId(), row, column };
  }
}
