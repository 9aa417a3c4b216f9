import type { Scalar } from "../xlsx/model";
import { cellText } from "./cellText";
import { given, givenAny, ofNumbers, ofTexts, type Compute, type Context, type Functions } from "./excelFunction";
import { NotComputable } from "./notComputable";
import { asNumber, asText, isError, VALUE, type Operand } from "./values";

/** A text and the whole numbers that say which part of it is meant. */
const ofTextAnd =
  (compute: (text: string, ...counts: number[]) => Scalar): Compute =>
  (context, [operand, ...rest]) => {
    const text = asText(context.scalar(operand));
    const counts = rest.map((count) => asNumber(context.scalar(count)));
    const error = isError(text) ? text : counts.find(isError);
    if (isError(text) || error !== undefined) return error;
    return compute(text, ...counts.filter((count) => typeof count === "number").map(Math.trunc));
  };

/** Finds one text in another from a place on, both counted from 1. */
const finding =
  (search: (text: string, sought: string, from: number) => number): Compute =>
  (context, [soughtOperand, textOperand, fromOperand = 1]) => {
    const sought = asText(context.scalar(soughtOperand));
    const text = asText(context.scalar(textOperand));
    const from = asNumber(context.scalar(fromOperand));
    if (isError(sought)) return sought;
    if (isError(text)) return text;
    if (isError(from)) return from;
    const at = from < 1 || from > text.length + 1 ? -1 : search(text, sought, Math.trunc(from) - 1);
    return at < 0 ? VALUE : at + 1;
  };

/** SEARCH knows wildcards, which are not computed here. */
function search(text: string, sought: string, from: number): number {
  if (/[*?~]/.test(sought)) throw new NotComputable();
  return text.toLowerCase().indexOf(sought.toLowerCase(), from);
}

function substitute(context: Context, [operand, oldOperand, newOperand, nth]: readonly Operand[]): Scalar | undefined {
  if (nth !== undefined) throw new NotComputable();
  const replace = ofTexts((text, old = "", fresh = "") => (old === "" ? text : text.replaceAll(old, fresh)));
  return replace(context, [operand, oldOperand, newOperand]);
}

function shownAs(context: Context, [operand, formatOperand]: readonly Operand[]): Scalar | undefined {
  const value = context.scalar(operand) ?? 0;
  const format = asText(context.scalar(formatOperand));
  if (isError(value)) return value;
  if (isError(format)) return format;
  const shown = cellText(
    typeof value === "string" ? numberOrText(value, context.date1904) : value,
    format,
    context.date1904,
  );
  // A cell shows hashes where a day cannot be; TEXT has no cell to show them in.
  return /^#{8}$/.test(shown) ? VALUE : shown;
}

function numberOrText(text: string, date1904: boolean): Scalar {
  const number = asNumber(text, date1904);
  return typeof number === "number" ? number : text;
}

/** A link shows its text, else its address. */
function linkText(context: Context, [address, shown = address]: readonly Operand[]): Scalar | undefined {
  return context.scalar(shown);
}

/** Functions that cut, compare, search and format text. */
export const textFunctions: Functions = {
  LEN: given(
    1,
    1,
    ofTexts((text = "") => text.length),
  ),
  TRIM: given(
    1,
    1,
    ofTexts((text = "") => text.replace(/ +/g, " ").replace(/^ | $/g, "")),
  ),
  UPPER: given(
    1,
    1,
    ofTexts((text = "") => text.toUpperCase()),
  ),
  LOWER: given(
    1,
    1,
    ofTexts((text = "") => text.toLowerCase()),
  ),
  CONCATENATE: givenAny(
    1,
    ofTexts((...texts) => texts.join("")),
  ),
  EXACT: given(
    2,
    2,
    ofTexts((one, other) => one === other),
  ),
  SUBSTITUTE: given(3, 4, substitute),
  LEFT: given(
    1,
    2,
    ofTextAnd((text, count = 1) => (count < 0 ? VALUE : text.slice(0, count))),
  ),
  RIGHT: given(
    1,
    2,
    ofTextAnd((text, count = 1) => (count < 0 ? VALUE : text.slice(Math.max(0, text.length - count)))),
  ),
  MID: given(
    3,
    3,
    ofTextAnd((text, from = 1, count = 0) => (from < 1 || count < 0 ? VALUE : text.slice(from - 1, from - 1 + count))),
  ),
  FIND: given(
    2,
    3,
    finding((text, sought, from) => text.indexOf(sought, from)),
  ),
  SEARCH: given(2, 3, finding(search)),
  VALUE: given(
    1,
    1,
    ofNumbers((_context, value = 0) => value),
  ),
  TEXT: given(2, 2, shownAs),
  HYPERLINK: given(1, 2, linkText),
};
