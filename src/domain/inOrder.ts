/** The items sorted, equals in the order they came; the very same list where it was in order, as the few facts of one customer mostly are. */
export function inOrder<Item>(items: readonly Item[], compare: (one: Item, other: Item) => number): readonly Item[] {
  const isOrdered = items.every((item, at) => at === 0 || compare(items[at - 1] as Item, item) <= 0);
  return isOrdered ? items : [...items].sort(compare);
}
