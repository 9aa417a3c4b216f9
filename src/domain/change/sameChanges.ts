import { PACE, type Steps } from "../steps";
import type { Change } from "./change";

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** A list that is long is compared in steps, however deep it lies. */
function* isSame(one: unknown, other: unknown): Steps<boolean> {
  if (!isObject(one) || !isObject(other)) return Object.is(one, other);
  const [keys, others] = [Object.keys(one), Object.keys(other)];
  if (keys.length !== others.length) return false;
  for (const [index, key] of keys.entries()) {
    if (index % PACE === PACE - 1) yield;
    if (!(key in other && (yield* isSame(one[key], other[key])))) return false;
  }
  return true;
}

/** Whether two plans do the very same, cell by cell: what was looked at is what is written. */
export function sameChanges(one: readonly Change[], other: readonly Change[]): Steps<boolean> {
  return isSame(one, other);
}
