import type { Move } from "../calc/moveReferences";
import { intersection as shared, without } from "../xlsx/areas";
import type { Extent } from "../xlsx/model";
import { COLUMNS, isInside, ROWS } from "./address";
import { Refusal } from "./refusal";

/** Cells that move: all that lie in the band from `start` on, by `by` rows or columns; with a negative one those before are gone. */
export interface Shift {
  readonly axis: "row" | "column";
  readonly start: number;
  readonly by: number;
  /** The rows or columns, across the axis, that move. */
  readonly band: Extent;
}

export const sizes = { row: "rows", column: "columns" } as const;
export const limits = { row: ROWS, column: COLUMNS } as const;

/** Where a stretch is after a shift; undefined where it is gone or pushed off the sheet. */
export function stretched(
  first: number,
  size: number,
  { axis, start, by }: Shift,
): readonly [number, number] | undefined {
  const last = first + size - 1;
  const limit = limits[axis];
  if (size === limit) return [first, size];
  if (by > 0) {
    const from = first >= start ? first + by : first;
    const to = Math.min(limit - 1, last >= start ? last + by : last);
    return from > to ? undefined : [from, to - from + 1];
  }
  const end = start - by;
  const place = (index: number, inside: number): number => {
    if (index < start) return index;
    return index >= end ? index + by : inside;
  };
  const from = place(first, start);
  const to = place(last, start - 1);
  return from > to ? undefined : [from, to - from + 1];
}

/** What becomes of a reference: one that lies across the band's edge stays as it is. */
export function moving(shift: Shift): Move {
  const { axis, band } = shift;
  return (area) => {
    const across = axis === "row" ? { ...area, row: band.row, rows: 1 } : { ...area, column: band.column, columns: 1 };
    if (!isInside(across, band)) return area;
    const moved = stretched(area[axis], area[sizes[axis]], shift);
    return moved && { ...area, [axis]: moved[0], [sizes[axis]]: moved[1] };
  };
}

/** What becomes of the cells of an area: those in the band move, the others stay. */
export function moveAreas(shift: Shift): (area: Extent) => readonly Extent[] {
  const move = moving(shift);
  const { axis, band } = shift;
  const whole = axis === "row" ? { ...band, row: 0, rows: ROWS } : { ...band, column: 0, columns: COLUMNS };
  return (area) => {
    const inside = shared(area, whole);
    const after = inside && move(inside);
    return [...without(area, whole), ...(after === undefined ? [] : [after])];
  };
}

/** Refuses a shift with a sentence of its own. */
export function refuseShift(detail: string): never {
  throw new Refusal("InvalidOperation", detail);
}
