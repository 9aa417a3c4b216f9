import type { FileCells } from "./fileCells";

/** Heights and visibility of a sheet's rows. Rows 0-based, heights in points. */
export class Rows {
  /** Those that were set since the file was opened; undefined for the default. */
  readonly heights = new Map<number, number | undefined>();
  private readonly file: FileCells;

  constructor(file: FileCells) {
    this.file = file;
  }

  private tag(row: number): string {
    const { scanned } = this.file;
    const index = this.file.rowIndex(row);
    return index < 0 ? "" : scanned.text(scanned.rowStarts.at(index), scanned.rowTagEnds.at(index));
  }

  height(row: number): number | undefined {
    if (this.heights.has(row)) return this.heights.get(row);
    const height = /\sht=["']([\d.]+)["']/.exec(this.tag(row))?.[1];
    return height === undefined ? undefined : Number(height);
  }

  isHidden(row: number): boolean {
    return /\shidden=["'](1|true)["']/.test(this.tag(row));
  }
}
