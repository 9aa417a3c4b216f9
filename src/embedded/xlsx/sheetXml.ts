import { parseXml, splice, textOf, withChild, type XmlElement } from "./xml";

/** The children of a worksheet in the order that the file format demands. */
const order = [
  "sheetPr",
  "dimension",
  "sheetViews",
  "sheetFormatPr",
  "cols",
  "sheetData",
  "sheetCalcPr",
  "sheetProtection",
  "protectedRanges",
  "scenarios",
  "autoFilter",
  "sortState",
  "dataConsolidate",
  "customSheetViews",
  "mergeCells",
  "phoneticPr",
  "conditionalFormatting",
  "dataValidations",
  "hyperlinks",
  "printOptions",
  "pageMargins",
  "pageSetup",
  "headerFooter",
  "rowBreaks",
  "colBreaks",
  "customProperties",
  "cellWatches",
  "ignoredErrors",
  "smartTags",
  "drawing",
  "legacyDrawing",
  "legacyDrawingHF",
  "picture",
  "oleObjects",
  "controls",
  "webPublishItems",
  "tableParts",
  "extLst",
];

const DATA = "<sheetData/>";

/** One child of the worksheet element, parsed when first asked for, with what stands before it. */
interface Child {
  readonly name: string;
  readonly gap: string;
  text: string;
  element: XmlElement | undefined;
}

/** Everything of a worksheet but its cells, as text; elements are replaced one by one and the rest stays as it was. */
export class SheetXml {
  /** Counts the changes: what was made of the elements holds for as long as it stays the same. */
  private changes = 0;
  private readonly part: string;
  /** The worksheet's start tag and all before it, its children, and what stands after the last of them. */
  private readonly opening: string;
  private readonly children: Child[];
  private readonly closing: string;
  /** The child that an element stands in. */
  private readonly owners = new WeakMap<XmlElement, Child>();

  /** `head` ends before sheetData, `tail` begins after it. */
  constructor(head: string, tail: string, part: string) {
    const xml = head + DATA + tail;
    this.part = part;
    const root = parseXml(xml, part);
    let end = root.innerStart;
    this.opening = xml.slice(0, end);
    this.children = root.children.map(({ name, start, end: childEnd }): Child => {
      const gap = xml.slice(end, start);
      end = childEnd;
      return { name, gap, text: xml.slice(start, childEnd), element: undefined };
    });
    this.closing = xml.slice(end);
  }

  get revision(): number {
    return this.changes;
  }

  get isChanged(): boolean {
    return this.changes > 0;
  }

  /** The text before and after the cells. */
  get ends(): readonly [string, string] {
    const at = this.children.findIndex(({ name }) => name === "sheetData");
    const text = (children: readonly Child[]) => children.map((child) => child.gap + child.text).join("");
    const head = this.opening + text(this.children.slice(0, at)) + (this.children[at]?.gap ?? "");
    return [head, text(this.children.slice(at + 1)) + this.closing];
  }

  private parsed(child: Child): XmlElement {
    if (child.element === undefined) {
      child.element = parseXml(child.text, this.part);
      this.own(child.element, child);
    }
    return child.element;
  }

  private own(element: XmlElement, child: Child): void {
    this.owners.set(element, child);
    for (const inner of element.children) this.own(inner, child);
  }

  private owner(element: XmlElement): Child {
    const child = this.owners.get(element);
    if (child === undefined) throw new RangeError(`No element ${element.name} of ${this.part}`);
    return child;
  }

  /** An element as it stands in the file; undefined where there is none. */
  text(name: string): string | undefined {
    return this.children.find((one) => one.name === name)?.text;
  }

  element(name: string): XmlElement | undefined {
    const child = this.children.find((one) => one.name === name);
    return child && this.parsed(child);
  }

  elements(name: string): readonly XmlElement[] {
    return this.children.filter((child) => child.name === name).map((child) => this.parsed(child));
  }

  raw(element: XmlElement): string {
    return this.owner(element).text.slice(element.start, element.end);
  }

  /** Character data of an element. */
  textOf(element: XmlElement | undefined): string {
    return element === undefined ? "" : textOf(this.owner(element).text, element);
  }

  /** Replaces the element of a name, puts it where it belongs, or takes it out. */
  set(name: string, xml: string | undefined): void {
    const known = this.children.find((child) => child.name === name);
    if (known !== undefined) this.change(known, xml ?? "");
    else if (xml !== undefined) this.insert(name, xml);
  }

  /** Puts a further element of a name before those that follow it in the file format. */
  insert(name: string, xml: string): void {
    const next = this.children.findIndex((child) => order.indexOf(child.name) > order.indexOf(name));
    const at = next < 0 ? this.children.length : next;
    this.children.splice(at, 0, { name, gap: "", text: xml, element: undefined });
    this.changes += 1;
  }

  /** Replaces an element, or with nothing takes it out. */
  replace(element: XmlElement, xml: string): void {
    const child = this.owner(element);
    this.change(child, splice(child.text, [element.start, element.end], xml));
  }

  /** Puts a further child behind those of an element. */
  append(element: XmlElement, xml: string): void {
    const child = this.owner(element);
    this.change(child, withChild(child.text, element, xml));
  }

  /** Sets or takes out attributes of an element that stands there. */
  setAttributes(element: XmlElement, changes: Readonly<Record<string, string | undefined>>): void {
    const tag = /^<[^>]*>/.exec(this.raw(element))?.[0] ?? "";
    const child = this.owner(element);
    const stretch = [element.start, element.start + tag.length] as const;
    this.change(child, splice(child.text, stretch, withAttributes(tag, changes)));
  }

  /** Gives a child another text; without any it goes. */
  private change(child: Child, text: string): void {
    child.text = text;
    child.element = undefined;
    if (child.text === "") this.children.splice(this.children.indexOf(child), 1);
    this.changes += 1;
  }
}

/** A start tag with some attributes set or, where undefined, taken out. */
export function withAttributes(tag: string, changes: Readonly<Record<string, string | undefined>>): string {
  let text = tag;
  for (const [name, value] of Object.entries(changes)) {
    const known = new RegExp(`\\s${name}=("[^"]*"|'[^']*')`);
    if (value === undefined) text = text.replace(known, "");
    else if (known.test(text)) text = text.replace(known, ` ${name}="${value}"`);
    else text = text.replace(/\s*(\/?)>$/, ` ${name}="${value}"$1>`);
  }
  return text;
}
