import type { Archive } from "./archive";
import type { NewTable, TablePatch, TableState } from "./model";
import { TABLE_TYPE } from "./newParts";
import {
  addContentType,
  addRelation,
  dropContentType,
  dropRelation,
  partsOfType,
  readRelations,
  RELATIONS,
} from "./package";
import type { SheetPlace } from "./sheetPlace";
import type { SheetXml } from "./sheetXml";
import { changedTable, NAMESPACE, newTableXml, readTable, withFormulas } from "./tables";
import type { XmlElement } from "./xml";

/** The tables that stand on one sheet; each is read when first asked for. */
export class SheetTables {
  private readonly archive: Archive;
  private readonly sheetPart: string;
  private readonly xml: SheetXml;
  private parts: readonly string[];
  private readonly known = new Map<string, TableState>();

  constructor({ archive, part, tableParts }: Pick<SheetPlace, "archive" | "part" | "tableParts">, xml: SheetXml) {
    this.archive = archive;
    this.sheetPart = part;
    this.xml = xml;
    this.parts = tableParts;
  }

  get all(): readonly TableState[] {
    return this.parts.map((part) => this.table(part));
  }

  private table(part: string): TableState {
    let table = this.known.get(part);
    if (table === undefined) {
      table = readTable(this.archive.text(part), part);
      this.known.set(part, table);
    }
    return table;
  }

  private partOf(name: string): string {
    const part = this.parts.find((one) => this.table(one).name === name);
    if (part === undefined) throw new RangeError(`No table ${name} on the sheet`);
    return part;
  }

  private store(part: string, text: string): void {
    this.archive.set(part, text);
    this.known.delete(part);
  }

  /** Ids are unique within the workbook. */
  private freeId(): number {
    const ids = partsOfType(this.archive, TABLE_TYPE).map((part) => readTable(this.archive.text(part), part).id);
    return 1 + Math.max(0, ...ids);
  }

  add(table: NewTable): TableState {
    const id = this.freeId();
    return this.place(newTableXml(id, table, this.archive.spelled(NAMESPACE)));
  }

  /** Puts a copy of another sheet's table here, under another name and with an id of its own. */
  addCopy(of: SheetTables, name: string, newName: string): void {
    const text = changedTable(of.archive.text(of.partOf(name)), { name: newName });
    this.place(text.replace(/(<table\b[^>]*?\sid=)"[^"]*"/, `$1"${String(this.freeId())}"`));
  }

  private place(text: string): TableState {
    let number = 1;
    while (this.archive.has(`xl/tables/table${String(number)}.xml`)) number += 1;
    const part = `xl/tables/table${String(number)}.xml`;
    this.store(part, text);
    addContentType(this.archive, part, TABLE_TYPE);
    const id = addRelation(this.archive, this.sheetPart, { type: "table", target: `/${part}` });
    this.parts = [...this.parts, part];
    this.list([
      ...this.elements.map((element) => this.xml.raw(element)),
      `<tablePart xmlns:r="${this.archive.spelled(RELATIONS)}" r:id="${id}"/>`,
    ]);
    return this.table(part);
  }

  private get elements(): readonly XmlElement[] {
    return this.xml.element("tableParts")?.children ?? [];
  }

  private list(elements: readonly string[]): void {
    const count = String(elements.length);
    this.xml.set(
      "tableParts",
      elements.length === 0 ? undefined : `<tableParts count="${count}">${elements.join("")}</tableParts>`,
    );
  }

  /** Takes the table away; its cells stay. */
  delete(name: string): void {
    const part = this.partOf(name);
    const relation = readRelations(this.archive, this.sheetPart).find(({ target }) => target === part);
    this.list(
      this.elements
        .filter(({ attributes }) => ![...attributes.values()].includes(relation?.id ?? ""))
        .map((element) => this.xml.raw(element)),
    );
    if (relation !== undefined) dropRelation(this.archive, this.sheetPart, relation.id);
    dropContentType(this.archive, part);
    this.archive.delete(part);
    this.parts = this.parts.filter((one) => one !== part);
    this.known.delete(part);
  }

  change(name: string, patch: TablePatch): void {
    const part = this.partOf(name);
    this.store(part, changedTable(this.archive.text(part), patch));
  }

  /** Rewrites the formulas that tables keep for their columns and totals. */
  rewriteFormulas(rewrite: (formula: string) => string): void {
    for (const part of this.parts) {
      const before = this.archive.text(part);
      const after = withFormulas(before, rewrite);
      if (after !== before) this.store(part, after);
    }
  }
}
