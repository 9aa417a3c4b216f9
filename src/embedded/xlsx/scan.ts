import { broken } from "./fault";
import { cellTypes, ScannedCells } from "./scannedCells";
import { XmlBytes } from "./xmlBytes";

/** What the types of cells are called in the file; the usual ones first. */
const typeNames: readonly (readonly [name: string, type: number])[] = [
  ["s", cellTypes.shared],
  ["str", cellTypes.text],
  ["inlineStr", cellTypes.inline],
  ["n", cellTypes.number],
  ["b", cellTypes.truth],
  ["e", cellTypes.error],
  ["d", cellTypes.day],
];

const LESS = 60;
const GREATER = 62;
const SLASH = 47;
const EQUALS = 61;
const QUOTE = 34;
const APOSTROPHE = 39;
const BLANK = 32;
const [C, R, S, T, V] = [99, 114, 115, 116, 118];

const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;
const LAST_STYLE = 65_535;

/** One more than the style of a row's cells; 0 where the row has none of its own. */
function rowStyle(tag: string): number {
  const style = /\ss=["'](\d+)["']/.exec(tag)?.[1];
  return style !== undefined && /\scustomFormat=["'](1|true)["']/.test(tag) ? Number(style) + 1 : 0;
}

/** Goes through the inside of a sheetData element once, byte by byte. */
class Scanner extends XmlBytes {
  readonly found: ScannedCells;
  private nextRow = 0;
  private column = 0;
  private style = 0;
  private type: number = cellTypes.number;
  /** Where the value of the cell stands; 0 where it has none. */
  private valueStart = 0;
  private valueEnd = 0;

  constructor(xml: Uint8Array, part: string) {
    super(xml, part);
    this.found = new ScannedCells(xml);
  }

  scan(): void {
    let at = this.xml.indexOf(LESS);
    while (at >= 0) {
      const next = this.isTag(at, "row") ? this.scanRow(at) : this.beyond(at);
      at = this.xml.indexOf(LESS, next);
    }
  }

  private scanRow(start: number): number {
    const { found } = this;
    const tagEnd = this.tagEnd(start);
    const tag = found.text(start, tagEnd);
    const said = /\sr=["'](\d+)["']/.exec(tag)?.[1];
    const row = said === undefined ? this.nextRow : Number(said) - 1;
    if (row < this.nextRow || row > LAST_ROW) throw broken(this.part);
    found.rowNumbers.push(row);
    found.rowStarts.push(start);
    found.rowTagEnds.push(tagEnd);
    found.firstCells.push(found.cells);
    found.rowStyles.push(rowStyle(tag));
    this.nextRow = row + 1;
    this.column = -1;
    const end = this.xml[tagEnd - 2] === SLASH ? tagEnd : this.scanCells(tagEnd);
    found.rowEnds.push(end);
    return end;
  }

  private scanCells(from: number): number {
    let at = from;
    for (;;) {
      at = this.find(LESS, at);
      if (this.xml[at + 1] === SLASH) return this.find(GREATER, at) + 1;
      const isCell = this.xml[at + 1] === C && this.endsName(at + 2);
      at = isCell ? this.scanCell(at) : this.beyond(at);
    }
  }

  private scanCell(start: number): number {
    const { found } = this;
    const before = this.column;
    const tagEnd = this.attributes(start + 2);
    if (this.column <= before || this.column > LAST_COLUMN || this.style > LAST_STYLE) throw broken(this.part);
    found.columns.push(this.column);
    found.styles.push(this.style);
    found.starts.push(start);
    const isEmpty = this.xml[tagEnd - 2] === SLASH;
    const end = isEmpty ? this.empty(tagEnd) : this.inside(tagEnd);
    found.ends.push(end);
    return end;
  }

  private empty(end: number): number {
    this.foundValue(0, 0);
    this.pushValue();
    return end;
  }

  private foundValue(start: number, end: number): void {
    this.valueStart = start;
    this.valueEnd = end;
  }

  private pushValue(): void {
    const { found, valueStart } = this;
    found.types.push(valueStart === 0 ? cellTypes.empty : this.type);
    found.valueStarts.push(valueStart);
    found.valueEnds.push(this.valueEnd);
  }

  /** The children of a cell: formula, value, inline string. Gives where the cell ends. */
  private inside(from: number): number {
    this.foundValue(0, 0);
    let at = this.find(LESS, from);
    while (this.xml[at + 1] !== SLASH) at = this.find(LESS, this.plainValue(at) ?? this.child(at));
    this.pushValue();
    return this.tagEnd(at);
  }

  /** A value that is nothing but characters, as nearly all are. Gives where it ends; undefined for anything else. */
  private plainValue(at: number): number | undefined {
    const { xml } = this;
    if (xml[at + 1] !== V || xml[at + 2] !== GREATER) return undefined;
    const end = this.find(LESS, at + 3);
    if (xml[end + 1] !== SLASH || xml[end + 2] !== V || xml[end + 3] !== GREATER) return undefined;
    this.foundValue(at + 3, end);
    return end + 4;
  }

  private child(at: number): number {
    const { start, end, after } = this.innerOf(at);
    if (this.isTag(at, "f")) this.formula(at, after);
    else if (start < after && this.isValue(at)) this.foundValue(start, end);
    return after;
  }

  private isValue(at: number): boolean {
    return this.isTag(at, "v") || this.isTag(at, "is");
  }

  private formula(start: number, end: number): void {
    this.found.formulaCells.push(this.found.cells - 1);
    this.found.formulaStarts.push(start);
    this.found.formulaEnds.push(end);
  }

  /** Column, style and type from a cell's start tag; what is not said follows from the place. Gives where the tag ends. */
  private attributes(from: number): number {
    const { xml } = this;
    this.column += 1;
    this.style = 0;
    this.type = cellTypes.number;
    for (let at = from; at < xml.length; at++) {
      if (xml[at] === GREATER) return at + 1;
      if (xml[at] !== EQUALS) continue;
      const quote = xml[at + 1] === APOSTROPHE ? APOSTROPHE : QUOTE;
      const close = this.find(quote, at + 2);
      if ((xml[at - 2] ?? 0) <= BLANK) this.attribute(xml[at - 1], at + 2, close);
      at = close;
    }
    throw broken(this.part);
  }

  private attribute(name: number | undefined, from: number, end: number): void {
    if (name === R) this.column = this.columnAt(from, end);
    else if (name === S) this.style = this.digits(from, end);
    else if (name === T) this.type = this.typeAt(from, end);
  }

  private typeAt(from: number, end: number): number {
    for (const [name, type] of typeNames) if (end - from === name.length && this.spells(from, name)) return type;
    return cellTypes.number;
  }

  /** The column that an address names; a cell of another row has strayed. */
  private columnAt(from: number, end: number): number {
    let column = 0;
    let at = from;
    for (; at < end; at++) {
      const letter = (this.xml[at] ?? 0) & 0xdf;
      if (letter < 65 || letter > 90) break;
      column = column * 26 + letter - 64;
    }
    if (this.digits(at, end) !== this.nextRow) throw broken(this.part);
    return column - 1;
  }

  private digits(from: number, end: number): number {
    let value = 0;
    for (let at = from; at < end; at++) value = value * 10 + (this.xml[at] ?? 48) - 48;
    return value;
  }
}

/** The rows and cells inside a sheetData element; `part` is named where it is broken. */
export function scanCells(xml: Uint8Array, part: string): ScannedCells {
  const scanner = new Scanner(xml, part);
  scanner.scan();
  return scanner.found;
}
