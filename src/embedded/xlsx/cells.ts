import { COLUMNS, ROWS } from "./areas";
import { isSame } from "./asOpened";
import type { FileCells } from "./fileCells";
import type { LineStyles } from "./lineStyles";
import type { CellState, Extent, Scalar, StoredFormula } from "./model";
import { EditedColumn, edits, keepsFileFormula, type Carried } from "./overlay";
import { relative, spelledOut } from "./storedFormula";
import { usedExtent } from "./usedExtent";

const ALL: Extent = { row: 0, column: 0, rows: ROWS, columns: COLUMNS };

/** The cells of one sheet: those of the file, and above them what was edited since. Rows and columns 0-based. */
export class Cells {
  readonly file: FileCells;
  readonly edited = new Map<number, EditedColumn>();
  private readonly lines: LineStyles;
  /** Used areas that have been asked for since the last change, by whether only values counted. */
  private readonly usedKnown = new Map<boolean, Extent | undefined>();
  /** Whether a formula was added, changed or taken out: the calculation chain of the file is then out of date. */
  formulasChanged = false;

  constructor(file: FileCells, lines: LineStyles) {
    this.file = file;
    this.lines = lines;
  }

  get isEdited(): boolean {
    return this.edited.size > 0;
  }

  /** How many cells were edited at most. */
  get editedCells(): number {
    return [...this.edited.values()].reduce((sum, { length }) => sum + length, 0);
  }

  kind(row: number, column: number): number {
    return this.edited.get(column)?.kind(row) ?? edits.none;
  }

  private column(column: number): EditedColumn {
    let edited = this.edited.get(column);
    if (edited === undefined) {
      edited = new EditedColumn();
      this.edited.set(column, edited);
    }
    return edited;
  }

  /** The style a cell has that does not exist: its row's, else its column's. */
  inheritedStyle(row: number, column: number): number {
    return this.lines.row(row) ?? this.lines.column(column) ?? 0;
  }

  exists(row: number, column: number): boolean {
    const kind = this.kind(row, column);
    return kind === edits.none ? this.file.cellIndex(row, column) >= 0 : kind !== edits.removed;
  }

  style(row: number, column: number): number {
    const edited = this.edited.get(column);
    const kind = edited?.kind(row) ?? edits.none;
    if (edited !== undefined && kind !== edits.none && kind !== edits.removed) return edited.style(row);
    const cell = kind === edits.removed ? -1 : this.file.cellIndex(row, column);
    return cell < 0 ? this.inheritedStyle(row, column) : this.file.scanned.styles.at(cell);
  }

  state(row: number, column: number): CellState {
    return { value: this.value(row, column), formula: this.formula(row, column), style: this.style(row, column) };
  }

  private value(row: number, column: number): Scalar | undefined {
    const edited = this.edited.get(column);
    const kind = edited?.kind(row) ?? edits.none;
    if (kind === edits.written || kind === edits.recomputed) return edited?.value(row);
    const cell = kind === edits.removed ? -1 : this.file.cellIndex(row, column);
    return cell < 0 ? undefined : this.file.value(cell);
  }

  /** A1 notation without "="; undefined for a constant. */
  private formula(row: number, column: number): string | undefined {
    const edited = this.edited.get(column);
    if (edited !== undefined && !keepsFileFormula(edited.kind(row)))
      return spelledOut(edited.formula(row), row, column);
    const cell = this.file.cellIndex(row, column);
    return cell < 0 ? undefined : this.file.formula(cell, row);
  }

  /** A formula in R1C1 notation without "=", undefined for a constant; cheap for columns that share one. */
  formulaR1c1(row: number, column: number): string | undefined {
    const edited = this.edited.get(column);
    if (edited !== undefined && !keepsFileFormula(edited.kind(row))) return relative(edited.formula(row), row, column);
    const cell = this.file.cellIndex(row, column);
    return cell < 0 ? undefined : this.file.formulaR1c1(cell, row);
  }

  /** Whether any cell of an area may hold a formula. */
  mayHoldFormulas({ column: first, columns }: Extent): boolean {
    if (this.file.scanned.formulaCells.length > 0) return true;
    for (let column = first; column < first + columns; column++) {
      if (this.edited.get(column)?.mayHoldFormulas === true) return true;
    }
    return false;
  }

  write(row: number, column: number, content: { value: Scalar | undefined; formula?: StoredFormula }): void {
    const edited = this.column(column);
    if (edited.kind(row) === edits.written) {
      if (content.formula !== undefined || edited.formula(row) !== undefined) this.formulasChanged = true;
      edited.write(row, content.value, content.formula);
    } else {
      const style = this.style(row, column);
      this.release(row, column);
      if (content.formula !== undefined) this.formulasChanged = true;
      edited.write(row, content.value, content.formula);
      edited.setStyle(row, style);
    }
    this.forgetUsed();
  }

  /** Writes a formula that stood elsewhere, or was spelled otherwise, with its result. */
  carry(row: number, column: number, { formula, result }: Carried): void {
    this.write(row, column, { value: result, formula });
    this.column(column).carry(row, result, formula);
  }

  /** Whether a formula has a result that only a real Excel can tell. */
  get leavesResults(): boolean {
    return [...this.edited.values()].some(({ leavesResults }) => leavesResults);
  }

  private forgetUsed(): void {
    if (this.usedKnown.size > 0) this.usedKnown.clear();
  }

  /** Before a cell that spells out a shared formula changes, the cells that rely on it get it for themselves. */
  private release(row: number, column: number): void {
    const cell = this.file.cellIndex(row, column);
    if (cell < 0 || !this.file.hasFormula(cell)) return;
    this.formulasChanged = true;
    const { columns } = this.file.scanned;
    for (const other of this.file.reliants(cell)) {
      const otherColumn = columns.at(other.cell);
      if (!keepsFileFormula(this.kind(other.row, otherColumn))) continue;
      const r1c1 = this.file.formulaR1c1(other.cell, other.row) ?? "";
      const { value, style } = this.state(other.row, otherColumn);
      const known = this.column(otherColumn);
      if (known.kind(other.row) === edits.recomputed) {
        known.carry(other.row, this.file.value(other.cell), { r1c1 });
        known.setResult(other.row, value);
      } else known.carry(other.row, value, { r1c1 });
      this.column(otherColumn).setStyle(other.row, style);
    }
  }

  /** Another result of a formula; the formula itself stays as it stands, shared or not. */
  setResult(row: number, column: number, result: Scalar | undefined): void {
    const edited = this.column(column);
    if (edited.kind(row) === edits.written) {
      edited.setResult(row, result);
      return;
    }
    const cell = this.file.cellIndex(row, column);
    if (cell < 0) return;
    const style = this.style(row, column);
    const isAsInFile = isSame(result, this.file.value(cell)) && style === this.file.scanned.styles.at(cell);
    if (isAsInFile) edited.forget(row);
    else edited.recompute(row, result, style);
  }

  setStyle(row: number, column: number, style: number): void {
    this.styleIn(this.column(column), { row, column }, style);
    this.forgetUsed();
  }

  private styleIn(edited: EditedColumn, { row, column }: { row: number; column: number }, style: number): void {
    const kind = edited.kind(row);
    const isNew = kind === edits.removed || (kind === edits.none && this.file.cellIndex(row, column) < 0);
    if (isNew) edited.write(row, undefined, undefined);
    edited.setStyle(row, style);
  }

  /** Gives each cell of an area the style that `change` makes of the one it has. */
  restyle(area: Extent, change: (style: number, row: number, column: number) => number): void {
    for (let column = area.column; column < area.column + area.columns; column++) {
      for (let row = area.row; row < area.row + area.rows; row++) {
        const before = this.style(row, column);
        const after = change(before, row, column);
        if (after !== before) this.styleIn(this.column(column), { row, column }, after);
      }
    }
    this.forgetUsed();
  }

  /** As `restyle`, where a cell's place does not matter: columns that have no cells get theirs at once. */
  restyleAlike(area: Extent, change: (style: number) => number): void {
    for (let column = area.column; column < area.column + area.columns; column++) {
      if (this.isUntouched(area, column)) this.addEmpty(column, area, change);
      else this.restyle({ ...area, column, columns: 1 }, change);
    }
    this.forgetUsed();
  }

  private addEmpty(column: number, { row, rows }: Extent, change: (style: number) => number): void {
    const before = this.lines.column(column) ?? 0;
    const after = change(before);
    if (after !== before) this.column(column).add(row, rows, after);
  }

  /** Whether a column has no cell in the rows of an area, and never had, and no style but its own. */
  private isUntouched({ row, rows }: Extent, column: number): boolean {
    if (column < this.file.endColumn || this.lines.anyRow()) return false;
    return this.edited.get(column)?.touches(row, row + rows) !== true;
  }

  remove(row: number, column: number): void {
    this.release(row, column);
    const edited = this.column(column);
    if (edited.formula(row) !== undefined) this.formulasChanged = true;
    edited.remove(row);
    this.forgetUsed();
  }

  /** Tells the cells whose formula gives one result. */
  eachFormula(visit: (row: number, column: number) => void): void {
    for (const { cell, row } of this.file.formulas()) {
      const column = this.file.scanned.columns.at(cell);
      if (keepsFileFormula(this.kind(row, column)) && !this.file.isOneOfMany(cell)) visit(row, column);
    }
    for (const [column, edited] of this.edited) {
      edited.eachRow((row) => {
        if (edited.formula(row) !== undefined) visit(row, column);
      });
    }
  }

  /** Areas of formulas that give many results at once. */
  get arrays(): readonly Extent[] {
    return [...this.file.formulas()].flatMap(({ cell, row }) => {
      const area = this.file.manyArea(cell);
      return area !== undefined && keepsFileFormula(this.kind(row, this.file.scanned.columns.at(cell))) ? [area] : [];
    });
  }

  /** The smallest area that holds every cell with a value or formula, or every cell that exists. */
  used(valuesOnly: boolean): Extent | undefined {
    if (!this.usedKnown.has(valuesOnly)) this.usedKnown.set(valuesOnly, usedExtent(this, { valuesOnly, within: ALL }));
    return this.usedKnown.get(valuesOnly);
  }
}
