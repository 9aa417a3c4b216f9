import type { CellError, Scalar } from "../xlsx/model";
import { dateFunctions } from "./dateFunctions";
import { lookupFunctions } from "./lookupFunctions";
import { cellText } from "./cellText";
import { asNumber, asText, asTruth, DIVISION, isArea, isError, NUMBER, VALUE, type Operand } from "./values";

/** What a function may ask of its surroundings. */
export interface Context {
  /** Serial number of today in the workbook's date system. */
  readonly today: number;
  readonly date1904: boolean;
  /** The cells of an area or array, row by row. */
  readonly cells: (operand: Operand) => readonly (readonly (Scalar | undefined)[])[];
  /** A single value: of an area its only cell, else #VALUE!. */
  readonly scalar: (operand: Operand) => Scalar | undefined;
  /** The area's place as a text, so that lists made of it can be kept for one recalculation. */
  readonly memo: <Value>(key: string, operand: Operand, make: () => Value) => Value;
}

export type ExcelFunction = (context: Context, ...given: Operand[]) => Scalar | undefined | CellError;

/** Numbers for a sum: those of cells count only where they are numbers; those given directly are converted. */
export function numbersOf(context: Context, given: readonly Operand[]): number[] | CellError {
  const numbers: number[] = [];
  for (const operand of given) {
    if (isArea(operand) || Array.isArray(operand)) {
      for (const value of context.cells(operand).flat()) {
        if (isError(value)) return value;
        if (typeof value === "number") numbers.push(value);
      }
      continue;
    }
    const number = asNumber(operand as Scalar | undefined);
    if (isError(number)) return number;
    numbers.push(number);
  }
  return numbers;
}

const fold =
  (start: (numbers: number[]) => Scalar): ExcelFunction =>
  (context, ...given) => {
    const numbers = numbersOf(context, given);
    return isError(numbers) ? numbers : start(numbers);
  };

const numeric =
  (compute: (...numbers: number[]) => Scalar): ExcelFunction =>
  (context, ...given) => {
    const numbers: number[] = [];
    for (const operand of given) {
      const number = asNumber(context.scalar(operand));
      if (isError(number)) return number;
      numbers.push(number);
    }
    return compute(...numbers);
  };

const textual =
  (compute: (...texts: string[]) => Scalar): ExcelFunction =>
  (context, ...given) => {
    const texts: string[] = [];
    for (const operand of given) {
      const text = asText(context.scalar(operand));
      if (isError(text)) return text;
      texts.push(text);
    }
    return compute(...texts);
  };

const about =
  (test: (value: Scalar | undefined) => boolean): ExcelFunction =>
  (context, operand) =>
    test(context.scalar(operand));

/** Rounds half away from zero, as shown with fifteen digits. */
function rounded(value: number, digits: number, how: (value: number) => number): number {
  const factor = 10 ** Math.trunc(digits);
  const scaled = Number((Math.abs(value) * factor).toPrecision(15));
  return (Math.sign(value) * how(scaled)) / factor;
}

function truths(context: Context, given: readonly Operand[]): boolean[] | CellError {
  const found: boolean[] = [];
  for (const operand of given) {
    const isMany = isArea(operand) || Array.isArray(operand);
    for (const value of isMany ? context.cells(operand).flat() : [operand as Scalar | undefined]) {
      if (isMany && (value === undefined || typeof value === "string")) continue;
      const truth = asTruth(value);
      if (isError(truth)) return truth;
      found.push(truth);
    }
  }
  return found;
}

const logic =
  (combine: (truths: boolean[]) => boolean): ExcelFunction =>
  (context, ...given) => {
    const found = truths(context, given);
    if (isError(found)) return found;
    return found.length === 0 ? VALUE : combine(found);
  };

const slice =
  (cut: (text: string, count: number) => string): ExcelFunction =>
  (context, operand, count = 1) => {
    const text = asText(context.scalar(operand));
    const length = asNumber(context.scalar(count));
    if (isError(text)) return text;
    if (isError(length)) return length;
    return length < 0 ? VALUE : cut(text, Math.trunc(length));
  };

const every = (context: Context, given: readonly Operand[]) =>
  given.flatMap((operand) =>
    isArea(operand) || Array.isArray(operand) ? context.cells(operand).flat() : [context.scalar(operand)],
  );

/** The functions that are computed; IF and the like, which look at only some of what they are given, stand with the compiler. */
export const functions: Readonly<Record<string, ExcelFunction>> = {
  ...dateFunctions,
  ...lookupFunctions,
  AND: logic((found) => found.every(Boolean)),
  OR: logic((found) => found.some(Boolean)),
  NOT: (context, operand) => {
    const truth = asTruth(context.scalar(operand));
    return isError(truth) ? truth : !truth;
  },
  MIN: fold((numbers) => (numbers.length === 0 ? 0 : Math.min(...numbers))),
  MAX: fold((numbers) => (numbers.length === 0 ? 0 : Math.max(...numbers))),
  SUM: fold((numbers) => numbers.reduce((sum, number) => sum + number, 0)),
  AVERAGE: fold((numbers) =>
    numbers.length === 0 ? DIVISION : numbers.reduce((sum, number) => sum + number, 0) / numbers.length,
  ),
  COUNT: (context, ...given) => every(context, given).filter((value) => typeof value === "number").length,
  COUNTA: (context, ...given) => every(context, given).filter((value) => value !== undefined).length,
  COUNTBLANK: (context, operand) =>
    context
      .cells(operand)
      .flat()
      .filter((value) => value === undefined || value === "").length,
  ABS: numeric((value) => Math.abs(value)),
  INT: numeric((value) => Math.floor(value)),
  MOD: numeric((value, divisor = 0) => (divisor === 0 ? DIVISION : value - divisor * Math.floor(value / divisor))),
  ROUND: numeric((value, digits = 0) => rounded(value, digits, Math.round)),
  ROUNDUP: numeric((value, digits = 0) => rounded(value, digits, Math.ceil)),
  ROUNDDOWN: numeric((value, digits = 0) => rounded(value, digits, Math.floor)),
  N: (context, operand) => {
    const value = isArea(operand) ? context.cells(operand)[0]?.[0] : context.scalar(operand);
    if (typeof value === "number" || isError(value)) return value;
    return value === true ? 1 : 0;
  },
  T: (context, operand) => {
    const value = context.scalar(operand);
    return typeof value === "string" || isError(value) ? value : "";
  },
  LEN: textual((text) => text.length),
  TRIM: textual((text) => text.replace(/ +/g, " ").replace(/^ | $/g, "")),
  UPPER: textual((text) => text.toUpperCase()),
  LOWER: textual((text) => text.toLowerCase()),
  CONCATENATE: textual((...texts) => texts.join("")),
  EXACT: textual((one, other) => one === other),
  SUBSTITUTE: textual((text, old = "", fresh = "") => (old === "" ? text : text.replaceAll(old, fresh))),
  LEFT: slice((text, count) => text.slice(0, count)),
  RIGHT: slice((text, count) => (count === 0 ? "" : text.slice(-count))),
  MID: (context, operand, from, count) => {
    const text = asText(context.scalar(operand));
    const start = asNumber(context.scalar(from));
    const length = asNumber(context.scalar(count));
    if (isError(text)) return text;
    if (isError(start)) return start;
    if (isError(length)) return length;
    return start < 1 || length < 0
      ? VALUE
      : text.slice(Math.trunc(start) - 1, Math.trunc(start) - 1 + Math.trunc(length));
  },
  FIND: textual((sought, text = "") => (text.includes(sought) ? text.indexOf(sought) + 1 : VALUE)),
  SEARCH: textual((sought, text = "") => {
    const at = text.toLowerCase().indexOf(sought.toLowerCase());
    return at < 0 ? VALUE : at + 1;
  }),
  VALUE: numeric((value) => value),
  TEXT: (context, operand, format) => {
    const value = context.scalar(operand);
    const pattern = asText(context.scalar(format));
    if (isError(value)) return value;
    return isError(pattern)
      ? pattern
      : cellText(typeof value === "string" ? numberOrText(value) : value, pattern, context.date1904);
  },
  ISNUMBER: about((value) => typeof value === "number"),
  ISTEXT: about((value) => typeof value === "string"),
  ISBLANK: about((value) => value === undefined),
  ISERROR: about(isError),
  ISNA: about((value) => isError(value) && value.error === "#N/A"),
  SQRT: numeric((value) => (value < 0 ? NUMBER : Math.sqrt(value))),
};

function numberOrText(text: string): Scalar {
  const number = asNumber(text);
  return typeof number === "number" ? number : text;
}
