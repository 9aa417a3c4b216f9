import { criterionXml, readCriterion } from "../xlsx/filterCriteria";
import type { FilterColumns } from "../xlsx/model";
import { bodyOf } from "./changeTable";
import { ExcelObject } from "./excelObject";
import { criterionOf, described } from "./filterCriteria";
import { planFilter } from "./filterRows";
import { unprotected } from "./place";
import { Refusal } from "./refusal";
import type { Table } from "./table";

/** Gives a table's columns other criteria, and hides the rows that they do not show. */
export function filterTable(target: Table, columns: FilterColumns): void {
  const { host, sheet, table } = target.standing();
  unprotected(sheet, "autoFilter");
  if (!table.headerRow) throw new Refusal("InvalidOperation");
  const hide = planFilter({ host, sheet, extent: bodyOf(table) }, columns);
  target.setFilterOf(columns);
  hide();
}

/** https://learn.microsoft.com/javascript/api/excel/excel.filter: what a table's column is filtered by. */
export class Filter extends ExcelObject {
  readonly className = "Filter";
  private readonly table: Table;
  private readonly place: () => number;

  /** `place` tells where the column stands in the table. */
  constructor(table: Table, place: () => number) {
    super(table.host);
    this.table = table;
    this.place = place;
  }

  /** Null where the column is not filtered. */
  get criteria(): object | null {
    const xml = this.table.standing().table.filterColumns.get(this.place());
    const criterion = xml === undefined ? undefined : readCriterion(xml);
    return criterion === undefined ? null : described(this.host, criterion);
  }

  apply(criteria: unknown): void {
    this.set(criterionXml(criterionOf(this.host, criteria)));
  }
  applyBottomItemsFilter(count: unknown): void {
    this.apply({ filterOn: "BottomItems", criterion1: count });
  }
  applyBottomPercentFilter(percent: unknown): void {
    this.apply({ filterOn: "BottomPercent", criterion1: percent });
  }
  applyCellColorFilter(color: unknown): void {
    this.apply({ filterOn: "CellColor", color });
  }
  applyCustomFilter(first: unknown, second?: unknown, operator?: unknown): void {
    this.apply({ filterOn: "Custom", criterion1: first, criterion2: second, operator });
  }
  applyDynamicFilter(criteria: unknown): void {
    this.apply({ filterOn: "Dynamic", dynamicCriteria: criteria });
  }
  applyFontColorFilter(color: unknown): void {
    this.apply({ filterOn: "FontColor", color });
  }
  /** Refused by name: sets of icons are not computed. */
  applyIconFilter(icon: unknown): void {
    this.apply({ filterOn: "Icon", icon });
  }
  applyTopItemsFilter(count: unknown): void {
    this.apply({ filterOn: "TopItems", criterion1: count });
  }
  applyTopPercentFilter(percent: unknown): void {
    this.apply({ filterOn: "TopPercent", criterion1: percent });
  }
  applyValuesFilter(values: unknown): void {
    this.apply({ filterOn: "Values", values });
  }
  clear(): void {
    this.set(undefined);
  }

  private set(xml: string | undefined): void {
    const columns = new Map(this.table.standing().table.filterColumns);
    if (xml === undefined) columns.delete(this.place());
    else columns.set(this.place(), xml);
    filterTable(this.table, columns);
  }
}
