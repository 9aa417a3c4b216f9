import { childOf, parseXml, splice, type XmlElement } from "./xml";

/** The lists of a styles part that grow. */
export type List = "numFmts" | "fonts" | "fills" | "borders" | "cellStyleXfs" | "cellXfs" | "cellStyles" | "dxfs";

/** The children of a styles part that are changed as a whole. */
export type Section = "tableStyles";

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

/** The styles part as lists of elements: new ones are appended, and what stands there changes only where somebody asks for just that. */
export class StyleLists {
  private readonly xml: string;
  private readonly root: XmlElement;
  private readonly lists = new Map<List, readonly XmlElement[]>();
  private readonly added = new Map<List, string[]>();
  /** Lists of which an element was changed or taken out. */
  private readonly edited = new Set<List>();
  private readonly rewritten = new Map<string, string>();
  /** The text that an appended element was parsed from; all others stand in the part. */
  private readonly sources = new WeakMap<XmlElement, string>();

  constructor(xml: string) {
    this.xml = xml;
    this.root = parseXml(xml, PART);
  }

  get isChanged(): boolean {
    return this.added.size > 0 || this.edited.size > 0 || this.rewritten.size > 0;
  }

  /** A child of the part that does not grow at its end alone, with its text. */
  section(name: Section): { readonly element: XmlElement | undefined; readonly text: string } {
    const text = this.rewritten.get(name) ?? this.raw(childOf(this.root, name));
    return { element: text === "" ? undefined : parseXml(text, PART), text };
  }

  /** Puts another text in the place of such a child; "" takes it out. */
  setSection(name: Section, text: string): void {
    this.rewritten.set(name, text);
  }

  list(name: List): readonly XmlElement[] {
    return this.lists.get(name) ?? childOf(this.root, name)?.children ?? [];
  }

  raw(element: XmlElement | undefined): string {
    return element === undefined ? "" : (this.sources.get(element) ?? this.xml).slice(element.start, element.end);
  }

  /** The index of an element in a list; it is appended where no equal one stands there. */
  append(name: List, text: string): number {
    const items = this.list(name);
    const known = items.findIndex((item) => this.raw(item) === text);
    return known >= 0 ? known : this.push(name, text);
  }

  /** The index of an element that is appended even where an equal one stands in the list. */
  push(name: List, text: string): number {
    const items = this.list(name);
    this.lists.set(name, [...items, this.parsed(text)]);
    this.added.set(name, [...(this.added.get(name) ?? []), text]);
    return items.length;
  }

  /** Puts another element in the place of one; undefined takes it out, and those behind it move up. */
  replace(name: List, index: number, text: string | undefined): void {
    const items = [...this.list(name)];
    items.splice(index, 1, ...(text === undefined ? [] : [this.parsed(text)]));
    this.lists.set(name, items);
    this.edited.add(name);
  }

  private parsed(text: string): XmlElement {
    const element = parseXml(text, PART);
    this.remember(element, text);
    return element;
  }

  private remember(element: XmlElement, source: string): void {
    this.sources.set(element, source);
    for (const child of element.children) this.remember(child, source);
  }

  /** The whole part with what was appended. */
  get text(): string {
    // From the back to the front, so that the places of what stands before stay true; not every program keeps the lists in order.
    const changes = [...order].reverse().flatMap((name) => this.change(name) ?? []);
    changes.sort((one, other) => other.stretch[0] - one.stretch[0]);
    return changes.reduce((xml, { stretch, text }) => splice(xml, stretch, text), this.xml);
  }

  /** The stretch of the part that makes way for a list with what was appended; undefined where nothing was. */
  private change(name: string): { readonly stretch: readonly [number, number]; readonly text: string } | undefined {
    const list = childOf(this.root, name);
    const text = this.rewritten.get(name) ?? this.grown(name as List, list);
    if (text === undefined) return undefined;
    if (list !== undefined) return { stretch: [list.start, list.end], text };
    const next = this.root.children.find((child) => order.indexOf(child.name) > order.indexOf(name));
    const at = next?.start ?? this.root.innerEnd;
    return { stretch: [at, at], text };
  }

  /** The text of a list with what was appended or changed; undefined where nothing was. */
  private grown(name: List, list: XmlElement | undefined): string | undefined {
    if (!this.added.has(name) && !this.edited.has(name)) return undefined;
    const count = String(this.list(name).length);
    const tag = /^<[^>]*>/.exec(this.raw(list))?.[0] ?? `<${name} count="${count}">`;
    const open = tag.replace(/\scount=("[^"]*"|'[^']*')/, ` count="${count}"`).replace(/\/>$/, ">");
    const spelled = /^<([\w:]+)/.exec(tag)?.[1] ?? name;
    return `${open}${this.inner(name, list)}</${spelled}>`;
  }

  /** What stands between a list's tags: as in the part where nothing in it was changed. */
  private inner(name: List, list: XmlElement | undefined): string {
    if (this.edited.has(name)) return this.textOf(this.list(name));
    const known = list === undefined ? "" : this.xml.slice(list.innerStart, list.innerEnd);
    return known + (this.added.get(name) ?? []).join("");
  }

  private textOf(items: readonly XmlElement[]): string {
    return items.map((item) => this.raw(item)).join("");
  }
}
