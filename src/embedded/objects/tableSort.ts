/* eslint-disable @typescript-eslint/class-literal-property-style -- members are found as accessors of the class */
import { bodyOf } from "./changeTable";
import { ExcelObject } from "./excelObject";
import { truth } from "./given";
import { sortLines } from "./rangeSort";
import { Refusal } from "./refusal";
import type { Table } from "./table";

/** What a table was sorted by last. */
interface Sorted {
  readonly fields: readonly unknown[];
  readonly matchCase: boolean;
}

/** Of each open workbook's tables; the order of the rows alone stands in the file. */
const known = new WeakMap<object, Map<number, Sorted>>();

/** https://learn.microsoft.com/javascript/api/excel/excel.tablesort */
export class TableSort extends ExcelObject {
  readonly className = "TableSort";
  private readonly table: Table;

  constructor(table: Table) {
    super(table.host);
    this.table = table;
  }

  private get sorts(): Map<number, Sorted> {
    const sorts = known.get(this.host) ?? new Map<number, Sorted>();
    known.set(this.host, sorts);
    return sorts;
  }
  private get last(): Sorted | undefined {
    return this.sorts.get(this.table.standing().table.id);
  }

  get fields(): readonly unknown[] {
    return this.last?.fields ?? [];
  }
  get matchCase(): boolean {
    return this.last?.matchCase ?? false;
  }
  /** Chinese is sorted by its sound; the order by strokes is not served. */
  get method(): string {
    return "PinYin";
  }

  apply(fields: unknown, matchCase?: unknown): void {
    const { host, sheet, table } = this.table.standing();
    sortLines({ host, sheet, extent: bodyOf(table) }, { fields, matchCase });
    this.sorts.set(table.id, { fields: fields as readonly unknown[], matchCase: truth(matchCase ?? false) });
  }
  reapply(): void {
    const sorted = this.last;
    if (sorted === undefined) throw new Refusal("InvalidOperation");
    this.apply(sorted.fields, sorted.matchCase);
  }
  /** The rows stay where they are. */
  clear(): void {
    this.sorts.delete(this.table.standing().table.id);
  }
}
