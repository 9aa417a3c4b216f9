const GRAM = 3;

/** The runs of three characters in a text, blanks and punctuation left out. */
function grams(text: string): ReadonlySet<string> {
  const signs = Array.from(text.replace(/[\s\p{P}]/gu, ""));
  return new Set(signs.slice(GRAM - 1).map((_, start) => signs.slice(start, start + GRAM).join("")));
}

/** How alike two texts are, 0 to 1: shared runs of three characters over all of them (Jaccard). visit-forms E.4 R03 */
export function similarity(one: string, other: string): number {
  const left = grams(one);
  const right = grams(other);
  const shared = [...left].filter((gram) => right.has(gram)).length;
  const all = left.size + right.size - shared;
  return all === 0 ? 0 : shared / all;
}
