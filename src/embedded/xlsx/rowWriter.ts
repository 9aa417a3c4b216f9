import type { Cells } from "./cells";
import type { Output } from "./output";
import { edits, type EditedColumn } from "./overlay";
import { sharedRuns, type SharedRun } from "./sharedRuns";
import { recomputedCell, restyledCell, writtenCell } from "./writtenCell";

/** Attributes that were changed, by row; undefined for those that go. */
export type RowChanges = ReadonlyMap<number, Readonly<Record<string, string | undefined>>>;

/** A row's tag that tells its number alone. */
const SAYS_NOTHING = /^<row(\sr=("\d+"|'\d+'))?>$/;

function withChanges(tag: string, changes: RowChanges, row: number): string {
  const bare = tag.replace(/\sspans=("[^"]*"|'[^']*')/, "");
  const changed = changes.get(row);
  if (changed === undefined) return bare;
  const names = Object.keys(changed).join("|");
  const without = bare.replace(new RegExp(`\\s(?:${names})=("[^"]*"|'[^']*')`, "g"), "");
  const set = Object.entries(changed).map(([name, value]) => (value === undefined ? "" : ` ${name}="${value}"`));
  return without.replace(/^<row/, `<row${set.join("")}`);
}

/** An edited column on its way into the file: rows are asked for in order. */
class ColumnInFile {
  readonly column: number;
  private readonly edited: EditedColumn;
  private readonly runs: readonly SharedRun[];
  private next = 0;

  constructor(column: number, edited: EditedColumn, runs: readonly SharedRun[]) {
    this.column = column;
    this.edited = edited;
    this.runs = runs;
  }

  kind(row: number): number {
    return this.edited.kind(row);
  }

  /** The XML of a cell that was written; "" for one that was not. */
  written(row: number): string {
    if (this.edited.kind(row) !== edits.written) return "";
    while ((this.runs[this.next]?.last ?? Infinity) < row) this.next += 1;
    const run = this.runs[this.next];
    return writtenCell(this.edited, [row, this.column], run !== undefined && run.first <= row ? run : undefined);
  }

  /** The XML of a cell that stands in the file as well. */
  replaced(row: number, raw: string, formula: string): string {
    const style = this.edited.style(row);
    switch (this.edited.kind(row)) {
      case edits.restyled:
        return restyledCell(raw, style);
      case edits.recomputed:
        return recomputedCell(raw, formula, { value: this.edited.value(row), style });
      default:
        return this.written(row);
    }
  }
}

/** Writes the inside of sheetData anew: rows that were not edited byte for byte, edited rows with their other cells byte for byte. */
export class RowWriter {
  private readonly cells: Cells;
  private readonly changes: RowChanges;
  private readonly output: Output;
  private readonly columns: readonly ColumnInFile[];

  constructor(cells: Cells, changes: RowChanges, output: Output) {
    this.cells = cells;
    this.changes = changes;
    this.output = output;
    const edited = [...cells.edited].sort(([one], [other]) => one - other);
    let index = cells.file.freeSharedIndex;
    this.columns = edited.map(([column, one]) => {
      const runs = sharedRuns(one, index);
      index += runs.length;
      return new ColumnInFile(column, one, runs);
    });
  }

  write(): void {
    const { scanned } = this.cells.file;
    let copied = 0;
    let index = 0;
    for (const row of this.dirtyRows()) {
      while (index < scanned.rows && scanned.rowNumbers.at(index) < row) index += 1;
      const stands = index < scanned.rows && scanned.rowNumbers.at(index) === row;
      const upTo = this.placeOf(index);
      this.output.raw(scanned.xml.subarray(copied, upTo));
      copied = upTo;
      if (stands) {
        this.rewriteRow(index, row);
        copied = scanned.rowEnds.at(index);
      } else this.output.text(this.newRow(row));
    }
    this.output.raw(scanned.xml.subarray(copied));
  }

  /** Where the row at an index begins; after the last row where there is none. */
  private placeOf(index: number): number {
    const { scanned } = this.cells.file;
    if (index < scanned.rows) return scanned.rowStarts.at(index);
    return scanned.rows === 0 ? 0 : scanned.rowEnds.at(scanned.rows - 1);
  }

  private dirtyRows(): readonly number[] {
    const isDirty: boolean[] = [];
    const mark = (row: number): void => {
      isDirty[row] = true;
    };
    for (const row of this.changes.keys()) mark(row);
    for (const edited of this.cells.edited.values()) edited.eachRow(mark);
    return [...isDirty.keys()].filter((row) => isDirty[row]);
  }

  /** A row that the file has not; none where it would say nothing. */
  private newRow(row: number): string {
    const cells = this.columns.map((column) => column.written(row)).join("");
    const bare = `<row r="${String(row + 1)}"`;
    const tag = withChanges(bare, this.changes, row);
    return cells === "" && tag.length === bare.length ? "" : `${tag}>${cells}</row>`;
  }

  /** A row that says nothing any more goes. */
  private rewriteRow(index: number, row: number): void {
    const { scanned } = this.cells.file;
    const tag = withChanges(scanned.text(scanned.rowStarts.at(index), scanned.rowTagEnds.at(index)), this.changes, row);
    const opening = tag.replace(/\s*\/?>$/, ">");
    const [from, end] = scanned.cellsOf(index);
    const { copied, gathered } = this.rewriteCells(row, [from, end], opening);
    if (copied === end && gathered === opening && SAYS_NOTHING.test(opening)) return;
    this.output.text(gathered);
    this.copyCells(copied, end);
    this.output.text("</row>");
  }

  /** Cells that were not edited are copied in stretches as long as they come; gives the index of the first that is still to be copied, and what is to stand before it. */
  private rewriteCells(row: number, [from, end]: readonly [number, number], opening: string) {
    const { scanned } = this.cells.file;
    let cell = from;
    let copied = from;
    let gathered = opening;
    for (const column of this.columns) {
      if (column.kind(row) === edits.none) continue;
      while (cell < end && scanned.columns.at(cell) < column.column) cell += 1;
      if (copied < cell) {
        this.output.text(gathered);
        gathered = "";
        this.copyCells(copied, cell);
      }
      copied = cell;
      if (cell < end && scanned.columns.at(cell) === column.column) {
        const raw = scanned.text(scanned.starts.at(cell), scanned.ends.at(cell));
        gathered += column.replaced(row, raw, this.cells.file.formulaXml(cell));
        copied = cell + 1;
      } else gathered += column.written(row);
    }
    return { copied, gathered };
  }

  /** The file's cells from one index up to another, byte for byte. */
  private copyCells(from: number, end: number): void {
    const { scanned } = this.cells.file;
    if (from < end) this.output.raw(scanned.xml.subarray(scanned.starts.at(from), scanned.ends.at(end - 1)));
  }
}
