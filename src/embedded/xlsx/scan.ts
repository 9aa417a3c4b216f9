import { broken } from "./fault";
import { bytes16, bytes32, bytes8 } from "./growing";

/** What kind of value a cell's XML holds. */
export const cellTypes = { empty: 0, number: 1, shared: 2, text: 3, inline: 4, truth: 5, error: 6, day: 7 } as const;

const typeByName: Readonly<Record<string, number>> = {
  n: cellTypes.number,
  s: cellTypes.shared,
  str: cellTypes.text,
  inlineStr: cellTypes.inline,
  b: cellTypes.truth,
  e: cellTypes.error,
  d: cellTypes.day,
};

const LESS = 60;
const GREATER = 62;
const SLASH = 47;
const EQUALS = 61;
const QUOTE = 34;
const APOSTROPHE = 39;

const ZERO = 48;
/** So many digits are exact whichever way they are read. */
const MOST_DIGITS = 15;

const decoder = new TextDecoder();

function numberOf(text: string): number | undefined {
  return text.trim() === "" ? undefined : Number(text);
}

/** The rows and cells of a sheet as the file has them: numbers and places in the XML alone, no text is decoded before it is asked for. */
export class ScannedCells {
  /** The inside of the sheetData element. */
  readonly xml: Uint8Array;
  readonly rowNumbers = bytes32();
  readonly rowStarts = bytes32();
  readonly rowTagEnds = bytes32();
  readonly rowEnds = bytes32();
  readonly firstCells = bytes32();
  readonly rowStyles = bytes32();
  readonly columns = bytes16();
  readonly types = bytes8();
  readonly styles = bytes32();
  readonly starts = bytes32();
  readonly ends = bytes32();
  readonly valueStarts = bytes32();
  readonly valueEnds = bytes32();
  /** The whole f element; equal where there is none. */
  readonly formulaStarts = bytes32();
  readonly formulaEnds = bytes32();
  private readonly part: string;
  private nextRow = 0;
  private nextColumn = 0;

  constructor(xml: Uint8Array, part: string) {
    this.xml = xml;
    this.part = part;
    this.scan();
  }

  get rows(): number {
    return this.rowNumbers.length;
  }

  get cells(): number {
    return this.columns.length;
  }

  /** The cells of the row at an index: from, up to. */
  cellsOf(rowIndex: number): readonly [number, number] {
    const end = rowIndex + 1 < this.rows ? this.firstCells.at(rowIndex + 1) : this.cells;
    return [this.firstCells.at(rowIndex), end];
  }

  text(start: number, end: number): string {
    return decoder.decode(this.xml.subarray(start, end));
  }

  /** A number between two places; undefined for nothing but blanks. */
  number(start: number, end: number): number | undefined {
    let value = 0;
    for (let at = start; at < end; at++) {
      const digit = (this.xml[at] ?? 0) - ZERO;
      if (digit < 0 || digit > 9 || end - start > MOST_DIGITS) return numberOf(this.text(start, end));
      value = value * 10 + digit;
    }
    return start === end ? undefined : value;
  }

  private find(byte: number, from: number): number {
    const at = this.xml.indexOf(byte, from);
    if (at < 0) throw broken(this.part);
    return at;
  }

  /** Whether the tag at `at` (a "<") has this name. */
  private isTag(at: number, name: string): boolean {
    for (let index = 0; index < name.length; index++) {
      if (this.xml[at + 1 + index] !== name.charCodeAt(index)) return false;
    }
    const after = this.xml[at + 1 + name.length] ?? 0;
    return after === GREATER || after === SLASH || after <= 32;
  }

  private scan(): void {
    let at = this.xml.indexOf(LESS);
    while (at >= 0) {
      const next = this.isTag(at, "row") ? this.scanRow(at) : this.find(GREATER, at) + 1;
      at = this.xml.indexOf(LESS, next);
    }
  }

  private scanRow(start: number): number {
    const tagEnd = this.find(GREATER, start) + 1;
    const tag = this.text(start, tagEnd);
    const said = /\sr=["'](\d+)["']/.exec(tag)?.[1];
    const row = said === undefined ? this.nextRow : Number(said) - 1;
    if (row < this.nextRow || row > 1_048_575) throw broken(this.part);
    const style = /\ss=["'](\d+)["']/.exec(tag)?.[1];
    this.rowNumbers.push(row);
    this.rowStarts.push(start);
    this.rowTagEnds.push(tagEnd);
    this.firstCells.push(this.cells);
    this.rowStyles.push(style !== undefined && /\scustomFormat=["'](1|true)["']/.test(tag) ? Number(style) + 1 : 0);
    this.nextRow = row + 1;
    this.nextColumn = 0;
    const end = this.xml[tagEnd - 2] === SLASH ? tagEnd : this.scanCells(tagEnd);
    this.rowEnds.push(end);
    return end;
  }

  private scanCells(from: number): number {
    let at = from;
    for (;;) {
      at = this.find(LESS, at);
      if (this.xml[at + 1] === SLASH) return this.find(GREATER, at) + 1;
      at = this.isTag(at, "c") ? this.scanCell(at) : this.find(GREATER, at) + 1;
    }
  }

  private scanCell(start: number): number {
    const tagEnd = this.find(GREATER, start) + 1;
    const { column, style, type } = this.attributes(start + 2, tagEnd);
    if (column < this.nextColumn || column > 16_383) throw broken(this.part);
    this.nextColumn = column + 1;
    this.columns.push(column);
    this.styles.push(style);
    this.starts.push(start);
    const isEmpty = this.xml[tagEnd - 2] === SLASH;
    const found = isEmpty
      ? { end: tagEnd, valueStart: 0, valueEnd: 0, formulaStart: 0, formulaEnd: 0 }
      : this.inside(tagEnd);
    this.types.push(found.valueStart === 0 ? cellTypes.empty : type);
    this.valueStarts.push(found.valueStart);
    this.valueEnds.push(found.valueEnd);
    this.formulaStarts.push(found.formulaStart);
    this.formulaEnds.push(found.formulaEnd);
    this.ends.push(found.end);
    return found.end;
  }

  /** The children of a cell: formula, value, inline string. */
  private inside(from: number): {
    end: number;
    valueStart: number;
    valueEnd: number;
    formulaStart: number;
    formulaEnd: number;
  } {
    const found = { end: 0, valueStart: 0, valueEnd: 0, formulaStart: 0, formulaEnd: 0 };
    for (let at = this.find(LESS, from); ; at = this.find(LESS, at)) {
      if (this.xml[at + 1] === SLASH) return { ...found, end: this.find(GREATER, at) + 1 };
      const tagEnd = this.find(GREATER, at) + 1;
      const isEmpty = this.xml[tagEnd - 2] === SLASH;
      const name = this.xml[at + 1];
      const end = isEmpty ? tagEnd : this.closing(at, tagEnd);
      if (name === 102) {
        found.formulaStart = at;
        found.formulaEnd = end;
      } else if ((name === 118 || name === 105) && !isEmpty) {
        found.valueStart = tagEnd;
        found.valueEnd = end - (name === 118 ? 4 : 5);
      }
      at = end;
    }
  }

  /** After the end tag of the element that begins at `at`. */
  private closing(at: number, from: number): number {
    const name = this.isTag(at, "f") ? "f" : this.isTag(at, "v") ? "v" : this.isTag(at, "is") ? "is" : "extLst";
    for (let next = this.find(LESS, from); ; next = this.find(LESS, next + 1)) {
      if (this.xml[next + 1] === SLASH && this.isTag(next + 1, name)) return this.find(GREATER, next) + 1;
    }
  }

  /** Column, style and type from a cell's start tag; what is not said follows from the place. */
  private attributes(from: number, end: number): { column: number; style: number; type: number } {
    const { xml } = this;
    const found = { column: this.nextColumn, style: 0, type: cellTypes.number as number };
    let at = from;
    while (at < end) {
      const equals = xml.indexOf(EQUALS, at);
      if (equals < 0 || equals >= end) break;
      const quote = xml[equals + 1] === APOSTROPHE ? APOSTROPHE : QUOTE;
      const close = xml.indexOf(quote, equals + 2);
      if (close < 0 || close >= end) throw broken(this.part);
      const name = xml[equals - 1];
      const isOneLetter = (xml[equals - 2] ?? 0) <= 32;
      if (isOneLetter && name === 114) found.column = this.columnAt(equals + 2, close);
      else if (isOneLetter && name === 115) found.style = this.digits(equals + 2, close);
      else if (isOneLetter && name === 116) found.type = typeByName[this.text(equals + 2, close)] ?? cellTypes.number;
      at = close + 1;
    }
    return found;
  }

  private columnAt(from: number, end: number): number {
    let column = 0;
    for (let at = from; at < end; at++) {
      const letter = (this.xml[at] ?? 0) & 0xdf;
      if (letter < 65 || letter > 90) break;
      column = column * 26 + letter - 64;
    }
    return column - 1;
  }

  private digits(from: number, end: number): number {
    let value = 0;
    for (let at = from; at < end; at++) value = value * 10 + (this.xml[at] ?? 48) - 48;
    return value;
  }
}
