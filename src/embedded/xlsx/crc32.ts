/** Bytes taken at once. */
const STRIDE = 8;

/** What a byte does to the check sum, for each place from the last of a stride to the first. */
const table = new Int32Array(256 * STRIDE);
for (let byte = 0; byte < 256; byte++) {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = (value & 1) === 0 ? value >>> 1 : (value >>> 1) ^ 0xedb88320;
  table[byte] = value;
}
for (let index = 256; index < table.length; index++) {
  const before = table[index - 256] ?? 0;
  table[index] = (table[before & 0xff] ?? 0) ^ (before >>> 8);
}

function pick(place: number, bits: number): number {
  return table[(place << 8) | (bits & 0xff)] ?? 0;
}

/** What four bytes do, the last of them at `place`. */
function pickFour(place: number, bits: number): number {
  return pick(place + 3, bits) ^ pick(place + 2, bits >>> 8) ^ pick(place + 1, bits >>> 16) ^ pick(place, bits >>> 24);
}

/** The check sum that a zip archive keeps of each part (CRC-32, eight bytes at a time); `before` is that of the bytes which come before these. */
export function crc32(bytes: Uint8Array, before = 0): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.length - (bytes.length % STRIDE);
  let crc = ~before;
  let at = 0;
  for (; at < whole; at += STRIDE) {
    crc = pickFour(4, view.getInt32(at, true) ^ crc) ^ pickFour(0, view.getInt32(at + 4, true));
  }
  for (; at < bytes.length; at++) crc = pick(0, crc ^ (bytes[at] ?? 0)) ^ (crc >>> 8);
  return ~crc >>> 0;
}
