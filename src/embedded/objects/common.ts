/** What all of so many answers have in common; null where they differ, as Excel answers. */
export function common<Value>(count: number, of: (offset: number) => Value): Value | null {
  const first = of(0);
  for (let offset = 1; offset < count; offset++) if (of(offset) !== first) return null;
  return first;
}
