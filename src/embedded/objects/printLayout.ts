import { pageAttribute, setAttribute } from "../xlsx/pageSetup";
import type { Extent, Sheet } from "../xlsx/model";
import { parseArea, splitSheet } from "./address";
import { ExcelObject } from "./excelObject";
import { oneOf, text, truth, whole } from "./given";
import type { Host } from "./host";
import { unprotected } from "./place";
import { isColumns, isRows, printAreas, setPrintAreas } from "./printNames";
import { Range } from "./range";
import { RangeAreas } from "./rangeAreas";
import { Refusal } from "./refusal";

/** Excel's names -> the file's; the first is what holds where the file says nothing. */
const comments = { NoComments: "none", EndSheet: "atEnd", InPlace: "asDisplayed" };
const errors = { AsDisplayed: "displayed", Blank: "blank", Dash: "dash", NotAvailable: "NA" };
const orders = { DownThenOver: "downThenOver", OverThenDown: "overThenDown" };

/** What of a sheet is printed, and how Excel's own marks are. */
export abstract class PrintLayout extends ExcelObject {
  protected readonly sheet: Sheet;

  constructor(host: Host, sheet: Sheet) {
    super(host);
    this.sheet = sheet;
  }

  get blackAndWhite(): boolean {
    return this.flag("pageSetup", "blackAndWhite");
  }
  set blackAndWhite(given: unknown) {
    this.setFlag("pageSetup", "blackAndWhite", given);
  }
  get draftMode(): boolean {
    return this.flag("pageSetup", "draft");
  }
  set draftMode(given: unknown) {
    this.setFlag("pageSetup", "draft", given);
  }
  get printGridlines(): boolean {
    return this.flag("printOptions", "gridLines");
  }
  set printGridlines(given: unknown) {
    this.setFlag("printOptions", "gridLines", given);
  }
  get printHeadings(): boolean {
    return this.flag("printOptions", "headings");
  }
  set printHeadings(given: unknown) {
    this.setFlag("printOptions", "headings", given);
  }
  get centerVertically(): boolean {
    return this.flag("printOptions", "verticalCentered");
  }
  set centerVertically(given: unknown) {
    this.setFlag("printOptions", "verticalCentered", given);
  }
  /** "" where the pages are counted from the sheet before. */
  get firstPageNumber(): number | "" {
    const number = pageAttribute(this.sheet.xml, "pageSetup", "firstPageNumber");
    return this.flag("pageSetup", "useFirstPageNumber") && number !== undefined ? Number(number) : "";
  }
  set firstPageNumber(given: unknown) {
    const number = given === "" ? undefined : String(whole(given));
    this.set({ firstPageNumber: number, useFirstPageNumber: number === undefined ? undefined : "1" });
  }
  get printComments(): string {
    return this.choice(comments, "cellComments");
  }
  set printComments(given: unknown) {
    this.choose(comments, "cellComments", given);
  }
  get printErrors(): string {
    return this.choice(errors, "errors");
  }
  set printErrors(given: unknown) {
    this.choose(errors, "errors", given);
  }
  get printOrder(): string {
    return this.choice(orders, "pageOrder");
  }
  set printOrder(given: unknown) {
    this.choose(orders, "pageOrder", given);
  }

  getPrintArea(): RangeAreas {
    return found(this.getPrintAreaOrNullObject());
  }
  getPrintAreaOrNullObject(): RangeAreas | undefined {
    const areas = printAreas(this.host, this.sheet, "_xlnm.Print_Area");
    if (areas.length === 0) return undefined;
    return new RangeAreas(
      this.host,
      areas.map((extent) => this.range(extent)),
    );
  }
  setPrintArea(given: unknown): void {
    const areas = given instanceof RangeAreas ? given.extents() : [this.extentOf(given)];
    setPrintAreas(this.host, unprotected(this.sheet), { name: "_xlnm.Print_Area", areas });
  }
  getPrintTitleColumns(): Range {
    return found(this.getPrintTitleColumnsOrNullObject());
  }
  getPrintTitleColumnsOrNullObject(): Range | undefined {
    const columns = this.titles.find(isColumns);
    return columns && this.range(columns);
  }
  setPrintTitleColumns(given: unknown): void {
    const { column, columns } = this.extentOf(given);
    this.setTitles([{ row: 0, rows: 1_048_576, column, columns }, this.titles.find(isRows)]);
  }
  getPrintTitleRows(): Range {
    return found(this.getPrintTitleRowsOrNullObject());
  }
  getPrintTitleRowsOrNullObject(): Range | undefined {
    const rows = this.titles.find(isRows);
    return rows && this.range(rows);
  }
  setPrintTitleRows(given: unknown): void {
    const { row, rows } = this.extentOf(given);
    this.setTitles([this.titles.find(isColumns), { row, rows, column: 0, columns: 16_384 }]);
  }

  private get titles(): readonly Extent[] {
    return printAreas(this.host, this.sheet, "_xlnm.Print_Titles");
  }
  private setTitles(given: readonly (Extent | undefined)[]): void {
    const areas = given.filter((area) => area !== undefined);
    setPrintAreas(this.host, unprotected(this.sheet), { name: "_xlnm.Print_Titles", areas });
  }
  private range(extent: Extent): Range {
    return new Range({ host: this.host, sheet: this.sheet, extent });
  }
  private extentOf(given: unknown): Extent {
    if (given instanceof Range && given.sheet === this.sheet) return given.extent;
    const extent = given instanceof Range ? undefined : parseArea(splitSheet(text(given)).rest);
    if (extent === undefined) throw new Refusal("InvalidArgument");
    return extent;
  }
  private flag(element: "printOptions" | "pageSetup", name: string): boolean {
    return ["1", "true"].includes(pageAttribute(this.sheet.xml, element, name) ?? "");
  }
  private setFlag(element: "printOptions" | "pageSetup", name: string, given: unknown): void {
    setAttribute(unprotected(this.sheet).xml, element, { [name]: truth(given) ? "1" : undefined });
    this.host.changed = true;
  }
  private set(changes: Readonly<Record<string, string | undefined>>): void {
    setAttribute(unprotected(this.sheet).xml, "pageSetup", changes);
    this.host.changed = true;
  }
  private choice(names: Readonly<Record<string, string>>, attribute: string): string {
    const said = pageAttribute(this.sheet.xml, "pageSetup", attribute);
    return Object.entries(names).find(([, inFile]) => inFile === said)?.[0] ?? Object.keys(names)[0] ?? "";
  }
  private choose(names: Readonly<Record<string, string>>, attribute: string, given: unknown): void {
    const name = oneOf(Object.keys(names), given);
    this.set({ [attribute]: name === Object.keys(names)[0] ? undefined : names[name] });
  }
}

function found<Item>(item: Item | undefined): Item {
  if (item === undefined) throw new Refusal("ItemNotFound");
  return item;
}
