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

const isOnSheet = (row: number, column: number): boolean => row >= 0 && column >= 0 && row < ROWS && column < COLUMNS;

/** Where Ctrl and an arrow key lead from a cell: to the end of what is filled, else to the next filled cell, else to the edge of the sheet. https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-getrangeedge-member(1) */
function jump(place: Place, direction: Direction, from: Extent): Extent {
  const [down, right] = steps[direction];
  const used = place.sheet.used(true);
  const bottom = used === undefined ? 0 : used.row + used.rows;
  const side = used === undefined ? 0 : used.column + used.columns;
  let { row, column } = from;
  const filledAt = (steps: number) => isFilled(place, row + steps * down, column + steps * right);
  const runs = isFilled(place, row, column) && isOnSheet(row + down, column + right) && filledAt(1);
  for (;;) {
    const [nextRow, nextColumn] = [row + down, column + right];
    if (!isOnSheet(nextRow, nextColumn)) break;
    const isFilledNext = isFilled(place, nextRow, nextColumn);
    if (runs && !isFilledNext) break;
    row = nextRow;
    column = nextColumn;
    if (!runs && isFilledNext) break;
    // Beyond what is used there is nothing to stop at.
    if (direction === "Down" && row >= bottom) row = ROWS - 1;
    if (direction === "Right" && column >= side) column = COLUMNS - 1;
  }
  return { row, column, rows: 1, columns: 1 };
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
