import type { CellValue } from "./cells";
import type { Field } from "./field";
import type { FieldColumn, Unit } from "./ledger";
import { parseAmount, yuanIn } from "./parseAmount";
import { amountFields } from "./profile";
import { plainText } from "./text";

const stated =
  /(?:单位|金额单位|币种)?[:：(]\s*(?:人民币)?\s*(万元|千元|亿元|元)|unit\s*[:：]\s*(?:rmb|cny)?\s*(万元|千元|亿元|元)/i;

/** The unit that the lines above the header, or between it and the data, state (单位：万元). */
export function unitAbove(rows: readonly (readonly CellValue[])[]): Unit | undefined {
  for (const value of rows.flat()) {
    const match = typeof value === "string" && value.length <= 200 ? stated.exec(plainText(value)) : null;
    const unit = match?.[1] ?? match?.[2];
    if (unit !== undefined) return unit as Unit;
  }
  return undefined;
}

/** The middle one of some numbers; undefined for none. */
export function middleOf(numbers: readonly number[]): number | undefined {
  return [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)];
}

/** The middle of the positive amounts as they stand in the cells; undefined where there are none. */
export function medianOf(values: readonly CellValue[]): number | undefined {
  const amounts = values.flatMap((value) => {
    const read = parseAmount(value, "元");
    return read.kind === "amount" && read.amount > 0 ? [read.amount / 100] : [];
  });
  return middleOf(amounts);
}

/** What an amount of such a size is most likely written in. ledgers D.6 */
export function likelyUnit(median: number | undefined): Unit {
  return median !== undefined && median < 10_000 ? "万元" : "元";
}

/** Loans of less than a thousand 元 or more than ten 亿 in the middle of a ledger cannot be. */
const LEAST_LOAN = 1_000;
const LARGEST_LOAN = 1_000_000_000;

/** The unit that would make sense of the values where the stated one does not; undefined where it does. */
export function doubtfulUnit(unit: Unit, median: number | undefined): Unit | undefined {
  if (median === undefined) return undefined;
  const loan = median * yuanIn[unit];
  if (loan >= LEAST_LOAN && loan <= LARGEST_LOAN) return undefined;
  const units: readonly Unit[] = loan < LEAST_LOAN ? ["千元", "万元", "亿元"] : ["千元", "元"];
  return [likelyUnit(median), ...units].find((other) => {
    const amount = median * yuanIn[other];
    return other !== unit && amount >= LEAST_LOAN && amount <= LARGEST_LOAN;
  });
}

/** The columns of a ledger with their units. */
interface WithUnits {
  readonly columns: ReadonlyMap<Field, FieldColumn>;
  /** That of the main amounts. */
  readonly unit: Unit;
  /** Whether nothing states it. */
  readonly isUnitGuessed: boolean;
}

/** Every amount column with its unit: its own, else the one stated above, else what the amounts look like. */
export function withUnits(
  columns: ReadonlyMap<Field, FieldColumn>,
  above: Unit | undefined,
  sample: (column: number) => readonly CellValue[],
): WithUnits {
  const main = columns.get("balance") ?? columns.get("loanAmount");
  const stated = main?.unit ?? above;
  const unit = stated ?? likelyUnit(main === undefined ? undefined : medianOf(sample(main.column)));
  const withUnit = [...columns].map(([field, column]): [Field, FieldColumn] => [
    field,
    amountFields.has(field) ? { ...column, unit: column.unit ?? above ?? unit } : column,
  ]);
  return { columns: new Map(withUnit), unit, isUnitGuessed: stated === undefined };
}
