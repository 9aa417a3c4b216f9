import type { Extent, Sheet } from "../xlsx/model";
import { areaAddress, boundingArea, COLUMNS, intersection, quotedSheet, ROWS } from "./address";
import { clearCells } from "./clearCells";
import { mergeCells, unmergeCells } from "./mergeCells";
import { common } from "./common";
import { ConditionalFormatCollection } from "./conditionalFormatCollection";
import { DataValidation } from "./dataValidation";
import { ExcelObject } from "./excelObject";
import * as area from "./geometry";
import type { Place } from "./place";
import { RangeAreas } from "./rangeAreas";
import { RangeFormat } from "./rangeFormat";
import * as read from "./readCells";
import { Refusal } from "./refusal";
import { usedArea } from "./usedArea";
import { Worksheet } from "./worksheet";
import { checkShape, writeContents, writeFormulasR1C1, writeNumberFormats } from "./writeCells";

/** https://learn.microsoft.com/javascript/api/excel/excel.range */
export class Range extends ExcelObject implements Place {
  readonly className = "Range";
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
  get columnHidden(): boolean | null {
    const { column, columns } = this.extent;
    return common(columns, (offset) => this.sheet.columnHidden(column + offset));
  }
  get hidden(): boolean | null {
    const either = [this.rowHidden, this.columnHidden];
    if (either.includes(true)) return true;
    return either.includes(null) ? null : false;
  }

  get worksheet(): Worksheet {
    return new Worksheet(this.host, this.sheet);
  }
  get format(): RangeFormat {
    return new RangeFormat(this);
  }
  get conditionalFormats(): ConditionalFormatCollection {
    return new ConditionalFormatCollection(this);
  }
  get dataValidation(): DataValidation {
    return new DataValidation(this);
  }

  getCell(row: unknown, column: unknown): Range {
    return at(this, area.cellOf(this.extent, row, column));
  }
  getRow(row: unknown): Range {
    return at(this, area.rowOf(this.extent, row));
  }
  getColumn(column: unknown): Range {
    return at(this, area.columnOf(this.extent, column));
  }
  getLastCell(): Range {
    return this.getCell(this.extent.rows - 1, this.extent.columns - 1);
  }
  getLastRow(): Range {
    return this.getRow(this.extent.rows - 1);
  }
  getLastColumn(): Range {
    return this.getColumn(this.extent.columns - 1);
  }
  getEntireRow(): Range {
    return at(this, area.entireRows(this.extent));
  }
  getEntireColumn(): Range {
    return at(this, area.entireColumns(this.extent));
  }
  getOffsetRange(rows: unknown, columns: unknown): Range {
    return at(this, area.offsetArea(this.extent, rows, columns));
  }
  getResizedRange(rows: unknown, columns: unknown): Range {
    return at(this, area.resizedArea(this.extent, rows, columns));
  }
  getAbsoluteResizedRange(rows: unknown, columns: unknown): Range {
    const { extent } = this;
    return at(this, area.resizedArea({ ...extent, rows: 0, columns: 0 }, rows, columns));
  }
  getBoundingRect(other: unknown): Range {
    return at(this, boundingArea(this.extent, otherArea(this, other)));
  }
  getIntersection(other: unknown): Range {
    const found = this.getIntersectionOrNullObject(other);
    if (found === undefined) throw new Refusal("ItemNotFound");
    return found;
  }
  getIntersectionOrNullObject(other: unknown): Range | undefined {
    const shared = intersection(this.extent, otherArea(this, other));
    return shared && at(this, shared);
  }
  getUsedRange(valuesOnly?: unknown): Range {
    const found = this.getUsedRangeOrNullObject(valuesOnly);
    if (found === undefined) throw new Refusal("ItemNotFound");
    return found;
  }
  getUsedRangeOrNullObject(valuesOnly?: unknown): Range | undefined {
    const used = usedArea(this, valuesOnly === true);
    return used && at(this, used);
  }
  getMergedAreasOrNullObject(): RangeAreas | undefined {
    const merges = this.sheet.merges.filter((merge) => intersection(merge, this.extent) !== undefined);
    if (merges.length === 0) return undefined;
    return new RangeAreas(
      this.host,
      merges.map((merge) => at(this, merge)),
    );
  }

  merge(across?: unknown): void {
    mergeCells(this, across);
  }
  unmerge(): void {
    unmergeCells(this);
  }
  clear(what?: unknown): void {
    clearCells(this, what);
  }
  select(): void {
    this.host.select(this);
  }
  calculate(): void {
    this.host.calculate();
  }
  /** Asked by the client before it cuts a large array into pieces. */
  _ValidateArraySize(rows: unknown, columns: unknown): void {
    const { extent } = this;
    if (rows !== extent.rows || columns !== extent.columns) checkShape([], { ...extent, rows: extent.rows || 1 });
  }
}

function at({ host, sheet }: Place, extent: Extent): Range {
  return new Range({ host, sheet, extent });
}

/** The area of another range on the same sheet, given as an object or by its address. */
function otherArea(range: Range, other: unknown): Extent {
  const found = typeof other === "string" ? range.worksheet.getRange(other) : other;
  if (!(found instanceof Range) || found.sheet !== range.sheet) throw new Refusal("InvalidArgument");
  return found.extent;
}
