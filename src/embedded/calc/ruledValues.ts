import { intersection } from "../xlsx/areas";
import type { Extent, Scalar, Sheet } from "../xlsx/model";

/** What stands in the cells of a conditional format, for kinds that compare a cell with all the others; read when first asked for. */
export class RuledValues {
  private readonly sheet: Sheet;
  private readonly ranges: readonly Extent[];
  private read: readonly Scalar[] | undefined;
  private sorted: readonly number[] | undefined;
  private counted: ReadonlyMap<string, number> | undefined;

  constructor(sheet: Sheet, ranges: readonly Extent[]) {
    this.sheet = sheet;
    this.ranges = ranges;
  }

  private get values(): readonly Scalar[] {
    const used = this.sheet.used(true);
    this.read ??= this.ranges.flatMap((range) => {
      const area = used && intersection(range, used);
      return area === undefined ? [] : this.sheet.values(area).flatMap((row) => row.filter((one) => one !== undefined));
    });
    return this.read;
  }

  /** The numbers, the lowest first. */
  get numbers(): readonly number[] {
    this.sorted ??= this.values.filter((value) => typeof value === "number").sort((one, other) => one - other);
    return this.sorted;
  }

  get lowest(): number {
    return this.numbers[0] ?? 0;
  }
  get highest(): number {
    return this.numbers.at(-1) ?? 0;
  }
  get average(): number {
    return this.numbers.reduce((sum, value) => sum + value, 0) / this.numbers.length;
  }
  /** Of all the numbers as a sample, as Excel's rules take it. */
  get deviation(): number {
    const { average, numbers } = this;
    const squares = numbers.reduce((sum, value) => sum + (value - average) ** 2, 0);
    return numbers.length < 2 ? 0 : Math.sqrt(squares / (numbers.length - 1));
  }

  /** As PERCENTILE.INC; `share` from 0 to 1. */
  percentile(share: number): number {
    const { numbers } = this;
    const place = Math.min(1, Math.max(0, share)) * (numbers.length - 1);
    const below = numbers[Math.floor(place)] ?? 0;
    return below + ((numbers[Math.ceil(place)] ?? below) - below) * (place - Math.floor(place));
  }

  /** How often a value stands there; upper and lower case are the same. */
  times(value: Scalar): number {
    this.counted ??= this.values.reduce((counts, one) => {
      const key = keyOf(one);
      return counts.set(key, (counts.get(key) ?? 0) + 1);
    }, new Map<string, number>());
    return this.counted.get(keyOf(value)) ?? 0;
  }
}

function keyOf(value: Scalar): string {
  return typeof value === "string" ? `text ${value.toUpperCase()}` : JSON.stringify(value);
}
