import type { FileCells } from "./fileCells";

/** Heights and visibility of a sheet's rows. Rows 0-based, heights in points. */
export class Rows {
  /** What was changed of rows since the file was opened: attributes by row, undefined for those that go. */
  readonly changes = new Map<number, Readonly<Record<string, string | undefined>>>();
  private readonly file: FileCells;
  /** The row whose style was asked last: cells are asked row by row. */
  private last: { readonly row: number; readonly style: number | undefined } | undefined;
  /** Whether any row has a style of its own, once that was asked or one was given. */
  private anyKnown: boolean | undefined;

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

  /** The style of the cells of a row that do not exist; undefined where the row has none of its own. */
  style(row: number): number | undefined {
    if (this.last?.row !== row) this.last = { row, style: this.findStyle(row) };
    return this.last.style;
  }

  private findStyle(row: number): number | undefined {
    const changed = this.changes.get(row);
    if (changed !== undefined && "s" in changed) return Number(changed["s"]);
    const index = this.file.rowIndex(row);
    const own = index < 0 ? 0 : this.file.scanned.rowStyles.at(index);
    return own > 0 ? own - 1 : undefined;
  }

  /** Whether any row has a style of its own. */
  get anyStyled(): boolean {
    this.anyKnown ??= this.styledInFile().length > 0;
    return this.anyKnown;
  }

  /** Rows that have a style of their own. */
  get styled(): readonly number[] {
    const changed = [...this.changes].flatMap(([row, change]) => ("s" in change ? [row] : []));
    return [...new Set([...this.styledInFile(), ...changed])];
  }

  private styledInFile(): readonly number[] {
    const { rowStyles, rowNumbers, rows } = this.file.scanned;
    const styled = Array.from({ length: rows }, (_, index) => index).filter((index) => rowStyles.at(index) > 0);
    return styled.map((index) => rowNumbers.at(index));
  }

  setStyle(row: number, style: number): void {
    this.change(row, { s: String(style), customFormat: "1" });
    this.anyKnown = true;
    this.last = undefined;
  }

  /** How deep a row lies in an outline: 0 for none. */
  level(row: number): number {
    const changed = this.changes.get(row);
    if (changed !== undefined && "outlineLevel" in changed) return Number(changed["outlineLevel"] ?? 0);
    return Number(/\soutlineLevel=["'](\d)["']/.exec(this.tag(row))?.[1] ?? 0);
  }

  setLevel(row: number, level: number): void {
    this.change(row, { outlineLevel: level === 0 ? undefined : String(level) });
  }

  /** Marks the row beside an outline's details as one that hides them. */
  setCollapsed(row: number, collapsed: boolean): void {
    this.change(row, { collapsed: collapsed ? "1" : undefined });
  }

  /** A height that follows the row's content. */
  fitHeight(row: number, height: number): void {
    this.change(row, { ht: String(height), customHeight: undefined });
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
