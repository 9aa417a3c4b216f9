import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** Draws whole numbers below a bound; the same seed draws the same. */
export type Draw = (below: number) => number;

/** A generator of random numbers from a seed. */
export function draws(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const one = <Value>(draw: Draw, values: readonly Value[]): Value => {
  const value = values[draw(values.length)];
  if (value === undefined) throw new RangeError("nothing to draw from");
  return value;
};

/** What no program writes where a number, a place, a text or a formula is to stand. */
const oddities: readonly string[] = [
  ...[
    "",
    " ",
    "0",
    "-1",
    "1.5",
    "65536",
    "2147483648",
    "4294967296",
    "99999999999999999999",
    "1e309",
    "-1e-320",
    "NaN",
  ],
  ...["A1", "A0", "XFE1", "A1048577", "A1:XFD1048576", "XFD1048576:A1", "A:A", "1:1", "A1:B2 C3:D4 ?", "ZZZZ99999999"],
  ...[
    "true",
    "none",
    "s",
    "inlineStr",
    "d",
    "shared",
    "array",
    "../../x.xml",
    "/",
    "rId1",
    "rId999",
    "_xlnm.Print_Area",
  ],
  ...[
    "&#0;",
    "&#x110000;",
    "&unknown;",
    "&lt;row>",
    "_xFFFF_",
    "\ud83d\ude00",
    "甲".repeat(40_000),
    "((((((((((",
    "=1/0",
  ],
  ...[
    `${"(".repeat(3_000)}1`,
    `1${"+1".repeat(3_000)}`,
    `{${"1,".repeat(500)}1}`,
    "'unclosed!A1",
    '"unclosed',
    "#REF!",
    "[1]x!A1",
  ],
];

type Change<Content> = (content: Content, draw: Draw) => Content;

function spliced(bytes: Uint8Array, start: number, end: number, put: Uint8Array = new Uint8Array()): Uint8Array {
  const result = new Uint8Array(bytes.length - (end - start) + put.length);
  result.set(bytes.subarray(0, start));
  result.set(put, start);
  result.set(bytes.subarray(end), start + put.length);
  return result;
}

function stretch(length: number, draw: Draw): readonly [number, number] {
  const start = draw(length + 1);
  return [start, Math.min(length, start + 1 + draw(one(draw, [1, 4, 64, 1_000])))];
}

/** Damage that befalls any bytes. */
const damages: readonly Change<Uint8Array>[] = [
  (bytes, draw) => {
    const damaged = bytes.slice();
    for (let times = 1 + draw(4); times > 0; times--) damaged[draw(bytes.length)] = draw(256);
    return damaged;
  },
  (bytes, draw) => bytes.slice(0, draw(bytes.length + 1)),
  (bytes, draw) => bytes.slice(draw(bytes.length)),
  (bytes, draw) => spliced(bytes, ...stretch(bytes.length, draw)),
  (bytes, draw) => {
    const [start, end] = stretch(bytes.length, draw);
    return spliced(bytes, start, start, bytes.slice(start, end));
  },
  (bytes, draw) => bytes.slice().fill(draw(2) * 255, ...stretch(bytes.length, draw)),
];

/** A match of a pattern, drawn among all; undefined where there is none. */
function drawn(
  xml: string,
  pattern: RegExp,
  draw: Draw,
): { readonly at: number; readonly match: RegExpMatchArray } | undefined {
  const found = [...xml.matchAll(pattern)];
  const match = found[draw(Math.max(1, found.length))];
  return match === undefined ? undefined : { at: match.index, match };
}

/** Puts something into the place of what a pattern finds. */
function replacing(pattern: RegExp, by: (match: RegExpMatchArray, draw: Draw) => string): Change<string> {
  return (xml, draw) => {
    const found = drawn(xml, pattern, draw);
    if (found === undefined) return xml;
    const { at, match } = found;
    return xml.slice(0, at) + by(match, draw) + xml.slice(at + match[0].length);
  };
}

const attribute = /(\s[\w:]+=")([^"]*)(")/g;
const tag = /<[^>]+>/g;
const leaf = /<(\w[\w:.]*)(?:\s[^>]*)?(?:\/>|>[^<]*<\/\1>)/g;
const element = /<(\w[\w:.]*)(?:\s[^>]*)?>[\s\S]{0,4000}?<\/\1>/g;

/** What may be wrong with a part's XML. */
const slips: readonly Change<string>[] = [
  replacing(attribute, (match, draw) => `${match[1] ?? ""}${one(draw, oddities)}${match[3] ?? ""}`),
  replacing(attribute, () => ""),
  replacing(attribute, (match) => match[0] + match[0]),
  replacing(attribute, (match) => match[0].replaceAll('"', "'")),
  replacing(/>[^<]+</g, (_match, draw) => `>${one(draw, oddities)}<`),
  replacing(/\d+/g, (_match, draw) => one(draw, oddities)),
  replacing(tag, () => ""),
  replacing(tag, (match) => match[0] + match[0]),
  replacing(leaf, () => ""),
  replacing(leaf, (match, draw) => match[0].repeat(2 + draw(40))),
  replacing(element, () => ""),
  replacing(element, (match) => match[0] + match[0]),
  replacing(element, (match, draw) => `<${match[1] ?? ""}>`.repeat(draw(400)) + match[0]),
  replacing(
    tag,
    (match, draw) =>
      one(draw, ["<!-- < > -->", "<![CDATA[<c>]]>", "<?x y?>", "<!DOCTYPE a>", "\u0000", "\ufeff"]) + match[0],
  ),
  replacing(/<(\w+)/g, (match) => `<x:${match[1] ?? ""}`),
  replacing(/<(\w+)/g, (match) => `<${(match[1] ?? "").toUpperCase()}`),
  (xml, draw) => {
    const [a, b] = [drawn(xml, attribute, draw), drawn(xml, attribute, draw)];
    if (a === undefined || b === undefined || a.at >= b.at) return xml;
    const between = xml.slice(a.at + a.match[0].length, b.at);
    return xml.slice(0, a.at) + b.match[0] + between + a.match[0] + xml.slice(b.at + b.match[0].length);
  },
  (xml, draw) => {
    const [a, b] = [drawn(xml, leaf, draw), drawn(xml, leaf, draw)];
    return a === undefined || b === undefined ? xml : xml.slice(0, a.at) + b.match[0] + xml.slice(a.at);
  },
  (xml, draw) => xml.slice(0, draw(xml.length + 1)),
];

type Parts = Record<string, Uint8Array>;

function without(parts: Parts, name: string): Parts {
  return Object.fromEntries(Object.entries(parts).filter(([other]) => other !== name));
}

/** Lists that name other parts go wrong as often as sheets do. */
function partName(parts: Parts, draw: Draw): string {
  const names = Object.keys(parts);
  const core = names.filter((name) => /sheet\d|workbook|styles|sharedStrings|Content_Types|rels$/.test(name));
  return one(draw, draw(3) > 0 && core.length > 0 ? core : names);
}

function inPart(change: Change<Uint8Array>): Change<Parts> {
  return (parts, draw) => {
    const name = partName(parts, draw);
    return { ...parts, [name]: change(parts[name] ?? new Uint8Array(), draw) };
  };
}

const slip: Change<Parts> = inPart((bytes, draw) => strToU8(one(draw, slips)(strFromU8(bytes), draw)));

/** What may be wrong with the parts of an archive. */
const losses: readonly Change<Parts>[] = [
  (parts, draw) => without(parts, partName(parts, draw)),
  (parts, draw) => ({ ...parts, [partName(parts, draw)]: parts[partName(parts, draw)] ?? new Uint8Array() }),
  (parts, draw) => ({
    ...parts,
    [`xl/worksheets/copy${String(draw(3))}.xml`]: parts[partName(parts, draw)] ?? new Uint8Array(),
  }),
  (parts, draw) => ({ ...parts, [partName(parts, draw)]: new Uint8Array(draw(2) * 3) }),
  (parts, draw) => {
    const name = partName(parts, draw);
    return {
      ...without(parts, name),
      [one(draw, [name.toUpperCase(), `/${name}`, name.replaceAll("/", "\\"), `../${name}`])]:
        parts[name] ?? new Uint8Array(),
    };
  },
  inPart((bytes) => Uint8Array.from(Buffer.from(`\ufeff${strFromU8(bytes)}`, "utf16le"))),
  inPart((bytes, draw) => one(draw, damages)(bytes.length === 0 ? Uint8Array.of(0) : bytes, draw)),
];

/** A workbook with something wrong: in the bytes of its archive, the parts that it has, or their XML; mostly the last. */
export function mutated(file: Uint8Array, draw: Draw): Uint8Array {
  if (draw(8) === 0) return one(draw, damages)(file, draw);
  let parts: Parts = unzipSync(file);
  for (let times = 1 + draw(3); times > 0; times--) {
    parts = draw(5) === 0 ? one(draw, losses)(parts, draw) : slip(parts, draw);
  }
  return zipSync(parts, { level: 1 });
}
