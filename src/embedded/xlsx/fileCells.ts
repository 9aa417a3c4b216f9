import { a1ToR1c1, r1c1ToA1 } from "../calc/notation";
import { parseArea } from "./areas";
import type { Extent, Scalar } from "./model";
import { RepeatedTexts } from "./repeatedTexts";
import { cellTypes, type ScannedCells } from "./scannedCells";
import { plainString, type SharedStrings } from "./sharedStrings";
import { decodeEscapes, unescapeXml, withoutSections } from "./xml";

/** The days between 1970-01-01 and serial 0. */
const UNIX_EPOCH = 25_569;
/** Days by which a serial of the 1904 system is behind. */
const OFFSET_1904 = 1_462;

/** How values other than numbers and texts are read from the text that stands for them. */
const readers: Readonly<Record<number, (text: string) => Scalar>> = {
  [cellTypes.truth]: (text) => ["1", "true"].includes(text.trim()),
  [cellTypes.error]: (text) => ({ error: text.trim() }),
};

function plainText(xml: string): string {
  return decodeEscapes(unescapeXml(withoutSections(xml)));
}

/** The first index of a range whose number is not below `wanted`, else the range's end; numbers ascend. */
function lowest(range: readonly [number, number], wanted: number, numberAt: (index: number) => number): number {
  let [low, high] = range;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numberAt(middle) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function endColumn(scanned: ScannedCells): number {
  let most = 0;
  for (let index = 0; index < scanned.rows; index++) {
    const [from, end] = scanned.cellsOf(index);
    if (end > from) most = Math.max(most, scanned.columns.at(end - 1) + 1);
  }
  return most;
}

/** The cells of a sheet as the file has them, found by place or by their index in the scan. Rows and columns 0-based. */
export class FileCells {
  readonly scanned: ScannedCells;
  private readonly strings: SharedStrings;
  private readonly date1904: boolean;
  private readonly plainTexts: RepeatedTexts;
  private readonly inlineTexts: RepeatedTexts;
  /** The row that was sought last and its index: rows are mostly asked for one after the other. */
  private lastRow = 0;
  private lastIndex = 0;
  private sharedKnown: ReadonlyMap<string, string> | undefined;
  /** One more than the last column that has a cell: what is added to a sheet mostly stands right of it. */
  readonly endColumn: number;

  constructor(scanned: ScannedCells, { strings, date1904 }: { strings: SharedStrings; date1904: boolean }) {
    this.scanned = scanned;
    this.strings = strings;
    this.date1904 = date1904;
    this.plainTexts = new RepeatedTexts(scanned, plainText);
    this.inlineTexts = new RepeatedTexts(scanned, plainString);
    this.endColumn = endColumn(scanned);
  }

  /** The index of the first row of the file at or below a row. */
  rowFrom(row: number): number {
    const { rowNumbers, rows } = this.scanned;
    const near = row === this.lastRow ? this.lastIndex : this.lastIndex + 1;
    const isNear = near < rows && rowNumbers.at(near) === row;
    this.lastIndex = isNear ? near : lowest([0, rows], row, (index) => rowNumbers.at(index));
    this.lastRow = row;
    return this.lastIndex;
  }

  /** The index of the file's row; -1 where the file has none. */
  rowIndex(row: number): number {
    const index = this.rowFrom(row);
    return index < this.scanned.rows && this.scanned.rowNumbers.at(index) === row ? index : -1;
  }

  /** The index of a cell; -1 where the file has none. */
  cellIndex(row: number, column: number): number {
    if (column >= this.endColumn) return -1;
    const rowIndex = this.rowIndex(row);
    if (rowIndex < 0) return -1;
    const { columns } = this.scanned;
    const [from, end] = this.scanned.cellsOf(rowIndex);
    if (from === end || columns.at(end - 1) < column) return -1;
    const cell = lowest([from, end], column, (index) => columns.at(index));
    return columns.at(cell) === column ? cell : -1;
  }

  value(cell: number): Scalar | undefined {
    const { scanned } = this;
    const type = scanned.types.at(cell);
    if (type === cellTypes.empty) return undefined;
    const start = scanned.valueStarts.at(cell);
    const end = scanned.valueEnds.at(cell);
    if (type === cellTypes.shared) return this.strings.at(scanned.number(start, end) ?? Infinity);
    if (type === cellTypes.inline) return this.inlineTexts.at(start, end);
    const number = type === cellTypes.number ? scanned.number(start, end) : NaN;
    // What stands for a number and is none is shown as it stands, so that it is seen.
    return Number.isNaN(number) ? this.written(type, this.plainTexts.at(start, end)) : number;
  }

  private written(type: number, text: string): Scalar {
    return type === cellTypes.day ? serialOf(text, this.date1904) : (readers[type]?.(text) ?? text);
  }

  /** The place of a cell in the list of formulas; -1 where it has none. */
  private formulaIndex(cell: number): number {
    const { formulaCells } = this.scanned;
    if (formulaCells.length === 0) return -1;
    const index = lowest([0, formulaCells.length], cell, (one) => formulaCells.at(one));
    return index < formulaCells.length && formulaCells.at(index) === cell ? index : -1;
  }

  hasFormula(cell: number): boolean {
    return this.formulaIndex(cell) >= 0;
  }

  /** The f element of a cell; "" where there is none. */
  formulaXml(cell: number): string {
    const index = this.formulaIndex(cell);
    return index < 0 ? "" : this.scanned.text(this.scanned.formulaStarts.at(index), this.scanned.formulaEnds.at(index));
  }

  /** Whether the cell's result is one of many that a formula gives at once (array formula, data table). */
  isOneOfMany(cell: number): boolean {
    return /^<[^>]*\st=["'](?:array|dataTable)["']/.test(this.formulaXml(cell));
  }

  /** The area that such a formula fills; undefined where the cell has none. */
  manyArea(cell: number): Extent | undefined {
    if (!this.isOneOfMany(cell)) return undefined;
    return parseArea(/\sref=["']([^"']*)/.exec(this.formulaXml(cell))?.[1] ?? "");
  }

  /** The formula of a cell in A1 notation without "="; a shared one spelled out for its cell. */
  formula(cell: number, row: number): string | undefined {
    const xml = this.formulaXml(cell);
    if (xml === "") return undefined;
    const text = textOf(xml);
    if (text !== "") return text;
    const shared = this.sharedFormula(xml);
    return shared === undefined ? undefined : r1c1ToA1(`=${shared}`, row, this.scanned.columns.at(cell)).slice(1);
  }

  /** As `formula`, in R1C1 notation. */
  formulaR1c1(cell: number, row: number): string | undefined {
    const xml = this.formulaXml(cell);
    if (xml === "") return undefined;
    const text = textOf(xml);
    if (text === "") return this.sharedFormula(xml);
    return a1ToR1c1(`=${text}`, row, this.scanned.columns.at(cell)).slice(1);
  }

  private sharedFormula(xml: string): string | undefined {
    const index = sharedIndex(xml);
    return index === undefined ? undefined : this.shared.get(index);
  }

  /** A number that no shared formula of the sheet has. */
  get freeSharedIndex(): number {
    return 1 + [...this.shared.keys()].reduce((most, index) => Math.max(most, Number(index)), -1);
  }

  /** Shared formulas in R1C1 notation, by their numbers. */
  private get shared(): ReadonlyMap<string, string> {
    this.sharedKnown ??= this.findShared();
    return this.sharedKnown;
  }

  private findShared(): ReadonlyMap<string, string> {
    const found = new Map<string, string>();
    for (const { cell, row } of this.formulas()) {
      const xml = this.formulaXml(cell);
      const index = sharedIndex(xml);
      const text = index === undefined ? "" : textOf(xml);
      if (index === undefined || text === "" || found.has(index)) continue;
      found.set(index, a1ToR1c1(`=${text}`, row, this.scanned.columns.at(cell)).slice(1));
    }
    return found;
  }

  /** Every cell with a formula, row by row. */
  *formulas(): Iterable<{ readonly cell: number; readonly row: number }> {
    const { scanned } = this;
    let rowIndex = 0;
    for (let index = 0; index < scanned.formulaCells.length; index++) {
      const cell = scanned.formulaCells.at(index);
      while (scanned.cellsOf(rowIndex)[1] <= cell) rowIndex += 1;
      yield { cell, row: scanned.rowNumbers.at(rowIndex) };
    }
  }

  /** The other cells that rely on the shared formula which this cell spells out. */
  reliants(cell: number): readonly { readonly cell: number; readonly row: number }[] {
    const xml = this.formulaXml(cell);
    const index = sharedIndex(xml);
    if (index === undefined || textOf(xml) === "") return [];
    return [...this.formulas()].filter(
      (other) => other.cell !== cell && sharedIndex(this.formulaXml(other.cell)) === index,
    );
  }
}

function sharedIndex(xml: string): string | undefined {
  return /^<[^>]*\ssi=["'](\d+)["']/.exec(xml)?.[1];
}

function textOf(formulaXml: string): string {
  return plainText(/^<[^>]*>([\s\S]*)<\//.exec(formulaXml)?.[1] ?? "");
}

/** The serial number of an ISO 8601 day or time; text that is neither stays text. */
function serialOf(text: string, date1904: boolean): number | string {
  const days = Date.parse(text.endsWith("Z") ? text : `${text}Z`) / 86_400_000;
  const serial = days + UNIX_EPOCH - (date1904 ? OFFSET_1904 : 0);
  return Number.isNaN(serial) ? text : serial;
}
