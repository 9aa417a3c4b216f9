/** The key of each of some rules, strongest first: its precedence and its place among those of the same. */
function keysOf(priorities: readonly number[]): readonly string[] {
  const seen = new Map<number, number>();
  return priorities.map((priority) => {
    const place = seen.get(priority) ?? 0;
    seen.set(priority, place + 1);
    return `${String(priority)} ${String(place)}`;
  });
}

/** The ids of a sheet's rules, which the file does not keep: a rule keeps its own while others come and go. */
export class RuleIds {
  private known = new Map<string, string>();
  private next = 1;

  /** An id that no rule has had. */
  fresh(): string {
    return `{${String(this.next++).padStart(8, "0")}-0000-4000-8000-000000000000}`;
  }

  /** The ids of rules by their precedence, strongest first. */
  of(priorities: readonly number[]): readonly string[] {
    return keysOf(priorities).map((key) => {
      const id = this.known.get(key) ?? this.fresh();
      this.known.set(key, id);
      return id;
    });
  }

  /** Lets rules have these ids from now on. */
  adopt(priorities: readonly number[], ids: readonly string[]): void {
    const keys = keysOf(priorities);
    this.known = new Map(ids.slice(0, keys.length).map((id, index) => [keys[index] ?? "", id]));
  }
}
