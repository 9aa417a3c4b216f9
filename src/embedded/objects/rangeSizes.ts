import type { Extent } from "../xlsx/model";
import { ROWS } from "./address";
import { AlignedFormat } from "./alignedFormat";
import { autofit, autofitRows } from "./autofit";
import { common } from "./common";
import { truth } from "./given";
import { areasOf, unprotected, type Place } from "./place";
import { Refusal } from "./refusal";
import { characters, points, STANDARD_ROW_HEIGHT } from "./sizes";

/** Widths and heights: the part of Excel's RangeFormat that belongs to columns and rows. */
export abstract class RangeSizes extends AlignedFormat {
  protected readonly place: Place;

  constructor(place: Place) {
    super(place);
    this.place = place;
  }

  /** In points, as Excel has it; the file counts characters. */
  get columnWidth(): unknown {
    const { host, sheet } = this.place;
    return this.ofAreas(({ column, columns }) =>
      common(columns, (offset) => points(sheet.columnWidth(column + offset), host.book)),
    );
  }
  set columnWidth(given: unknown) {
    this.setWidths(characters(size(given, 1790), this.host.book));
  }
  get useStandardWidth(): unknown {
    const { sheet } = this.place;
    return this.ofAreas(({ column, columns }) =>
      common(columns, (offset) => sheet.columnWidth(column + offset) === undefined),
    );
  }
  set useStandardWidth(given: unknown) {
    if (truth(given)) this.setWidths(undefined);
  }
  get rowHeight(): unknown {
    const { sheet } = this.place;
    return this.ofAreas(({ row, rows }) =>
      common(Math.min(rows, ROWS), (offset) => sheet.rowHeight(row + offset) ?? STANDARD_ROW_HEIGHT),
    );
  }
  set rowHeight(given: unknown) {
    this.setHeights(size(given, 409));
  }
  get useStandardHeight(): unknown {
    const { sheet } = this.place;
    return this.ofAreas(({ row, rows }) => common(rows, (offset) => sheet.rowHeight(row + offset) === undefined));
  }
  set useStandardHeight(given: unknown) {
    if (truth(given)) this.setHeights(undefined);
  }

  autofitRows(): void {
    unprotected(this.place.sheet, "formatRows");
    for (const extent of areasOf(this.place)) autofitRows({ ...this.place, extent });
    this.host.changed = true;
  }
  autofitColumns(): void {
    unprotected(this.place.sheet);
    for (const extent of areasOf(this.place)) autofit({ ...this.place, extent });
    this.host.changed = true;
  }

  /** What all areas answer; null where they differ. */
  private ofAreas<Value>(of: (area: Extent) => Value): Value | null {
    const areas = areasOf(this.place);
    return common(areas.length, (index) => of(areas[index] ?? this.place.extent));
  }

  private setWidths(width: number | undefined): void {
    const sheet = unprotected(this.place.sheet, "formatColumns");
    for (const { column, columns } of areasOf(this.place)) sheet.setColumnWidth(column, width, columns);
    this.host.changed = true;
  }

  private setHeights(height: number | undefined): void {
    const sheet = unprotected(this.place.sheet, "formatRows");
    for (const { row, rows } of areasOf(this.place)) {
      for (let at = row; at < row + rows; at++) sheet.setRowHeight(at, height);
    }
    this.host.changed = true;
  }
}

function size(given: unknown, most: number): number {
  if (typeof given !== "number" || !(given >= 0 && given <= most)) throw new Refusal("InvalidArgument");
  return given;
}
