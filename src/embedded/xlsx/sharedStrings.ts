import type { Archive } from "./zip";
import { broken } from "./fault";
import { bytes32 } from "./growing";
import { decodeEscapes, unescapeXml } from "./xml";

const decoder = new TextDecoder();

/** The text of a string item, rich or plain; phonetic hints left out. */
export function plainString(xml: string): string {
  const plain = /^<t(?: xml:space="preserve")?>([^<]*)<\/t>$/.exec(xml)?.[1];
  if (plain !== undefined) return decodeEscapes(unescapeXml(plain));
  let text = "";
  for (const match of xml
    .replace(/<(?:\w+:)?rPh[\s>][\s\S]*?<\/(?:\w+:)?rPh>/g, "")
    .matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?t>/g)) {
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
    this.xml = part === undefined || !archive.has(part) ? new Uint8Array() : archive.read(part);
    const { xml } = this;
    for (let at = xml.indexOf(60); at >= 0; at = xml.indexOf(60, at + 1)) {
      const colon = xml[at + 2] === 58 ? 2 : 0;
      const after = xml[at + 3 + colon] ?? 0;
      const isItem = xml[at + 1 + colon] === 115 && xml[at + 2 + colon] === 105;
      if (isItem && (after === 62 || after === 47 || after <= 32)) this.starts.push(at);
    }
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
