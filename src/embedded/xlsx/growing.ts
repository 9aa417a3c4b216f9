/** A typed array that grows as numbers are pushed; read `at` only below `length`. */
export class Growing<Numbers extends Uint8Array | Uint16Array | Uint32Array> {
  length = 0;
  private numbers: Numbers;
  private readonly make: (length: number) => Numbers;

  constructor(make: (length: number) => Numbers, expected: number) {
    this.make = make;
    this.numbers = make(Math.max(64, expected));
  }

  push(value: number): void {
    if (this.length === this.numbers.length) {
      const larger = this.make(2 * this.length);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    this.numbers[this.length++] = value;
  }

  at(index: number): number {
    return this.numbers[index] ?? 0;
  }
}

export const bytes8 = (expected = 0): Growing<Uint8Array> => new Growing((length) => new Uint8Array(length), expected);
export const bytes16 = (expected = 0): Growing<Uint16Array> =>
  new Growing((length) => new Uint16Array(length), expected);
export const bytes32 = (expected = 0): Growing<Uint32Array> =>
  new Growing((length) => new Uint32Array(length), expected);
