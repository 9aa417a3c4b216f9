import { Deflate, deflateSync } from "fflate";
import { crc32 } from "./crc32";
import { Output, type Write } from "./output";
import { methods } from "./zipFormat";
import type { Packed } from "./zipWriter";

/** Quick, and nearly as small as what Excel writes. */
const LEVEL = 3;

/** What a part becomes in an archive: its packed bytes and what the archive says of them. */
export type Packing = Pick<Packed, "method" | "crc" | "size" | "data">;

/** Packs a part that stands in memory. */
export function pack(content: Uint8Array): Packing {
  const data = deflateSync(content, { level: LEVEL });
  return { method: methods.deflated, crc: crc32(content), size: content.length, data };
}

/** Packs a part while it is written. */
export function packWritten(write: Write): Packing {
  const pieces: Uint8Array[] = [];
  const deflate = new Deflate({ level: LEVEL }, (piece) => pieces.push(piece));
  let size = 0;
  let crc = 0;
  const output = new Output((bytes) => {
    size += bytes.length;
    crc = crc32(bytes, crc);
    deflate.push(bytes);
  });
  write(output);
  output.flush();
  deflate.push(new Uint8Array(), true);
  return { method: methods.deflated, crc, size, data: joined(pieces) };
}

/** Pieces one after the other. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** A part that is written, whole. */
export function whole(write: Write): Uint8Array {
  const pieces: Uint8Array[] = [];
  const output = new Output((bytes) => pieces.push(bytes.slice()));
  write(output);
  output.flush();
  return joined(pieces);
}
