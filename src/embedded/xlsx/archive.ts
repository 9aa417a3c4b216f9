import { isStrict, strictly } from "./dialect";
import { broken } from "./fault";
import { bytesOfPart, textOfPart } from "./partText";
import type { Write } from "./output";
import { pack, packWritten, whole, type Packing } from "./pack";
import { unpack } from "./unpack";
import { readDirectory, type Entry } from "./zipDirectory";
import { writeArchive, type Packed } from "./zipWriter";

/** 1980-01-01 00:00, the date of new entries: the same book and the same edits give the same bytes. */
const NO_TIME = 0x00210000;

/** The relationships of the package itself. */
const RELATIONS = "_rels/.rels";

const encoder = new TextEncoder();

interface Part {
  readonly name: string;
  readonly entry: Entry | undefined;
  /** What it was set to; a large part is written anew each time it is wanted. */
  readonly content: Uint8Array | Write | undefined;
}

/** Names of parts are told apart without regard to case. */
const keyOf = (name: string) => name.toLowerCase();

/** The archive of a workbook: parts are unpacked when they are asked for; on saving, parts that were not set keep their packed bytes. */
export class Archive {
  private readonly parts = new Map<string, Part>();
  private readonly bytes: Uint8Array | undefined;
  private isChanged = false;
  private isStrict: boolean | undefined;

  constructor(bytes: Uint8Array | undefined) {
    this.bytes = bytes;
    for (const entry of bytes === undefined ? [] : readDirectory(bytes)) {
      if (this.has(entry.name)) throw broken(entry.name);
      this.parts.set(keyOf(entry.name), { name: entry.name, entry, content: undefined });
    }
  }

  has(name: string): boolean {
    return this.parts.has(keyOf(name));
  }

  /** Full names of all parts. */
  get names(): readonly string[] {
    return [...this.parts.values()].map(({ name }) => name);
  }

  private read(name: string): Uint8Array {
    const part = this.parts.get(keyOf(name));
    if (typeof part?.content === "function") return whole(part.content);
    if (part?.content !== undefined) return part.content;
    if (part?.entry === undefined || this.bytes === undefined) throw broken(name);
    return unpack(this.bytes, part.entry);
  }

  /** A part as it stands in the file; the caller must not change it. */
  raw(name: string): Uint8Array {
    return this.read(name);
  }

  /** A part's XML in UTF-8, its elements without a prefix; the caller must not change it. */
  xml(name: string): Uint8Array {
    return bytesOfPart(this.read(name), name);
  }

  /** As `xml`, as text. */
  text(name: string): string {
    return textOfPart(this.read(name), name);
  }

  /** Markup of ours with the namespaces of this package's kind. Nothing that stands in a cell may be part of it. */
  spelled(markup: string): string {
    this.isStrict ??= this.has(RELATIONS) && isStrict(this.text(RELATIONS));
    return this.isStrict ? strictly(markup) : markup;
  }

  set(name: string, content: Uint8Array | string | Write): void {
    const known = this.parts.get(keyOf(name));
    const bytes = typeof content === "string" ? encoder.encode(content) : content;
    this.parts.set(keyOf(name), { name: known?.name ?? name, entry: known?.entry, content: bytes });
    this.isChanged = true;
  }

  delete(name: string): void {
    this.isChanged = this.parts.delete(keyOf(name)) || this.isChanged;
  }

  /** The whole archive; the very bytes that were opened where nothing was set or deleted. */
  save(): Uint8Array {
    if (!this.isChanged && this.bytes !== undefined) return this.bytes;
    return writeArchive([...this.parts.values()].map((part) => this.pack(part)));
  }

  private pack({ name, entry, content }: Part): Packed {
    if (content === undefined && entry !== undefined && this.bytes !== undefined) {
      const { method, time, crc, size, attributes } = entry;
      const data = this.bytes.subarray(entry.dataStart, entry.dataStart + entry.packed);
      return { name, method, time, crc, size, attributes, data };
    }
    return { name, time: entry?.time ?? NO_TIME, attributes: 0, ...packing(content) };
  }
}

function packing(content: Part["content"]): Packing {
  return typeof content === "function" ? packWritten(content) : pack(content ?? new Uint8Array());
}
