import type { About } from "./about";
import type { AsOpened } from "./asOpened";
import type { Links } from "./links";
import type { Held } from "./heldCells";
import type { Looks } from "./looks";
import type { CellFormat, CellFormatPatch } from "./cellFormat";
import type { CustomXmlState } from "./customXml";
import type { FormatRule, RuleDraft } from "./ruleModel";
import type { Carried } from "./overlay";
import type { Outline } from "./outline";
import type { SheetProperties } from "./sheetProperties";
import type { SheetTables } from "./sheetTables";
import type { SheetXml } from "./sheetXml";
import type { FilterColumns, FilterState, TableState } from "./tableModel";

export type * from "./cellFormat";
export type * from "./tableModel";
export type { Carried } from "./overlay";
export type { CustomXmlState } from "./customXml";

export type { FormatRule, RuleDraft, RuleLook } from "./ruleModel";

/** The store's contract: what the imitated Excel classes may ask of an opened .xlsx file. Rows and columns are 0-based everywhere. */

/** An error value in a cell: "#N/A", "#VALUE!" … */
export interface CellError {
  readonly error: string;
}

/** What a cell shows: undefined for an empty cell. */
export type Scalar = string | number | boolean | CellError;

/** A formula without "=": in A1 notation for one cell, or in R1C1 notation as whole columns share it. */
export type StoredFormula = { readonly a1: string } | { readonly r1c1: string };

export interface Extent {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** One cell's full state. `style` is an index into the book's cell formats (cellXfs); 0 is the default. */
export interface CellState {
  readonly value: Scalar | undefined;
  /** A1 notation, en-US, without "="; undefined for a constant. A shared formula is already spelled out for its cell. */
  readonly formula: string | undefined;
  readonly style: number;
}

export interface DataValidation {
  readonly ranges: readonly Extent[];
  readonly type: "none" | "list" | "whole" | "decimal" | "date" | "time" | "textLength" | "custom";
  readonly formula1: string | undefined;
  readonly formula2: string | undefined;
  readonly operator: string | undefined;
  readonly promptTitle: string | undefined;
  readonly prompt: string | undefined;
  readonly errorTitle: string | undefined;
  readonly error: string | undefined;
  readonly showDropdown: boolean;
  readonly ignoresBlank: boolean;
  readonly showsPrompt: boolean;
  readonly showsAlert: boolean;
  readonly alertStyle: "stop" | "warning" | "information";
}

export interface NameState {
  readonly name: string;
  /** Without "=". */
  readonly formula: string;
  /** Sheet name for a name of one sheet; undefined for the workbook. */
  readonly scope: string | undefined;
  readonly visible: boolean;
  /** What somebody noted on the name. */
  readonly comment?: string;
}

/** How a sheet is printed. Margins in inches; header and footer in Excel's codes ("&L左&C&P"). */
export interface PageState {
  readonly landscape: boolean;
  /** As Excel numbers them: 9 is A4. */
  readonly paperSize: number;
  readonly margins: Readonly<Record<"left" | "right" | "top" | "bottom" | "header" | "footer", number>>;
  /** Pages that the sheet is fitted to, 0 for any number; undefined where it is not fitted. */
  readonly fitWide: number | undefined;
  readonly fitTall: number | undefined;
  readonly centred: boolean;
  readonly header: string;
  readonly footer: string;
  /** 0-based rows that begin a page. */
  readonly breaks: readonly number[];
  /** 0-based columns that begin a page. */
  readonly columnBreaks: readonly number[];
}

export type PagePatch = Partial<PageState>;

/** One sheet of the file. Everything that is not asked for stays byte for byte as it was. */
export interface Sheet {
  /** Stable within the opened book: "{00000000-0001-0000-0000-000000000000}". */
  readonly id: string;
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  /** A chart sheet or dialog sheet has no cells. */
  readonly isWorksheet: boolean;
  readonly isProtected: boolean;

  cell(row: number, column: number): CellState;
  /** Row-major values of an area, undefined for empty cells; the fast way to read. */
  values(area: Extent): (Scalar | undefined)[][];
  /** Row-major formulas ("=A1+1") or constants, as Excel's Range.formulas answers them. */
  formulas(area: Extent): (Scalar | undefined)[][];
  /** As `formulas`, in R1C1 notation. */
  formulasR1c1(area: Extent): (Scalar | undefined)[][];
  /** A cell's formula in R1C1 notation without "="; undefined for a constant. Cheap for a column that shares one. */
  formulaR1c1(row: number, column: number): string | undefined;
  /** Whether any cell of an area may hold a formula; quick where no sheet of the file has any. */
  mayHoldFormulas(area: Extent): boolean;
  /** Row-major style indexes, inheriting from row and column where a cell does not exist. */
  styles(area: Extent): number[][];
  /** Sets a constant (undefined empties the cell and keeps its format). */
  setValue(row: number, column: number, value: Scalar | undefined): void;
  /** Sets a formula without "=", in one of the two notations; it has no result yet. */
  setFormula(row: number, column: number, formula: StoredFormula): void;
  /** Sets a formula that stood elsewhere, or was spelled otherwise, with the result that it had. */
  carryFormula(row: number, column: number, carried: Carried): void;
  /** Sets the cached result of a formula that stands there. */
  setResult(row: number, column: number, result: Scalar | undefined): void;
  /** Index of a cell's style. */
  style(row: number, column: number): number;
  setStyle(row: number, column: number, style: number): void;
  /** Gives each cell of an area, or entire rows or columns, the style that `change` makes of the one it has. */
  restyle(area: Extent, change: (style: number, row: number, column: number) => number): void;
  /** As `restyle`, where a cell's place does not matter. */
  restyleAlike(area: Extent, change: (style: number) => number): void;
  /** Forgets the cell: value, formula and format. */
  remove(row: number, column: number): void;
  /** Smallest area that holds all cells with a value, or all cells that exist; undefined where there is none. */
  used(valuesOnly: boolean): Extent | undefined;
  /** The fast way through areas that are mostly empty. */
  readonly held: Held;
  readonly asOpened: AsOpened;
  /** Tells the cells whose formula gives one result: those of the file row by row, then those that were written. */
  eachFormula(visit: (row: number, column: number) => void): void;

  /** Width in characters as the file says; undefined for the default. */
  columnWidth(column: number): number | undefined;
  setColumnWidth(column: number, width: number | undefined, columns?: number): void;
  columnHidden(column: number): boolean;
  setColumnHidden(column: number, hidden: boolean, columns?: number): void;
  /** Moves widths, styles and visibility from a column on; columns before are gone with a negative step. */
  shiftColumns(start: number, by: number): void;
  /** Height in points; undefined for the default. */
  rowHeight(row: number): number | undefined;
  setRowHeight(row: number, height: number | undefined): void;
  /** A height that Excel keeps to the content. */
  fitRowHeight(row: number, height: number): void;
  readonly outline: Outline;
  rowHidden(row: number): boolean;
  setRowHidden(row: number, hidden: boolean): void;
  /** The elements of the sheet's part around its cells, for what is rarely asked: protection, views, properties. */
  readonly xml: SheetXml;

  readonly merges: readonly Extent[];
  setMerges(merges: readonly Extent[]): void;
  readonly tables: readonly TableState[];
  /** Makes, changes and deletes tables. */
  readonly standing: SheetTables;
  readonly filter: FilterState | undefined;
  /** Puts a filter over an area, with the criteria it has or those that are given, or takes it away. */
  setFilter(extent: Extent | undefined, columns?: FilterColumns): void;
  readonly links: Links;
  /** What programs noted on the sheet. */
  readonly noted: SheetProperties;
  /** Areas of formulas that give many results at once: array formulas and data tables. */
  readonly arrays: readonly Extent[];

  /** Strongest first. */
  readonly formatRules: readonly FormatRule[];
  /** Adds a rule before all others, as Excel does. */
  addFormatRule(rule: RuleDraft): FormatRule;
  /** Changes what a rule says; what is not named stays as the file has it. */
  updateFormatRule(id: string, patch: Partial<RuleDraft>): void;
  /** Gives a rule a place, counted from 0, among the others. */
  moveFormatRule(id: string, place: number): void;
  deleteFormatRule(id: string): void;

  readonly validations: readonly DataValidation[];
  /** The first data validation of a cell; undefined where it has none. */
  validationAt(row: number, column: number): DataValidation | undefined;
  setValidation(area: Extent, validation: Omit<DataValidation, "ranges"> | undefined): void;

  readonly frozen: { readonly rows: number; readonly columns: number };
  freeze(rows: number, columns: number): void;
  readonly page: PageState;
  /** Changes how the sheet is printed; what is not named stays. */
  changePage(patch: PagePatch): void;
}

/** What a book is made of, for changes that are rarely asked. */
export interface BookStructure {
  protect(password: string | undefined): void;
  /** Whether the password was right. */
  unprotect(password: string): boolean;
  renameSheet(sheet: Sheet, name: string): void;
  /** Puts a sheet to the place that another one has; at the end where none is given. */
  moveSheet(sheet: Sheet, before: Sheet | undefined): void;
  setVisibility(sheet: Sheet, visibility: Sheet["visibility"]): void;
  /** Whether charts, drawings, comments or pivot tables stand on a sheet or read its cells. */
  isDrawnFrom(sheet: Sheet): boolean;
  /** Gives a name another formula; what else is said of it stays. */
  changeName(name: string, scope: string | undefined, formula: string): void;
  /** Notes something on a name, or hides it; what is not named stays. */
  noteName(name: string, scope: string | undefined, patch: Partial<Pick<NameState, "comment" | "visible">>): void;
}

/** An opened .xlsx file. */
export interface Book {
  readonly date1904: boolean;
  readonly isStructureProtected: boolean;
  /** In tab order. */
  readonly sheets: readonly Sheet[];
  activeSheet: Sheet;
  /** At the end of the tabs. The name is already checked. */
  addSheet(name: string): Sheet;
  /** A copy of a sheet that has no drawings, without its tables, at the end of the tabs. */
  copySheet(sheet: Sheet, name: string): Sheet;
  deleteSheet(sheet: Sheet): void;
  readonly names: readonly NameState[];
  addName(name: NameState): void;
  deleteName(name: string, scope: string | undefined): void;
  readonly customXml: readonly CustomXmlState[];
  /** Throws a fault where the text is no XML, as does `setCustomXml`. */
  addCustomXml(xml: string): CustomXmlState;
  setCustomXml(id: string, xml: string): void;
  deleteCustomXml(id: string): void;
  readonly structure: BookStructure;
  /** Title, author and the like. */
  readonly about: About;
  format(style: number): CellFormat;
  /** The style that differs from `style` in these points; an existing equal one is reused. */
  styleWith(style: number, patch: CellFormatPatch): number;
  readonly looks: Looks;
  /** Widest digit of the default font, in pixels, for character widths: 7 for Calibri 11. */
  readonly digitWidth: number;
  /** The whole file. Parts that were not touched are byte for byte those that were opened. Same book, same bytes. */
  save(): Uint8Array;
}
