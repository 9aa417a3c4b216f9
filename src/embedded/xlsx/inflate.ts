/** A code of Huffman's: by the next bits of the stream, the symbol (shifted by four) and how many of the bits it takes. */
interface Code {
  readonly entries: Uint16Array;
  /** Bits of the longest symbol. */
  readonly most: number;
}

/** Lengths and distances of repetitions: where each symbol's begin, and how many further bits say the rest (RFC 1951, 3.2.5). */
const lengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const distanceBits = Array.from({ length: 30 }, (_, symbol) => Math.max(0, (symbol >> 1) - 1));
const lengthFrom = [...startsOf(lengthBits.slice(0, -1), 3), 258];
const distanceFrom = startsOf(distanceBits, 1);

function startsOf(bits: readonly number[], first: number): number[] {
  let start = first;
  return bits.map((more) => {
    const from = start;
    start += 1 << more;
    return from;
  });
}

/** The order in which a block gives the lengths of the code for its codes. */
const codeOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

const END_OF_BLOCK = 256;

function reversed(code: number, bits: number): number {
  let result = 0;
  for (let bit = 0; bit < bits; bit++) result |= ((code >> bit) & 1) << (bits - 1 - bit);
  return result;
}

/** The code in which each symbol has so many bits, 0 for none. */
function codeOf(lengths: readonly number[]): Code {
  const most = Math.max(1, ...lengths);
  const entries = new Uint16Array(1 << most);
  let next = 0;
  for (let bits = 1; bits <= most; bits++) {
    next <<= 1;
    for (let symbol = lengths.indexOf(bits); symbol >= 0; symbol = lengths.indexOf(bits, symbol + 1)) {
      if (next >> bits !== 0) throw new RangeError("more symbols than a code has room for");
      for (let at = reversed(next, bits); at < entries.length; at += 1 << bits) entries[at] = (symbol << 4) | bits;
      next += 1;
    }
  }
  return { entries, most };
}

const fixedLengths = Array.from({ length: 288 }, (_, symbol) => {
  if (symbol < 144) return 8;
  if (symbol < 256) return 9;
  return symbol < 280 ? 7 : 8;
});

const fixedLengthCode = codeOf(fixedLengths);
const fixedDistanceCode = codeOf(new Array<number>(30).fill(5));

class Inflater {
  private readonly packed: Uint8Array;
  private readonly out: Uint8Array;
  private at = 0;
  private hold = 0;
  private held = 0;
  length = 0;

  constructor(packed: Uint8Array, out: Uint8Array) {
    this.packed = packed;
    this.out = out;
  }

  run(): void {
    for (let isLast = false; !isLast;) {
      isLast = this.bits(1) === 1;
      this.block(this.bits(2));
      if (this.at - (this.held >> 3) > this.packed.length) throw new RangeError("the stream ends too early");
    }
  }

  private block(kind: number): void {
    if (kind === 0) this.stored();
    else if (kind === 1) this.coded(fixedLengthCode, fixedDistanceCode);
    else if (kind === 2) this.dynamic();
    else throw new RangeError("no such block");
  }

  /** Beyond the end the stream is taken to go on with zeros; `run` finds out. */
  private fill(bits: number): void {
    while (this.held < bits) {
      this.hold |= (this.packed[this.at++] ?? 0) << this.held;
      this.held += 8;
    }
  }

  private bits(count: number): number {
    this.fill(count);
    const value = this.hold & ((1 << count) - 1);
    this.hold >>>= count;
    this.held -= count;
    return value;
  }

  private symbol({ entries, most }: Code): number {
    this.fill(most);
    const entry = entries[this.hold & (entries.length - 1)] ?? 0;
    const bits = entry & 15;
    if (bits === 0) throw new RangeError("no such symbol");
    this.hold >>>= bits;
    this.held -= bits;
    return entry >> 4;
  }

  private stored(): void {
    const from = this.at - (this.held >> 3);
    const { packed } = this;
    const size = (packed[from] ?? 0) | ((packed[from + 1] ?? 0) << 8);
    const check = (packed[from + 2] ?? 0) | ((packed[from + 3] ?? 0) << 8);
    if ((size ^ check) !== 0xffff || from + 4 + size > packed.length) throw new RangeError("a broken block");
    this.out.set(packed.subarray(from + 4, from + 4 + size), this.length);
    this.length += size;
    this.at = from + 4 + size;
    this.hold = 0;
    this.held = 0;
  }

  private dynamic(): void {
    const lengths = this.bits(5) + 257;
    const distances = this.bits(5) + 1;
    const ofCodes = new Array<number>(codeOrder.length).fill(0);
    const given = this.bits(4) + 4;
    for (const symbol of codeOrder.slice(0, given)) ofCodes[symbol] = this.bits(3);
    const all = this.codeLengths(codeOf(ofCodes), lengths + distances);
    this.coded(codeOf(all.slice(0, lengths)), codeOf(all.slice(lengths)));
  }

  private codeLengths(code: Code, count: number): number[] {
    const found: number[] = [];
    while (found.length < count) {
      const symbol = this.symbol(code);
      if (symbol < 16) found.push(symbol);
      else for (let more = this.repeats(symbol); more > 0; more--) found.push(symbol === 16 ? (found.at(-1) ?? 0) : 0);
    }
    if (found.length > count) throw new RangeError("more lengths than symbols");
    return found;
  }

  private repeats(symbol: number): number {
    if (symbol === 16) return 3 + this.bits(2);
    return symbol === 17 ? 3 + this.bits(3) : 11 + this.bits(7);
  }

  private coded(lengths: Code, distances: Code): void {
    const { out } = this;
    for (;;) {
      const symbol = this.symbol(lengths);
      if (symbol === END_OF_BLOCK) return;
      if (this.length >= out.length) throw new RangeError("larger than it was said to be");
      if (symbol < END_OF_BLOCK) out[this.length++] = symbol;
      else this.repeat(symbol - END_OF_BLOCK - 1, distances);
    }
  }

  private repeat(symbol: number, distances: Code): void {
    const size = (lengthFrom[symbol] ?? Infinity) + this.bits(lengthBits[symbol] ?? 0);
    const way = this.symbol(distances);
    this.copy((distanceFrom[way] ?? Infinity) + this.bits(distanceBits[way] ?? 0), size);
  }

  private copy(distance: number, size: number): void {
    const { out } = this;
    const end = this.length + size;
    let from = this.length - distance;
    if (from < 0 || end > out.length) throw new RangeError("a repetition of what is not there");
    for (let to = this.length; to < end; to++) out[to] = out[from++] ?? 0;
    this.length = end;
  }
}

/** Unpacks a deflated stream (RFC 1951) of at most so many bytes, straight into their place; throws a RangeError where it is broken or goes on beyond them, before that costs anything. */
export function inflate(packed: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  const inflater = new Inflater(packed, out);
  inflater.run();
  return out.subarray(0, inflater.length);
}
