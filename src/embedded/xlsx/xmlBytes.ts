import { broken } from "./fault";
import { endOfSection, isSection } from "./sections";

const LESS = 60;
const GREATER = 62;
const SLASH = 47;
const QUOTE = 34;
const APOSTROPHE = 39;
const BLANK = 32;

/** What mostly stands in a cell. */
const CELL_PARTS = ["v", "f", "is"];

const decoder = new TextDecoder();

/** Where the inside of an element begins and ends, and the place behind the whole. */
interface Inner {
  readonly start: number;
  readonly end: number;
  readonly after: number;
}

/** Finds its way through the bytes of a part's XML. */
export class XmlBytes {
  protected readonly xml: Uint8Array;
  /** Named where the XML is broken. */
  protected readonly part: string;

  constructor(xml: Uint8Array, part: string) {
    this.xml = xml;
    this.part = part;
  }

  /** Where a byte stands next; what is sought is near. */
  protected find(byte: number, from: number): number {
    const { xml } = this;
    for (let at = from; at < xml.length; at++) if (xml[at] === byte) return at;
    throw broken(this.part);
  }

  /** The place behind the tag, comment or other section that begins at `at`. */
  protected beyond(at: number): number {
    return isSection(this.xml, at) ? endOfSection(this.xml, at, this.part) : this.tagEnd(at);
  }

  /** The place behind the tag that begins at `at`: a ">" outside quotes. */
  protected tagEnd(from: number): number {
    const { xml } = this;
    for (let at = from; at < xml.length; at++) {
      const byte = xml[at];
      if (byte === GREATER) return at + 1;
      if (byte === QUOTE || byte === APOSTROPHE) at = this.find(byte, at + 1);
    }
    throw broken(this.part);
  }

  /** Whether the tag at `at` (a "<") has this name. */
  protected isTag(at: number, name: string): boolean {
    return this.spells(at + 1, name) && this.endsName(at + 1 + name.length);
  }

  /** Whether a name of plain letters stands here. */
  protected spells(at: number, name: string): boolean {
    for (let index = 0; index < name.length; index++) {
      if (this.xml[at + index] !== name.charCodeAt(index)) return false;
    }
    return true;
  }

  protected endsName(at: number): boolean {
    const after = this.xml[at] ?? 0;
    return after === GREATER || after === SLASH || after <= BLANK;
  }

  /** The inside of the element that begins at `at`; comments and empty elements have none. */
  protected innerOf(at: number): Inner {
    const start = this.beyond(at);
    if (this.xml[start - 2] === SLASH || isSection(this.xml, at)) return { start, end: start, after: start };
    const end = this.closing(at, start);
    return { start, end, after: this.find(GREATER, end) + 1 };
  }

  /** Where the end tag of the element that begins at `at` begins. */
  private closing(at: number, from: number): number {
    const name = this.nameAt(at + 1);
    let open = 1;
    for (let next = this.find(LESS, from); ; next = this.find(LESS, this.beyond(next))) {
      open += this.deeper(next, name);
      if (open === 0) return next;
    }
  }

  /** How much deeper inside elements of a name the tag at `at` leads: 1, 0 or -1. No element reaches beyond its cell. */
  private deeper(at: number, name: string): number {
    if (this.xml[at + 1] === SLASH) {
      if (this.isTag(at + 1, name)) return -1;
      if (this.isTag(at + 1, "c")) throw broken(this.part);
      return 0;
    }
    return this.isTag(at, name) && this.xml[this.tagEnd(at) - 2] !== SLASH ? 1 : 0;
  }

  private nameAt(from: number): string {
    for (const name of CELL_PARTS) if (this.isTag(from - 1, name)) return name;
    let end = from;
    while (end < this.xml.length && !this.endsName(end)) end += 1;
    return decoder.decode(this.xml.subarray(from, end));
  }
}
