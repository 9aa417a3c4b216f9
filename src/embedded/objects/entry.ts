import { getFormatFromId, parseValue } from "numfmt";
import type { CellFormat, CellFormatPatch, Scalar } from "../xlsx/model";
import { Refusal } from "./refusal";

/** What comes of text that is entered into a cell. */
export interface Entered {
  readonly value: Scalar | undefined;
  /** With "="; undefined for a constant. */
  readonly formula?: string;
  /** What the entry changes in the cell's format. */
  readonly patch?: CellFormatPatch;
}

const OFFSET_1904 = 1462;
const LONGEST_TEXT = 32_767;
const DIGITS = 15;

const errors = new Set(["#N/A", "#VALUE!", "#REF!", "#DIV/0!", "#NUM!", "#NAME?", "#NULL!"]);

/** First characters of text that Excel may take for something else than text. */
const special = new Set(Array.from(" \t0123456789+-=@'($¥￥€£%#.,", (character) => character.charCodeAt(0)));
const WORD = /^(?:true|false)$|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ \-\d]/i;

/** Whether text is certain to stay the text it is, whatever the cell's format: the usual case, decided by its first character. */
export function isPlainText(text: string): boolean {
  const first = text.charCodeAt(0);
  if (special.has(first) || text.length > LONGEST_TEXT) return false;
  const isLatin = (first >= 65 && first <= 90) || (first >= 97 && first <= 122);
  return !isLatin || !WORD.test(text);
}

/** Excel keeps fifteen digits of a number and makes the others zero. */
function withFifteenDigits(value: number): number {
  const digits = /^(-?)(\d{16,})$/.exec(value.toLocaleString("en-US", { useGrouping: false }));
  if (digits === null) return value;
  const [, sign = "", whole = ""] = digits;
  return Number(`${sign}${whole.slice(0, DIGITS)}${"0".repeat(whole.length - DIGITS)}`);
}

const isDateFormat = (format: string): boolean => /[ymdh]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]/g, ""));

function parsed(text: string, format: CellFormat, date1904: boolean): Entered | undefined {
  const found = parseValue(text);
  if (found === undefined) return errors.has(text.toUpperCase()) ? { value: { error: text.toUpperCase() } } : undefined;
  if (typeof found.value === "boolean") return { value: found.value };
  if (found.formatId === undefined) return { value: withFifteenDigits(found.value) };
  const written = getFormatFromId(found.formatId);
  const value = withFifteenDigits(date1904 && isDateFormat(written) ? found.value - OFFSET_1904 : found.value);
  return format.numberFormat === "General" ? { value, patch: { numberFormat: written } } : { value };
}

function asEntered(text: string, format: CellFormat, date1904: boolean): Entered {
  if (format.numberFormat === "@") return { value: text };
  if (text.startsWith("=") && text.length > 1) return { value: undefined, formula: text };
  const found = parsed(text, format, date1904);
  if (found !== undefined) return found;
  if (/^[+\-@]./.test(text)) return { value: undefined, formula: `=${text.replace(/^@/, "")}` };
  return { value: text };
}

/** What Excel makes of text given to `Range.values`: a formula, a number, a day, a truth value, an error, or text; after an apostrophe always text. */
export function entered(text: string, format: CellFormat, date1904: boolean): Entered {
  if (text.length > LONGEST_TEXT) throw new Refusal("InvalidArgument");
  if (text.startsWith("'")) return { value: text.slice(1), patch: { quotePrefix: true } };
  const found = asEntered(text, format, date1904);
  return format.quotePrefix ? { ...found, patch: { ...found.patch, quotePrefix: false } } : found;
}
