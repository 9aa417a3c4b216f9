import { renameSheetIn } from "../calc/moveReferences";
import * as view from "../xlsx/sheetLook";
import type { Sheet } from "../xlsx/model";
import { quotedSheet } from "./address";
import { colour } from "./colour";
import { ExcelObject } from "./excelObject";
import { oneOf, text, truth, whole } from "./given";
import type { Host } from "./host";
import { unprotected } from "./place";
import { Refusal } from "./refusal";
import { rewriteBook } from "./rewriteBook";
import { checkSheetName } from "./sheetName";
import { characters, points, STANDARD_ROW_HEIGHT } from "./sizes";

const visibilities = { Visible: "visible", Hidden: "hidden", VeryHidden: "veryHidden" } as const;

/** What a worksheet says of itself: the properties of Excel's Worksheet that are no objects. */
export abstract class WorksheetState extends ExcelObject {
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
  /** Formulas that name the sheet follow. */
  set name(given: unknown) {
    const { book } = this.structure();
    const before = this.sheet.name;
    const others = book.sheets.filter((sheet) => sheet !== this.sheet).map(({ name }) => name);
    const name = checkSheetName(text(given), others);
    rewriteBook(this.host, (formula) => renameSheetIn(formula, before, quotedSheet(name)));
    book.structure.renameSheet(this.sheet, name);
    this.host.touch();
  }
  get position(): number {
    return this.host.book.sheets.indexOf(this.sheet);
  }
  set position(given: unknown) {
    const { book } = this.structure();
    const position = whole(given);
    if (position < 0 || position >= book.sheets.length) throw new Refusal("InvalidArgument");
    book.structure.moveSheet(this.sheet, book.sheets[position]);
    this.host.changed = true;
  }
  get visibility(): string {
    const { visibility } = this.sheet;
    return Object.entries(visibilities).find(([, inFile]) => inFile === visibility)?.[0] ?? "Visible";
  }
  /** A workbook keeps at least one sheet that is seen. */
  set visibility(given: unknown) {
    const { book } = this.structure();
    const wanted = visibilities[oneOf(["Visible", "Hidden", "VeryHidden"], given)];
    const others = book.sheets.filter((sheet) => sheet !== this.sheet && sheet.visibility === "visible");
    const [next] = others;
    if (wanted !== "visible" && next === undefined) throw new Refusal("InvalidOperation");
    book.structure.setVisibility(this.sheet, wanted);
    if (wanted !== "visible" && book.activeSheet === this.sheet && next !== undefined) this.host.show(next);
    this.host.changed = true;
  }
  get tabId(): number {
    return Number(this.sheet.id.slice(20, 24));
  }
  /** "" where the tab has no colour of its own. */
  get tabColor(): string {
    return view.readTabColor(this.sheet.xml) ?? "";
  }
  set tabColor(given: unknown) {
    view.setTabColor(unprotected(this.sheet).xml, given === "" ? undefined : colour(given));
    this.host.changed = true;
  }
  get showGridlines(): boolean {
    return view.isShown(this.sheet.xml, "showGridLines");
  }
  set showGridlines(given: unknown) {
    view.setShown(this.sheet.xml, "showGridLines", truth(given));
    this.host.changed = true;
  }
  get showHeadings(): boolean {
    return view.isShown(this.sheet.xml, "showRowColHeaders");
  }
  set showHeadings(given: unknown) {
    view.setShown(this.sheet.xml, "showRowColHeaders", truth(given));
    this.host.changed = true;
  }
  get standardHeight(): number {
    return view.readStandard(this.sheet.xml, "defaultRowHeight") ?? STANDARD_ROW_HEIGHT;
  }
  /** In points of the columns that say nothing of their width. */
  get standardWidth(): number {
    return points(view.readStandard(this.sheet.xml, "defaultColWidth"), this.host.book);
  }
  set standardWidth(given: unknown) {
    if (typeof given !== "number" || !(given >= 0)) throw new Refusal("InvalidArgument");
    view.setStandardWidth(unprotected(this.sheet).xml, characters(given, this.host.book));
    this.host.changed = true;
  }

  private structure(): Host {
    if (this.host.book.isStructureProtected) throw new Refusal("AccessDenied");
    return this.host;
  }
}
