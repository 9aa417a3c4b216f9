import type { Columns } from "./columns";
import { outlineOf, type Outline } from "./outline";
import type { Rows } from "./rows";
import type { SheetXml } from "./sheetXml";

/** What a sheet's rows and columns measure, whether they are seen, and their outlines. */
export abstract class SheetLines {
  abstract readonly xml: SheetXml;
  abstract readonly rows: Rows;
  abstract readonly columns: Columns;

  columnWidth(column: number): number | undefined {
    return this.columns.width(column);
  }

  setColumnWidth(column: number, width: number | undefined, columns = 1): void {
    this.columns.setWidth(column, column + columns - 1, width);
  }

  columnHidden(column: number): boolean {
    return this.columns.isHidden(column);
  }

  shiftColumns(start: number, by: number): void {
    this.columns.shift(start, by);
  }

  rowHeight(row: number): number | undefined {
    return this.rows.height(row);
  }

  setRowHeight(row: number, height: number | undefined): void {
    this.rows.setHeight(row, height);
  }

  fitRowHeight(row: number, height: number): void {
    this.rows.fitHeight(row, height);
  }

  setRowHidden(row: number, hidden: boolean): void {
    this.rows.setHidden(row, hidden);
  }

  setColumnHidden(column: number, hidden: boolean, columns = 1): void {
    this.columns.setHidden(column, column + columns - 1, hidden);
  }

  get outline(): Outline {
    return outlineOf(this);
  }

  rowHidden(row: number): boolean {
    return this.rows.isHidden(row);
  }
}
