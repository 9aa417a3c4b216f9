import { deflateSync, inflateSync, strFromU8, strToU8 } from "fflate";
import { hashed } from "./hashed";

const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const valueOf = new Map(Array.from(SIGNS, (sign, value) => [sign, value]));

/** Bytes that an unpacked text may take: what claims more was not written by us. */
const MOST_BYTES = 64_000_000;

function inSigns(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const signs = [18, 12, 6, 0].map((shift) => SIGNS[(three >> shift) & 63] ?? "").join("");
    parts.push(signs.slice(0, Math.min(4, bytes.length - at + 1)));
  }
  return parts.join("");
}

function inBytes(signs: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((signs.length * 3) / 4));
  let [bits, many, at] = [0, 0, 0];
  for (const sign of signs) {
    bits = ((bits << 6) | (valueOf.get(sign) ?? 0)) & 0xfffff;
    many += 6;
    if (many >= 8) {
      many -= 8;
      bytes[at++] = (bits >> many) & 255;
    }
  }
  return bytes;
}

/** A text in a tenth of its room or so, in letters and digits that XML holds; the same text always gives the same. */
export function packText(text: string): string {
  const bytes = strToU8(text);
  return `${bytes.length.toString(36)}.${hashed(text)}:${inSigns(deflateSync(bytes, { level: 9 }))}`;
}

/** What was packed; undefined for anything else that may stand in a part of the file. */
export function unpackText(packed: string): string | undefined {
  const [, length = "", hash, signs = ""] = /^([0-9a-z]{1,6})\.([0-9a-z]+):([A-Za-z0-9+/]*)$/.exec(packed) ?? [];
  const size = parseInt(length, 36);
  if (!(size <= MOST_BYTES)) return undefined;
  try {
    const text = strFromU8(inflateSync(inBytes(signs), { out: new Uint8Array(size) }));
    return hashed(text) === hash ? text : undefined;
  } catch {
    // What a part of the file holds may be anything; what cannot be unpacked counts as none.
    return undefined;
  }
}
