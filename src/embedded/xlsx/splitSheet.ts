import { broken } from "./fault";

const decoder = new TextDecoder();

const GREATER = 62;
const SLASH = 47;

function standsAt(bytes: Uint8Array, text: string, at: number): boolean {
  for (let index = 0; index < text.length; index++) {
    if (bytes[at + index] !== text.charCodeAt(index)) return false;
  }
  return true;
}

/** The first place of some ASCII text in bytes; -1 where it is not. */
function firstOf(bytes: Uint8Array, text: string): number {
  const first = text.charCodeAt(0);
  let at = bytes.indexOf(first);
  while (at >= 0 && !standsAt(bytes, text, at)) at = bytes.indexOf(first, at + 1);
  return at;
}

/** The last place of some ASCII text in bytes; -1 where it is not. */
function lastOf(bytes: Uint8Array, text: string): number {
  let at = bytes.length - text.length;
  while (at >= 0 && !standsAt(bytes, text, at)) at -= 1;
  return at;
}

/** What stands before a worksheet's cells, the inside of its sheetData element, and what stands after. */
export interface SplitSheet {
  readonly head: string;
  readonly data: Uint8Array;
  readonly tail: string;
}

/** Splits a worksheet part around its cells; `name` is what a fault is said to lie in. */
export function splitSheet(bytes: Uint8Array, name: string): SplitSheet {
  const start = firstOf(bytes, "<sheetData");
  if (start < 0) throw broken(name);
  const text = (from: number, end = bytes.length) => decoder.decode(bytes.subarray(from, end));
  const head = text(0, start);
  const tagEnd = bytes.indexOf(GREATER, start) + 1;
  if (bytes[tagEnd - 2] === SLASH) return { head, data: new Uint8Array(), tail: text(tagEnd) };
  const end = lastOf(bytes, "</sheetData");
  if (end < tagEnd) throw broken(name);
  return { head, data: bytes.subarray(tagEnd, end), tail: text(bytes.indexOf(GREATER, end) + 1) };
}
