import type { Extent } from "../xlsx/model";
import { boundingArea, intersection, onSheet } from "./address";
import { edgeOf, extendedTo, surroundingRegion } from "./edges";
import * as area from "./geometry";
import { whole } from "./given";
import type { Place } from "./place";
import { RangeContent } from "./rangeContent";
import { Refusal } from "./refusal";
import { usedArea } from "./usedArea";

/** The ways from a range to another one. */
export abstract class RangeGeometry extends RangeContent {
  /** The range at an address of the same sheet. */
  protected abstract addressed(address: string): RangeContent;

  protected at(extent: Extent): this {
    const make = this.constructor as new (place: Place) => this;
    return new make({ host: this.host, sheet: this.sheet, extent });
  }

  getCell(row: unknown, column: unknown): this {
    return this.at(area.cellOf(this.extent, row, column));
  }
  getRow(row: unknown): this {
    return this.at(area.rowOf(this.extent, row));
  }
  getColumn(column: unknown): this {
    return this.at(area.columnOf(this.extent, column));
  }
  getLastCell(): this {
    return this.getCell(this.extent.rows - 1, this.extent.columns - 1);
  }
  getLastRow(): this {
    return this.getRow(this.extent.rows - 1);
  }
  getLastColumn(): this {
    return this.getColumn(this.extent.columns - 1);
  }
  getEntireRow(): this {
    return this.at(area.entireRows(this.extent));
  }
  getEntireColumn(): this {
    return this.at(area.entireColumns(this.extent));
  }
  getOffsetRange(rows: unknown, columns: unknown): this {
    return this.at(area.offsetArea(this.extent, rows, columns));
  }
  getResizedRange(rows: unknown, columns: unknown): this {
    return this.at(area.resizedArea(this.extent, rows, columns));
  }
  getAbsoluteResizedRange(rows: unknown, columns: unknown): this {
    const { extent } = this;
    return this.at(area.resizedArea({ ...extent, rows: 0, columns: 0 }, rows, columns));
  }
  getBoundingRect(other: unknown): this {
    return this.at(boundingArea(this.extent, this.areaOf(other)));
  }
  getIntersection(other: unknown): this {
    const found = this.getIntersectionOrNullObject(other);
    if (found === undefined) throw new Refusal("ItemNotFound");
    return found;
  }
  getIntersectionOrNullObject(other: unknown): this | undefined {
    const shared = intersection(this.extent, this.areaOf(other));
    return shared && this.at(shared);
  }
  getUsedRange(valuesOnly?: unknown): this {
    const found = this.getUsedRangeOrNullObject(valuesOnly);
    if (found === undefined) throw new Refusal("ItemNotFound");
    return found;
  }
  getUsedRangeOrNullObject(valuesOnly?: unknown): this | undefined {
    const used = usedArea(this, valuesOnly === true);
    return used && this.at(used);
  }
  /** Columns at the right, or with a negative count at the left. */
  getColumnsAfter(count?: unknown): this {
    const { column, columns } = this.extent;
    return this.beside(column + columns, whole(count, 1), "column");
  }
  getColumnsBefore(count?: unknown): this {
    return this.beside(this.extent.column, -whole(count, 1), "column");
  }
  getRowsBelow(count?: unknown): this {
    const { row, rows } = this.extent;
    return this.beside(row + rows, whole(count, 1), "row");
  }
  getRowsAbove(count?: unknown): this {
    return this.beside(this.extent.row, -whole(count, 1), "row");
  }
  getSurroundingRegion(): this {
    return this.at(surroundingRegion(this));
  }
  /** As Ctrl and an arrow key go from the active cell, by default the first of the range. */
  getRangeEdge(direction: unknown, from?: unknown): this {
    return this.at(edgeOf(this, direction, this.activeCell(from)));
  }
  getExtendedRange(direction: unknown, from?: unknown): this {
    return this.at(extendedTo(this, direction, this.activeCell(from)));
  }

  /** The area of another range on the same sheet, given as an object or by its address. */
  protected areaOf(other: unknown): Extent {
    const found = typeof other === "string" ? this.addressed(other) : other;
    if (!(found instanceof RangeContent) || found.sheet !== this.sheet) throw new Refusal("InvalidArgument");
    return found.extent;
  }

  private activeCell(given: unknown): Extent {
    if (given === undefined || given === null) return area.cellOf(this.extent, 0, 0);
    const cell = this.areaOf(given);
    if (intersection(cell, this.extent) === undefined) throw new Refusal("InvalidArgument");
    return area.cellOf(cell, 0, 0);
  }

  private beside(start: number, count: number, axis: "row" | "column"): this {
    if (count === 0) throw new Refusal("InvalidArgument");
    const first = Math.min(start, start + count);
    if (first < 0) throw new Refusal("InvalidArgument");
    const size = Math.abs(count);
    const changed = axis === "row" ? { row: first, rows: size } : { column: first, columns: size };
    return this.at(onSheet({ ...this.extent, ...changed }));
  }
}
