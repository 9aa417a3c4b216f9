/* eslint-disable @typescript-eslint/class-literal-property-style -- members are found as accessors of the class */
import type { Extent, Sheet } from "../xlsx/model";
import { areaAddress, COLUMNS, quotedSheet, ROWS } from "./address";
import { common } from "./common";
import { ExcelObject } from "./excelObject";
import { truth } from "./given";
import { hideColumns, hideRows } from "./hiding";
import * as pixels from "./pixels";
import type { Place } from "./place";
import * as read from "./readCells";
import { writeContents, writeFormulasR1C1, writeNumberFormats } from "./writeCells";

/** What a range's cells hold and where they stand: the properties of Excel's Range that are no objects. */
export abstract class RangeContent extends ExcelObject implements Place {
  readonly sheet: Sheet;
  readonly extent: Extent;

  constructor({ host, sheet, extent }: Place) {
    super(host);
    this.sheet = sheet;
    this.extent = extent;
  }

  get address(): string {
    return `${quotedSheet(this.sheet.name)}!${areaAddress(this.extent)}`;
  }
  get rowIndex(): number {
    return this.extent.row;
  }
  get columnIndex(): number {
    return this.extent.column;
  }
  get rowCount(): number {
    return this.extent.rows;
  }
  get columnCount(): number {
    return this.extent.columns;
  }
  /** -1 where there are more than a 32-bit number holds, as Excel answers. */
  get cellCount(): number {
    const count = this.extent.rows * this.extent.columns;
    return count > 2_147_483_647 ? -1 : count;
  }
  get isEntireColumn(): boolean {
    return this.extent.rows === ROWS;
  }
  get isEntireRow(): boolean {
    return this.extent.columns === COLUMNS;
  }

  get values(): unknown {
    return read.readValues(this);
  }
  set values(given: unknown) {
    writeContents(this, given);
  }
  get formulas(): unknown {
    return read.readFormulas(this);
  }
  set formulas(given: unknown) {
    writeContents(this, given);
  }
  get formulasR1C1(): unknown {
    return read.readFormulasR1C1(this);
  }
  set formulasR1C1(given: unknown) {
    writeFormulasR1C1(this, given);
  }
  get numberFormat(): unknown {
    return read.readNumberFormats(this);
  }
  set numberFormat(given: unknown) {
    writeNumberFormats(this, given);
  }
  get text(): unknown {
    return read.readText(this);
  }
  get valueTypes(): unknown {
    return read.readValueTypes(this);
  }
  get rowHidden(): boolean | null {
    const { row, rows } = this.extent;
    return common(rows, (offset) => this.sheet.rowHidden(row + offset));
  }
  set rowHidden(given: unknown) {
    hideRows(this, truth(given));
  }
  get columnHidden(): boolean | null {
    const { column, columns } = this.extent;
    return common(columns, (offset) => this.sheet.columnHidden(column + offset));
  }
  set columnHidden(given: unknown) {
    hideColumns(this, truth(given));
  }
  get hidden(): boolean | null {
    const either = [this.rowHidden, this.columnHidden];
    if (either.includes(true)) return true;
    return either.includes(null) ? null : false;
  }
  get addressLocal(): string {
    return this.address;
  }
  get formulasLocal(): unknown {
    return this.formulas;
  }
  set formulasLocal(given: unknown) {
    this.formulas = given;
  }
  get numberFormatLocal(): unknown {
    return this.numberFormat;
  }
  set numberFormatLocal(given: unknown) {
    this.numberFormat = given;
  }
  get numberFormatCategories(): unknown {
    return read.readCategories(this);
  }
  /** Formulas that spill are not computed here. */
  get hasSpill(): boolean {
    return false;
  }
  /** In points from the sheet's left edge. */
  get left(): number {
    return pixels.leftOf(this);
  }
  get top(): number {
    return pixels.topOf(this);
  }
  get width(): number {
    return pixels.widthOf(this);
  }
  get height(): number {
    return pixels.heightOf(this);
  }
}
