import type { Change } from "./change";

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

function isSame(one: unknown, other: unknown): boolean {
  if (!isObject(one) || !isObject(other)) return Object.is(one, other);
  const [keys, others] = [Object.keys(one), Object.keys(other)];
  return keys.length === others.length && keys.every((key) => key in other && isSame(one[key], other[key]));
}

/** Whether two plans do the very same, cell by cell: what was looked at is what is written. */
export function sameChanges(one: readonly Change[], other: readonly Change[]): boolean {
  return isSame(one, other);
}
