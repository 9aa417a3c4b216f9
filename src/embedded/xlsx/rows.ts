import type { FileCells } from "./fileCells";

/** Heights and visibility of a sheet's rows. Rows 0-based, heights in points. */
export class Rows {
  /** What was changed of rows since the file was opened: attributes by row, undefined for those that go. */
  readonly changes = new Map<number, Readonly<Record<string, string | undefined>>>();
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
    const changed = this.changes.get(row);
    if (changed !== undefined && "ht" in changed)
      return changed["ht"] === undefined ? undefined : Number(changed["ht"]);
    const height = /\sht=["']([\d.]+)["']/.exec(this.tag(row))?.[1];
    return height === undefined ? undefined : Number(height);
  }

  isHidden(row: number): boolean {
    const changed = this.changes.get(row);
    if (changed !== undefined && "hidden" in changed) return changed["hidden"] === "1";
    return /\shidden=["'](1|true)["']/.test(this.tag(row));
  }

  setHeight(row: number, height: number | undefined): void {
    const ht = height === undefined ? undefined : String(height);
    this.change(row, { ht, customHeight: ht === undefined ? undefined : "1" });
  }

  setHidden(row: number, hidden: boolean): void {
    this.change(row, { hidden: hidden ? "1" : undefined });
  }

  private change(row: number, attributes: Readonly<Record<string, string | undefined>>): void {
    this.changes.set(row, { ...this.changes.get(row), ...attributes });
  }
}
