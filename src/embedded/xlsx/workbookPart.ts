import type { NameState } from "./model";
import { passwordHash } from "./sheetProtection";
import { withAttributes } from "./sheetXml";
import { childOf, childrenOf, escapeXml, parseXml, splice, textOf, withChild, type XmlElement } from "./xml";
import type { Archive } from "./archive";
import { RELATIONS } from "./package";

/** The children of the workbook part that may follow its names. */
const afterNames = [
  "calcPr",
  "oleSize",
  "customWorkbookViews",
  "pivotCaches",
  "smartTagPr",
  "smartTagTypes",
  "webPublishing",
  "fileRecoveryPr",
  "webPublishObjects",
  "extLst",
];

/** The workbook part: its sheets' order, its names, its settings. */
export class WorkbookPart {
  private readonly archive: Archive;
  readonly part: string;
  private text: string;
  private parsed: XmlElement | undefined;

  constructor(archive: Archive, part: string) {
    this.archive = archive;
    this.part = part;
    this.text = archive.text(part);
  }

  get xml(): string {
    return this.text;
  }

  private get root(): XmlElement {
    this.parsed ??= parseXml(this.text, this.part);
    return this.parsed;
  }

  private replace(start: number, end: number, text: string): void {
    this.set(splice(this.text, [start, end], text));
  }

  /** Puts a further child behind those of an element. */
  private append(element: XmlElement, child: string): void {
    this.set(withChild(this.text, element, child));
  }

  private set(text: string): void {
    this.text = text;
    this.parsed = undefined;
    this.archive.set(this.part, this.text);
  }

  get sheets(): readonly XmlElement[] {
    return childrenOf(childOf(this.root, "sheets"), "sheet");
  }

  /** Has Excel compute every formula when it opens the file, where some were left without results. */
  askForCalculation(): void {
    const element = childOf(this.root, "calcPr");
    if (element !== undefined) {
      if (element.attributes.get("fullCalcOnLoad") !== "1") this.retag(element, { fullCalcOnLoad: "1" });
      return;
    }
    const next = this.root.children.find(({ name }) => afterNames.includes(name));
    const at = next?.start ?? this.root.innerEnd;
    this.replace(at, at, '<calcPr fullCalcOnLoad="1"/>');
  }

  get date1904(): boolean {
    return ["1", "true"].includes(childOf(this.root, "workbookPr")?.attributes.get("date1904") ?? "");
  }

  get isStructureProtected(): boolean {
    return ["1", "true"].includes(childOf(this.root, "workbookProtection")?.attributes.get("lockStructure") ?? "");
  }

  setProtection({ password }: { readonly password: string | undefined }): void {
    const hash = password === undefined ? "" : ` workbookPassword="${passwordHash(password)}"`;
    const known = childOf(this.root, "workbookProtection");
    const next = this.root.children.find(({ name }) => ["bookViews", "sheets"].includes(name));
    const at = known?.start ?? next?.start ?? this.root.innerStart;
    this.replace(at, known?.end ?? at, `<workbookProtection${hash} lockStructure="1"/>`);
  }

  /** Takes the protection away where the password is right; one that is kept by a longer hash cannot be compared. */
  clearProtection(password: string): boolean {
    const element = childOf(this.root, "workbookProtection");
    const hash = element?.attributes.get("workbookPassword");
    if (element === undefined) return true;
    if (element.attributes.has("workbookHashValue")) return false;
    if (hash !== undefined && hash.toUpperCase() !== passwordHash(password)) return false;
    this.replace(element.start, element.end, "");
    return true;
  }

  get activeTab(): number {
    return Number(childOf(childOf(this.root, "bookViews"), "workbookView")?.attributes.get("activeTab") ?? 0);
  }

  addSheet({ name, sheetId, relationId }: { name: string; sheetId: number; relationId: string }): void {
    const sheets = childOf(this.root, "sheets");
    if (sheets === undefined) return;
    // Some programs declare the prefix of relations on each sheet alone: what stands on the root serves, else the new sheet brings its own.
    const relations = this.archive.spelled(RELATIONS);
    const known = [...this.root.attributes].find(([key, value]) => key.startsWith("xmlns:") && value === relations);
    const prefix = known?.[0].slice("xmlns:".length) ?? "r";
    const declared = known === undefined ? ` xmlns:r="${relations}"` : "";
    const element = `<sheet${declared} name="${escapeXml(name)}" sheetId="${String(sheetId)}" ${prefix}:id="${relationId}"/>`;
    this.append(sheets, element);
  }

  /** Takes a sheet out of the order; names and views that count sheets by place are put right. */
  dropSheet(index: number): void {
    const sheet = this.sheets[index];
    if (sheet === undefined) return;
    this.replace(sheet.start, sheet.end, "");
    for (const name of [...this.nameElements].reverse()) this.moveName(name, index);
    this.tidyNames();
    const view = childOf(childOf(this.root, "bookViews"), "workbookView");
    const active = this.activeTab;
    if (view !== undefined && active >= index && active > 0) this.retag(view, { activeTab: String(active - 1) });
  }

  /** What becomes of a name when the sheet at an index goes. */
  private moveName(name: XmlElement, gone: number): void {
    const local = name.attributes.get("localSheetId");
    if (local === undefined || Number(local) < gone) return;
    if (Number(local) === gone) this.replace(name.start, name.end, "");
    else this.retag(name, { localSheetId: String(Number(local) - 1) });
  }

  private retag(element: XmlElement, changes: Readonly<Record<string, string | undefined>>): void {
    const tag = /^<[^>]*>/.exec(this.xml.slice(element.start))?.[0] ?? "";
    this.replace(element.start, element.start + tag.length, withAttributes(tag, changes));
  }

  private get nameElements(): readonly XmlElement[] {
    return childrenOf(childOf(this.root, "definedNames"), "definedName");
  }

  /** All names, with those of one sheet carrying its name. */
  names(sheetNames: readonly string[]): readonly NameState[] {
    return this.nameElements.map((element) => {
      const local = element.attributes.get("localSheetId");
      return {
        name: element.attributes.get("name") ?? "",
        formula: textOf(this.xml, element),
        scope: local === undefined ? undefined : sheetNames[Number(local)],
        visible: !["1", "true"].includes(element.attributes.get("hidden") ?? ""),
        comment: element.attributes.get("comment") ?? "",
      };
    });
  }

  addName({ name, formula, scope, visible, comment = "" }: NameState, sheetNames: readonly string[]): void {
    const local = scope === undefined ? "" : ` localSheetId="${String(sheetNames.indexOf(scope))}"`;
    const hidden = visible ? "" : ' hidden="1"';
    const noted = comment === "" ? "" : ` comment="${escapeXml(comment)}"`;
    const element = `<definedName name="${escapeXml(name)}"${noted}${local}${hidden}>${escapeXml(formula)}</definedName>`;
    const list = childOf(this.root, "definedNames");
    if (list !== undefined) {
      this.append(list, element);
      return;
    }
    const next = this.root.children.find((child) => afterNames.includes(child.name));
    const at = next?.start ?? this.root.innerEnd;
    this.replace(at, at, `<definedNames>${element}</definedNames>`);
  }

  deleteName(name: string, scope: string | undefined, sheetNames: readonly string[]): void {
    const local = scope === undefined ? undefined : String(sheetNames.indexOf(scope));
    const element = this.nameElements.find(
      ({ attributes }) =>
        attributes.get("name")?.toLowerCase() === name.toLowerCase() && attributes.get("localSheetId") === local,
    );
    if (element !== undefined) this.replace(element.start, element.end, "");
    this.tidyNames();
  }

  private tidyNames(): void {
    const list = childOf(this.root, "definedNames");
    if (list?.children.length === 0) this.replace(list.start, list.end, "");
  }

  private nameElement(name: string, index: number | undefined): XmlElement | undefined {
    const local = index === undefined ? undefined : String(index);
    return this.nameElements.find(
      ({ attributes }) => attributes.get("name") === name && attributes.get("localSheetId") === local,
    );
  }

  /** Changes attributes of a name. */
  tagName(name: string, index: number | undefined, changes: Readonly<Record<string, string | undefined>>): void {
    const element = this.nameElement(name, index);
    if (element !== undefined) this.retag(element, changes);
  }

  /** Gives a name another formula. */
  changeName(name: string, index: number | undefined, formula: string): void {
    const element = this.nameElement(name, index);
    if (element !== undefined) this.replace(element.innerStart, element.innerEnd, escapeXml(formula));
  }

  /** Changes what is said of the sheet at an index: its name, its state. */
  changeSheet(index: number, changes: Readonly<Record<string, string | undefined>>): void {
    const sheet = this.sheets[index];
    if (sheet !== undefined) this.retag(sheet, changes);
  }

  /** Moves a sheet among the tabs; names and views that count sheets by place are put right. */
  moveSheet(from: number, to: number): void {
    const texts = this.sheets.map(({ start, end }) => this.xml.slice(start, end));
    const order = texts.map((_, index) => index);
    order.splice(to, 0, ...order.splice(from, 1));
    const active = this.activeTab;
    const list = childOf(this.root, "sheets");
    if (list === undefined || from === to) return;
    this.replace(list.innerStart, list.innerEnd, order.map((index) => texts[index] ?? "").join(""));
    for (const name of [...this.nameElements].reverse()) {
      const local = name.attributes.get("localSheetId");
      if (local !== undefined) this.retag(name, { localSheetId: String(order.indexOf(Number(local))) });
    }
    const view = childOf(childOf(this.root, "bookViews"), "workbookView");
    if (view !== undefined) this.retag(view, { activeTab: String(order.indexOf(active)) });
  }

  /** Changes what a hidden name of one sheet says, where there is one. */
  setLocalName(name: string, index: number, formula: string): void {
    const element = this.nameElement(name, index);
    if (element !== undefined) this.replace(element.innerStart, element.innerEnd, escapeXml(formula));
  }
}
