/** A typed array that grows as numbers are pushed or set. */
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

  /** Sets any entry; what was skipped before it is 0. */
  set(index: number, value: number): void {
    if (index >= this.numbers.length) {
      const larger = this.make(Math.max(2 * this.numbers.length, index + 1));
      larger.set(this.numbers);
      this.numbers = larger;
    }
    if (index >= this.length) this.length = index + 1;
    this.numbers[index] = value;
  }

  /** Sets every entry from one up to another; what was skipped before them is 0. */
  fill(from: number, end: number, value: number): void {
    if (end > from) this.set(end - 1, value);
    this.numbers.fill(value, from, end);
  }

  /** 0 beyond the last entry that was set. */
  at(index: number): number {
    return this.numbers[index] ?? 0;
  }
}

export const bytes8 = (expected = 0): Growing<Uint8Array> => new Growing((length) => new Uint8Array(length), expected);
export const bytes16 = (expected = 0): Growing<Uint16Array> =>
  new Growing((length) => new Uint16Array(length), expected);
export const bytes32 = (expected = 0): Growing<Uint32Array> =>
  new Growing((length) => new Uint32Array(length), expected);
