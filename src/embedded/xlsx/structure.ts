import type { Archive } from "./archive";
import type { BookStructure, NameState, Sheet } from "./model";
import { isDrawnFrom } from "./sheetParts";
import type { WorkbookPart } from "./workbookPart";
import type { Worksheet } from "./worksheet";
import { escapeXml } from "./xml";

/** The sheets of a book as it holds them. */
interface Held {
  readonly own: (sheet: Sheet) => Worksheet;
  readonly reorder: (compare: (one: Sheet, other: Sheet) => number) => void;
}

/** Changes of what a book is made of: the names and order of its sheets, its names, its protection. */
export class Structure implements BookStructure {
  private readonly archive: Archive;
  private readonly workbook: WorkbookPart;
  private readonly held: Held;

  constructor(archive: Archive, workbook: WorkbookPart, held: Held) {
    this.archive = archive;
    this.workbook = workbook;
    this.held = held;
  }

  private get sheetNames(): readonly string[] {
    return this.workbook.sheets.map(({ attributes }) => attributes.get("name") ?? "");
  }

  protect(password: string | undefined): void {
    this.workbook.setProtection({ password });
  }

  unprotect(password: string): boolean {
    return this.workbook.clearProtection(password);
  }

  renameSheet(sheet: Sheet, name: string): void {
    const own = this.held.own(sheet);
    this.workbook.changeSheet(this.sheetNames.indexOf(own.name), { name: escapeXml(name) });
    own.entry.name = name;
  }

  moveSheet(sheet: Sheet, before: Sheet | undefined): void {
    const names = this.sheetNames;
    const from = names.indexOf(sheet.name);
    this.workbook.moveSheet(from, before === undefined ? names.length - 1 : names.indexOf(before.name));
    const order = this.sheetNames;
    this.held.reorder((one, other) => order.indexOf(one.name) - order.indexOf(other.name));
  }

  setVisibility(sheet: Sheet, visibility: Sheet["visibility"]): void {
    const own = this.held.own(sheet);
    const state = visibility === "visible" ? undefined : visibility;
    this.workbook.changeSheet(this.sheetNames.indexOf(own.name), { state });
    own.entry.visibility = visibility;
  }

  isDrawnFrom(sheet: Sheet): boolean {
    return isDrawnFrom(this.archive, this.held.own(sheet).place.part, sheet.name);
  }

  noteName(name: string, scope: string | undefined, { comment, visible }: Partial<NameState>): void {
    const index = scope === undefined ? undefined : this.sheetNames.indexOf(scope);
    const noted = comment === undefined ? {} : { comment: comment === "" ? undefined : escapeXml(comment) };
    const shown = visible === undefined ? {} : { hidden: visible ? undefined : "1" };
    this.workbook.tagName(name, index, { ...noted, ...shown });
  }

  changeName(name: string, scope: string | undefined, formula: string): void {
    this.workbook.changeName(name, scope === undefined ? undefined : this.sheetNames.indexOf(scope), formula);
  }
}
