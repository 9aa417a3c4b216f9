import type { Extent } from "../xlsx/model";
import { boundingArea, COLUMNS, ROWS } from "./address";
import { oneOf } from "./given";
import type { Place } from "./place";

const steps = { Left: [0, -1], Right: [0, 1], Up: [-1, 0], Down: [1, 0] } as const;
type Direction = keyof typeof steps;
const directions = Object.keys(steps) as Direction[];

function isFilled({ sheet }: Place, row: number, column: number): boolean {
  const { value, formula } = sheet.cell(row, column);
  return value !== undefined || formula !== undefined;
}

/** The line of cells that leads away from one. */
class Way {
  private readonly place: Place;
  private readonly from: Extent;
  private readonly step: readonly [number, number];
  /** How many cells there are up to the sheet's edge. */
  readonly length: number;
  /** How many there are up to the last that may be filled. */
  private readonly filled: number;

  constructor(place: Place, direction: Direction, from: Extent) {
    this.place = place;
    this.from = from;
    this.step = steps[direction];
    const used = place.sheet.used(true) ?? { row: 0, column: 0, rows: 0, columns: 0 };
    const { row, column } = from;
    this.length = { Up: row, Left: column, Down: ROWS - 1 - row, Right: COLUMNS - 1 - column }[direction];
    const ends = {
      Up: row,
      Left: column,
      Down: used.row + used.rows - row,
      Right: used.column + used.columns - column,
    };
    this.filled = Math.max(0, Math.min(this.length, ends[direction]));
  }

  at(count: number): Extent {
    const [down, right] = this.step;
    return { row: this.from.row + count * down, column: this.from.column + count * right, rows: 1, columns: 1 };
  }
  isFilled(count: number): boolean {
    const { row, column } = this.at(count);
    return count <= this.filled && isFilled(this.place, row, column);
  }
  /** The next cell from a count on that is filled, or is not; the last of all where there is none. */
  next(from: number, filled: boolean): number {
    for (let count = from; count <= this.filled; count++) if (this.isFilled(count) === filled) return count;
    return filled || this.filled >= this.length ? this.length + 1 : this.filled + 1;
  }
}

/** Where Ctrl and an arrow key lead from a cell: to the end of what is filled, else to the next filled cell, else to the edge of the sheet. https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-getrangeedge-member(1) */
function jump(place: Place, direction: Direction, from: Extent): Extent {
  const way = new Way(place, direction, from);
  const runs = way.isFilled(0) && way.isFilled(1);
  return way.at(runs ? way.next(1, false) - 1 : Math.min(way.length, way.next(1, true)));
}

export function edgeOf(place: Place, direction: unknown, from: Extent): Extent {
  return jump(place, oneOf(directions, direction), from);
}

/** The range with all cells up to the edge. */
export function extendedTo(place: Place, direction: unknown, from: Extent): Extent {
  return boundingArea(place.extent, jump(place, oneOf(directions, direction), from));
}

function grown({ row, column, rows, columns }: Extent): Extent {
  const [top, left] = [Math.max(0, row - 1), Math.max(0, column - 1)];
  const bottom = Math.min(ROWS, row + rows + 1);
  const right = Math.min(COLUMNS, column + columns + 1);
  return { row: top, column: left, rows: bottom - top, columns: right - left };
}

/** The filled cells of an area, as the smallest area around them and the old one. */
function withFilled({ sheet }: Place, area: Extent, around: Extent): Extent {
  let found = area;
  sheet.formulas(around).forEach((line, down) => {
    line.forEach((value, right) => {
      if (value === undefined) return;
      found = boundingArea(found, { row: around.row + down, column: around.column + right, rows: 1, columns: 1 });
    });
  });
  return found;
}

/** The block around a range that is bounded by empty rows and columns. https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-getsurroundingregion-member(1) */
export function surroundingRegion(place: Place): Extent {
  let area = place.extent;
  for (;;) {
    const next = withFilled(place, area, grown(area));
    if (next.rows === area.rows && next.columns === area.columns) return area;
    area = next;
  }
}
