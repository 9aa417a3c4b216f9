import { finished, PACE, type Steps } from "../steps";
import { CellReader } from "./cellReader";
import type { CellValue, Extent } from "./cells";
import { CustomerBook } from "./customers";
import type { Field } from "./field";
import type { Drawdown, Layout, Ledger } from "./ledger";
import { otherHeader, tablesAround } from "./otherTables";
import { readDrawdown } from "./readDrawdown";
import { firstText, noiseIn, noiseOf } from "./rowKinds";
import type { ColumnCells } from "./survey";
import { plainText, saysNothing } from "./text";
import { mismatch, totalCheck, type TotalRow } from "./totals";
import { unitDoubts } from "./unitProblems";

/** Fields of which one at least stands in every real drawdown. */
const evidence: readonly Field[] = ["loanAmount", "balance", "noteNo", "contractNo", "disburseDate", "maturityDate"];
/** A row without a name that has one of these is a drawdown whose customer stands above it. */
const rowMarks: readonly Field[] = ["noteNo", "contractNo", "disburseDate", "maturityDate", "fiveClass"];

/** What tells one drawdown or customer from another, and what no total has. */
const identities: readonly Field[] = ["noteNo", "contractNo", "customerId", "idNo"];
const particularFields: readonly Field[] = ["disburseDate", "maturityDate", "fiveClass"];

type RowKind = "drawdown" | "grandTotal" | "other";

/** A ledger's rows, walked once from the top. */
class LedgerWalk {
  private readonly drawdowns: Drawdown[] = [];
  private readonly otherRows: number[] = [];
  private total: { index: number } | undefined;
  private lastIndex = -1;
  private readonly reader: CellReader;
  private readonly book: CustomerBook;
  private readonly notes = new Map<string, number>();
  private readonly columns: readonly number[];
  private readonly nameColumn: number;
  /** What the name column is called, with its group; a row that repeats one of them is no drawdown. */
  private readonly nameHeadings: readonly string[];
  private readonly assumed: number[] = [];
  private readonly mergedTop: ReadonlyMap<number, number> | undefined;
  private readonly layout: Layout;
  private readonly cells: ColumnCells;

  constructor(layout: Layout, cells: ColumnCells, merges: readonly Extent[] | undefined) {
    this.layout = layout;
    this.cells = cells;
    const { problems, unused } = unitDoubts(layout, cells);
    this.reader = new CellReader(layout, cells, unused);
    this.reader.problems.push(...problems, ...tablesAround(layout));
    this.book = new CustomerBook(this.reader);
    this.columns = [...cells.values.keys()].sort((one, other) => one - other);
    const name = (["customerName", "userCompany", "customerId", "idNo"] as const).find((field) =>
      layout.columns.has(field),
    );
    this.nameColumn = this.reader.columnOf(name ?? "customerName") ?? 0;
    this.nameHeadings = layout.columns.get("customerName")?.heading.split("/") ?? [];
    this.mergedTop = merges && topsOf(merges, this.nameColumn);
  }

  *steps(): Steps<Ledger> {
    let pending: number[] = [];
    let name = "";
    const end = Math.max(0, ...[...this.cells.values.values()].map((column) => column.length));
    const gaps = this.gaps();
    for (let index = 0; index < end; index++) {
      if (index % PACE === 0) yield;
      index = this.pastGap(index, gaps.get(index), pending);
      if (this.isOtherTable(index, pending.length > 0)) break;
      const own = this.nameAt(index);
      const kind = this.kindOf(index, own);
      if (kind !== "drawdown") {
        if (kind === "grandTotal") this.total = { index };
        pending.push(this.cells.firstRow + index);
        continue;
      }
      name = own === "" ? this.inherited(index, name) : own;
      if (name === "") {
        this.reader.problems.push({ ...this.reader.at("customerName", index), kind: "noCustomer" });
        pending.push(this.cells.firstRow + index);
        continue;
      }
      this.otherRows.push(...pending);
      pending = [];
      this.lastIndex = index;
      this.add({ name, index, isBelow: own === "" });
    }
    yield;
    return this.ledger();
  }

  /** The row behind a gap that begins here; the rows of the gap hold nothing. */
  private pastGap(index: number, last: number | undefined, empty: number[]): number {
    if (last === undefined) return index;
    for (let row = index; row <= last; row++) empty.push(this.cells.firstRow + row);
    return last + 1;
  }

  /** Where empty stretches of which nothing was read begin, with where they end; as indexes of the rows read. */
  private gaps(): ReadonlyMap<number, number> {
    const { firstRow, gaps = [] } = this.cells;
    return new Map(gaps.map(({ first, last }) => [first - firstRow, last - firstRow]));
  }

  private nameAt(index: number): string {
    const value = this.reader.valueAt(this.nameColumn, index);
    return saysNothing(value) ? "" : plainText(value);
  }

  /** Whether another table begins with a row; says so. */
  private isOtherTable(index: number, isApart: boolean): boolean {
    const other = otherHeader(this.reader, this.layout, { index, isApart });
    if (other === undefined) return false;
    const { field, text: found } = other;
    const heading = this.layout.columns.get(field)?.heading ?? "";
    this.reader.problems.push({ ...this.reader.at(field, index), kind: "anotherTable", found, heading });
    return true;
  }

  /** The name above, where the cell is merged with it, or where merged cells are not known. */
  private inherited(index: number, above: string): string {
    if (this.mergedTop === undefined) {
      if (above !== "") this.assumed.push(this.cells.firstRow + index);
      return above;
    }
    const top = this.mergedTop.get(this.cells.firstRow + index);
    return top === undefined ? "" : this.nameAt(top - this.cells.firstRow);
  }

  private kindOf(index: number, name: string): RowKind {
    const has = (fields: readonly Field[]) => fields.some((field) => !saysNothing(this.reader.value(field, index)));
    if (name === "" && !has(rowMarks)) return this.isGrandTotal(index) ? "grandTotal" : "other";
    const noise = this.noiseAt(index, name);
    if (noise !== undefined) return noise;
    if (this.nameHeadings.includes(name)) return "other";
    return has(evidence) ? "drawdown" : "other";
  }

  /** Whether a row says which drawdown it is and of what day or class: then it is one, even where its name begins like a total (汇总样品公司). */
  private hasParticulars(index: number): boolean {
    const says = (field: Field) => !saysNothing(this.reader.value(field, index));
    const particulars = particularFields.filter(says).length;
    return particulars >= 2 || (particulars === 1 && identities.some(says));
  }

  /** What kind of row that is no drawdown this is, by how it or its name begins; undefined for any other. */
  private noiseAt(index: number, name: string): Exclude<RowKind, "drawdown"> | undefined {
    const first = firstText(this.rowCells(index));
    const noise = noiseIn(first) ?? (first === name ? undefined : noiseIn(name));
    if (noise === undefined || this.hasParticulars(index)) return undefined;
    return noise === "grandTotal" ? "grandTotal" : "other";
  }

  private isGrandTotal(index: number): boolean {
    return noiseOf(this.rowCells(index)) === "grandTotal";
  }

  private *rowCells(index: number): Iterable<CellValue> {
    for (const column of this.columns) yield this.reader.valueAt(column, index);
  }

  private add(row: Parameters<CustomerBook["add"]>[0]): void {
    const { index } = row;
    const drawdown = readDrawdown(this.reader, this.layout, index);
    this.drawdowns.push(drawdown);
    this.book.add(row, drawdown);
    const { noteNo } = drawdown;
    if (noteNo === undefined) return;
    const firstRow = this.notes.get(noteNo);
    if (firstRow === undefined) this.notes.set(noteNo, drawdown.row);
    else
      this.reader.problems.push({ ...this.reader.at("noteNo", index), kind: "duplicateNote", found: noteNo, firstRow });
  }

  /** The last total under the rows, else the one above them. */
  private totalRow(): TotalRow | undefined {
    const index = this.total?.index;
    const { totalAbove: above } = this.layout;
    if (index !== undefined) {
      const cellAt = (column: number) => this.reader.valueAt(column, index);
      return { row: this.cells.firstRow + index, cellAt, label: firstText(this.rowCells(index)) };
    }
    return above && { row: above.row, cellAt: (column) => above.cells[column] ?? "", label: firstText(above.cells) };
  }

  private ledger(): Ledger {
    const { layout, reader } = this;
    const customers = this.book.customers();
    const total = totalCheck(layout, this.totalRow(), this.drawdowns);
    const problems = [...reader.problems, ...(total === undefined ? [] : mismatch(layout, total))];
    return {
      layout,
      lastDataRow: this.lastIndex < 0 ? layout.firstDataRow - 1 : this.cells.firstRow + this.lastIndex,
      customers,
      drawdowns: this.drawdowns.length,
      settled: this.drawdowns.filter(({ standing }) => standing !== "live").length,
      otherRows: this.otherRows,
      total,
      problems: problems.sort((one, other) => one.row - other.row || one.column - other.column),
      ...(this.assumed.length === 0 ? {} : { assumed: this.assumed }),
    };
  }
}

/** Rows below the first of a merged area in the name column, with the row that holds the name. */
function topsOf(merges: readonly Extent[], nameColumn: number): ReadonlyMap<number, number> {
  const tops = new Map<number, number>();
  for (const { row, column, rows, columns } of merges) {
    if (nameColumn < column || nameColumn >= column + columns) continue;
    for (let below = row + 1; below < row + rows; below++) tops.set(below, row);
  }
  return tops;
}

/** Reads a ledger from the cells of its columns: drawdowns by customer, what is left out, and every cell that is not as it should be. */
export function readLedger(layout: Layout, cells: ColumnCells, merges: readonly Extent[] | undefined): Ledger {
  return finished(readLedgerSteps(layout, cells, merges));
}

/** As `readLedger`, step by step. */
export function readLedgerSteps(
  layout: Layout,
  cells: ColumnCells,
  merges: readonly Extent[] | undefined,
): Steps<Ledger> {
  return new LedgerWalk(layout, cells, merges).steps();
}
