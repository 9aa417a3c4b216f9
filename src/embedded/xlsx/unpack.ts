import { Inflate, inflateSync } from "fflate";
import { crc32 } from "./crc32";
import { broken, FileFaultError } from "./fault";
import type { Entry } from "./zipDirectory";
import { methods } from "./zipFormat";

/** Packed parts beyond this size are unpacked step by step, so that one that says too small a size is found out before it has cost much: bytes grow a thousandfold at most. */
const LARGE = 500_000;
const STEP = 128 * 1024;

/** Unpacks no more than the directory says. */
function inflate(packed: Uint8Array, { name, size }: Entry): Uint8Array {
  if (packed.length <= LARGE) return inflateSync(packed, { out: new Uint8Array(size) });
  const content = new Uint8Array(size);
  let length = 0;
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > size) throw broken(name);
    content.set(chunk, length);
    length += chunk.length;
  });
  for (let at = 0; at < packed.length; at += STEP) {
    stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
  }
  return content.subarray(0, length);
}

function inflated(packed: Uint8Array, entry: Entry): Uint8Array {
  try {
    return inflate(packed, entry);
  } catch {
    // Whatever the library stumbled over: the part is not what its directory says.
    throw broken(entry.name);
  }
}

/** A part's content, of the size and with the check sum that the directory gives. */
export function unpack(archive: Uint8Array, entry: Entry): Uint8Array {
  const packed = archive.subarray(entry.dataStart, entry.dataStart + entry.packed);
  if ((entry.flags & 1) !== 0) throw new FileFaultError({ kind: "encrypted" });
  if (entry.method !== methods.stored && entry.method !== methods.deflated) throw broken(entry.name);
  const content = entry.method === methods.stored ? packed : inflated(packed, entry);
  if (content.length !== entry.size || crc32(content) !== entry.crc) throw broken(entry.name);
  return content;
}
