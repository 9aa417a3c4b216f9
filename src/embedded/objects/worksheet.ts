import type { FilterState, Sheet } from "../xlsx/model";
import { onSheet, parseArea, splitSheet, wholeSheet } from "./address";
import { AutoFilter } from "./autoFilter";
import { ExcelCollection, ExcelObject, sameName } from "./excelObject";
import { text, whole } from "./given";
import type { Host } from "./host";
import { NamedItemCollection } from "./namedItem";
import { PageBreakCollection } from "./pageBreaks";
import { PageLayout } from "./pageLayout";
import { Range } from "./range";
import { Refusal } from "./refusal";
import { checkSheetName } from "./sheetName";
import { TableCollection } from "./table";
import { WorksheetFreezePanes } from "./freezePanes";
import { WorksheetProtection } from "./protection";

const visibilities = { visible: "Visible", hidden: "Hidden", veryHidden: "VeryHidden" } as const;

/** https://learn.microsoft.com/javascript/api/excel/excel.worksheet */
export class Worksheet extends ExcelObject {
  readonly className = "Worksheet";
  readonly sheet: Sheet;

  constructor(host: Host, sheet: Sheet) {
    super(host, sheet.id);
    this.sheet = sheet;
  }

  get id(): string {
    return this.sheet.id;
  }
  get name(): string {
    return this.sheet.name;
  }
  get position(): number {
    return this.host.book.sheets.indexOf(this.sheet);
  }
  get visibility(): string {
    return visibilities[this.sheet.visibility];
  }
  get worksheet(): this {
    return this;
  }
  get autoFilter(): AutoFilter {
    return new AutoFilter(this);
  }
  get tables(): TableCollection {
    return new TableCollection(this.host, [this.sheet]);
  }
  get names(): NamedItemCollection {
    return new NamedItemCollection(this.host, this.sheet.name);
  }
  get protection(): WorksheetProtection {
    return new WorksheetProtection(this.host, this.sheet);
  }
  get freezePanes(): WorksheetFreezePanes {
    return new WorksheetFreezePanes(this.host, this.sheet);
  }
  get pageLayout(): PageLayout {
    return new PageLayout(this.host, this.sheet);
  }
  get horizontalPageBreaks(): PageBreakCollection {
    return new PageBreakCollection(this.host, this.sheet);
  }

  getRange(address?: unknown): Range {
    if (address === undefined || address === null || address === "") return this.area(wholeSheet);
    const { sheet, rest } = splitSheet(text(address));
    const extent = parseArea(rest);
    if (extent === undefined || (sheet !== undefined && !sameName(sheet, this.sheet.name))) {
      throw new Refusal("InvalidArgument");
    }
    return this.area(extent);
  }
  /** A range of any sheet, as an address with or without one names it; asked by other ranges alone. */
  readonly anyRange = (address: string): Range => {
    const { sheet: name } = splitSheet(address);
    const sheet = this.host.book.sheets.find((one) => name === undefined || sameName(one.name, name));
    if (name === undefined || sheet === undefined) return this.getRange(address);
    return new Worksheet(this.host, sheet).getRange(address);
  };
  getRangeByIndexes(...given: readonly unknown[]): Range {
    const [row = 0, column = 0, rows = 0, columns = 0] = given.map((index) => whole(index));
    return this.area(onSheet({ row, column, rows, columns }));
  }
  getCell(row: unknown, column: unknown): Range {
    return this.getRangeByIndexes(row, column, 1, 1);
  }
  /** The first cell of a sheet that has nothing. */
  getUsedRange(valuesOnly?: unknown): Range {
    return this.getUsedRangeOrNullObject(valuesOnly) ?? this.getCell(0, 0);
  }
  getUsedRangeOrNullObject(valuesOnly?: unknown): Range | undefined {
    return this.area(wholeSheet).getUsedRangeOrNullObject(valuesOnly);
  }

  activate(): void {
    if (this.sheet.visibility !== "visible") throw new Refusal("InvalidOperation");
    this.host.show(this.sheet);
  }
  calculate(): void {
    this.host.calculate();
  }
  /** A workbook keeps at least one sheet that is seen. */
  delete(): void {
    const { book } = this.host;
    if (book.isStructureProtected) throw new Refusal("AccessDenied");
    const others = book.sheets.filter((sheet) => sheet !== this.sheet && sheet.visibility === "visible");
    if (others.length === 0 || this.sheet.visibility === "veryHidden") throw new Refusal("InvalidOperation");
    book.deleteSheet(this.sheet);
    this.host.touch();
  }

  /** What the sheet's filter hides; asked by its filter alone. */
  readonly filterOf = (): FilterState | undefined => this.sheet.filter;

  private area(extent: Range["extent"]): Range {
    return new Range({ host: this.host, sheet: this.sheet, extent });
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.worksheetcollection */
export class WorksheetCollection extends ExcelCollection<Worksheet> {
  readonly className = "WorksheetCollection";
  protected readonly nameOf = ({ name }: Worksheet): string => name;

  get items(): readonly Worksheet[] {
    const { host } = this;
    return host.book.sheets.filter(({ isWorksheet }) => isWorksheet).map((sheet) => new Worksheet(host, sheet));
  }

  /** A name of Excel's own where none is given. */
  add(given?: unknown): Worksheet {
    const { book } = this.host;
    if (book.isStructureProtected) throw new Refusal("AccessDenied");
    const others = book.sheets.map(({ name }) => name);
    const sheet = book.addSheet(
      given === undefined || given === null ? freeName(others) : checkSheetName(text(given), others),
    );
    this.host.touch();
    return new Worksheet(this.host, sheet);
  }
  getActiveWorksheet(): Worksheet {
    return new Worksheet(this.host, this.host.book.activeSheet);
  }
  getFirst(visibleOnly?: unknown): Worksheet {
    return this.among(visibleOnly).at(0) ?? this.getItemAt(0);
  }
  getLast(visibleOnly?: unknown): Worksheet {
    return this.among(visibleOnly).at(-1) ?? this.getItemAt(0);
  }
  private among(visibleOnly: unknown): readonly Worksheet[] {
    return visibleOnly === true ? this.items.filter(({ visibility }) => visibility === "Visible") : this.items;
  }
  override getCount(visibleOnly?: unknown): number {
    return visibleOnly === true
      ? this.items.filter(({ visibility }) => visibility === visibilities.visible).length
      : this.items.length;
  }
}

function freeName(others: readonly string[]): string {
  let number = others.length + 1;
  while (others.some((other) => sameName(other, `Sheet${String(number)}`))) number += 1;
  return `Sheet${String(number)}`;
}
