import { constants, deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { inflate } from "../../../src/embedded/xlsx/inflate";

const strategies = [constants.Z_DEFAULT_STRATEGY, constants.Z_FIXED, constants.Z_HUFFMAN_ONLY, constants.Z_RLE];

/** Bytes with repetitions near and far, as sheets have them. */
const contents = fc
  .array(fc.tuple(fc.uint8Array({ maxLength: 40 }), fc.integer({ min: 1, max: 400 })), { maxLength: 20 })
  .map((pieces) => Buffer.concat(pieces.flatMap(([piece, times]) => new Array<Uint8Array>(times).fill(piece))));

describe("unpacking a deflated stream", () => {
  it("gives back what zlib packed, at every level and by every strategy", () => {
    const options = { level: fc.integer({ min: 0, max: 9 }), strategy: fc.constantFrom(...strategies) };
    fc.assert(
      fc.property(contents, fc.record(options), (content, how) => {
        expect(Buffer.from(inflate(deflateRawSync(content, how), content.length))).toEqual(content);
      }),
    );
  });

  it("gives back a long stream of many blocks", () => {
    const content = Buffer.from(
      Array.from(
        { length: 200_000 },
        (_, row) => `<c r="A${String(row)}"><v>${String((row * 7919) % 9973)}</v></c>`,
      ).join(""),
    );
    expect(Buffer.compare(inflate(deflateRawSync(content), content.length), content)).toBe(0);
  });

  it("stops where the stream goes on beyond the size that was said", () => {
    const packed = deflateRawSync(new Uint8Array(50_000_000));
    expect(() => inflate(packed, 1_000)).toThrow(RangeError);
  });

  it("refuses a stream that breaks off, and never reads past its room for one that was tampered with", () => {
    const content = Buffer.from("贷款台账 ".repeat(500));
    const packed = deflateRawSync(content);
    expect(() => inflate(packed.subarray(0, packed.length - 4), content.length)).toThrow(RangeError);
    fc.assert(
      fc.property(fc.nat(packed.length - 1), fc.nat(255), (at, byte) => {
        const changed = Uint8Array.from(packed);
        changed[at] = byte;
        try {
          expect(inflate(changed, content.length).length).toBeLessThanOrEqual(content.length);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
    );
  });
});
