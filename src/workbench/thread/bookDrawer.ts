import type { Day } from "../../domain/loan/day";
import type { Book, Sheet } from "../../embedded/xlsx/model";
import { CellDrawer } from "./cellDrawer";
import { framesOf } from "./frame";
import { BLOCK_COLUMNS, BLOCK_ROWS, type BlockPlace, type Drawing, type DrawnBlock } from "./messages";

/** Draws the cells of all sheets, as the workbook stood when it was drawn last. */
export class BookDrawer {
  private readonly book: Book;
  private drawers = new Map<Sheet, CellDrawer>();
  private version = 0;
  private today: Day | undefined;
  /** The frames that were given last, as text. */
  private frames = "";

  constructor(book: Book) {
    this.book = book;
  }

  /** Draws anew, with the frames where they are others than last time. Formulas have to be up to date. */
  draw(blocks: readonly BlockPlace[], today: Day): Drawing {
    this.version += 1;
    this.today = today;
    this.drawers = new Map();
    const frames = framesOf(this.book);
    const text = JSON.stringify(frames);
    const sheets = text === this.frames ? undefined : frames;
    this.frames = text;
    return { sheets, blocks: this.cells(blocks), version: this.version };
  }

  /** Blocks of the sheets that are there; the others have gone meanwhile. */
  cells(blocks: readonly BlockPlace[]): readonly DrawnBlock[] {
    return blocks.flatMap((place) => {
      const drawer = this.drawerOf(place.sheetId);
      if (drawer === undefined) return [];
      const [row, column] = [place.down * BLOCK_ROWS, place.right * BLOCK_COLUMNS];
      const drawn = drawer.draw({ row, column, rows: BLOCK_ROWS, columns: BLOCK_COLUMNS });
      return [{ place, version: this.version, ...drawn }];
    });
  }

  private drawerOf(sheetId: string): CellDrawer | undefined {
    const sheet = this.book.sheets.find(({ id }) => id === sheetId);
    if (sheet === undefined || this.today === undefined) return undefined;
    const drawer = this.drawers.get(sheet) ?? new CellDrawer(this.book, sheet, this.today);
    this.drawers.set(sheet, drawer);
    return drawer;
  }
}
