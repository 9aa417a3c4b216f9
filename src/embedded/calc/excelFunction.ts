import type { CellError, Scalar } from "../xlsx/model";
import { asNumber, asText, isArea, isError, type Operand } from "./values";

/** What a function may ask of its surroundings. */
export interface Context {
  /** Serial number of today in the workbook's date system. */
  readonly today: number;
  readonly date1904: boolean;
  /** The cells of an area or array, row by row. */
  readonly cells: (operand: Operand) => readonly (readonly (Scalar | undefined)[])[];
  /** A single value; an area of several cells has none. */
  readonly scalar: (operand: Operand) => Scalar | undefined;
  /** Makes something of an area once for one recalculation. */
  readonly memo: <Value>(key: string, operand: Operand, make: () => Value) => Value;
}

/** Computes a function from what it is given. */
export interface Compute {
  (context: Context, given: readonly Operand[]): Scalar | undefined;
  /** Whether it asks each operand for one value alone. */
  readonly ofValues?: true;
}

const ofValues = (compute: Compute): Compute => Object.assign(compute, { ofValues: true as const });

/** A function of Excel with how much it may be given; with less or more a formula cannot be entered. */
export interface ExcelFunction {
  readonly least: number;
  readonly most: number;
  readonly compute: Compute;
}

export type Functions = Readonly<Record<string, ExcelFunction>>;

/** As much as a function may be given at all. */
const ANY = 255;

/** A function that is given from `least` to `most` operands. */
export function given(least: number, most: number, compute: Compute): ExcelFunction {
  return { least, most, compute };
}

/** A function that is given `least` operands or any number more. */
export function givenAny(least: number, compute: Compute): ExcelFunction {
  return { least, most: ANY, compute };
}

/** Operands as numbers, or the first error among them. */
export function numbersFrom(context: Context, operands: readonly Operand[]): number[] | CellError {
  const numbers: number[] = [];
  for (const operand of operands) {
    const number = asNumber(context.scalar(operand), context.date1904);
    if (isError(number)) return number;
    numbers.push(number);
  }
  return numbers;
}

/** Computes from operands that are all numbers. */
export function ofNumbers(compute: (context: Context, ...numbers: number[]) => Scalar): Compute {
  return ofValues((context, operands) => {
    const numbers = numbersFrom(context, operands);
    return isError(numbers) ? numbers : compute(context, ...numbers);
  });
}

/** Computes from operands that are all texts. */
export function ofTexts(compute: (...texts: string[]) => Scalar): Compute {
  return ofValues((context, operands) => {
    const texts: string[] = [];
    for (const operand of operands) {
      const text = asText(context.scalar(operand));
      if (isError(text)) return text;
      texts.push(text);
    }
    return compute(...texts);
  });
}

export const isMany = (operand: Operand): boolean => isArea(operand) || Array.isArray(operand);

/** All values of the operands: those of areas and arrays cell by cell. */
export function everyValue(context: Context, operands: readonly Operand[]): readonly (Scalar | undefined)[] {
  return operands.flatMap((operand) => (isMany(operand) ? context.cells(operand).flat() : [context.scalar(operand)]));
}
