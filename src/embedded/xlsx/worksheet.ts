import { formulasIn, formulasR1c1In, stylesIn, valuesIn } from "./cellGrid";
import { AsOpened } from "./asOpened";
import { Cells } from "./cells";
import { Columns } from "./columns";
import { FileCells } from "./fileCells";
import { FormatRules } from "./formatRules";
import type { Carried, CellState, DataValidation, Extent, FilterColumns, FilterState, FormatRule } from "./model";
import type { PagePatch, PageState, RuleDraft, Scalar, Sheet, StoredFormula, TableState } from "./model";
import { Held } from "./heldCells";
import { Links } from "./links";
import { Merges } from "./merges";
import { changePage, readPage } from "./pageSetup";
import { Rows } from "./rows";
import { COLUMNS, ROWS } from "./areas";
import { restyleLines } from "./lineStyles";
import { splitSheet } from "./splitSheet";
import { scanCells } from "./scan";
import { readFilter, setFilter } from "./sheetFilter";
import type { SheetEntry, SheetPlace } from "./sheetPlace";
import { writeSheet } from "./writeSheetXml";
import { checkCells } from "./soundness";
import { SheetProperties } from "./sheetProperties";
import { SheetLines } from "./sheetLines";
import { SheetTables } from "./sheetTables";
import { freeze, readFrozen, type Frozen } from "./sheetView";
import { SheetXml } from "./sheetXml";
import { listValidations, setValidation, validationAt } from "./validations";

/** One worksheet of an opened file. */
export class Worksheet extends SheetLines implements Sheet {
  readonly isWorksheet = true;
  readonly place: SheetPlace;
  /** What the workbook part says of the sheet; the book keeps both in step. */
  readonly entry: SheetEntry;
  readonly xml: SheetXml;
  readonly held: Held;
  readonly asOpened: AsOpened;
  readonly cells: Cells;
  readonly columns: Columns;
  private readonly rules: FormatRules;
  readonly rows: Rows;
  readonly standing: SheetTables;
  private readonly merged: Merges;

  constructor(place: SheetPlace, entry: SheetEntry) {
    super();
    this.place = place;
    this.entry = entry;
    const { head, data, tail } = splitSheet(place.archive.xml(place.part), place.part);
    this.xml = new SheetXml(head, tail, place.part);
    this.columns = new Columns(this.xml);
    const scanned = scanCells(data, place.part);
    checkCells(scanned, { strings: place.strings.count, formats: place.styles.count, part: place.part });
    const file = new FileCells(scanned, place);
    this.rows = new Rows(file);
    this.cells = new Cells(file, {
      row: (row) => this.rows.style(row),
      column: (column) => this.columns.style(column),
      anyRow: () => this.rows.anyStyled,
    });
    this.held = new Held(this.cells);
    this.asOpened = new AsOpened(this.cells);
    this.merged = new Merges(this.xml);
    this.standing = new SheetTables(place, this.xml);
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

  mayHoldFormulas(area: Extent): boolean {
    return this.cells.mayHoldFormulas(area);
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

  setFormula(row: number, column: number, formula: StoredFormula): void {
    this.cells.write(row, column, { value: undefined, formula });
  }

  carryFormula(row: number, column: number, carried: Carried): void {
    this.cells.carry(row, column, carried);
  }

  setResult(row: number, column: number, result: Scalar | undefined): void {
    this.cells.setResult(row, column, result);
  }

  style(row: number, column: number): number {
    return this.cells.style(row, column);
  }

  setStyle(row: number, column: number, style: number): void {
    this.cells.setStyle(row, column, style);
  }

  restyle(area: Extent, change: (style: number, row: number, column: number) => number): void {
    if (area.rows === ROWS || area.columns === COLUMNS) restyleLines(this, area, change);
    else this.cells.restyle(area, change);
  }

  restyleAlike(area: Extent, change: (style: number) => number): void {
    if (area.rows === ROWS || area.columns === COLUMNS) restyleLines(this, area, change);
    else this.cells.restyleAlike(area, change);
  }

  remove(row: number, column: number): void {
    this.cells.remove(row, column);
  }

  used(valuesOnly: boolean): Extent | undefined {
    return this.cells.used(valuesOnly);
  }

  eachFormula(visit: (row: number, column: number) => void): void {
    this.cells.eachFormula(visit);
  }

  get merges(): readonly Extent[] {
    return this.merged.all;
  }

  setMerges(merges: readonly Extent[]): void {
    this.merged.set(merges);
  }

  get tables(): readonly TableState[] {
    return this.standing.all;
  }

  get arrays(): readonly Extent[] {
    return this.cells.arrays;
  }

  get links(): Links {
    return new Links(this.place, this.xml);
  }

  get noted(): SheetProperties {
    return new SheetProperties(this.place, this.xml);
  }

  get filter(): FilterState | undefined {
    return readFilter(this.xml);
  }

  setFilter(extent: Extent | undefined, columns?: FilterColumns): void {
    setFilter(this.xml, extent, columns);
  }

  get formatRules(): readonly FormatRule[] {
    return this.rules.list();
  }

  addFormatRule(rule: RuleDraft): FormatRule {
    return this.rules.add(rule);
  }

  updateFormatRule(id: string, patch: Partial<RuleDraft>): void {
    this.rules.update(id, patch);
  }

  moveFormatRule(id: string, place: number): void {
    this.rules.move(id, place);
  }

  deleteFormatRule(id: string): void {
    this.rules.delete(id);
  }

  get validations(): readonly DataValidation[] {
    return listValidations(this.xml);
  }

  validationAt(row: number, column: number): DataValidation | undefined {
    return validationAt(this.xml, row, column);
  }

  setValidation(area: Extent, validation: Omit<DataValidation, "ranges"> | undefined): void {
    setValidation(this.xml, area, validation);
  }

  get frozen(): Frozen {
    return readFrozen(this.xml);
  }

  freeze(rows: number, columns: number): void {
    freeze(this.xml, { rows, columns });
  }

  get page(): PageState {
    return readPage(this.xml);
  }

  changePage(patch: PagePatch): void {
    changePage(this.xml, patch);
  }

  /** Puts the part into the archive where anything changed. */
  store(): void {
    const { xml, cells } = this;
    const cellsChanged = cells.isEdited || this.rows.changes.size > 0;
    if (!cellsChanged && !xml.isChanged) return;
    const changes = cellsChanged ? this.rows.changes : undefined;
    this.place.archive.set(this.place.part, (output) => {
      writeSheet(output, { xml, cells, changes });
    });
  }
}
