import type { Archive } from "./archive";
import type { Extent, TableState } from "./model";
import { readTable, renameTableColumn, resizeTable } from "./tables";

/** The tables that stand on one sheet; each is read when first asked for. */
export class SheetTables {
  private readonly archive: Archive;
  private readonly parts: readonly string[];
  private readonly known = new Map<string, TableState>();

  constructor(archive: Archive, parts: readonly string[]) {
    this.archive = archive;
    this.parts = parts;
  }

  get all(): readonly TableState[] {
    return this.parts.map((part) => this.table(part));
  }

  private table(part: string): TableState {
    let table = this.known.get(part);
    if (table === undefined) {
      table = readTable(this.archive, part);
      this.known.set(part, table);
    }
    return table;
  }

  private partOf(name: string): string {
    const part = this.parts.find((one) => this.table(one).name === name);
    if (part === undefined) throw new RangeError(`No table ${name} on the sheet`);
    return part;
  }

  resize(name: string, extent: Extent, columns: readonly string[]): void {
    const part = this.partOf(name);
    resizeTable(this.archive, part, { extent, columns });
    this.known.delete(part);
  }

  renameColumn(name: string, index: number, heading: string): void {
    const part = this.partOf(name);
    renameTableColumn(this.archive, part, { index, name: heading });
    this.known.delete(part);
  }
}
