import type { Cells } from "./cells";
import { spelledOut } from "./cells";
import type { Scalar } from "./model";
import { edits, type EditedColumn } from "./overlay";
import { escapeXml } from "./xml";

const encoder = new TextEncoder();

/** Bytes gathered piece by piece. */
class Output {
  private bytes: Uint8Array;
  private length = 0;

  constructor(expected: number) {
    this.bytes = new Uint8Array(expected);
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(2 * this.bytes.length, this.length + more));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }

  raw(piece: Uint8Array): void {
    this.reserve(piece.length);
    this.bytes.set(piece, this.length);
    this.length += piece.length;
  }

  text(text: string): void {
    this.reserve(3 * text.length);
    this.length += encoder.encodeInto(text, this.bytes.subarray(this.length)).written;
  }

  done(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }
}

const letters: string[] = [];

/** "A" for 0. */
export function columnName(column: number): string {
  letters[column] ??=
    (column >= 26 ? columnName(Math.floor(column / 26) - 1) : "") + String.fromCharCode(65 + (column % 26));
  return letters[column];
}

function typeAndValue(value: Scalar | undefined, isFormula: boolean): { type: string; xml: string } {
  if (value === undefined) return { type: "", xml: "" };
  if (typeof value === "number") return { type: "", xml: `<v>${String(value)}</v>` };
  if (typeof value === "boolean") return { type: ' t="b"', xml: `<v>${value ? "1" : "0"}</v>` };
  if (typeof value === "object") return { type: ' t="e"', xml: `<v>${escapeXml(value.error)}</v>` };
  if (isFormula) return { type: ' t="str"', xml: `<v>${escapeXml(value)}</v>` };
  const space = /^\s|\s$|\n/.test(value) ? ' xml:space="preserve"' : "";
  return { type: ' t="inlineStr"', xml: `<is><t${space}>${escapeXml(value)}</t></is>` };
}

/** The XML of an edited cell. */
function writtenCell(edited: EditedColumn, row: number, column: number): string {
  const formula = spelledOut(edited.formula(row), row, column);
  const { type, xml } = typeAndValue(edited.value(row), formula !== undefined);
  const style = edited.style(row);
  const head = `<c r="${columnName(column)}${String(row + 1)}"${style === 0 ? "" : ` s="${String(style)}"`}${type}`;
  const inner = formula === undefined ? xml : `<f>${escapeXml(formula)}</f>${xml}`;
  return inner === "" ? `${head}/>` : `${head}>${inner}</c>`;
}

/** A cell of the file with another style and everything else as it was. */
function restyledCell(raw: string, style: number): string {
  const end = raw.indexOf(">");
  const tag = raw.slice(0, end);
  const without = tag.replace(/\ss=("[^"]*"|'[^']*')/, "");
  const isEmpty = without.endsWith("/");
  const name = isEmpty ? without.slice(0, -1).trimEnd() : without;
  return `${name} s="${String(style)}"${isEmpty ? "/" : ""}${raw.slice(end)}`;
}

/** Heights that were set, by row, in points. */
export type RowHeights = ReadonlyMap<number, number | undefined>;

function withHeight(tag: string, heights: RowHeights, row: number): string {
  const bare = tag.replace(/\sspans=("[^"]*"|'[^']*')/, "");
  if (!heights.has(row)) return bare;
  const height = heights.get(row);
  const without = bare.replace(/\s(?:ht|customHeight)=("[^"]*"|'[^']*')/g, "");
  return height === undefined ? without : without.replace(/^<row/, `<row ht="${String(height)}" customHeight="1"`);
}

/** Writes the inside of sheetData anew: rows that were not edited byte for byte, edited rows with their other cells byte for byte. */
export class RowWriter {
  private readonly cells: Cells;
  private readonly heights: RowHeights;
  private readonly output: Output;
  private readonly columns: readonly (readonly [number, EditedColumn])[];

  constructor(cells: Cells, heights: RowHeights) {
    this.cells = cells;
    this.heights = heights;
    this.columns = [...cells.edited].sort(([one], [other]) => one - other);
    this.output = new Output(cells.scanned.xml.length + 65_536);
  }

  write(): Uint8Array {
    const { scanned } = this.cells;
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
    return this.output.done();
  }

  /** Where the row at an index begins; after the last row where there is none. */
  private placeOf(index: number): number {
    const { scanned } = this.cells;
    if (index < scanned.rows) return scanned.rowStarts.at(index);
    return scanned.rows === 0 ? 0 : scanned.rowEnds.at(scanned.rows - 1);
  }

  private dirtyRows(): readonly number[] {
    const rows = new Set<number>(this.heights.keys());
    for (const [, edited] of this.columns) for (const row of edited.rows()) rows.add(row);
    return [...rows].sort((one, other) => one - other);
  }

  private newCell(row: number, column: number, edited: EditedColumn): string {
    return edited.kind(row) === edits.written ? writtenCell(edited, row, column) : "";
  }

  private newRow(row: number): string {
    const cells = this.columns.map(([column, edited]) => this.newCell(row, column, edited)).join("");
    const tag = withHeight(`<row r="${String(row + 1)}"`, this.heights, row);
    return cells === "" && !this.heights.has(row) ? "" : `${tag}>${cells}</row>`;
  }

  private rewriteRow(index: number, row: number): void {
    const { scanned } = this.cells;
    const tag = withHeight(scanned.text(scanned.rowStarts.at(index), scanned.rowTagEnds.at(index)), this.heights, row);
    this.output.text(tag.replace(/\s*\/?>$/, ">"));
    const [from, end] = scanned.cellsOf(index);
    let next = 0;
    for (let cell = from; cell < end; cell++) {
      const column = scanned.columns.at(cell);
      for (let one = this.columns[next]; one !== undefined && one[0] < column; one = this.columns[next]) {
        this.output.text(this.newCell(row, one[0], one[1]));
        next += 1;
      }
      const same = this.columns[next];
      if (same?.[0] === column) next += 1;
      this.copyCell(cell, row, same?.[0] === column ? same : undefined);
    }
    for (const [column, edited] of this.columns.slice(next)) this.output.text(this.newCell(row, column, edited));
    this.output.text("</row>");
  }

  private copyCell(cell: number, row: number, edited: readonly [number, EditedColumn] | undefined): void {
    const { scanned } = this.cells;
    const raw = scanned.xml.subarray(scanned.starts.at(cell), scanned.ends.at(cell));
    switch (edited?.[1].kind(row) ?? edits.none) {
      case edits.none:
        this.output.raw(raw);
        return;
      case edits.restyled:
        this.output.text(restyledCell(new TextDecoder().decode(raw), edited?.[1].style(row) ?? 0));
        return;
      case edits.written:
        if (edited !== undefined) this.output.text(writtenCell(edited[1], row, edited[0]));
        return;
      default:
    }
  }
}
