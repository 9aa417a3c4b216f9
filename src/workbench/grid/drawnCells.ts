import { CellValueType, type ICellDataForSheetInterceptor as CellData } from "@univerjs/core";
import { cellStyle } from "./cellStyle";
import { ICON_ROOM } from "./icons";
import type { Mark, MarksOf } from "./marks";
import {
  BLOCK_COLUMNS,
  BLOCK_ROWS,
  type BlockPlace,
  type DrawnBlock,
  type DrawnCell,
  type Look,
} from "../thread/messages";

/** A block as the grid takes its cells. */
interface ShownBlock {
  readonly place: BlockPlace;
  readonly version: number;
  readonly rows: readonly (readonly (CellData | undefined)[] | undefined)[];
  /** Undefined where no cell has any. */
  readonly marks: readonly (readonly (Mark | undefined)[] | undefined)[] | undefined;
}

/** Blocks that are kept; with more, those that are out of view go. */
const MOST_BLOCKS = 200;

const placeOf = (sheetId: string, row: number, column: number): BlockPlace => ({
  sheetId,
  down: Math.floor(row / BLOCK_ROWS),
  right: Math.floor(column / BLOCK_COLUMNS),
});
const keyOf = ({ sheetId, down, right }: BlockPlace): string => `${sheetId} ${String(down)} ${String(right)}`;

const markOf = (look: Look | undefined): Mark | undefined =>
  look?.rule?.bar === undefined && look?.rule?.icon === undefined ? undefined : look.rule;

function cellData({ text }: DrawnCell, style: CellData["s"], mark: Mark | undefined): CellData {
  return {
    ...(text === undefined ? {} : { v: text, t: CellValueType.STRING }),
    ...(mark?.icon === undefined ? {} : { fontRenderExtension: { leftOffset: ICON_ROOM } }),
    s: style,
  };
}

/** One object of style for all cells of a block that look the same. */
function shownBlock({ place, version, looks, rows }: DrawnBlock): ShownBlock {
  const styles = looks.map(cellStyle);
  const marks = looks.map(markOf);
  const eachCell = <Value>(make: (cell: DrawnCell) => Value) =>
    rows.map((row) => row?.map((cell) => (cell === undefined ? undefined : make(cell))));
  return {
    place,
    version,
    rows: eachCell((cell) => cellData(cell, styles[cell.look], marks[cell.look])),
    marks: marks.every((mark) => mark === undefined) ? undefined : eachCell(({ look }) => marks[look]),
  };
}

/** The cells that were drawn by the thread, block by block. The grid asks for them one by one and at once: what is not there yet is fetched. */
export class DrawnCells {
  private blocks = new Map<string, ShownBlock>();
  private missing = new Map<string, BlockPlace>();
  private readonly fetched = new Set<string>();
  /** Blocks that the grid asked for since it was painted, and between that and the time before. */
  private seen = new Map<string, BlockPlace>();
  private seenBefore = new Map<string, BlockPlace>();
  /** The block of the last cell: the next one is mostly of the same. */
  private last: { readonly place: BlockPlace; readonly block: ShownBlock | undefined } | undefined;
  private readonly onMissing: () => void;

  constructor(onMissing: () => void) {
    this.onMissing = onMissing;
  }

  /** What the grid shows in a cell; undefined where there is nothing to show, or nothing yet. */
  at(sheetId: string, row: number, column: number): CellData | undefined {
    return this.block(placeOf(sheetId, row, column))?.rows[row % BLOCK_ROWS]?.[column % BLOCK_COLUMNS];
  }

  /** The data bars and icons of a sheet. */
  readonly marksOf: MarksOf = (sheetId) => {
    const hasAny = [...this.blocks.values()].some(
      ({ place, marks }) => marks !== undefined && place.sheetId === sheetId,
    );
    if (!hasAny) return undefined;
    return (row, column) =>
      this.block(placeOf(sheetId, row, column))?.marks?.[row % BLOCK_ROWS]?.[column % BLOCK_COLUMNS];
  };

  private block(place: BlockPlace): ShownBlock | undefined {
    const { last } = this;
    if (last !== undefined && isSame(last.place, place)) return last.block;
    const key = keyOf(place);
    const block = this.blocks.get(key);
    this.seen.set(key, place);
    if (block === undefined) this.want(key, place);
    this.last = { place, block };
    return block;
  }

  private want(key: string, place: BlockPlace): void {
    if (this.fetched.has(key)) return;
    if (this.missing.size === 0) this.onMissing();
    this.missing.set(key, place);
  }

  /** The blocks to fetch, once. */
  takeMissing(): readonly BlockPlace[] {
    const places = [...this.missing.values()];
    for (const key of this.missing.keys()) this.fetched.add(key);
    this.missing = new Map();
    return places;
  }

  /** Blocks that the reader sees, or saw a moment ago. */
  get inView(): readonly BlockPlace[] {
    return [...new Map([...this.seenBefore, ...this.seen]).values()];
  }

  /** Blocks were fetched: the grid is to be painted with them. */
  add(blocks: readonly DrawnBlock[]): void {
    if (this.blocks.size > MOST_BLOCKS) this.keepWhere(({ place }) => this.seen.has(keyOf(place)));
    for (const block of blocks) {
      const key = keyOf(block.place);
      this.blocks.set(key, shownBlock(block));
      this.fetched.delete(key);
    }
    this.last = undefined;
    this.seenBefore = this.seen;
    this.seen = new Map();
  }

  /** The workbook was drawn anew: what was drawn before goes. */
  renew(blocks: readonly DrawnBlock[], version: number): void {
    this.keepWhere((block) => block.version >= version);
    this.add(blocks);
  }

  private keepWhere(holds: (block: ShownBlock) => boolean): void {
    this.blocks = new Map([...this.blocks].filter(([, block]) => holds(block)));
  }

  /** Another workbook is open. */
  clear(): void {
    this.blocks.clear();
    this.missing.clear();
    this.fetched.clear();
    this.seen.clear();
    this.seenBefore.clear();
    this.last = undefined;
  }
}

function isSame(one: BlockPlace, other: BlockPlace): boolean {
  return one.down === other.down && one.right === other.right && one.sheetId === other.sheetId;
}
