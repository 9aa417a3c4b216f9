import { intersection } from "./address";
import { listFor, readProperties, writeProperties } from "./cellProperties";
import { clearCells } from "./clearCells";
import { ConditionalFormatCollection } from "./conditionalFormatCollection";
import { copyCells, moveCells } from "./copyCells";
import { fillCells } from "./fillCells";
import { DataValidation } from "./dataValidation";
import { findCells, replaceAll } from "./findCells";
import { mergeCells, unmergeCells } from "./mergeCells";
import { group, showDetails } from "./outlineCells";
import { RangeAreas } from "./rangeAreas";
import { RangeFormat } from "./rangeFormat";
import { RangeGeometry } from "./rangeGeometry";
import { readLink, writeLink } from "./rangeLink";
import { RangeSort } from "./rangeSort";
import { RangeView } from "./rangeView";
import { Refusal } from "./refusal";
import { removeDuplicates, type RemoveDuplicatesResult } from "./removeDuplicates";
import { deleteCells, insertCells } from "./shiftCells";
import { specialCells } from "./specialCells";
import { giveStyle, styleNameOf } from "./styles";
import { TableScopedCollection } from "./tableCollection";
import { truth } from "./given";
import { Worksheet } from "./worksheet";
import { checkShape } from "./writeCells";

/** Cells of which properties can be told or set one by one. */
const MOST_CELLS = 100_000;

/** https://learn.microsoft.com/javascript/api/excel/excel.range */
export class Range extends RangeGeometry {
  readonly className = "Range";

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
  get hyperlink(): object | null {
    return readLink(this);
  }
  set hyperlink(given: unknown) {
    writeLink(this, given);
  }
  get style(): string | null {
    return styleNameOf(this);
  }
  set style(given: unknown) {
    giveStyle(this, given);
  }
  get sort(): RangeSort {
    return new RangeSort(this);
  }

  getMergedAreasOrNullObject(): RangeAreas | undefined {
    const merges = this.sheet.merges.filter((merge) => intersection(merge, this.extent) !== undefined);
    if (merges.length === 0) return undefined;
    return new RangeAreas(
      this.host,
      merges.map((merge) => this.at(merge)),
    );
  }
  /** Tables that the range touches, or with `fullyContained` those that lie in it. */
  getTables(fullyContained?: unknown): TableScopedCollection {
    return new TableScopedCollection(this.host, [this], truth(fullyContained ?? false));
  }
  getVisibleView(): RangeView {
    return new RangeView(this);
  }
  getSpecialCells(type: unknown, valueType?: unknown): RangeAreas {
    const found = this.getSpecialCellsOrNullObject(type, valueType);
    if (found === undefined) throw new Refusal("ItemNotFound");
    return found;
  }
  getSpecialCellsOrNullObject(type: unknown, valueType?: unknown): RangeAreas | undefined {
    const found = specialCells(this, type, valueType).map((extent) => this.at(extent));
    return found.length === 0 ? undefined : new RangeAreas(this.host, found);
  }
  find(text: unknown, criteria?: unknown): Range {
    const found = this.findOrNullObject(text, criteria);
    if (found === undefined) throw new Refusal("ItemNotFound");
    return found;
  }
  findOrNullObject(text: unknown, criteria?: unknown): Range | undefined {
    const [first] = findCells(this, text, criteria);
    return first && this.at({ ...first, rows: 1, columns: 1 });
  }
  replaceAll(text: unknown, replacement: unknown, criteria?: unknown): number {
    return replaceAll(this, { text, replacement, criteria });
  }
  removeDuplicates(columns: unknown, includesHeader?: unknown): RemoveDuplicatesResult {
    return removeDuplicates(this, columns, includesHeader);
  }
  copyFrom(source: unknown, ...how: readonly unknown[]): void {
    copyCells(this, this.sourceOf(source), how);
  }
  moveTo(target: unknown): void {
    moveCells(this, this.sourceOf(target));
  }
  insert(shift: unknown): this {
    insertCells(this, shift);
    return this;
  }
  delete(shift: unknown): void {
    deleteCells(this, shift);
  }
  autoFill(target: unknown, type?: unknown): void {
    fillCells(this, this.areaOf(target), type);
  }

  getCellProperties(wanted: unknown): unknown {
    return this.cells((cell) => readProperties(cell, wanted));
  }
  getRowProperties(wanted: unknown): unknown {
    return this.rows().map((row) => readProperties(row, wanted));
  }
  getColumnProperties(wanted: unknown): unknown {
    return this.columns().map((column) => readProperties(column, wanted));
  }
  setCellProperties(given: unknown): void {
    const lines = listFor(given, this.extent.rows).map((line) => listFor(line, this.extent.columns));
    this.cells((cell, down, right) => {
      writeProperties(cell, lines[down]?.[right]);
    });
  }
  setRowProperties(given: unknown): void {
    const list = listFor(given, this.extent.rows);
    this.rows().forEach((row, index) => {
      writeProperties(row, list[index]);
    });
  }
  setColumnProperties(given: unknown): void {
    const list = listFor(given, this.extent.columns);
    this.columns().forEach((column, index) => {
      writeProperties(column, list[index]);
    });
  }
  group(option: unknown): void {
    group(this, option, 1);
  }
  ungroup(option: unknown): void {
    group(this, option, -1);
  }
  showGroupDetails(option: unknown): void {
    showDetails(this, option, true);
  }
  hideGroupDetails(option: unknown): void {
    showDetails(this, option, false);
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
  /** Formulas are computed when somebody looks. */
  setDirty(): void {
    this.host.touch();
  }
  /** Asked by the client before it cuts a large array into pieces. */
  _ValidateArraySize(rows: unknown, columns: unknown): void {
    const { extent } = this;
    if (rows !== extent.rows || columns !== extent.columns) checkShape([], { ...extent, rows: extent.rows || 1 });
  }

  private readonly cells = <Answer>(of: (cell: Range, down: number, right: number) => Answer): Answer[][] => {
    const { rows, columns } = this.extent;
    if (rows * columns > MOST_CELLS) throw new Refusal("InvalidArgument");
    return Array.from({ length: rows }, (_, down) =>
      Array.from({ length: columns }, (_cell, right) => of(this.getCell(down, right), down, right)),
    );
  };
  private readonly rows = (): readonly Range[] => {
    if (this.isEntireColumn) throw new Refusal("InvalidArgument");
    return Array.from({ length: this.extent.rows }, (_, down) => this.getRow(down).getEntireRow());
  };
  private readonly columns = (): readonly Range[] => {
    if (this.isEntireRow) throw new Refusal("InvalidArgument");
    return Array.from({ length: this.extent.columns }, (_, right) => this.getColumn(right).getEntireColumn());
  };

  protected addressed(address: string): Range {
    return this.worksheet.getRange(address);
  }

  /** A range of any sheet, by its address or as an object. */
  readonly sourceOf = (given: unknown): Range => {
    const found = typeof given === "string" ? this.worksheet.anyRange(given) : given;
    if (!(found instanceof Range)) throw new Refusal("InvalidArgument");
    return found;
  };
}
