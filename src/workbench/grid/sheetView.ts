import { DrawnCells } from "./drawnCells";
import type { ExcelThread } from "../excelThread";
import { createGrid, type Grid } from "./grid";
import type { ListPlace } from "./listArrow";
import type { BlockPlace, Drawing, Selected } from "../thread/messages";

/** Milliseconds between the last change and its drawing. */
const SHORTEST_WAIT = 60;
const LONGEST_WAIT = 1000;

/** Where a workbook that was opened is seen first. */
const firstBlocks = (sheetId: string): readonly BlockPlace[] => [0, 1].map((right) => ({ sheetId, down: 0, right }));

/** What the reader sees of the open workbook: it is drawn anew as it changes, and cells are fetched as they come into view. */
export class SheetView {
  private readonly grid: Grid;
  private readonly cells = new DrawnCells(() => {
    requestAnimationFrame(() => void this.fetch());
  });
  private thread: ExcelThread | undefined;
  private redraw: number | undefined;
  private drawingTook = 0;

  constructor(container: HTMLElement, onSelected: (selected: Selected) => void) {
    this.grid = createGrid(container, {
      cellAt: (sheetId, row, column) => this.cells.at(sheetId, row, column),
      marksOf: this.cells.marksOf,
      onSelected,
    });
  }

  /** Shows the workbook of a thread in place of the one before, as soon as it is drawn. */
  async open(thread: ExcelThread): Promise<void> {
    const drawing = await thread.ask("draw", { blocks: firstBlocks(thread.standing?.sheetId ?? "") });
    clearTimeout(this.redraw);
    this.thread = thread;
    this.grid.book.close();
    this.cells.clear();
    this.take(drawing);
  }

  /** Goes to what the add-in selected. */
  follow(selected: Selected): void {
    this.grid.book.follow(selected);
  }

  /** Puts the arrow of a list beside its cell, or takes it away. */
  point(place: ListPlace | undefined): void {
    this.grid.arrow.point(place);
  }

  /** One drawing for the many requests of one run; the longer it takes, the more patiently it waits for their end. */
  drawSoon(): void {
    clearTimeout(this.redraw);
    this.redraw = window.setTimeout(() => void this.draw(), Math.min(LONGEST_WAIT, SHORTEST_WAIT + this.drawingTook));
  }

  private async draw(): Promise<void> {
    const { thread } = this;
    if (thread === undefined) return;
    const began = performance.now();
    this.take(await thread.ask("draw", { blocks: this.cells.inView }));
    this.drawingTook = performance.now() - began;
  }

  /** Blocks that were seen stay until those that take their place are there. */
  private take({ sheets, blocks, version }: Drawing): void {
    this.cells.renew(blocks, version);
    const standing = this.thread?.standing;
    if (sheets === undefined || standing === undefined) this.grid.book.repaint();
    else this.grid.book.draw(sheets, standing);
  }

  private async fetch(): Promise<void> {
    const { thread } = this;
    if (thread === undefined) return;
    this.cells.add(await thread.ask("cells", { blocks: this.cells.takeMissing() }));
    this.grid.book.repaint();
  }
}
