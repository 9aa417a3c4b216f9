import type { Extent } from "../xlsx/model";
import { areaAddress, COLUMNS, intersection, quotedSheet, ROWS } from "./address";
import { clearCells } from "./clearCells";
import { ConditionalFormatCollection } from "./conditionalFormatCollection";
import { copyCells } from "./copyCells";
import { DataValidation } from "./dataValidation";
import { ExcelCollection, ExcelObject } from "./excelObject";
import * as area from "./geometry";
import { truth } from "./given";
import type { Host } from "./host";
import type { Place } from "./place";
import { Range } from "./range";
import { RangeFormat } from "./rangeFormat";
import { Refusal } from "./refusal";
import { specialCells } from "./specialCells";
import { giveStyle, styleNameOf } from "./styles";
import { TableScopedCollection } from "./tableCollection";
import { usedArea } from "./usedArea";
import type { Worksheet } from "./worksheet";

/** https://learn.microsoft.com/javascript/api/excel/excel.rangecollection */
export class RangeCollection extends ExcelCollection<Range> {
  readonly className = "RangeCollection";
  protected readonly nameOf = (): undefined => undefined;
  private readonly ranges: readonly Range[];

  constructor(host: Host, ranges: readonly Range[]) {
    super(host);
    this.ranges = ranges;
  }

  get items(): readonly Range[] {
    return this.ranges;
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.rangeareas */
export class RangeAreas extends ExcelObject {
  readonly className = "RangeAreas";
  /** All of one sheet. */
  private readonly ranges: readonly Range[];

  constructor(host: Host, ranges: readonly Range[]) {
    super(host);
    this.ranges = ranges;
  }

  get address(): string {
    return this.ranges.map(({ sheet, extent }) => `${quotedSheet(sheet.name)}!${areaAddress(extent)}`).join(",");
  }
  get addressLocal(): string {
    return this.address;
  }
  get areaCount(): number {
    return this.ranges.length;
  }
  get cellCount(): number {
    const count = this.ranges.reduce((sum, { extent }) => sum + extent.rows * extent.columns, 0);
    return count > 2_147_483_647 ? -1 : count;
  }
  get areas(): RangeCollection {
    return new RangeCollection(this.host, this.ranges);
  }
  get isEntireColumn(): boolean {
    return this.ranges.every(({ extent }) => extent.rows === ROWS);
  }
  get isEntireRow(): boolean {
    return this.ranges.every(({ extent }) => extent.columns === COLUMNS);
  }
  get worksheet(): Worksheet {
    return this.first().worksheet;
  }
  get format(): RangeFormat {
    return new RangeFormat(this.place());
  }
  get style(): string | null {
    return styleNameOf(this.place());
  }
  set style(given: unknown) {
    giveStyle(this.place(), given);
  }
  get conditionalFormats(): ConditionalFormatCollection {
    return new ConditionalFormatCollection(this.place());
  }
  get dataValidation(): DataValidation {
    return new DataValidation(this.place());
  }

  /** Tables that any of the areas touches, or with `fullyContained` those that lie in one. */
  getTables(fullyContained?: unknown): TableScopedCollection {
    return new TableScopedCollection(this.host, this.ranges, truth(fullyContained ?? false));
  }
  calculate(): void {
    this.first().calculate();
  }
  setDirty(): void {
    this.first().setDirty();
  }
  clear(what?: unknown): void {
    for (const range of this.ranges) clearCells(range, what);
  }
  /** Areas are copied one by one to the same distance from the first target's first cell. */
  copyFrom(source: unknown, ...how: readonly unknown[]): void {
    const sources = source instanceof RangeAreas ? source.ranges : [this.first().sourceOf(source)];
    const [origin] = sources;
    if (origin === undefined) throw new Refusal("InvalidArgument");
    for (const target of this.ranges) {
      if (sources.length === 1) copyCells(target, origin, how);
      else for (const one of sources) copyCells(placed(target, one.extent, origin.extent), one, how);
    }
  }
  getEntireColumn(): RangeAreas {
    return this.each((extent) => [area.entireColumns(extent)]);
  }
  getEntireRow(): RangeAreas {
    return this.each((extent) => [area.entireRows(extent)]);
  }
  getOffsetRangeAreas(rows: unknown, columns: unknown): RangeAreas {
    return this.each((extent) => [area.offsetArea(extent, rows, columns)]);
  }
  getIntersection(other: unknown): RangeAreas {
    return found(this.getIntersectionOrNullObject(other));
  }
  getIntersectionOrNullObject(other: unknown): RangeAreas | undefined {
    const others = other instanceof RangeAreas ? other.ranges : [this.first().sourceOf(other)];
    if (others.some(({ sheet }) => sheet !== this.first().sheet)) throw new Refusal("InvalidArgument");
    return this.some((extent) => others.flatMap((one) => intersection(extent, one.extent) ?? []));
  }
  getSpecialCells(type: unknown, valueType?: unknown): RangeAreas {
    return found(this.getSpecialCellsOrNullObject(type, valueType));
  }
  getSpecialCellsOrNullObject(type: unknown, valueType?: unknown): RangeAreas | undefined {
    return this.some((extent) => specialCells({ ...this.place(), extent }, type, valueType));
  }
  getUsedRangeAreas(valuesOnly?: unknown): RangeAreas {
    return found(this.getUsedRangeAreasOrNullObject(valuesOnly));
  }
  getUsedRangeAreasOrNullObject(valuesOnly?: unknown): RangeAreas | undefined {
    return this.some((extent) => usedArea({ ...this.place(), extent }, valuesOnly === true) ?? []);
  }

  /** Where the areas lie; asked by what takes areas as an argument. */
  readonly extents = (): readonly Extent[] => this.ranges.map(({ extent }) => extent);
  private readonly first = (): Range => {
    const [first] = this.ranges;
    if (first === undefined) throw new Refusal("ItemNotFound");
    return first;
  };

  private readonly place = (): Place => {
    const { host, sheet, extent } = this.first();
    return { host, sheet, extent, areas: this.ranges.map((range) => range.extent) };
  };

  private each(of: (extent: Extent) => readonly Extent[]): RangeAreas {
    const { host, sheet } = this.first();
    const extents = this.ranges.flatMap((range) => of(range.extent));
    return new RangeAreas(
      host,
      extents.map((extent) => new Range({ host, sheet, extent })),
    );
  }

  private some(of: (extent: Extent) => Extent | readonly Extent[]): RangeAreas | undefined {
    const areas = this.each((extent) => [of(extent)].flat());
    return areas.areaCount === 0 ? undefined : areas;
  }
}

/** Where a part of a source of several areas goes. */
function placed(target: Range, part: Extent, origin: Extent): Place {
  const row = target.extent.row + part.row - origin.row;
  const column = target.extent.column + part.column - origin.column;
  return { host: target.host, sheet: target.sheet, extent: { row, column, rows: 1, columns: 1 } };
}

function found(areas: RangeAreas | undefined): RangeAreas {
  if (areas === undefined) throw new Refusal("ItemNotFound");
  return areas;
}
