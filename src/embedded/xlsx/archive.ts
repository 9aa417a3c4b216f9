import { deflateSync, inflateSync } from "fflate";
import { crc32 } from "./crc32";
import { broken, FileFaultError } from "./fault";
import { readDirectory, type Entry } from "./zipDirectory";
import { methods } from "./zipFormat";
import { writeArchive, type Packed } from "./zipWriter";

/** 1980-01-01 00:00, the date of new entries: the same book and the same edits give the same bytes. */
const NO_TIME = 0x00210000;
/** Quick, and nearly as small as what Excel writes. */
const LEVEL = 3;

const decoder = new TextDecoder();
const encoder = new TextEncoder();

interface Part {
  readonly entry: Entry | undefined;
  content: Uint8Array | undefined;
  isChanged: boolean;
}

/** The archive of a workbook: parts are unpacked when they are asked for; on saving, parts that were not set keep their packed bytes. */
export class Archive {
  private readonly parts = new Map<string, Part>();
  private readonly bytes: Uint8Array | undefined;
  private isChanged = false;

  constructor(bytes: Uint8Array | undefined) {
    this.bytes = bytes;
    for (const entry of bytes === undefined ? [] : readDirectory(bytes)) {
      if (this.parts.has(entry.name)) throw broken(entry.name);
      this.parts.set(entry.name, { entry, content: undefined, isChanged: false });
    }
  }

  get names(): readonly string[] {
    return [...this.parts.keys()];
  }

  has(name: string): boolean {
    return this.parts.has(name);
  }

  /** The unpacked part; the caller must not change it. */
  read(name: string): Uint8Array {
    const part = this.parts.get(name);
    if (part === undefined) throw broken(name);
    if (part.content !== undefined) return part.content;
    return this.unpack(part, name);
  }

  /** A part as text, kept so that it need not be unpacked again. */
  text(name: string): string {
    const content = this.read(name);
    const isWide = (content[0] === 0xff && content[1] === 0xfe) || (content[0] === 0xfe && content[1] === 0xff);
    if (isWide) return new TextDecoder(content[0] === 0xff ? "utf-16le" : "utf-16be").decode(content);
    return decoder.decode(content);
  }

  private unpack({ entry }: Part, name: string): Uint8Array {
    if (entry === undefined || this.bytes === undefined) throw broken(name);
    const packed = this.bytes.subarray(entry.dataStart, entry.dataStart + entry.packed);
    if ((entry.flags & 1) !== 0) throw new FileFaultError({ kind: "encrypted" });
    if (entry.method === methods.stored) return packed;
    if (entry.method !== methods.deflated) throw broken(name);
    try {
      const content = inflateSync(packed, { out: new Uint8Array(entry.size) });
      if (content.length === entry.size) return content;
    } catch {
      throw broken(name);
    }
    throw broken(name);
  }

  set(name: string, content: Uint8Array | string): void {
    const bytes = typeof content === "string" ? encoder.encode(content) : content;
    this.parts.set(name, { entry: this.parts.get(name)?.entry, content: bytes, isChanged: true });
    this.isChanged = true;
  }

  delete(name: string): void {
    this.isChanged = this.parts.delete(name) || this.isChanged;
  }

  /** The whole archive; the very bytes that were opened where nothing was set or deleted. */
  save(): Uint8Array {
    if (!this.isChanged && this.bytes !== undefined) return this.bytes;
    const packed = [...this.parts].map(([name, part]) => this.pack(name, part));
    return writeArchive(packed);
  }

  private pack(name: string, part: Part): Packed {
    const { entry, content } = part;
    if (!part.isChanged && entry !== undefined && this.bytes !== undefined) {
      const { method, time, crc, size, attributes } = entry;
      const data = this.bytes.subarray(entry.dataStart, entry.dataStart + entry.packed);
      return { name, method, time, crc, size, attributes, data };
    }
    const whole = content ?? new Uint8Array();
    const data = deflateSync(whole, { level: LEVEL });
    return {
      name,
      method: methods.deflated,
      time: entry?.time ?? NO_TIME,
      crc: crc32(whole),
      size: whole.length,
      attributes: 0,
      data,
    };
  }
}
