import { CENTRAL, CENTRAL_SIZE, END, END_SIZE, LOCAL, LOCAL_SIZE } from "./zipFormat";

const encoder = new TextEncoder();

/** The version of the format that is needed to unpack: 2.0. */
const VERSION = 20;

/** A part, packed. */
export interface Packed {
  readonly name: string;
  readonly method: number;
  readonly time: number;
  readonly crc: number;
  readonly size: number;
  readonly attributes: number;
  readonly data: Uint8Array;
}

const UTF8_NAME = 0x0800;

interface Named extends Packed {
  readonly bytesOfName: Uint8Array;
}

/** The fields that a local header and a directory entry share, from the version on. */
function writeCommon(view: DataView, at: number, part: Named): void {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 2, UTF8_NAME, true);
  view.setUint16(at + 4, part.method, true);
  view.setUint32(at + 6, part.time, true);
  view.setUint32(at + 10, part.crc, true);
  view.setUint32(at + 14, part.data.length, true);
  view.setUint32(at + 18, part.size, true);
  view.setUint16(at + 22, part.bytesOfName.length, true);
}

/** The bytes of an archive with these parts, in this order. */
export function writeArchive(parts: readonly Packed[]): Uint8Array {
  const named = parts.map((part): Named => ({ ...part, bytesOfName: encoder.encode(part.name) }));
  const sizes = named.map(({ data, bytesOfName }) => LOCAL_SIZE + CENTRAL_SIZE + 2 * bytesOfName.length + data.length);
  const bytes = new Uint8Array(sizes.reduce((sum, size) => sum + size, END_SIZE));
  const view = new DataView(bytes.buffer);
  let at = 0;
  const starts = named.map((part) => {
    const start = at;
    at = writeLocal(bytes, start, part);
    return start;
  });
  const directory = at;
  named.forEach((part, index) => {
    at = writeCentral(bytes, at, { part, start: starts[index] ?? 0 });
  });
  view.setUint32(at, END, true);
  view.setUint16(at + 8, parts.length, true);
  view.setUint16(at + 10, parts.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return bytes;
}

/** Writes a part with its header; gives where the next may stand. */
function writeLocal(bytes: Uint8Array, at: number, part: Named): number {
  const view = new DataView(bytes.buffer);
  const nameStart = at + LOCAL_SIZE;
  const dataStart = nameStart + part.bytesOfName.length;
  view.setUint32(at, LOCAL, true);
  writeCommon(view, at + 4, part);
  bytes.set(part.bytesOfName, nameStart);
  bytes.set(part.data, dataStart);
  return dataStart + part.data.length;
}

/** Writes a part's entry in the directory; gives where the next may stand. */
function writeCentral(bytes: Uint8Array, at: number, { part, start }: { part: Named; start: number }): number {
  const view = new DataView(bytes.buffer);
  view.setUint32(at, CENTRAL, true);
  view.setUint16(at + 4, VERSION, true);
  writeCommon(view, at + 6, part);
  view.setUint32(at + 38, part.attributes, true);
  view.setUint32(at + 42, start, true);
  bytes.set(part.bytesOfName, at + CENTRAL_SIZE);
  return at + CENTRAL_SIZE + part.bytesOfName.length;
}
