import type { Sheet } from "../xlsx/model";
import { placesIn } from "./moveReferences";
import type { Area } from "./values";

/** How sheets and names are found. */
export interface Finder {
  readonly sheet: (name: string) => Sheet | undefined;
  /** What a name stands for, without "=" and seen from a sheet; undefined where there is no such name. */
  readonly nameFormula: (name: string, sheet: Sheet) => string | undefined;
}

/** Functions that look at cells which no formula names. */
const elsewhere = /(?<![\p{L}\p{N}_.])(?:INDIRECT|OFFSET)\(/iu;

/** Functions whose result is another one every day. */
const daily = /(?<![\p{L}\p{N}_.])(?:TODAY|NOW)\(/iu;

const words =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'!?|\[[^\]]*\]|(?<![\p{L}\p{N}_.\\$])[\p{L}_\\][\p{L}\p{N}_.\\]*(?![\p{L}\p{N}_.(!:])/gu;

/** What the result of a formula hangs on. */
export interface Precedents {
  readonly areas: readonly Area[];
  /** Whether cells may count that cannot be told from the formula. */
  readonly anywhere: boolean;
  /** Whether the day counts. */
  readonly daily: boolean;
}

/** A formula with the names in it that stand for something, each once. */
function unfolded(formula: string, sheet: Sheet, { nameFormula }: Finder): readonly string[] {
  const seen = new Set<string>();
  const found = [formula];
  for (const one of found) {
    for (const [word] of one.matchAll(words)) {
      if (seen.has(word) || /^["'[]/.test(word)) continue;
      seen.add(word);
      const meaning = nameFormula(word, sheet);
      if (meaning !== undefined) found.push(meaning);
    }
  }
  return found;
}

/** What a formula in A1 notation on a sheet hangs on, as far as its text tells; other workbooks stay as they are. */
export function precedentsOf(formula: string, sheet: Sheet, finder: Finder): Precedents {
  const formulas = unfolded(formula, sheet, finder);
  const places = formulas.flatMap(placesIn).filter((place) => place.sheet?.includes("[") !== true);
  const areas = places.flatMap(({ sheet: name, extent }): Area | readonly [] => {
    const named = name === undefined ? sheet : finder.sheet(name);
    return named === undefined ? [] : { sheet: named, extent };
  });
  const isThrough = places.some(({ sheet: name, isSpill }) => isSpill || name?.includes(":") === true);
  return {
    areas,
    anywhere: isThrough || formulas.some((one) => elsewhere.test(one)),
    daily: formulas.some((one) => daily.test(one)),
  };
}
