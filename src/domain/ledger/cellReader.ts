import { dayOf, formatDay, type Day } from "../loan/day";
import type { Money } from "../loan/money";
import type { LoanClass } from "../loan/loanClass";
import type { CellValue } from "./cells";
import type { Field } from "./field";
import type { Layout } from "./ledger";
import { parseAmount, type AmountRead } from "./parseAmount";
import { parseDay, type DayRead } from "./parseDay";
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
  | "roundedId"
  | "invalidId";

/** A number format that shows a day rather than an amount. */
const dayFormat = /y|年|d(?!b)/i;

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
  private readonly days = new Map<string, DayRead>();
  private readonly amounts = new Map<string, AmountRead>();

  constructor(layout: Layout, cells: ColumnCells) {
    this.layout = layout;
    this.cells = cells;
  }

  columnOf(field: Field): number | undefined {
    return this.layout.columns.get(field)?.column;
  }

  /** The value of a column at an index of the rows read; "" where nothing was read. */
  valueAt(column: number, index: number): CellValue {
    return this.cells.values.get(column)?.[index] ?? "";
  }

  value(field: Field, index: number): CellValue {
    const column = this.columnOf(field);
    return column === undefined ? "" : this.valueAt(column, index);
  }

  text(field: Field, index: number): string | undefined {
    const value = this.value(field, index);
    if (saysNothing(value) || this.isError(field, index, value)) return undefined;
    return plainText(value);
  }

  complain(field: Field, index: number, kind: ProblemKind, value: CellValue): void {
    this.problems.push({ ...this.at(field, index), kind, found: quoted(value) });
  }

  at(field: Field, index: number): { sheet: string; row: number; column: number } {
    return { sheet: this.layout.sheet, row: this.cells.firstRow + index, column: this.columnOf(field) ?? 0 };
  }

  /** Whether the cell holds an error value; says so. */
  private isError(field: Field, index: number, value: CellValue): boolean {
    if (!isErrorValue(value)) return false;
    this.complain(field, index, "errorValue", value);
    return true;
  }

  /** A day; a month alone counts as its first or last day and is said. */
  day(field: Field, index: number, monthsEnd = false): Day | undefined {
    const read = this.dayRead(field, index);
    switch (read?.kind) {
      case undefined:
      case "blank":
        return undefined;
      case "day":
        return read.day;
      case "range":
        return monthsEnd ? read.to : read.from;
      case "month":
        return this.month(field, index, { ...read, monthsEnd });
      case "ambiguous":
        this.complain(field, index, "ambiguousDate", this.value(field, index));
        return undefined;
      case "implausible":
        this.complain(field, index, "implausibleDate", this.value(field, index));
        return undefined;
      case "notADate":
        this.complain(field, index, "notADate", this.value(field, index));
        return undefined;
    }
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

  private dayRead(field: Field, index: number): DayRead | undefined {
    const value = this.value(field, index);
    if (value === "" || this.isError(field, index, value)) return undefined;
    const { dateSystem } = this.layout;
    if (typeof value !== "string") return parseDay(value, dateSystem);
    let read = this.days.get(value);
    if (read === undefined) {
      read = parseDay(value, dateSystem);
      this.days.set(value, read);
    }
    return read;
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
      this.complain(field, index, "dateInAmount", dayShown(value, this.layout));
      return undefined;
    }
    const read = this.amountRead(value, column.unit ?? this.layout.unit);
    if (read.kind === "notAnAmount") this.complain(field, index, "notAnAmount", value);
    if (read.kind !== "amount") return undefined;
    if (read.amount < 0) this.complain(field, index, "negativeAmount", value);
    return read.amount;
  }

  private amountRead(value: CellValue, unit: Layout["unit"]): AmountRead {
    if (typeof value !== "string") return parseAmount(value, unit);
    const key = unit + value;
    let read = this.amounts.get(key);
    if (read === undefined) {
      read = parseAmount(value, unit);
      this.amounts.set(key, read);
    }
    return read;
  }

  private showsDay(column: number, index: number): boolean {
    const format = this.cells.formats.get(column)?.[index];
    return format !== undefined && format !== "General" && dayFormat.test(format.replace(/\[[^\]]*\]|"[^"]*"/g, ""));
  }

  /** A number of days; text like 12天 counts. */
  count(field: Field, index: number): number | undefined {
    const value = this.value(field, index);
    if (value === "" || this.isError(field, index, value)) return undefined;
    if (typeof value === "number") return Math.max(0, Math.floor(value));
    if (saysNothing(value)) return undefined;
    const match = /^(\d{1,6})(?:\.0+)?天?$/.exec(plainText(value));
    if (match !== null) return Number(match[1]);
    this.complain(field, index, "notANumber", value);
    return undefined;
  }

  loanClass(index: number): LoanClass | undefined {
    const value = this.value("fiveClass", index);
    if (value === "" || this.isError("fiveClass", index, value)) return undefined;
    const read = parseClass(value);
    if (read === undefined) this.complain("fiveClass", index, "unknownClass", value);
    return read === "blank" ? undefined : read;
  }

  /** An id as text; one that Excel keeps as a number of more than 15 digits has lost its end. */
  id(index: number): string | undefined {
    const value = this.value("idNo", index);
    if (typeof value === "number" && value >= 1e15) {
      this.complain("idNo", index, "roundedId", value.toLocaleString("en-US", { useGrouping: false }));
      return undefined;
    }
    return this.text("idNo", index)?.replaceAll(" ", "").toUpperCase();
  }
}

function dayShown(value: number, { dateSystem }: Layout): string {
  const read = parseDay(value, dateSystem);
  return read.kind === "day" ? formatDay(read.day) : String(value);
}
