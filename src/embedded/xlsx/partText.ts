import { broken, FileFaultError } from "./fault";

const decoder = new TextDecoder("utf-8", { fatal: true });
const encoder = new TextEncoder();

const LESS = 60;

/** Encodings whose letters are those of UTF-8. UTF-16 that is no UTF-16 is what some programs declare by mistake. */
const readable: ReadonlySet<string> = new Set(["utf-8", "utf8", "us-ascii", "ascii", "utf-16"]);

const declaration = /^[^<]*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/;

/** How parts in UTF-16 begin: with a mark, or with "<". */
const marks = [
  ["utf-16le", 0xff, 0xfe],
  ["utf-16be", 0xfe, 0xff],
  ["utf-16le", LESS, 0],
  ["utf-16be", 0, LESS],
] as const;

/** Parts that stand in UTF-16 say so by a mark, or by every other byte of "<" being empty. */
function wideEncoding(content: Uint8Array): string | undefined {
  return marks.find(([, one, other]) => content[0] === one && content[1] === other)?.[0];
}

/** Namespaces of the parts that we read and write; all others keep their prefixes. */
const ownElements =
  /=\s*["']http:\/\/schemas\.openxmlformats\.org\/(?:spreadsheetml\/2006\/main|package\/2006\/(?:relationships|content-types))["']/;

/** The prefix that a part's own elements carry (<x:row>), with the start tag that says so; most have none. */
function rootPrefix(start: string): { readonly prefix: string; readonly tag: string } | undefined {
  const elements = start.replace(/<\?[\s\S]*?\?>|<!--[\s\S]*?-->/g, "");
  const [tag = "", prefix] = /^[^<]*<([\w.-]+):[^>]*>/.exec(elements) ?? [];
  return prefix === undefined || !ownElements.test(tag) ? undefined : { prefix, tag };
}

/** The text as if its elements carried no prefix. */
function withoutPrefix(text: string, part: string): string {
  const found = rootPrefix(text.slice(0, HEAD));
  if (found === undefined) return text;
  const { prefix, tag } = found;
  if (/\sxmlns\s*=/.test(tag)) throw broken(part);
  const bare = text.replaceAll(`<${prefix}:`, "<").replaceAll(`</${prefix}:`, "</");
  const plain = bare.replace(`xmlns:${prefix}=`, "xmlns=");
  if (rootPrefix(plain.slice(0, HEAD)) !== undefined) throw broken(part);
  return plain;
}

/** So many letters hold the declaration and the root's start tag. */
const HEAD = 4_000;

function checkEncoding(start: string, part: string): void {
  const encoding = declaration.exec(start)?.[1];
  if (encoding !== undefined && !readable.has(encoding.toLowerCase())) {
    throw new FileFaultError({ kind: "encoding", part, encoding });
  }
}

/** Whether a part can be read as it stands: UTF-8 without a mark, its elements without a prefix. */
function isPlain(content: Uint8Array, part: string): boolean {
  if (wideEncoding(content) !== undefined) return false;
  const start = String.fromCharCode(...content.subarray(0, HEAD));
  checkEncoding(start, part);
  return rootPrefix(start) === undefined;
}

function decoded(content: Uint8Array, part: string): string {
  const wide = wideEncoding(content);
  try {
    return (wide === undefined ? decoder : new TextDecoder(wide)).decode(content);
  } catch {
    throw new FileFaultError({ kind: "encoding", part, encoding: "?" });
  }
}

/** A part's XML as text, whatever its encoding; elements carry no prefix, and it declares UTF-8. */
export function textOfPart(content: Uint8Array, part: string): string {
  if (isPlain(content, part)) return decoded(content, part);
  const text = withoutPrefix(decoded(content, part), part);
  return text.replace(/^([^<]*<\?xml[^>]*?\sencoding\s*=\s*["'])utf-16/i, "$1UTF-8");
}

/** As `textOfPart`, in UTF-8; the very bytes where there is nothing to change. */
export function bytesOfPart(content: Uint8Array, part: string): Uint8Array {
  return isPlain(content, part) ? content : encoder.encode(textOfPart(content, part));
}
