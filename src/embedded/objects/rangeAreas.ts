import { areaAddress, quotedSheet } from "./address";
import { ExcelCollection, ExcelObject } from "./excelObject";
import type { Host } from "./host";
import type { Range } from "./range";

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
  private readonly ranges: readonly Range[];

  constructor(host: Host, ranges: readonly Range[]) {
    super(host);
    this.ranges = ranges;
  }

  get address(): string {
    return this.ranges.map(({ sheet, extent }) => `${quotedSheet(sheet.name)}!${areaAddress(extent)}`).join(",");
  }
  get areaCount(): number {
    return this.ranges.length;
  }
  get cellCount(): number {
    return this.ranges.reduce((sum, { extent }) => sum + extent.rows * extent.columns, 0);
  }
  get areas(): RangeCollection {
    return new RangeCollection(this.host, this.ranges);
  }
}
