import { childOf, childrenOf, parseXml, splice, type XmlElement } from "./xml";

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

/** Everything of a worksheet but its cells, as text; elements are replaced one by one and the rest stays as it was. */
export class SheetXml {
  isChanged = false;
  private xml: string;
  private parsed: XmlElement | undefined;
  private readonly part: string;

  /** `head` ends before sheetData, `tail` begins after it. */
  constructor(head: string, tail: string, part: string) {
    this.xml = head + DATA + tail;
    this.part = part;
  }

  get root(): XmlElement {
    this.parsed ??= parseXml(this.xml, this.part);
    return this.parsed;
  }

  get text(): string {
    return this.xml;
  }

  /** The text before and after the cells. */
  get ends(): readonly [string, string] {
    const at = this.xml.indexOf(DATA);
    return [this.xml.slice(0, at), this.xml.slice(at + DATA.length)];
  }

  element(name: string): XmlElement | undefined {
    return childOf(this.root, name);
  }

  elements(name: string): readonly XmlElement[] {
    return childrenOf(this.root, name);
  }

  raw(element: XmlElement): string {
    return this.xml.slice(element.start, element.end);
  }

  /** Replaces the element of a name, puts it where it belongs, or takes it out. */
  set(name: string, xml: string | undefined): void {
    const known = this.element(name);
    if (known !== undefined) this.replace(known.start, known.end, xml ?? "");
    else if (xml !== undefined) this.insert(name, xml);
  }

  /** Puts a further element of a name before those that follow it in the file format. */
  insert(name: string, xml: string): void {
    const next = this.root.children.find((child) => order.indexOf(child.name) > order.indexOf(name));
    const at = next?.start ?? this.root.innerEnd;
    this.replace(at, at, xml);
  }

  replace(start: number, end: number, xml: string): void {
    this.xml = splice(this.xml, [start, end], xml);
    this.parsed = undefined;
    this.isChanged = true;
  }

  /** Sets or takes out attributes of an element that stands there. */
  setAttributes(element: XmlElement, changes: Readonly<Record<string, string | undefined>>): void {
    const tag = /^<[^>]*>/.exec(this.raw(element))?.[0] ?? "";
    this.replace(element.start, element.start + tag.length, withAttributes(tag, changes));
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
