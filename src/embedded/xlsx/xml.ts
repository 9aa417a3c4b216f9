import { broken, FileFaultError } from "./fault";

/** One element of a part, with its place in the part's text so that everything else can stay as it is. */
export interface XmlElement {
  /** Without a namespace prefix. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** From "<" to after ">" of the end tag. */
  readonly start: number;
  readonly end: number;
  /** Between the start tag and the end tag; both equal `end` for an empty tag. */
  readonly innerStart: number;
  readonly innerEnd: number;
}

const DEEPEST = 200;

const named: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** Character data with its entities and Excel's _xHHHH_ escapes resolved. */
export function unescapeXml(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x[0-9a-fA-F]+|#\d+|\w+);/g, (all, entity: string) => {
    if (!entity.startsWith("#")) return named[entity] ?? all;
    const code = entity.startsWith("#x") ? parseInt(entity.slice(2), 16) : Number(entity.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as character data or attribute value; characters XML cannot hold become Excel's _xHHHH_. */
export function escapeXml(text: string): string {
  const safe = text.includes("_x") ? text.replace(/_(?=x[0-9a-fA-F]{4}_)/g, "_x005F_") : text;
  if (!/[&<>"\u0000-\u0008\u000b-\u001f\ufffe\uffff]/.test(safe)) return safe;
  return safe
    .replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign)
    .replace(
      /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g,
      (sign) => `_x${sign.charCodeAt(0).toString(16).padStart(4, "0").toUpperCase()}_`,
    );
}

/** Excel's _x000D_ and the like as the characters they stand for. */
export function decodeEscapes(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_all, code: string) => String.fromCharCode(parseInt(code, 16)));
}

function readAttributes(tag: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const match of tag.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    attributes.set(match[1] ?? "", unescapeXml(match[2] ?? match[3] ?? ""));
  }
  return attributes;
}

interface Open {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  readonly start: number;
  readonly innerStart: number;
}

/** Where a comment, a CDATA section or an instruction at `at` ends; undefined for an element. */
function skipped(xml: string, at: number, part: string): number | undefined {
  if (xml.startsWith("<!DOCTYPE", at) || xml.startsWith("<!ENTITY", at))
    throw new FileFaultError({ kind: "entities", part });
  const close = [
    ["<!--", "-->"],
    ["<![CDATA[", "]]>"],
    ["<?", "?>"],
  ].find(([open]) => xml.startsWith(open ?? "", at))?.[1];
  if (close === undefined) return undefined;
  const end = xml.indexOf(close, at);
  if (end < 0) throw broken(part);
  return end + close.length;
}

/** Where the tag that begins at `at` ends: a ">" outside quotes. */
function tagEnd(xml: string, at: number, part: string): number {
  for (let index = at; index < xml.length; index++) {
    const sign = xml[index];
    if (sign === ">") return index + 1;
    if (sign !== '"' && sign !== "'") continue;
    index = xml.indexOf(sign, index + 1);
    if (index < 0) break;
  }
  throw broken(part);
}

const localName = (tag: string) => tag.slice(tag.indexOf(":") + 1);

/** Puts elements together from the tags of a part, in the order in which they stand. */
class TreeBuilder {
  private readonly stack: Open[] = [];
  private root: XmlElement | undefined;
  private readonly part: string;

  constructor(part: string) {
    this.part = part;
  }

  /** A start tag or an empty tag, without its angle brackets, that stands from `start` to `end`. */
  open(tag: string, start: number, end: number): void {
    const isEmpty = tag.endsWith("/");
    const said = isEmpty ? tag.slice(0, -1) : tag;
    const name = localName(/^[^\s]+/.exec(said)?.[0] ?? "");
    const open: Open = { name, attributes: readAttributes(said), children: [], start, innerStart: end };
    if (isEmpty) this.finish(open, end, end);
    else this.stack.push(open);
    if (this.stack.length > DEEPEST) throw broken(this.part);
  }

  close(name: string, innerEnd: number, end: number): void {
    const open = this.stack.pop();
    if (open?.name !== localName(name)) throw broken(this.part);
    this.finish(open, innerEnd, end);
  }

  private finish(open: Open, innerEnd: number, end: number): void {
    const element: XmlElement = { ...open, innerEnd, end };
    const parent = this.stack.at(-1);
    if (parent === undefined) this.root ??= element;
    else parent.children.push(element);
  }

  done(): XmlElement {
    if (this.root === undefined || this.stack.length > 0) throw broken(this.part);
    return this.root;
  }
}

/** Parses a part, whole; a document type or entities are refused. `part` names it in a fault. */
export function parseXml(xml: string, part: string): XmlElement {
  const builder = new TreeBuilder(part);
  for (let at = xml.indexOf("<"); at >= 0;) {
    const after = skipped(xml, at, part);
    const end = after ?? tagEnd(xml, at, part);
    if (after === undefined) {
      const tag = xml.slice(at + 1, end - 1);
      if (tag.startsWith("/")) builder.close(tag.slice(1).trim(), at, end);
      else builder.open(tag, at, end);
    }
    at = xml.indexOf("<", end);
  }
  return builder.done();
}

/** The element's children of one name. */
export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

/** XML without comments and instructions, CDATA as plain character data. */
export function withoutSections(xml: string): string {
  if (!/<[!?]/.test(xml)) return xml;
  return xml.replace(/<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, (_all, text?: string) =>
    (text ?? "").replace(/[&<>]/g, (sign) => escapes[sign] ?? sign),
  );
}

/** The element's own character data. */
export function textOf(xml: string, element: XmlElement | undefined): string {
  if (element === undefined) return "";
  const inner = xml.slice(element.innerStart, element.innerEnd);
  if (!inner.includes("<")) return unescapeXml(inner);
  return unescapeXml(withoutSections(inner).replace(/<[^>]*>/g, ""));
}

/** The text with one stretch replaced. */
export function splice(xml: string, [start, end]: readonly [number, number], replacement: string): string {
  return xml.slice(0, start) + replacement + xml.slice(end);
}

/** The text with a further child behind those of an element, which may be an empty tag so far. */
export function withChild(xml: string, { start, end, innerEnd }: XmlElement, child: string): string {
  if (innerEnd < end) return splice(xml, [innerEnd, innerEnd], child);
  const tag = xml.slice(start, end);
  const name = /^<([^\s/>]+)/.exec(tag)?.[1] ?? "";
  return splice(xml, [start, end], `${tag.replace(/\s*\/>$/, ">")}${child}</${name}>`);
}
