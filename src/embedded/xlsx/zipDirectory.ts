import { broken, FileFaultError, WHOLE_ARCHIVE } from "./fault";
import { CENTRAL, CENTRAL_SIZE, END, END_SIZE, LOCAL, LOCAL_SIZE } from "./zipFormat";

/** One file within the archive, as its directory describes it. */
export interface Entry {
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

const MOST_ENTRIES = 10_000;
const LARGEST_PART = 600_000_000;
const LARGEST_BOOK = 1_000_000_000;
/** Packed a thousand times and large: no workbook, a bomb. Deflate itself ends at 1032. */
const HIGHEST_RATIO = 400;
const RATIO_COUNTS_FROM = 50_000_000;
/** Stands for a directory that begins beyond four gigabytes. */
const FAR = 0xffffffff;

const decoder = new TextDecoder();

function findEnd(view: DataView): number {
  for (let at = view.byteLength - END_SIZE; at >= 0 && at > view.byteLength - 66_000; at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw broken(WHOLE_ARCHIVE);
}

const isBomb = (size: number, packed: number) => size > RATIO_COUNTS_FROM && size > packed * HIGHEST_RATIO;

/** Refuses parts that are too large to unpack, alone or together. */
function checkSizes(entries: readonly Entry[]): void {
  let total = 0;
  let allPacked = 0;
  for (const { name, size, packed } of entries) {
    total += size;
    allPacked += packed;
    const isLarge = size > LARGEST_PART || total > LARGEST_BOOK;
    if (isLarge || isBomb(size, packed) || isBomb(total, allPacked)) {
      throw new FileFaultError({ kind: "tooLarge", part: name });
    }
  }
}

/** The directory of an archive, its sizes checked before anything is unpacked. */
export function readDirectory(bytes: Uint8Array): readonly Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > MOST_ENTRIES || at === FAR) throw new FileFaultError({ kind: "tooLarge", part: WHOLE_ARCHIVE });
  const entries: Entry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + CENTRAL_SIZE > bytes.length || view.getUint32(at, true) !== CENTRAL) throw broken(WHOLE_ARCHIVE);
    const length = CENTRAL_SIZE + [28, 30, 32].reduce((sum, field) => sum + view.getUint16(at + field, true), 0);
    if (at + length > bytes.length) throw broken(WHOLE_ARCHIVE);
    entries.push(readEntry(view, at));
    at += length;
  }
  checkSizes(entries);
  return entries;
}

function readEntry(view: DataView, at: number): Entry {
  const name = new Uint8Array(view.buffer, view.byteOffset + at + CENTRAL_SIZE, view.getUint16(at + 28, true));
  const packed = view.getUint32(at + 20, true);
  return {
    name: decoder.decode(name),
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    time: view.getUint32(at + 12, true),
    crc: view.getUint32(at + 16, true),
    packed,
    size: view.getUint32(at + 24, true),
    dataStart: dataStart(view, view.getUint32(at + 42, true), packed),
    attributes: view.getUint32(at + 38, true),
  };
}

/** Where the packed bytes begin behind a local record; all of them must lie within the file. */
function dataStart(view: DataView, local: number, packed: number): number {
  if (local + LOCAL_SIZE > view.byteLength || view.getUint32(local, true) !== LOCAL) throw broken(WHOLE_ARCHIVE);
  const start = local + LOCAL_SIZE + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + packed > view.byteLength) throw broken(WHOLE_ARCHIVE);
  return start;
}
