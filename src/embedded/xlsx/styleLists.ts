import { childOf, parseXml, splice, type XmlElement } from "./xml";

/** The lists of a styles part that grow. */
export type List = "numFmts" | "fonts" | "fills" | "borders" | "cellXfs" | "dxfs";

/** The children of a styles part in the order that the file format demands. */
const order = [
  "numFmts",
  "fonts",
  "fills",
  "borders",
  "cellStyleXfs",
  "cellXfs",
  "cellStyles",
  "dxfs",
  "tableStyles",
  "colors",
  "extLst",
];

const PART = "styles.xml";

/** The styles part as lists of elements: new ones are appended, what stands there is never changed. */
export class StyleLists {
  isChanged = false;
  private xml: string;
  private root: XmlElement;

  constructor(xml: string) {
    this.xml = xml;
    this.root = parseXml(xml, PART);
  }

  get text(): string {
    return this.xml;
  }

  list(name: List): readonly XmlElement[] {
    return childOf(this.root, name)?.children ?? [];
  }

  raw(element: XmlElement | undefined): string {
    return element === undefined ? "" : this.xml.slice(element.start, element.end);
  }

  /** The index of an element in a list; it is appended where no equal one stands there. */
  append(name: List, element: string): number {
    const items = this.list(name);
    const known = items.findIndex((item) => this.raw(item) === element);
    if (known >= 0) return known;
    const list = childOf(this.root, name);
    if (list === undefined) this.open(name, element);
    else this.extend(list, { name, element, count: items.length + 1 });
    return items.length;
  }

  /** A list that the file does not have yet. */
  private open(name: List, element: string): void {
    const next = this.root.children.find((child) => order.indexOf(child.name) > order.indexOf(name));
    const at = next?.start ?? this.root.innerEnd;
    this.replace([at, at], `<${name} count="1">${element}</${name}>`);
  }

  private extend(list: XmlElement, { name, element, count }: { name: List; element: string; count: number }): void {
    const tag = /^<[^>]*>/.exec(this.raw(list))?.[0] ?? "";
    const open = tag.replace(/\scount=("[^"]*"|'[^']*')/, ` count="${String(count)}"`).replace(/\/>$/, ">");
    const inner = this.xml.slice(list.innerStart, list.innerEnd);
    const spelled = /^<([\w:]+)/.exec(tag)?.[1] ?? name;
    this.replace([list.start, list.end], `${open}${inner}${element}</${spelled}>`);
  }

  private replace(stretch: readonly [number, number], text: string): void {
    this.xml = splice(this.xml, stretch, text);
    this.root = parseXml(this.xml, PART);
    this.isChanged = true;
  }
}
