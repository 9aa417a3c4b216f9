import type { CellValue } from "../ledger/cells";
import { parseDay } from "../ledger/parseDay";
import type { DateSystem } from "../ledger/survey";
import { saysNothing } from "../ledger/text";
import { serialIn } from "../loan/day";

/** How a cell is mended: a day written as text, a name that fills its cell, names one after the other in a cell. */
export type MendKind = "day" | "name" | "names";

/** A day as Excel counts it; a real one stays as it is, "" for what is no day or can be read in two ways. */
function mendDay(value: CellValue, dateSystem: DateSystem): CellValue {
  const read = parseDay(value, dateSystem);
  if (read.kind !== "day") return "";
  const serial = serialIn(dateSystem, read.day);
  return typeof value === "number" && Math.floor(value) === serial ? value : serial;
}

/** Signs that take no room on a screen. */
const UNSEEN = /[\u200b-\u200d\ufeff\u00ad]/g;
const BLANKS = /[\s\u00a0\u3000]+/g;

const isHan = (sign: string | undefined) => /\p{Script=Han}/u.test(sign ?? "");
/** Words that may each be a person's name: short, and not the end of a company's. */
const isPerson = (word: string) => /^\p{Script=Han}{2,4}$/u.test(word) && !/(公司|[厂店社部行场院站])$/.test(word);

/** Two words that belong together although a blank stands between them; `isAlone` where the cell holds one name. */
function joins(left: string, right: string, isAlone: boolean): boolean {
  if (!isHan(left.at(-1)) && !isHan(right[0])) return false;
  if (isAlone) return true;
  return isHan(left.at(-1)) && isHan(right[0]) && (left.length === 1 || right.length === 1);
}

/** A name without blanks that do not belong into it. Two persons' names, and words in Latin letters, stay apart. */
function mendName(value: string, isAlone: boolean): string {
  const [first = "", ...words] = value.replace(UNSEEN, "").replace(BLANKS, " ").trim().split(" ");
  const isOne = isAlone && ![first, ...words].every(isPerson);
  const parts = [first];
  for (const word of words) {
    const last = parts.at(-1) ?? "";
    if (joins(last, word, isOne)) parts[parts.length - 1] = last + word;
    else parts.push(word);
  }
  return parts.join(" ");
}

/** What a cell is mended to: itself where nothing is wrong, "" where it says nothing or cannot be mended safely. */
export function mended(kind: MendKind, value: CellValue, dateSystem: DateSystem): CellValue {
  if (saysNothing(value)) return "";
  if (kind === "day") return mendDay(value, dateSystem);
  return typeof value === "string" ? mendName(value, kind === "name") : value;
}
