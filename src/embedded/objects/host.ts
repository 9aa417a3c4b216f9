import type { Day } from "../../domain/loan/day";
import { evaluator, recalculate, type Evaluate } from "../calc/recalculate";
import { areaText, intersection } from "../xlsx/areas";
import type { Book, Extent, Scalar, Sheet } from "../xlsx/model";
import { Events } from "./events";
import type { ExcelObject } from "./excelObject";

/** What the user has selected. */
export interface Selection {
  readonly sheet: Sheet;
  readonly extent: Extent;
}

/** What the imitated objects share: the open workbook, its selection, and whether its formulas are up to date. */
export class Host {
  readonly book: Book;
  /** Ranges that the client keeps beyond a request, by reference id. */
  readonly references = new Map<string, ExcelObject>();
  /** Members that were asked for and are not served. */
  readonly gaps = new Set<string>();
  /** Whether the request that is being executed changed the book. */
  changed = false;
  /** Whether it moved the selection or showed another sheet. */
  moved = false;
  calculationMode: "Automatic" | "AutomaticExceptTables" | "Manual" = "Automatic";
  private stale = true;
  /** The minor version of ExcelApi that is played. */
  readonly api: number;
  readonly events = new Events();
  private readonly today: () => Day;
  private readonly selected = new Map<Sheet, Extent>();
  private lastReference = 0;
  private readonly places = new Map<string, Selection>();

  constructor(book: Book, { today, api }: { readonly today: () => Day; readonly api: number }) {
    this.book = book;
    this.today = today;
    this.api = api;
  }

  /** Call after every change of cells: formulas are computed again when somebody looks. */
  touch(): void {
    this.changed = true;
    this.stale = true;
  }

  /** Whether results of formulas may be out of date. */
  get isStale(): boolean {
    return this.stale;
  }

  /** Brings all formulas up to date, at no cost where nothing changed. */
  calculate(): void {
    if (this.stale && this.calculationMode !== "Manual") this.recalculate();
  }

  /** Brings all formulas up to date, in manual mode as well. */
  recalculate(): void {
    this.stale = false;
    recalculate(this.book, this.today());
    for (const { id } of this.book.sheets) this.events.raise("calculated", id, { worksheetId: id, address: "" });
  }

  /** A formula that stands in no cell, without "=", such as a name's; undefined where it cannot be computed. */
  evaluate(formula: string): Scalar | undefined {
    this.calculate();
    return evaluator(this.book, this.today())({ a1: formula }, { sheet: this.book.activeSheet, row: 0, column: 0 });
  }

  /** As `evaluate`, but an empty cell counts as 0, as where a cell shows it. */
  result(formula: string): Scalar | undefined {
    this.calculate();
    return this.evaluator()({ a1: formula }, { sheet: this.book.activeSheet, row: 0, column: 0 }, 0);
  }

  /** Computes formulas that stand in no cell, as seen from one. */
  evaluator(): Evaluate {
    return evaluator(this.book, this.today());
  }

  get selection(): Selection {
    const sheet = this.book.activeSheet;
    return { sheet, extent: this.selected.get(sheet) ?? { row: 0, column: 0, rows: 1, columns: 1 } };
  }

  select({ sheet, extent }: Selection): void {
    this.show(sheet);
    this.selected.set(sheet, extent);
    this.events.raiseOffice("documentSelectionChanged");
    this.events.raise("selectionChanged", sheet.id, { worksheetId: sheet.id, address: areaText(extent) });
    for (const { id, extent: table } of sheet.tables) {
      const shared = intersection(table, extent);
      const address = shared === undefined ? "" : areaText(shared);
      this.events.raise("tableSelectionChanged", String(id), { worksheetId: sheet.id, address });
    }
  }

  /** Brings a sheet to the front. */
  show(sheet: Sheet): void {
    const before = this.book.activeSheet;
    this.book.activeSheet = sheet;
    this.moved = true;
    if (before === sheet) return;
    this.events.raise("deactivated", before.id, { worksheetId: before.id });
    this.events.raise("activated", sheet.id, { worksheetId: sheet.id });
  }

  keep(object: ExcelObject): string {
    const known = this.referenceOf(object);
    if (known !== undefined) return known;
    const id = `{${String(++this.lastReference)}}`;
    this.references.set(id, object);
    object.referenceId = id;
    return id;
  }

  /** Keeps the range of an event for handlers that ask for it. */
  keepPlace(place: Selection): string {
    const id = `{event ${String(++this.lastReference)}}`;
    this.places.set(id, { sheet: place.sheet, extent: place.extent });
    return id;
  }

  /** The range of an event. */
  placeOf(id: string): Selection | undefined {
    return this.places.get(id);
  }

  private referenceOf(object: ExcelObject): string | undefined {
    return object.referenceId !== undefined && this.references.has(object.referenceId) ? object.referenceId : undefined;
  }
}
