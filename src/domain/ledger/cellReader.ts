import { dayOf, formatDay, type Day } from "../loan/day";
import type { Money } from "../loan/money";
import type { LoanClass } from "../loan/loanClass";
import type { CellValue } from "./cells";
import type { Field } from "./field";
import type { Layout, Unit } from "./ledger";
import { parseAmount, type AmountRead } from "./parseAmount";
import { FIRST_SERIAL, parseDay, type DayRead } from "./parseDay";
import type { RowProblem } from "./problem";
import type { ColumnCells } from "./survey";
import { isErrorValue, plainText, saysNothing } from "./text";
import { parseClass } from "./vocabulary";

type ProblemKind =
  | "notADate"
  | "ambiguousDate"
  | "implausibleDate"
  | "notAnAmount"
  | "dateInAmount"
  | "negativeAmount"
  | "notANumber"
  | "errorValue"
  | "unknownClass"
  | "roundedId";

/** What a cell that was to be a day is told to be instead. */
const dayProblems = {
  ambiguous: "ambiguousDate",
  implausible: "implausibleDate",
  notADate: "notADate",
} as const satisfies Partial<Record<DayRead["kind"], ProblemKind>>;

/** A number format that shows a day rather than an amount. */
const dayFormat = /y|年|d(?!b)/i;

/** The number of a class. */
const bareCode = /^\d+$/;

/** What people see of a value that is too long to quote. */
function quoted(value: CellValue): string {
  const text = plainText(value);
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}

/** Reads the mapped cells of a ledger's rows; what cannot be read becomes a problem and counts as not said. */
export class CellReader {
  readonly problems: RowProblem[] = [];
  private readonly layout: Layout;
  private readonly cells: ColumnCells;
  private readonly valuesOf: ReadonlyMap<Field, readonly CellValue[]>;
  /** By parser: what it made of the texts that it was asked about. */
  private readonly known = new Map<unknown, Map<string, unknown>>();
  /** By number format: whether it shows a day. */
  private readonly dayFormats = new Map<string, boolean>();
  /** Whether classes are told in ten or twelve steps, of which the bare number says nothing. */
  private readonly isFiner: boolean;
  private readonly parseDay: (value: CellValue) => DayRead;
  private readonly parseAmountIn: Readonly<Record<Unit, (value: CellValue) => AmountRead>>;

  /** Fields in `unused` count as not said. */
  constructor(layout: Layout, cells: ColumnCells, unused: ReadonlySet<Field>) {
    this.layout = layout;
    this.cells = cells;
    const used = [...layout.columns].filter(([field]) => !unused.has(field));
    this.valuesOf = new Map(used.map(([field, { column }]) => [field, cells.values.get(column) ?? []]));
    this.isFiner = layout.columns.get("fiveClass")?.heading.includes("十") === true;
    this.parseDay = (value) => parseDay(value, layout.dateSystem);
    const inUnit = (unit: Unit) => (value: CellValue) => parseAmount(value, unit);
    this.parseAmountIn = { 元: inUnit("元"), 千元: inUnit("千元"), 万元: inUnit("万元"), 亿元: inUnit("亿元") };
  }

  columnOf(field: Field): number | undefined {
    return this.layout.columns.get(field)?.column;
  }

  /** The value of a column at an index of the rows read; "" where nothing was read. */
  valueAt(column: number, index: number): CellValue {
    return this.cells.values.get(column)?.[index] ?? "";
  }

  value(field: Field, index: number): CellValue {
    return this.valuesOf.get(field)?.[index] ?? "";
  }

  text(field: Field, index: number): string | undefined {
    const value = this.value(field, index);
    if (saysNothing(value) || this.isError(field, index, value)) return undefined;
    return plainText(value);
  }

  /** Notes that a cell cannot be taken as it stands. */
  complain(field: Field, index: number, kind: ProblemKind): void {
    this.problems.push({ ...this.at(field, index), kind, found: quoted(this.value(field, index)) });
  }

  at(field: Field, index: number): { sheet: string; row: number; column: number } {
    return { sheet: this.layout.sheet, row: this.cells.firstRow + index, column: this.columnOf(field) ?? 0 };
  }

  /** Whether the cell holds an error value; says so. */
  private isError(field: Field, index: number, value: CellValue): boolean {
    if (!isErrorValue(value)) return false;
    this.complain(field, index, "errorValue");
    return true;
  }

  /** What a parser makes of a cell; it is asked once for each distinct text. */
  parsed<Value>(field: Field, index: number, parse: (value: CellValue) => Value): Value {
    const value = this.value(field, index);
    if (typeof value !== "string") return parse(value);
    let known = this.known.get(parse);
    if (known === undefined) {
      known = new Map();
      this.known.set(parse, known);
    }
    if (!known.has(value)) known.set(value, parse(value));
    return known.get(value) as Value;
  }

  /** A day; a month alone counts as its first or last day and is said. */
  day(field: Field, index: number, monthsEnd = false): Day | undefined {
    const read = this.dayRead(field, index);
    if (read.kind === "day") return read.day;
    if (read.kind === "range") return monthsEnd ? read.to : read.from;
    if (read.kind === "month") return this.month(field, index, { ...read, monthsEnd });
    if (read.kind !== "blank") this.complain(field, index, dayProblems[read.kind]);
    return undefined;
  }

  private month(
    field: Field,
    index: number,
    { year, month, monthsEnd }: { year: number; month: number; monthsEnd: boolean },
  ): Day | undefined {
    const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
    const day = dayOf(year, month, monthsEnd ? last : 1);
    if (day !== undefined) {
      const found = quoted(this.value(field, index));
      this.problems.push({ ...this.at(field, index), kind: "monthOnlyDate", found, taken: formatDay(day) });
    }
    return day;
  }

  private dayRead(field: Field, index: number): DayRead {
    const value = this.value(field, index);
    if (value === "" || this.isError(field, index, value)) return { kind: "blank" };
    return this.parsed(field, index, this.parseDay);
  }

  /** Both ends of a term that is written as two days (2024.3.5-2025.3.4). */
  range(field: Field, index: number): { from: Day; to: Day } | undefined {
    const value = this.value(field, index);
    if (typeof value !== "string" || value.length < 13) return undefined;
    const read = parseDay(value, this.layout.dateSystem);
    return read.kind === "range" ? read : undefined;
  }

  amount(field: Field, index: number): Money | undefined {
    const column = this.layout.columns.get(field);
    const value = this.value(field, index);
    if (column === undefined || value === "" || this.isError(field, index, value)) return undefined;
    if (typeof value === "number" && this.showsDay(column.column, index)) {
      const found = dayShown(value, this.layout);
      this.problems.push({ ...this.at(field, index), kind: "dateInAmount", found });
      return undefined;
    }
    return this.amountOf(field, index, column.unit ?? this.layout.unit);
  }

  private amountOf(field: Field, index: number, unit: Unit): Money | undefined {
    const read = this.parsed(field, index, this.parseAmountIn[unit]);
    if (read.kind === "notAnAmount") this.complain(field, index, "notAnAmount");
    if (read.kind !== "amount") return undefined;
    if (read.amount < 0) this.complain(field, index, "negativeAmount");
    return read.amount;
  }

  /** Whether a number is shown as a day rather than an amount. */
  private showsDay(column: number, index: number): boolean {
    const format = this.cells.formats.get(column)?.[index];
    if (format === undefined || format === "General") return false;
    let isDay = this.dayFormats.get(format);
    if (isDay === undefined) {
      isDay = dayFormat.test(format.replace(/\[[^\]]*\]|"[^"]*"/g, ""));
      this.dayFormats.set(format, isDay);
    }
    return isDay;
  }

  /** A number of days; text like 12天 counts. */
  count(field: Field, index: number): number | undefined {
    const value = this.value(field, index);
    if (value === "" || this.isError(field, index, value)) return undefined;
    if (typeof value === "number" && value < FIRST_SERIAL) return Math.max(0, Math.floor(value));
    if (saysNothing(value)) return undefined;
    const match = /^(?:逾期|欠息)?(\d{1,4})(?:\.0+)?天?$/.exec(plainText(value));
    if (match !== null) return Number(match[1]);
    this.complain(field, index, "notANumber");
    return undefined;
  }

  loanClass(index: number): LoanClass | undefined {
    const value = this.value("fiveClass", index);
    if (value === "" || this.isError("fiveClass", index, value)) return undefined;
    const read = this.isFiner && bareCode.test(String(value)) ? undefined : this.parsed("fiveClass", index, parseClass);
    if (read === undefined) this.complain("fiveClass", index, "unknownClass");
    return read === "blank" ? undefined : read;
  }

  /** A number by which something is known, as text; one that Excel has rounded has lost its end and names nothing. */
  identity(field: Field, index: number): string | undefined {
    const value = this.value(field, index);
    if (!isRounded(value)) return this.text(field, index);
    const found = typeof value === "number" ? value.toLocaleString("en-US", { useGrouping: false }) : plainText(value);
    this.problems.push({ ...this.at(field, index), kind: "roundedId", found });
    return undefined;
  }

  /** The id number of a customer, however its letters and blanks are written. */
  id(index: number): string | undefined {
    return this.identity("idNo", index)?.replaceAll(" ", "").toUpperCase();
  }
}

const shownRounded = /^\d(?:\.\d+)?E\+\d+$/i;

/** Whether a number has more than the 15 digits that Excel keeps, or was pasted as it showed it: 3.3E+17. */
function isRounded(value: CellValue): boolean {
  if (typeof value === "number") return value >= 1e15;
  return typeof value === "string" && value.includes("+") && shownRounded.test(value);
}

function dayShown(value: number, { dateSystem }: Layout): string {
  const read = parseDay(value, dateSystem);
  return read.kind === "day" ? formatDay(read.day) : String(value);
}
