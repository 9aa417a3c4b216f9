import { unescapeXml, withoutSections } from "./xml";
import { bytes16, bytes32, bytes8 } from "./growing";

/** What kind of value a cell's XML holds. */
export const cellTypes = { empty: 0, number: 1, shared: 2, text: 3, inline: 4, truth: 5, error: 6, day: 7 } as const;

/** Bytes of XML that a row and a cell usually take at least; room for so many is made at once. */
const BYTES_A_ROW = 200;
const BYTES_A_CELL = 24;

const ZERO = 48;
const POINT = 46;
const MINUS = 45;
/** So many digits are exact whichever way they are read, and so is their division by a power of ten. */
const MOST_DIGITS = 15;

const decoder = new TextDecoder();

/** Bytes of XML, and the text between two places in them. */
export interface XmlText {
  readonly xml: Uint8Array;
  readonly text: (start: number, end: number) => string;
}

/** The rows and cells of a sheet as the file has them: numbers and places in the XML alone, no text is decoded before it is asked for. */
export class ScannedCells implements XmlText {
  /** The inside of the sheetData element. */
  readonly xml: Uint8Array;
  readonly rowNumbers;
  readonly rowStarts;
  readonly rowTagEnds;
  readonly rowEnds;
  readonly firstCells;
  /** One more than the style; 0 where the row has none. */
  readonly rowStyles;
  readonly columns;
  readonly types;
  readonly styles;
  readonly starts;
  readonly ends;
  readonly valueStarts;
  readonly valueEnds;
  /** The cells that have formulas, in order, and where their f elements stand. */
  readonly formulaCells = bytes32();
  readonly formulaStarts = bytes32();
  readonly formulaEnds = bytes32();

  constructor(xml: Uint8Array) {
    this.xml = xml;
    const rows = Math.ceil(xml.length / BYTES_A_ROW);
    const cells = Math.ceil(xml.length / BYTES_A_CELL);
    this.rowNumbers = bytes32(rows);
    this.rowStarts = bytes32(rows);
    this.rowTagEnds = bytes32(rows);
    this.rowEnds = bytes32(rows);
    this.firstCells = bytes32(rows);
    this.rowStyles = bytes32(rows);
    this.columns = bytes16(cells);
    this.types = bytes8(cells);
    this.styles = bytes16(cells);
    this.starts = bytes32(cells);
    this.ends = bytes32(cells);
    this.valueStarts = bytes32(cells);
    this.valueEnds = bytes32(cells);
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

  /** A number between two places; undefined for nothing but blanks, NaN for what is no number. */
  number(start: number, end: number): number | undefined {
    if (start === end) return undefined;
    return this.plainNumber(start, end) ?? numberOf(this.text(start, end));
  }

  /** A number of few digits, with or without a sign and a point; undefined for what is written otherwise. */
  private plainNumber(start: number, end: number): number | undefined {
    const first = this.xml[start] === MINUS ? start + 1 : start;
    if (first === end || end - first > MOST_DIGITS || this.xml[first] === POINT) return undefined;
    const size = this.size(first, end);
    return first === start || size === undefined ? size : -size;
  }

  private size(start: number, end: number): number | undefined {
    let digits = 0;
    let scale = 0;
    for (let at = start; at < end; at++) {
      const digit = (this.xml[at] ?? 0) - ZERO;
      if (digit >= 0 && digit <= 9) {
        digits = digits * 10 + digit;
        scale *= 10;
      } else if (digit === POINT - ZERO && scale === 0) scale = 1;
      else return undefined;
    }
    return scale > 1 ? digits / scale : digits;
  }
}

function numberOf(text: string): number | undefined {
  const plain = unescapeXml(withoutSections(text)).trim();
  if (plain === "") return undefined;
  const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?$/i.test(plain) ? Number(plain) : NaN;
  return Number.isFinite(number) ? number : NaN;
}
