import type { XmlText } from "./scannedCells";

/** Places in the table of texts, a power of two: enough for what the columns of a ledger repeat, little for each of many sheets. */
const PLACES = 1_024;
/** Longer texts are seldom repeated. */
const LONGEST = 128;

/** Texts of cells, read from the bytes of their XML. What a ledger repeats from row to row is decoded once. */
export class RepeatedTexts {
  private readonly source: XmlText;
  private readonly read: (xml: string) => string;
  private readonly texts: (string | undefined)[] = [];
  private readonly starts = new Uint32Array(PLACES);
  private readonly lengths = new Uint32Array(PLACES);

  /** `read` gives the text that a cell's XML stands for. */
  constructor(source: XmlText, read: (xml: string) => string) {
    this.source = source;
    this.read = read;
  }

  /** The text that the bytes between two places stand for. */
  at(start: number, end: number): string {
    const length = end - start;
    if (length > LONGEST) return this.read(this.source.text(start, end));
    const place = this.placeOf(start, end);
    const known = this.texts[place];
    if (known !== undefined && this.lengths[place] === length && this.isSame(this.starts[place] ?? 0, start, length))
      return known;
    const text = this.read(this.source.text(start, end));
    this.texts[place] = text;
    this.starts[place] = start;
    this.lengths[place] = length;
    return text;
  }

  private placeOf(start: number, end: number): number {
    const { xml } = this.source;
    let hash = end - start;
    for (let at = start; at < end; at++) hash = (hash * 31 + (xml[at] ?? 0)) | 0;
    return (hash ^ (hash >>> 12)) & (PLACES - 1);
  }

  private isSame(one: number, other: number, length: number): boolean {
    const { xml } = this.source;
    for (let at = 0; at < length; at++) if (xml[one + at] !== xml[other + at]) return false;
    return true;
  }
}
