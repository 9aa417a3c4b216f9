import { areaText, parseArea, parseAreas } from "./areas";
import { formulasIn, formulasR1c1In, stylesIn, valuesIn } from "./cellGrid";
import { Cells } from "./cells";
import { Columns } from "./columns";
import { FileCells } from "./fileCells";
import { FormatRules } from "./formatRules";
import type {
  CellState,
  DataValidation,
  Extent,
  FilterState,
  FormatRule,
  Scalar,
  Sheet,
  StoredFormula,
  TableState,
} from "./model";
import { Output } from "./output";
import { RowWriter } from "./rowWriter";
import { splitSheet } from "./splitSheet";
import { scanCells } from "./scan";
import type { SharedStrings } from "./sharedStrings";
import { SheetXml } from "./sheetXml";
import type { Styles } from "./styles";
import { readTable, renameTableColumn, resizeTable } from "./tables";
import { listValidations, setValidation } from "./validations";
import { childOf, childrenOf } from "./xml";
import type { Archive } from "./zip";

/** Where the sheet stands in the file, and what it shares with the others. */
export interface SheetPlace {
  readonly id: string;
  readonly part: string;
  readonly relationId: string;
  readonly archive: Archive;
  readonly styles: Styles;
  readonly strings: SharedStrings;
  /** Full names of the parts of its tables. */
  readonly tableParts: readonly string[];
}

/** What the workbook part says of a sheet. */
export interface SheetEntry {
  name: string;
  visibility: Sheet["visibility"];
}

/** One worksheet of an opened file. */
export class Worksheet implements Sheet {
  readonly isWorksheet = true;
  readonly place: SheetPlace;
  private readonly entry: SheetEntry;
  private readonly xml: SheetXml;
  private readonly cells: Cells;
  private readonly columns: Columns;
  private readonly rules: FormatRules;
  private readonly heights = new Map<number, number | undefined>();
  private readonly tablesKnown = new Map<string, TableState>();

  constructor(place: SheetPlace, entry: SheetEntry) {
    this.place = place;
    this.entry = entry;
    const { head, data, tail } = splitSheet(place.archive.read(place.part), place.part);
    this.xml = new SheetXml(head, tail, place.part);
    this.columns = new Columns(this.xml);
    const file = new FileCells(scanCells(data, place.part), place.strings);
    this.cells = new Cells(file, (column) => this.columns.style(column));
    this.rules = new FormatRules(this.xml, place.styles);
  }

  get id(): string {
    return this.place.id;
  }

  get name(): string {
    return this.entry.name;
  }

  get visibility(): Sheet["visibility"] {
    return this.entry.visibility;
  }

  get isProtected(): boolean {
    return ["1", "true"].includes(this.xml.element("sheetProtection")?.attributes.get("sheet") ?? "");
  }

  get formulasChanged(): boolean {
    return this.cells.formulasChanged;
  }

  cell(row: number, column: number): CellState {
    return this.cells.state(row, column);
  }

  values(area: Extent): (Scalar | undefined)[][] {
    return valuesIn(this.cells, area);
  }

  formulas(area: Extent): (Scalar | undefined)[][] {
    return formulasIn(this.cells, area);
  }

  formulasR1c1(area: Extent): (Scalar | undefined)[][] {
    return formulasR1c1In(this.cells, area);
  }

  formulaR1c1(row: number, column: number): string | undefined {
    return this.cells.formulaR1c1(row, column);
  }

  styles(area: Extent): number[][] {
    return stylesIn(this.cells, area);
  }

  setValue(row: number, column: number, value: Scalar | undefined): void {
    this.cells.write(row, column, { value });
  }

  setFormula(row: number, column: number, formula: StoredFormula, result: Scalar | undefined): void {
    this.cells.write(row, column, { value: result, formula });
  }

  setResult(row: number, column: number, result: Scalar | undefined): void {
    this.cells.setResult(row, column, result);
  }

  setStyle(row: number, column: number, style: number): void {
    this.cells.setStyle(row, column, style);
  }

  remove(row: number, column: number): void {
    this.cells.remove(row, column);
  }

  used(valuesOnly: boolean): Extent | undefined {
    return this.cells.used(valuesOnly);
  }

  formulaCells(): Iterable<{ readonly row: number; readonly column: number }> {
    return this.cells.formulaCells();
  }

  columnWidth(column: number): number | undefined {
    return this.columns.width(column);
  }

  setColumnWidth(column: number, width: number | undefined): void {
    this.columns.setWidth(column, width);
  }

  columnHidden(column: number): boolean {
    return this.columns.isHidden(column);
  }

  private rowTag(row: number): string {
    const { scanned } = this.cells.file;
    const index = this.cells.file.rowIndex(row);
    return index < 0 ? "" : scanned.text(scanned.rowStarts.at(index), scanned.rowTagEnds.at(index));
  }

  rowHeight(row: number): number | undefined {
    if (this.heights.has(row)) return this.heights.get(row);
    const height = /\sht=["']([\d.]+)["']/.exec(this.rowTag(row))?.[1];
    return height === undefined ? undefined : Number(height);
  }

  setRowHeight(row: number, height: number | undefined): void {
    this.heights.set(row, height);
  }

  rowHidden(row: number): boolean {
    return /\shidden=["'](1|true)["']/.test(this.rowTag(row));
  }

  get merges(): readonly Extent[] {
    return childrenOf(this.xml.element("mergeCells"), "mergeCell").flatMap(({ attributes }) =>
      parseAreas(attributes.get("ref")),
    );
  }

  get tables(): readonly TableState[] {
    return this.place.tableParts.map((part) => this.table(part));
  }

  private table(part: string): TableState {
    let table = this.tablesKnown.get(part);
    if (table === undefined) {
      table = readTable(this.place.archive, part);
      this.tablesKnown.set(part, table);
    }
    return table;
  }

  private tablePart(name: string): string {
    const part = this.place.tableParts.find((one) => this.table(one).name === name);
    if (part === undefined) throw new RangeError(`No table ${name} on the sheet`);
    return part;
  }

  resizeTable(name: string, extent: Extent, columns: readonly string[]): void {
    const part = this.tablePart(name);
    resizeTable(this.place.archive, part, { extent, columns });
    this.tablesKnown.delete(part);
  }

  renameTableColumn(name: string, index: number, heading: string): void {
    const part = this.tablePart(name);
    renameTableColumn(this.place.archive, part, index, heading);
    this.tablesKnown.delete(part);
  }

  get filter(): FilterState | undefined {
    const element = this.xml.element("autoFilter");
    const extent = element && parseArea(element.attributes.get("ref") ?? "");
    if (element === undefined || extent === undefined) return undefined;
    const isFiltered = childrenOf(element, "filterColumn").some(({ children }) => children.length > 0);
    return { extent, isFiltered };
  }

  setFilter(extent: Extent | undefined): void {
    const known = this.xml.element("autoFilter");
    if (known === undefined || extent === undefined) {
      this.xml.set("autoFilter", extent === undefined ? undefined : `<autoFilter ref="${areaText(extent)}"/>`);
    } else this.xml.setAttributes(known, { ref: areaText(extent) });
  }

  get formatRules(): readonly FormatRule[] {
    return this.rules.list();
  }

  addFormatRule(rule: Omit<FormatRule, "id" | "priority">): FormatRule {
    return this.rules.add(rule);
  }

  updateFormatRule(id: string, rule: Omit<FormatRule, "id" | "priority">): void {
    this.rules.update(id, rule);
  }

  deleteFormatRule(id: string): void {
    this.rules.delete(id);
  }

  get validations(): readonly DataValidation[] {
    return listValidations(this.xml);
  }

  setValidation(area: Extent, validation: Omit<DataValidation, "ranges"> | undefined): void {
    setValidation(this.xml, area, validation);
  }

  get frozen(): { readonly rows: number; readonly columns: number } {
    const view = this.xml.element("sheetViews")?.children[0];
    const pane = childOf(view, "pane");
    if (pane === undefined || !(pane.attributes.get("state") ?? "").startsWith("frozen"))
      return { rows: 0, columns: 0 };
    return { rows: Number(pane.attributes.get("ySplit") ?? 0), columns: Number(pane.attributes.get("xSplit") ?? 0) };
  }

  freeze(rows: number, columns: number): void {
    const at = areaText({ row: rows, column: columns, rows: 1, columns: 1 });
    const pane = rows > 0 && columns > 0 ? "bottomRight" : rows > 0 ? "bottomLeft" : "topRight";
    const split = `${columns > 0 ? ` xSplit="${String(columns)}"` : ""}${rows > 0 ? ` ySplit="${String(rows)}"` : ""}`;
    const inner = `<pane${split} topLeftCell="${at}" activePane="${pane}" state="frozen"/><selection pane="${pane}"/>`;
    this.xml.set(
      "sheetViews",
      `<sheetViews><sheetView workbookViewId="0">${rows + columns > 0 ? inner : ""}</sheetView></sheetViews>`,
    );
  }

  get isLandscape(): boolean {
    return this.xml.element("pageSetup")?.attributes.get("orientation") === "landscape";
  }

  setLandscape(landscape: boolean): void {
    const orientation = landscape ? "landscape" : "portrait";
    const known = this.xml.element("pageSetup");
    if (known === undefined) this.xml.set("pageSetup", `<pageSetup paperSize="9" orientation="${orientation}"/>`);
    else this.xml.setAttributes(known, { orientation });
  }

  /** Puts the part into the archive where anything changed. */
  store(): void {
    const cellsChanged = this.cells.isEdited || this.heights.size > 0;
    if (!cellsChanged && !this.xml.isChanged) return;
    if (cellsChanged && this.xml.element("dimension") !== undefined) this.storeDimension();
    const [head, tail] = this.xml.ends;
    const { xml } = this.cells.file.scanned;
    const output = new Output(Math.ceil(1.2 * xml.length) + 3 * (head.length + tail.length) + 65_536);
    output.text(`${head}<sheetData>`);
    if (cellsChanged) new RowWriter(this.cells, this.heights, output).write();
    else output.raw(xml);
    output.text(`</sheetData>${tail}`);
    this.place.archive.set(this.place.part, output.done());
  }

  private storeDimension(): void {
    const used = this.cells.used(false);
    const dimension = this.xml.element("dimension");
    if (used !== undefined && dimension !== undefined) this.xml.setAttributes(dimension, { ref: areaText(used) });
  }
}
