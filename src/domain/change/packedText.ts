import { Deflate, inflateSync, strFromU8, strToU8 } from "fflate";
import { finished, type Steps } from "../steps";
import { hashed } from "./hashed";

const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const valueOf = new Map(Array.from(SIGNS, (sign, value) => [sign, value]));

/** Bytes that an unpacked text may take: what claims more was not written by us. */
const MOST_BYTES = 64_000_000;

const signCodes = Uint8Array.from(SIGNS, (sign) => sign.charCodeAt(0));

/** Three bytes as four signs; one or two left over as two or three. */
function inSigns(bytes: Uint8Array): string {
  const signs = new Uint8Array(Math.ceil(bytes.length / 3) * 4);
  let filled = 0;
  for (let at = 0; at < bytes.length; at += 3) {
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    for (let shift = 18; shift >= 0; shift -= 6) signs[filled++] = signCodes[(three >> shift) & 63] ?? 0;
  }
  return strFromU8(signs.subarray(0, Math.ceil((bytes.length * 4) / 3)), true);
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

/** Bytes that are packed at a stretch. */
const AT_A_STRETCH = 262_144;

/** A text in a tenth of its room or so, in letters and digits that XML holds; the same text always gives the same. */
export const packText = (text: string): string => finished(packSteps(text));

/** As `packText`, step by step. */
export function* packSteps(text: string): Steps<string> {
  const bytes = strToU8(text);
  const parts: Uint8Array[] = [];
  const deflate = new Deflate({ level: 9 }, (part) => parts.push(part));
  for (let at = 0; at === 0 || at < bytes.length; at += AT_A_STRETCH) {
    yield;
    deflate.push(bytes.subarray(at, at + AT_A_STRETCH), at + AT_A_STRETCH >= bytes.length);
  }
  yield;
  return `${bytes.length.toString(36)}.${hashed(text)}:${inSigns(joined(parts))}`;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
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
