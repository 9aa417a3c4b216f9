import { crc32 } from "./crc32";
import { broken, FileFaultError } from "./fault";
import { inflate } from "./inflate";
import type { Entry } from "./zipDirectory";
import { methods } from "./zipFormat";

function inflated(packed: Uint8Array, entry: Entry): Uint8Array {
  try {
    return inflate(packed, entry.size);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
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
