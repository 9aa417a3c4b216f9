import { without } from "../xlsx/areas";
import type { Extent } from "../xlsx/model";

/** Whether every cell of an area lies in one of some ranges. */
export function covers(ranges: readonly Extent[], area: Extent): boolean {
  const left = ranges.reduce<readonly Extent[]>((rest, range) => rest.flatMap((one) => without(one, range)), [area]);
  return left.length === 0;
}
