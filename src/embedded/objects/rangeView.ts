import { ExcelCollection, ExcelObject } from "./excelObject";
import type { Extent } from "../xlsx/model";
import { areaAddress, intersection } from "./address";
import type { Place } from "./place";
import { Range } from "./range";
import * as read from "./readCells";
import { Refusal } from "./refusal";

type Reader = (place: Place) => readonly (readonly unknown[])[] | null;

/** https://learn.microsoft.com/javascript/api/excel/excel.rangeview: the cells of a range that are not hidden. */
export class RangeView extends ExcelObject {
  readonly className = "RangeView";
  private readonly place: Place;
  private readonly position: number;

  constructor(place: Place, position = 0) {
    super(place.host);
    this.place = place;
    this.position = position;
  }

  private get visibleRows(): readonly number[] {
    const { sheet, extent } = this.place;
    const used = sheet.used(false);
    const area = used && intersection(used, extent);
    const end = area === undefined ? 0 : area.row + area.rows;
    const rows = Math.min(extent.rows, Math.max(end - extent.row, Math.min(extent.rows, 10_000)));
    return Array.from({ length: rows }, (_, down) => down).filter((down) => !sheet.rowHidden(extent.row + down));
  }
  private get visibleColumns(): readonly number[] {
    const { sheet, extent } = this.place;
    const all = Array.from({ length: extent.columns }, (_, right) => right);
    return all.filter((right) => !sheet.columnHidden(extent.column + right));
  }
  private seen(reader: Reader): readonly (readonly unknown[])[] | null {
    const grid = reader(this.place);
    const columns = this.visibleColumns;
    return grid && this.visibleRows.map((down) => columns.map((right) => grid[down]?.[right] ?? ""));
  }

  get values(): unknown {
    return this.seen(read.readValues);
  }
  get formulas(): unknown {
    return this.seen(read.readFormulas);
  }
  get formulasLocal(): unknown {
    return this.formulas;
  }
  get formulasR1C1(): unknown {
    return this.seen(read.readFormulasR1C1);
  }
  get text(): unknown {
    return this.seen(read.readText);
  }
  get numberFormat(): unknown {
    return this.seen(read.readNumberFormats);
  }
  get valueTypes(): unknown {
    return this.seen(read.readValueTypes);
  }
  get cellAddresses(): unknown {
    const { row, column } = this.place.extent;
    const at = (down: number, right: number): Extent => ({
      row: row + down,
      column: column + right,
      rows: 1,
      columns: 1,
    });
    const columns = this.visibleColumns;
    const whole = new Range(this.place).address.replace(/![^!]*$/, "!");
    return this.visibleRows.map((down) => columns.map((right) => whole + areaAddress(at(down, right))));
  }
  get rowCount(): number {
    return this.visibleRows.length;
  }
  get columnCount(): number {
    return this.visibleColumns.length;
  }
  /** Of a row of a view, its place among the visible ones. */
  get index(): number {
    return this.position;
  }
  get rows(): RangeViewCollection {
    return new RangeViewCollection(this.place, this.visibleRows);
  }
  getRange(): Range {
    if (this.rowCount === 0) throw new Refusal("ItemNotFound");
    return new Range(this.place);
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.rangeviewcollection: the visible rows. */
export class RangeViewCollection extends ExcelCollection<RangeView> {
  readonly className = "RangeViewCollection";
  protected readonly nameOf = (): undefined => undefined;
  private readonly place: Place;
  private readonly rows: readonly number[];

  constructor(place: Place, rows: readonly number[]) {
    super(place.host);
    this.place = place;
    this.rows = rows;
  }

  get items(): readonly RangeView[] {
    const { host, sheet, extent } = this.place;
    return this.rows.map(
      (down, index) => new RangeView({ host, sheet, extent: { ...extent, row: extent.row + down, rows: 1 } }, index),
    );
  }
}
