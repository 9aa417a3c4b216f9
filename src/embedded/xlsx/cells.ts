import { a1ToR1c1, r1c1ToA1 } from "../calc/notation";
import type { CellState, Extent, Scalar, StoredFormula } from "./model";
import { EditedColumn, edits } from "./overlay";
import { cellTypes, type ScannedCells } from "./scan";
import { plainString, type SharedStrings } from "./sharedStrings";
import { decodeEscapes, unescapeXml } from "./xml";

/** The days between 1970-01-01 and serial 0. */
const UNIX_EPOCH = 25_569;

/** The cells of one sheet: those of the file, and above them what was edited since. Rows and columns 0-based. */
export class Cells {
  readonly scanned: ScannedCells;
  private readonly strings: SharedStrings;
  private readonly columnStyle: (column: number) => number | undefined;
  readonly edited = new Map<number, EditedColumn>();
  private readonly masters = new Map<string, { row: number; r1c1: string }>();
  private usedKnown: { values: Extent | undefined; all: Extent | undefined } | undefined;
  /** Whether a formula was added, changed or taken out: the calculation chain of the file is then out of date. */
  formulasChanged = false;

  constructor(scanned: ScannedCells, strings: SharedStrings, columnStyle: (column: number) => number | undefined) {
    this.scanned = scanned;
    this.strings = strings;
    this.columnStyle = columnStyle;
  }

  get isEdited(): boolean {
    return this.edited.size > 0;
  }

  /** The index of the file's row; -1 where the file has none. */
  rowIndex(row: number): number {
    const index = this.rowFrom(row);
    return index < this.scanned.rows && this.scanned.rowNumbers.at(index) === row ? index : -1;
  }

  /** The index of the first row of the file at or below a row. */
  private rowFrom(row: number): number {
    const { rowNumbers } = this.scanned;
    let low = 0;
    let high = this.scanned.rows;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (rowNumbers.at(middle) < row) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private cellIndex(row: number, column: number): number {
    const rowIndex = this.rowIndex(row);
    if (rowIndex < 0) return -1;
    const [from, end] = this.scanned.cellsOf(rowIndex);
    let low = from;
    let high = end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.scanned.columns.at(middle) < column) low = middle + 1;
      else high = middle;
    }
    return low < end && this.scanned.columns.at(low) === column ? low : -1;
  }

  /** The value of the file's cell at an index. */
  fileValue(cell: number): Scalar | undefined {
    const { scanned } = this;
    const type = scanned.types.at(cell);
    if (type === cellTypes.empty) return undefined;
    const raw = scanned.text(scanned.valueStarts.at(cell), scanned.valueEnds.at(cell));
    switch (type) {
      case cellTypes.shared:
        return this.strings.at(Number(raw));
      case cellTypes.text:
        return decodeEscapes(unescapeXml(raw));
      case cellTypes.inline:
        return plainString(raw);
      case cellTypes.truth:
        return raw.trim() === "1" || raw.trim() === "true";
      case cellTypes.error:
        return { error: unescapeXml(raw) };
      case cellTypes.day:
        return Date.parse(raw.endsWith("Z") ? raw : `${raw}Z`) / 86_400_000 + UNIX_EPOCH;
      default:
        return raw.trim() === "" ? undefined : Number(raw);
    }
  }

  /** The formula of the file's cell, in A1 notation without "="; a shared one spelled out for its cell. */
  private fileFormula(cell: number, row: number): string | undefined {
    const { scanned } = this;
    const start = scanned.formulaStarts.at(cell);
    const end = scanned.formulaEnds.at(cell);
    if (start === end) return undefined;
    const xml = scanned.text(start, end);
    const text = unescapeXml(/>([\s\S]*)<\//.exec(xml)?.[1] ?? "");
    const shared = /\ssi=["'](\d+)["']/.exec(xml)?.[1];
    if (text !== "" || shared === undefined || !xml.includes("shared"))
      return text === "" ? undefined : decodeEscapes(text);
    const master = this.masterOf(shared);
    const column = scanned.columns.at(cell);
    return master === undefined ? undefined : r1c1ToA1(`=${master.r1c1}`, row, column).slice(1);
  }

  private masterOf(shared: string): { row: number; r1c1: string } | undefined {
    if (this.masters.size === 0) this.findMasters();
    return this.masters.get(shared);
  }

  /** The cells that spell out a shared formula for others. */
  private findMasters(): void {
    const { scanned } = this;
    for (let rowIndex = 0; rowIndex < scanned.rows; rowIndex++) {
      const row = scanned.rowNumbers.at(rowIndex);
      const [from, end] = scanned.cellsOf(rowIndex);
      for (let cell = from; cell < end; cell++) {
        const start = scanned.formulaStarts.at(cell);
        if (start === scanned.formulaEnds.at(cell)) continue;
        const match = /^<[^>]*\ssi=["'](\d+)["'][^>]*>([\s\S]+)<\//.exec(
          scanned.text(start, scanned.formulaEnds.at(cell)),
        );
        const shared = match?.[1];
        if (shared === undefined || this.masters.has(shared)) continue;
        const r1c1 = a1ToR1c1(`=${unescapeXml(match?.[2] ?? "")}`, row, scanned.columns.at(cell)).slice(1);
        this.masters.set(shared, { row, r1c1 });
      }
    }
  }

  /** Before a cell that spells out a shared formula changes, the cells that rely on it get it spelled out. */
  private release(row: number, column: number): void {
    const cell = this.cellIndex(row, column);
    if (cell < 0) return;
    const start = this.scanned.formulaStarts.at(cell);
    if (start === this.scanned.formulaEnds.at(cell)) return;
    this.formulasChanged = true;
    const xml = this.scanned.text(start, this.scanned.formulaEnds.at(cell));
    const shared = /\ssi=["'](\d+)["']/.exec(xml)?.[1];
    if (shared === undefined || !/>[\s\S]+</.test(xml)) return;
    for (const other of [...this.formulaCells()]) {
      const index = this.cellIndex(other.row, other.column);
      if (index < 0 || index === cell || this.columnKind(other.row, other.column) !== edits.none) continue;
      const otherXml = this.scanned.text(this.scanned.formulaStarts.at(index), this.scanned.formulaEnds.at(index));
      if (!otherXml.includes(`si="${shared}"`)) continue;
      const state = this.state(other.row, other.column);
      const edited = this.column(other.column);
      edited.write(other.row, state.value, state.formula === undefined ? undefined : { a1: state.formula });
      edited.setStyle(other.row, state.style);
    }
  }

  private column(column: number): EditedColumn {
    let edited = this.edited.get(column);
    if (edited === undefined) {
      edited = new EditedColumn();
      this.edited.set(column, edited);
    }
    return edited;
  }

  private columnKind(row: number, column: number): number {
    return this.edited.get(column)?.kind(row) ?? edits.none;
  }

  /** The style a cell has that does not exist: its row's, else its column's. */
  private inheritedStyle(row: number, column: number): number {
    const index = this.rowIndex(row);
    const own = index < 0 ? 0 : this.scanned.rowStyles.at(index);
    return own > 0 ? own - 1 : (this.columnStyle(column) ?? 0);
  }

  style(row: number, column: number): number {
    const edited = this.edited.get(column);
    const kind = edited?.kind(row) ?? edits.none;
    if (edited !== undefined && (kind === edits.written || kind === edits.restyled)) return edited.style(row);
    const cell = kind === edits.removed ? -1 : this.cellIndex(row, column);
    return cell < 0 ? this.inheritedStyle(row, column) : this.scanned.styles.at(cell);
  }

  state(row: number, column: number): CellState {
    const style = this.style(row, column);
    const edited = this.edited.get(column);
    const kind = edited?.kind(row) ?? edits.none;
    if (edited !== undefined && kind === edits.written) {
      return { value: edited.value(row), formula: spelledOut(edited.formula(row), row, column), style };
    }
    const cell = kind === edits.removed ? -1 : this.cellIndex(row, column);
    if (cell < 0) return { value: undefined, formula: undefined, style };
    return { value: this.fileValue(cell), formula: this.fileFormula(cell, row), style };
  }

  /** A formula in R1C1 notation without "=", undefined for a constant; cheap for columns that share one. */
  formulaR1c1(row: number, column: number): string | undefined {
    const edited = this.edited.get(column);
    if (edited?.kind(row) === edits.written) {
      const formula = edited.formula(row);
      if (formula === undefined) return undefined;
      return "r1c1" in formula ? formula.r1c1 : a1ToR1c1(`=${formula.a1}`, row, column).slice(1);
    }
    const { formula } = this.state(row, column);
    return formula === undefined ? undefined : a1ToR1c1(`=${formula}`, row, column).slice(1);
  }

  /** Fills a grid from the file's cells, then from the edited ones. */
  grid<Value>(
    area: Extent,
    empty: Value,
    ofFile: (cell: number, row: number) => Value,
    ofEdited: (edited: EditedColumn, row: number, column: number) => Value,
  ): Value[][] {
    const grid = Array.from({ length: area.rows }, () => new Array<Value>(area.columns).fill(empty));
    const { scanned } = this;
    const endRow = area.row + area.rows;
    const endColumn = area.column + area.columns;
    for (let index = this.rowFrom(area.row); index < scanned.rows && scanned.rowNumbers.at(index) < endRow; index++) {
      const row = scanned.rowNumbers.at(index);
      const line = grid[row - area.row];
      const [from, end] = scanned.cellsOf(index);
      for (let cell = from; cell < end && line !== undefined; cell++) {
        const column = scanned.columns.at(cell);
        if (column >= area.column && column < endColumn) line[column - area.column] = ofFile(cell, row);
      }
    }
    for (const [column, edited] of this.edited) {
      if (column < area.column || column >= endColumn) continue;
      for (let row = area.row; row < endRow; row++) {
        const kind = edited.kind(row);
        const line = grid[row - area.row];
        if (kind === edits.none || kind === edits.restyled || line === undefined) continue;
        line[column - area.column] = kind === edits.removed ? empty : ofEdited(edited, row, column);
      }
    }
    return grid;
  }

  values(area: Extent): (Scalar | undefined)[][] {
    return this.grid<Scalar | undefined>(
      area,
      undefined,
      (cell) => this.fileValue(cell),
      (edited, row) => edited.value(row),
    );
  }

  formulas(area: Extent): (Scalar | undefined)[][] {
    return this.grid<Scalar | undefined>(
      area,
      undefined,
      (cell, row) => {
        const formula = this.fileFormula(cell, row);
        return formula === undefined ? this.fileValue(cell) : `=${formula}`;
      },
      (edited, row, column) => {
        const formula = spelledOut(edited.formula(row), row, column);
        return formula === undefined ? edited.value(row) : `=${formula}`;
      },
    );
  }

  formulasR1c1(area: Extent): (Scalar | undefined)[][] {
    return this.grid<Scalar | undefined>(
      area,
      undefined,
      (cell, row) => {
        const formula = this.fileFormula(cell, row);
        return formula === undefined
          ? this.fileValue(cell)
          : a1ToR1c1(`=${formula}`, row, this.scanned.columns.at(cell));
      },
      (edited, row, column) => {
        const formula = edited.formula(row);
        if (formula === undefined) return edited.value(row);
        return "r1c1" in formula ? `=${formula.r1c1}` : a1ToR1c1(`=${formula.a1}`, row, column);
      },
    );
  }

  write(row: number, column: number, content: { value: Scalar | undefined; formula?: StoredFormula }): void {
    const style = this.style(row, column);
    this.release(row, column);
    const edited = this.column(column);
    if (content.formula !== undefined || edited.formula(row) !== undefined) this.formulasChanged = true;
    edited.write(row, content.value, content.formula);
    edited.setStyle(row, style);
    this.usedKnown = undefined;
  }

  setResult(row: number, column: number, result: Scalar | undefined): void {
    const edited = this.column(column);
    if (edited.kind(row) !== edits.written) {
      const { formula, style } = this.state(row, column);
      if (formula === undefined) return;
      this.release(row, column);
      edited.write(row, result, { a1: formula });
      edited.setStyle(row, style);
    } else edited.setResult(row, result);
  }

  setStyle(row: number, column: number, style: number): void {
    this.column(column).setStyle(row, style);
    const isNew = this.cellIndex(row, column) < 0 && this.columnKind(row, column) === edits.restyled;
    if (isNew) this.column(column).write(row, undefined, undefined);
    this.usedKnown = undefined;
  }

  remove(row: number, column: number): void {
    this.release(row, column);
    const edited = this.column(column);
    if (edited.formula(row) !== undefined) this.formulasChanged = true;
    edited.remove(row);
    this.usedKnown = undefined;
  }

  *formulaCells(): Iterable<{ readonly row: number; readonly column: number }> {
    const { scanned } = this;
    for (let index = 0; index < scanned.rows; index++) {
      const row = scanned.rowNumbers.at(index);
      const [from, end] = scanned.cellsOf(index);
      for (let cell = from; cell < end; cell++) {
        if (scanned.formulaStarts.at(cell) === scanned.formulaEnds.at(cell)) continue;
        const column = scanned.columns.at(cell);
        const kind = this.columnKind(row, column);
        if (kind === edits.none || kind === edits.restyled) yield { row, column };
      }
    }
    for (const [column, edited] of this.edited) {
      for (const row of edited.rows()) if (edited.formula(row) !== undefined) yield { row, column };
    }
  }

  /** The smallest area that holds every cell with a value or formula, or every cell that exists. */
  used(valuesOnly: boolean): Extent | undefined {
    this.usedKnown ??= { values: this.measure(true), all: this.measure(false) };
    return valuesOnly ? this.usedKnown.values : this.usedKnown.all;
  }

  private measure(valuesOnly: boolean): Extent | undefined {
    const { scanned } = this;
    let [top, bottom, left, right] = [Infinity, -1, Infinity, -1];
    const include = (row: number, column: number) => {
      if (row < top) top = row;
      if (row > bottom) bottom = row;
      if (column < left) left = column;
      if (column > right) right = column;
    };
    for (let index = 0; index < scanned.rows; index++) {
      const row = scanned.rowNumbers.at(index);
      const [from, end] = scanned.cellsOf(index);
      for (let cell = from; cell < end; cell++) {
        const column = scanned.columns.at(cell);
        const kind = this.columnKind(row, column);
        const isHeld =
          scanned.types.at(cell) !== cellTypes.empty || scanned.formulaStarts.at(cell) !== scanned.formulaEnds.at(cell);
        if ((kind === edits.none || kind === edits.restyled) && (isHeld || !valuesOnly)) include(row, column);
      }
    }
    for (const [column, edited] of this.edited) {
      for (const row of edited.rows()) {
        const isHeld = edited.value(row) !== undefined || edited.formula(row) !== undefined;
        if (edited.kind(row) === edits.written && (isHeld || !valuesOnly)) include(row, column);
      }
    }
    return bottom < 0 ? undefined : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }
}

/** A stored formula in A1 notation for its cell. */
export function spelledOut(formula: StoredFormula | undefined, row: number, column: number): string | undefined {
  if (formula === undefined) return undefined;
  return "a1" in formula ? formula.a1 : r1c1ToA1(`=${formula.r1c1}`, row, column).slice(1);
}
