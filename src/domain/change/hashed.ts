/** A text's hash of 52 bits in letters and digits: a key that tells nothing of the customer. */
export function hashed(text: string): string {
  let [high, low] = [0x811c9dc5, 0x01234567];
  for (let index = 0; index < text.length; index++) {
    high = Math.imul(high ^ text.charCodeAt(index), 0x01000193);
    low = Math.imul(low ^ text.charCodeAt(index), 0x85ebca6b) ^ (low >>> 13);
  }
  return ((high >>> 0) * 0x100000 + ((low >>> 0) & 0xfffff)).toString(36);
}
