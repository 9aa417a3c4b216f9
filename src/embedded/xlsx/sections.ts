import { broken, FileFaultError } from "./fault";

const EXCLAMATION = 33;
const QUESTION = 63;

/** Whether a "<" begins a comment, a CDATA section, an instruction or a document type instead of a tag. */
export function isSection(xml: Uint8Array, at: number): boolean {
  const next = xml[at + 1];
  return next === EXCLAMATION || next === QUESTION;
}

/** How such stretches begin and end. */
const sections = [
  ["<!--", "-->"],
  ["<![CDATA[", "]]>"],
  ["<?", "?>"],
] as const;

function standsAt(bytes: Uint8Array, text: string, at: number): boolean {
  for (let index = 0; index < text.length; index++) {
    if (bytes[at + index] !== text.charCodeAt(index)) return false;
  }
  return true;
}

/** The place behind the comment, CDATA section or instruction that begins at `at`; a document type is refused. */
export function endOfSection(xml: Uint8Array, at: number, part: string): number {
  const section = sections.find(([open]) => standsAt(xml, open, at));
  if (section === undefined) throw new FileFaultError({ kind: "entities", part });
  const [open, close] = section;
  for (let end = at + open.length; end < xml.length; end++) if (standsAt(xml, close, end)) return end + close.length;
  throw broken(part);
}
