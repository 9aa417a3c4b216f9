import type { CellError, Extent, Scalar, Sheet } from "../xlsx/model";
import { NotComputable } from "./notComputable";

/** An area of cells, handed to a function as it is. */
export interface Area {
  readonly sheet: Sheet;
  readonly extent: Extent;
}

/** What an expression may give: a scalar (undefined for an empty cell), an area, or a constant array. */
export type Operand = Scalar | undefined | Area | readonly (readonly (Scalar | undefined)[])[];

export const errorOf = (error: string): CellError => ({ error });
export const VALUE = errorOf("#VALUE!");
export const NUMBER = errorOf("#NUM!");
export const NAME = errorOf("#NAME?");
export const DIVISION = errorOf("#DIV/0!");
export const NOT_AVAILABLE = errorOf("#N/A");
/** Stands where a formula has something that is not known here: Excel alone can tell. Shown as what Excel shows for what it does not know; in the file the formula has no result. */
export const NOT_COMPUTED = errorOf("#NAME?");
export const REFERENCE = errorOf("#REF!");

export function isError(value: unknown): value is CellError {
  return typeof value === "object" && value !== null && "error" in value;
}

export function isArea(value: Operand): value is Area {
  return typeof value === "object" && "extent" in value;
}

/** Serial of 1970-01-01 in the 1900 system, and what the 1904 system is behind. */
const UNIX_EPOCH = 25_569;
const OFFSET_1904 = 1_462;

/** A number or day written as text, as Excel reads it in arithmetic, a day in the system of the workbook; undefined where it is neither. */
export function numberIn(text: string, date1904 = false): number | undefined {
  const plain = text
    .trim()
    .replace(/^[¥￥$]/, "")
    .replaceAll(",", "");
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?%?$/i.test(plain)) {
    return plain.endsWith("%") ? Number(plain.slice(0, -1)) / 100 : Number(plain);
  }
  const day = /^(\d{4})[-/年](\d{1,2})[-/月](\d{1,2})日?$/.exec(plain);
  if (day === null) return undefined;
  const at = new Date(Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3])));
  if (at.getUTCMonth() !== Number(day[2]) - 1) return undefined;
  return at.getTime() / 86_400_000 + UNIX_EPOCH - (date1904 ? OFFSET_1904 : 0);
}

/** A scalar as a number: blanks are 0, truth is 1 or 0, text without a figure is #VALUE!. Text with figures in a notation that is not known here (12:30, 3月5日) cannot be computed. */
export function asNumber(value: Scalar | undefined, date1904 = false): number | CellError {
  if (typeof value === "number") return value;
  if (value === undefined) return 0;
  if (typeof value === "boolean") return value ? 1 : 0;
  return typeof value === "string" ? numberOfText(value, date1904) : value;
}

function numberOfText(text: string, date1904: boolean): number | CellError {
  const number = numberIn(text, date1904);
  if (number !== undefined) return number;
  if (/\d/.test(text)) throw new NotComputable();
  return VALUE;
}

/** A number as Excel joins it to text: fifteen digits. */
export function numberText(value: number): string {
  const short = Number(value.toPrecision(15));
  return String(short).replace("e+", "E+").replace("e-", "E-");
}

/** Numbers that Excel may join to text in a notation of its own (1E-09) are not computed. */
function joinedText(value: number): string {
  const text = numberText(value);
  if (text.includes("E-")) throw new NotComputable();
  return text;
}

export function asText(value: Scalar | undefined): string | CellError {
  if (typeof value === "number") return joinedText(value);
  if (value === undefined) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return value;
}

export function asTruth(value: Scalar | undefined): boolean | CellError {
  if (typeof value === "boolean") return value;
  if (typeof value === "string") {
    if (/^true$/i.test(value)) return true;
    return /^false$/i.test(value) ? false : VALUE;
  }
  const number = asNumber(value);
  return typeof number === "number" ? number !== 0 : number;
}

/** Numbers stand before text, text before truth and errors. */
const ranks: Readonly<Record<string, number>> = { number: 0, string: 1, boolean: 2, object: 2 };
const rank = (value: Scalar): number => ranks[typeof value] ?? 0;

/** A value as texts are compared: without regard to case. */
const comparable = (value: Scalar): string => (isError(value) ? value.error : String(value).toLowerCase());

/** Below 0, 0 or above 0: numbers before text before truth, text without regard to case; an empty cell is 0, "" or FALSE as the other side needs. */
export function compare(one: Scalar | undefined, other: Scalar | undefined): number {
  const left = one ?? emptyLike(other);
  const right = other ?? emptyLike(one);
  if (rank(left) !== rank(right)) return rank(left) - rank(right);
  if (typeof left === "number" && typeof right === "number") return left - right;
  const a = comparable(left);
  const b = comparable(right);
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function emptyLike(value: Scalar | undefined): Scalar {
  if (typeof value === "string") return "";
  return typeof value === "boolean" ? false : 0;
}
