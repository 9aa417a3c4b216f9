import type { Archive } from "./archive";
import { broken } from "./fault";
import { bytes32 } from "./growing";
import { endOfSection, isSection } from "./sections";
import { decodeEscapes, unescapeXml, withoutSections } from "./xml";

const decoder = new TextDecoder();

const LESS = 60;
const [S, I] = [115, 105];

/** Whether the name "si" stands here, whole. */
function isItem(xml: Uint8Array, at: number): boolean {
  const after = xml[at + 2] ?? 0;
  return xml[at] === S && xml[at + 1] === I && (after === 62 || after === 47 || after <= 32);
}

const STARTS = ["<t>", '<t xml:space="preserve">'];
const END = "</t>";

/** The inside of a string item that is nothing but one t element; undefined for another one. */
function onlyText(xml: string): string | undefined {
  const start = STARTS.find((one) => xml.startsWith(one))?.length;
  if (start === undefined || xml.indexOf("<", start) !== xml.length - END.length || !xml.endsWith(END))
    return undefined;
  return xml.slice(start, -END.length);
}

/** The text of a string item, rich or plain; phonetic hints left out. */
export function plainString(xml: string): string {
  const plain = onlyText(xml);
  if (plain !== undefined) return decodeEscapes(unescapeXml(plain));
  let text = "";
  for (const match of withoutSections(xml)
    .replace(/<rPh[\s>][\s\S]*?<\/rPh>/g, "")
    .matchAll(/<t(?:\s[^>]*)?>([\s\S]*?)<\/t\s*>/g)) {
    text += match[1] ?? "";
  }
  return decodeEscapes(unescapeXml(text));
}

/** The workbook's table of strings; each is decoded when first asked for. The table itself is never changed: new text stands in its cells. */
export class SharedStrings {
  private readonly starts = bytes32();
  private readonly xml: Uint8Array;
  private readonly texts: (string | undefined)[] = [];

  constructor(archive: Archive, part: string | undefined) {
    this.xml = part === undefined || !archive.has(part) ? new Uint8Array() : archive.xml(part);
    const { xml } = this;
    for (let at = xml.indexOf(LESS); at >= 0; at = xml.indexOf(LESS, at + 1)) {
      if (isSection(xml, at)) at = endOfSection(xml, at, part ?? "") - 1;
      else if (isItem(xml, at + 1)) this.starts.push(at);
    }
  }

  /** How many strings the table has. */
  get count(): number {
    return this.starts.length;
  }

  at(index: number): string {
    const known = this.texts[index];
    if (known !== undefined) return known;
    if (index >= this.starts.length) throw broken("sharedStrings.xml");
    const end = index + 1 < this.starts.length ? this.starts.at(index + 1) : this.xml.length;
    const text = plainString(decoder.decode(this.xml.subarray(this.starts.at(index), end)));
    this.texts[index] = text;
    return text;
  }
}
