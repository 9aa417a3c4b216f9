import { deflateSync, inflateSync } from "fflate";
import { crc32 } from "./crc32";
import { broken, FileFaultError } from "./fault";

/** One file within the archive, as its directory describes it. */
interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly time: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly dataStart: number;
  readonly attributes: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** 1980-01-01 00:00, the date of new entries: the same book and the same edits give the same bytes. */
const NO_TIME = 0x00210000;

const MOST_ENTRIES = 10_000;
const LARGEST_PART = 600_000_000;
const LARGEST_BOOK = 1_000_000_000;
/** Packed a thousand times and large: no workbook, a bomb. Deflate itself ends at 1032. */
const HIGHEST_RATIO = 400;
const RATIO_COUNTS_FROM = 50_000_000;

const decoder = new TextDecoder();
const encoder = new TextEncoder();

function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0 && at > view.byteLength - 66_000; at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw broken("zip");
}

function checkSizes(entries: readonly Entry[]): void {
  let total = 0;
  for (const { name, size, packed } of entries) {
    total += size;
    const isBomb = size > RATIO_COUNTS_FROM && size > packed * HIGHEST_RATIO;
    if (size > LARGEST_PART || total > LARGEST_BOOK || isBomb)
      throw new FileFaultError({ kind: "tooLarge", part: name });
  }
}

function readDirectory(bytes: Uint8Array): readonly Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > MOST_ENTRIES || at === 0xffffffff) throw new FileFaultError({ kind: "tooLarge", part: "zip" });
  const entries: Entry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) throw broken("zip");
    const nameLength = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    if (local + 30 > bytes.length || view.getUint32(local, true) !== LOCAL) throw broken("zip");
    const dataStart = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const packed = view.getUint32(at + 20, true);
    if (dataStart + packed > bytes.length) throw broken("zip");
    entries.push({
      name: decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      time: view.getUint32(at + 12, true),
      crc: view.getUint32(at + 16, true),
      packed,
      size: view.getUint32(at + 24, true),
      dataStart,
      attributes: view.getUint32(at + 38, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  checkSizes(entries);
  return entries;
}

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
    if (entry.method === 0) return packed;
    if (entry.method !== 8) throw broken(name);
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
    const data = deflateSync(whole, { level: 3 });
    return {
      name,
      method: 8,
      time: entry?.time ?? NO_TIME,
      crc: crc32(whole),
      size: whole.length,
      attributes: 0,
      data,
    };
  }
}

interface Packed {
  readonly name: string;
  readonly method: number;
  readonly time: number;
  readonly crc: number;
  readonly size: number;
  readonly attributes: number;
  readonly data: Uint8Array;
}

const UTF8_NAME = 0x0800;

/** The fields that a local header and a directory entry share, from the version on. */
function writeCommon(view: DataView, at: number, part: Packed, nameLength: number): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, UTF8_NAME, true);
  view.setUint16(at + 4, part.method, true);
  view.setUint32(at + 6, part.time, true);
  view.setUint32(at + 10, part.crc, true);
  view.setUint32(at + 14, part.data.length, true);
  view.setUint32(at + 18, part.size, true);
  view.setUint16(at + 22, nameLength, true);
}

function writeArchive(parts: readonly Packed[]): Uint8Array {
  const names = parts.map(({ name }) => encoder.encode(name));
  const total = parts.reduce((sum, { data }, index) => sum + 76 + 2 * (names[index]?.length ?? 0) + data.length, 22);
  const bytes = new Uint8Array(total);
  const view = new DataView(bytes.buffer);
  const starts: number[] = [];
  let at = 0;
  parts.forEach((part, index) => {
    const name = names[index] ?? new Uint8Array();
    starts.push(at);
    view.setUint32(at, LOCAL, true);
    writeCommon(view, at + 4, part, name.length);
    bytes.set(name, at + 30);
    bytes.set(part.data, at + 30 + name.length);
    at += 30 + name.length + part.data.length;
  });
  const directory = at;
  parts.forEach((part, index) => {
    const name = names[index] ?? new Uint8Array();
    view.setUint32(at, CENTRAL, true);
    view.setUint16(at + 4, 20, true);
    writeCommon(view, at + 6, part, name.length);
    view.setUint32(at + 38, part.attributes, true);
    view.setUint32(at + 42, starts[index] ?? 0, true);
    bytes.set(name, at + 46);
    at += 46 + name.length;
  });
  view.setUint32(at, END, true);
  view.setUint16(at + 8, parts.length, true);
  view.setUint16(at + 10, parts.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return bytes;
}
