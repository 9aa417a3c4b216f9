import { About } from "./about";
import { CustomXml } from "./customXml";
import { broken } from "./fault";
import type { Book, CellFormat, CellFormatPatch, CustomXmlState, NameState, Sheet } from "./model";
import { NEW_SHEET, SHEET_TYPE } from "./newParts";
import {
  addContentType,
  addRelation,
  dropContentType,
  dropRelation,
  readRelations,
  type Relationship,
} from "./package";
import { Looks } from "./looks";
import { checkContentTypes, checkSheets } from "./soundness";
import { copiedSheet, copyLinks, dropCalculationChain, readStyles, storeStyles } from "./sheetParts";
import { SharedStrings } from "./sharedStrings";
import { storeFilterName } from "./filterName";
import { Structure } from "./structure";
import type { Styles } from "./styles";
import { WorkbookPart } from "./workbookPart";
import { entryOf, type SheetEntry } from "./sheetPlace";
import { Worksheet } from "./worksheet";
import type { XmlElement } from "./xml";
import type { Archive } from "./archive";

/** A workbook file, opened: parts are read when they are asked for and written when they were changed. */
export class XlsxBook implements Book {
  private readonly archive: Archive;
  private readonly workbook: WorkbookPart;
  private readonly stylesPart: string;
  private readonly styleSheet: Styles;
  private readonly strings: SharedStrings;
  private readonly xmlParts: CustomXml;
  private worksheets: Worksheet[];
  private active: Sheet;
  private nextId = 1;

  constructor(archive: Archive) {
    this.archive = archive;
    checkContentTypes(archive);
    const root = readRelations(archive, "").find(({ type }) => type === "officeDocument")?.target;
    if (root === undefined) throw broken("xl/workbook.xml");
    this.workbook = new WorkbookPart(archive, root);
    this.xmlParts = new CustomXml(archive, root);
    const relations = readRelations(archive, root);
    const target = (type: string) => relations.find((relation) => relation.type === type)?.target;
    this.stylesPart = target("styles") ?? "xl/styles.xml";
    this.styleSheet = readStyles(archive, this.stylesPart, target("theme"));
    this.strings = new SharedStrings(archive, target("sharedStrings"));
    this.worksheets = this.openSheets(relations);
    checkSheets(this.sheetNames, this.worksheets);
    this.active = this.firstActive();
  }

  private openSheets(relations: readonly Relationship[]): Worksheet[] {
    return this.workbook.sheets.flatMap((element) => {
      const relation = relationOf(element, relations);
      if (relation === undefined) throw broken(this.workbook.part);
      return relation.type === "worksheet" ? [this.openSheet(element, relation)] : [];
    });
  }

  private openSheet(element: XmlElement, { id, target: part = "" }: Relationship): Worksheet {
    if (!this.archive.has(part)) throw broken(part);
    const tableParts = readRelations(this.archive, part).flatMap(({ type, target }) =>
      type === "table" && target !== undefined ? [target] : [],
    );
    return this.worksheet(part, id, { entry: entryOf(element), tableParts });
  }

  private firstActive(): Worksheet {
    const name = this.workbook.sheets[this.workbook.activeTab]?.attributes.get("name");
    const active = this.worksheets.find((sheet) => sheet.name === name) ?? this.worksheets[0];
    if (active === undefined) throw broken("xl/workbook.xml");
    return active;
  }

  private worksheet(
    part: string,
    relationId: string,
    { entry, tableParts }: { entry: SheetEntry; tableParts: readonly string[] },
  ): Worksheet {
    const number = String(this.nextId++).padStart(4, "0");
    const id = `{00000000-0001-0000-${number}-000000000000}`;
    const { archive, styleSheet: styles, strings, date1904 } = this;
    return new Worksheet({ id, part, relationId, archive, styles, strings, date1904, tableParts }, entry);
  }

  get date1904(): boolean {
    return this.workbook.date1904;
  }

  get isStructureProtected(): boolean {
    return this.workbook.isStructureProtected;
  }

  get sheets(): readonly Sheet[] {
    return this.worksheets;
  }

  get activeSheet(): Sheet {
    return this.active;
  }

  set activeSheet(sheet: Sheet) {
    this.active = sheet;
  }

  private get sheetNames(): readonly string[] {
    return this.workbook.sheets.map(({ attributes }) => attributes.get("name") ?? "");
  }

  copySheet(sheet: Sheet, name: string): Sheet {
    const own = this.own(sheet);
    own.store();
    const copy = this.newSheet(name, copiedSheet(this.archive, own.place.part));
    copyLinks(this.archive, own.place.part, copy.place.part);
    return copy;
  }

  addSheet(name: string): Sheet {
    return this.newSheet(name, this.archive.spelled(NEW_SHEET));
  }

  private newSheet(name: string, xml: string): Worksheet {
    let number = this.sheetNames.length + 1;
    while (this.archive.has(`xl/worksheets/sheet${String(number)}.xml`)) number += 1;
    const part = `xl/worksheets/sheet${String(number)}.xml`;
    const sheetId = 1 + Math.max(0, ...this.workbook.sheets.map(({ attributes }) => Number(attributes.get("sheetId"))));
    this.archive.set(part, xml);
    addContentType(this.archive, part, SHEET_TYPE);
    const relationId = addRelation(this.archive, this.workbook.part, { type: "worksheet", target: `/${part}` });
    this.workbook.addSheet({ name, sheetId, relationId });
    const sheet = this.worksheet(part, relationId, { entry: { name, visibility: "visible" }, tableParts: [] });
    this.worksheets = [...this.worksheets, sheet];
    return sheet;
  }

  deleteSheet(sheet: Sheet): void {
    const gone = this.worksheets.find(({ id }) => id === sheet.id);
    if (gone === undefined) return;
    const index = this.sheetNames.indexOf(gone.name);
    for (const { name } of gone.tables) gone.standing.delete(name);
    this.workbook.dropSheet(index);
    dropRelation(this.archive, this.workbook.part, gone.place.relationId);
    dropContentType(this.archive, gone.place.part);
    this.archive.delete(gone.place.part);
    this.worksheets = this.worksheets.filter(({ id }) => id !== gone.id);
    const left = this.worksheets[Math.min(index, this.worksheets.length - 1)] ?? this.worksheets[0];
    if (this.active.id === gone.id && left !== undefined) this.active = left;
  }

  get structure(): Structure {
    const reorder = (compare: (one: Sheet, other: Sheet) => number) => this.worksheets.sort(compare);
    return new Structure(this.archive, this.workbook, { own: (sheet) => this.own(sheet), reorder });
  }

  get about(): About {
    return new About(this.archive);
  }

  private own(sheet: Sheet): Worksheet {
    const own = this.worksheets.find(({ id }) => id === sheet.id);
    if (own === undefined) throw new RangeError(`No sheet ${sheet.name} in the book`);
    return own;
  }

  get names(): readonly NameState[] {
    return this.workbook.names(this.sheetNames);
  }

  addName(name: NameState): void {
    this.workbook.addName(name, this.sheetNames);
  }

  deleteName(name: string, scope: string | undefined): void {
    this.workbook.deleteName(name, scope, this.sheetNames);
  }

  get customXml(): readonly CustomXmlState[] {
    return this.xmlParts.states;
  }

  addCustomXml(xml: string): CustomXmlState {
    return this.xmlParts.add(xml);
  }

  setCustomXml(id: string, xml: string): void {
    this.xmlParts.set(id, xml);
  }

  deleteCustomXml(id: string): void {
    this.xmlParts.delete(id);
  }

  format(style: number): CellFormat {
    return this.styleSheet.format(style);
  }

  styleWith(style: number, patch: CellFormatPatch): number {
    return this.styleSheet.styleWith(style, patch);
  }

  get looks(): Looks {
    return new Looks(this.styleSheet);
  }

  readonly digitWidth = 7;

  save(): Uint8Array {
    for (const sheet of this.worksheets) {
      if (sheet.xml.isChanged) storeFilterName(this.workbook, this.sheetNames, sheet);
      sheet.store();
    }
    const { archive, stylesPart, styleSheet } = this;
    if (styleSheet.isChanged) storeStyles(archive, this.workbook.part, { part: stylesPart, text: styleSheet.text });
    if (this.worksheets.some(({ cells }) => cells.formulasChanged)) {
      dropCalculationChain(archive, this.workbook.part);
    }
    if (this.worksheets.some(({ cells }) => cells.leavesResults)) this.workbook.askForCalculation();
    return archive.save();
  }
}

function relationOf(element: XmlElement, relations: readonly Relationship[]): Relationship | undefined {
  const id = [...element.attributes].find(([name]) => name === "id" || name.endsWith(":id"))?.[1];
  return relations.find((relation) => relation.id === id);
}
