import type { FilterState } from "../xlsx/model";
import { onSheet, parseArea, splitSheet, wholeSheet } from "./address";
import { AutoFilter } from "./autoFilter";
import { ExcelCollection, sameName } from "./excelObject";
import { text, whole } from "./given";
import { NamedItemCollection } from "./namedItem";
import { showLevels } from "./outlineCells";
import { PageBreakCollection } from "./pageBreaks";
import { PageLayout } from "./pageLayout";
import { unprotected } from "./place";
import { Range } from "./range";
import { Refusal } from "./refusal";
import { checkSheetName } from "./sheetName";
import { TableCollection } from "./tableCollection";
import { WorksheetCustomPropertyCollection } from "./worksheetCustomProperty";
import { WorksheetFreezePanes } from "./freezePanes";
import { WorksheetProtection } from "./protection";
import { copySheet } from "./copySheet";
import { WorksheetState } from "./worksheetState";
import { RangeAreas } from "./rangeAreas";
import { findCells, replaceAll } from "./findCells";
import { joined } from "./joinCells";

/** https://learn.microsoft.com/javascript/api/excel/excel.worksheet */
export class Worksheet extends WorksheetState {
  readonly className = "Worksheet";

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
  get customProperties(): WorksheetCustomPropertyCollection {
    return new WorksheetCustomPropertyCollection(this.host, this.sheet);
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

  /** Areas at addresses that are separated by commas; the used cells of the sheet where none is given. */
  getRanges(addresses?: unknown): RangeAreas {
    if (addresses === undefined || addresses === null) return new RangeAreas(this.host, [this.area(wholeSheet)]);
    const parts = text(addresses).split(/,(?=(?:[^']*'[^']*')*[^']*$)/);
    return new RangeAreas(
      this.host,
      parts.map((part) => this.getRange(part.trim())),
    );
  }
  findAll(what: unknown, criteria: unknown): RangeAreas {
    const found = this.findAllOrNullObject(what, criteria);
    if (found === undefined) throw new Refusal("ItemNotFound");
    return found;
  }
  findAllOrNullObject(what: unknown, criteria: unknown): RangeAreas | undefined {
    const found = findCells(this.area(wholeSheet), what, criteria);
    const used = this.sheet.used(true);
    if (found.length === 0 || used === undefined) return undefined;
    const hits = new Set(found.map(({ row, column }) => `${String(row)} ${String(column)}`));
    const areas = joined(used, (row, column) => hits.has(`${String(row)} ${String(column)}`));
    return new RangeAreas(
      this.host,
      areas.map((extent) => this.area(extent)),
    );
  }
  replaceAll(what: unknown, replacement: unknown, criteria: unknown): number {
    return replaceAll(this.area(wholeSheet), { text: what, replacement, criteria });
  }
  getNext(visibleOnly?: unknown): Worksheet {
    return found(this.getNextOrNullObject(visibleOnly));
  }
  getNextOrNullObject(visibleOnly?: unknown): Worksheet | undefined {
    return this.neighbours(visibleOnly).find(({ position }) => position > this.position);
  }
  getPrevious(visibleOnly?: unknown): Worksheet {
    return found(this.getPreviousOrNullObject(visibleOnly));
  }
  getPreviousOrNullObject(visibleOnly?: unknown): Worksheet | undefined {
    return [...this.neighbours(visibleOnly)].reverse().find(({ position }) => position < this.position);
  }
  copy(place?: unknown, relativeTo?: unknown): Worksheet {
    const other = relativeTo instanceof Worksheet ? relativeTo.sheet : undefined;
    const sheet = copySheet(this.host, this.sheet, { place: place ?? "None", relativeTo: other });
    return new Worksheet(this.host, sheet);
  }
  get verticalPageBreaks(): PageBreakCollection {
    return new PageBreakCollection(this.host, this.sheet, "columnBreaks");
  }
  private neighbours(visibleOnly: unknown): readonly Worksheet[] {
    const { items } = new WorksheetCollection(this.host);
    return visibleOnly === true ? items.filter(({ visibility }) => visibility === "Visible") : items;
  }

  /** Shows outlines up to a level: 1 all groups closed, 0 as they are. */
  showOutlineLevels(rowLevels: unknown, columnLevels?: unknown): void {
    unprotected(this.sheet);
    const place = { host: this.host, sheet: this.sheet, extent: wholeSheet };
    showLevels(place, "row", whole(rowLevels, 0));
    showLevels(place, "column", whole(columnLevels, 0));
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
    this.host.events.raise("deleted", this.sheet.id, { worksheetId: this.sheet.id });
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
    this.host.events.raise("added", sheet.id, { worksheetId: sheet.id });
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
    return this.among(visibleOnly).length;
  }
}

function found(sheet: Worksheet | undefined): Worksheet {
  if (sheet === undefined) throw new Refusal("ItemNotFound");
  return sheet;
}

function freeName(others: readonly string[]): string {
  let number = others.length + 1;
  while (others.some((other) => sameName(other, `Sheet${String(number)}`))) number += 1;
  return `Sheet${String(number)}`;
}
