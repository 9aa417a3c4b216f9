import { bytes32, bytes8 } from "./growing";
import type { Scalar, StoredFormula } from "./model";
import { NOT_COMPUTED } from "../calc/values";

/** A formula, and the result that it had where it stood before. */
export interface Carried {
  readonly formula: StoredFormula;
  readonly result: Scalar | undefined;
}

/** What became of a cell since the file was opened. A recomputed cell keeps the file's formula and has another result. */
export const edits = { none: 0, written: 1, removed: 2, restyled: 3, recomputed: 4 } as const;

/** Whether a cell of this kind has the formula, or lack of one, that the file says. */
export function keepsFileFormula(kind: number): boolean {
  return kind === edits.none || kind === edits.restyled || kind === edits.recomputed;
}

/** The edited cells of one column, by row. */
export class EditedColumn {
  private readonly kinds = bytes8();
  private readonly values: (Scalar | undefined)[] = [];
  private readonly formulas: (StoredFormula | undefined)[] = [];
  private readonly styles = bytes32();
  private readonly results = new Map<number, { readonly value: Scalar | undefined }>();

  /** One more than the last row that was edited. */
  get length(): number {
    return this.kinds.length;
  }

  kind(row: number): number {
    return this.kinds.at(row);
  }

  value(row: number): Scalar | undefined {
    return this.values[row];
  }

  formula(row: number): StoredFormula | undefined {
    return this.formulas[row];
  }

  style(row: number): number {
    return this.styles.at(row);
  }

  /** Whether any cell of the column may hold a formula that was written since. */
  get mayHoldFormulas(): boolean {
    return this.formulas.length > 0;
  }

  write(row: number, value: Scalar | undefined, formula: StoredFormula | undefined): void {
    this.kinds.set(row, edits.written);
    if (this.results.size > 0) this.results.delete(row);
    if (value !== undefined || row < this.values.length) this.values[row] = value;
    if (formula !== undefined || row < this.formulas.length) this.formulas[row] = formula;
  }

  /** Writes a formula that came with a result, from elsewhere in the file. */
  carry(row: number, value: Scalar | undefined, formula: StoredFormula): void {
    this.write(row, value, formula);
    this.results.set(row, { value });
  }

  /** The result that a written formula came with; undefined for a new one. */
  carried(row: number): { readonly value: Scalar | undefined } | undefined {
    return this.results.get(row);
  }

  /** Whether a cell stands so that a real Excel alone can tell its result. */
  get leavesResults(): boolean {
    return this.values.includes(NOT_COMPUTED);
  }

  /** Lets a recomputed cell be as the file has it again. */
  forget(row: number): void {
    this.kinds.set(row, edits.none);
    this.values[row] = undefined;
  }

  setResult(row: number, value: Scalar | undefined): void {
    this.values[row] = value;
  }

  /** Another result of the formula that the file has. */
  recompute(row: number, value: Scalar | undefined, style: number): void {
    this.kinds.set(row, edits.recomputed);
    this.values[row] = value;
    this.styles.set(row, style);
  }

  /** The style of a cell; a cell that was not edited otherwise keeps everything else as the file has it. */
  setStyle(row: number, style: number): void {
    if (this.kind(row) === edits.none) this.kinds.set(row, edits.restyled);
    this.styles.set(row, style);
  }

  /** Whether any row from one up to another was edited. */
  touches(from: number, end: number): boolean {
    for (let row = from; row < Math.min(end, this.length); row++) if (this.kind(row) !== edits.none) return true;
    return false;
  }

  /** Gives rows that nothing was known of empty cells of a style. */
  add(row: number, rows: number, style: number): void {
    this.kinds.fill(row, row + rows, edits.written);
    this.styles.fill(row, row + rows, style);
  }

  remove(row: number): void {
    this.write(row, undefined, undefined);
    this.kinds.set(row, edits.removed);
    this.styles.set(row, 0);
  }

  /** Tells the rows that were edited, in order. */
  eachRow(visit: (row: number) => void): void {
    for (let row = 0; row < this.kinds.length; row++) if (this.kind(row) !== edits.none) visit(row);
  }
}
