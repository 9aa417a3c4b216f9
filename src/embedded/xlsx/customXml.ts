import type { Archive } from "./archive";
import {
  addContentType,
  addRelation,
  dropContentType,
  dropRelation,
  hasDefaultType,
  readRelations,
  relationsOf,
  RELATIONS,
} from "./package";
import { FileFaultError } from "./fault";
import { escapeXml, parseXml, unescapeXml } from "./xml";

/** A custom XML part: data that travels with the file and shows nowhere. */
export interface CustomXmlState {
  /** With braces, as Excel gives it. */
  readonly id: string;
  /** Of the root element; "" for none. */
  readonly namespaceUri: string;
  readonly xml: string;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n';
const PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";
const PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";

/** The namespace of a part's root element, read without trusting the rest of it; "" where it has none. */
function namespaceOf(xml: string): string {
  const [, prefix, attributes = ""] = /<(?![?!])(?:([\w.-]+):)?[^\s/>]+([^>]*)>/.exec(xml) ?? [];
  const name = prefix === undefined ? "xmlns" : `xmlns:${prefix}`;
  const said = [...attributes.matchAll(/([\w:.-]+)\s*=\s*["']([^"']*)["']/g)];
  return unescapeXml(said.find(([, attribute]) => attribute === name)?.[2] ?? "");
}

/** A number of 32 bits that follows from the text. */
function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193);
  return sum >>> 0;
}

/** An id in Excel's form that follows from where the part stands and what it is: the same edits give the same bytes. */
function idFor(part: string, namespace: string): string {
  const [first = "", ...rest] = ["1", "2", "3", "4"].map((salt) =>
    hash(`${salt} ${part} ${namespace}`).toString(16).toUpperCase().padStart(8, "0"),
  );
  const digits = rest.join("");
  return `{${[first, digits.slice(0, 4), `4${digits.slice(5, 8)}`, `8${digits.slice(9, 12)}`, digits.slice(12)].join("-")}}`;
}

interface Item extends CustomXmlState {
  readonly part: string;
  /** Undefined for a part without properties. */
  readonly properties: string | undefined;
  readonly relationId: string;
}

/** The custom XML parts of a workbook: data of add-ins and of document systems that travels with the file. */
export class CustomXml {
  private readonly archive: Archive;
  private readonly workbookPart: string;

  constructor(archive: Archive, workbookPart: string) {
    this.archive = archive;
    this.workbookPart = workbookPart;
  }

  private get items(): readonly Item[] {
    return readRelations(this.archive, this.workbookPart).flatMap(({ id, type, target }) =>
      type === "customXml" && target !== undefined && this.archive.has(target) ? this.legible(target, id) : [],
    );
  }

  /** A part that cannot be read is none of ours: it stays in the file as it is and is not listed. */
  private legible(part: string, relationId: string): readonly Item[] {
    try {
      return [this.item(part, relationId)];
    } catch (error) {
      if (error instanceof FileFaultError) return [];
      throw error;
    }
  }

  private item(part: string, relationId: string): Item {
    const properties = readRelations(this.archive, part).find(({ type }) => type === "customXmlProps")?.target;
    const said = properties !== undefined && this.archive.has(properties) ? this.archive.text(properties) : "";
    const id = /itemID\s*=\s*["'](\{[^"']+\})["']/.exec(said)?.[1];
    const xml = this.archive.text(part);
    const namespaceUri = namespaceOf(xml);
    return { id: id ?? idFor(part, namespaceUri), part, properties, relationId, namespaceUri, xml };
  }

  get states(): readonly CustomXmlState[] {
    return this.items.map(({ id, namespaceUri, xml }) => ({ id, namespaceUri, xml }));
  }

  /** Throws a fault where the text is no XML. */
  add(xml: string): CustomXmlState {
    const number = this.freeNumber();
    const part = `customXml/item${number}.xml`;
    const properties = `customXml/itemProps${number}.xml`;
    parseXml(xml, part);
    const namespaceUri = namespaceOf(xml);
    const id = idFor(part, namespaceUri);
    const schema = `<ds:schemaRefs><ds:schemaRef ds:uri="${escapeXml(namespaceUri)}"/></ds:schemaRefs>`;
    this.archive.set(part, xml);
    this.archive.set(
      properties,
      `${HEAD}<ds:datastoreItem ds:itemID="${id}" xmlns:ds="${this.archive.spelled(PROPERTIES)}">${schema}</ds:datastoreItem>`,
    );
    this.archive.set(
      relationsOf(part),
      `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${this.archive.spelled(RELATIONS)}/customXmlProps" Target="itemProps${number}.xml"/></Relationships>`,
    );
    if (!hasDefaultType(this.archive, "xml")) addContentType(this.archive, part, "application/xml");
    addContentType(this.archive, properties, PROPERTIES_TYPE);
    addRelation(this.archive, this.workbookPart, { type: "customXml", target: `/${part}` });
    return { id, namespaceUri, xml };
  }

  private freeNumber(): string {
    const isTaken = (number: number) =>
      ["item", "itemProps"].some((name) => this.archive.has(`customXml/${name}${String(number)}.xml`));
    let number = 1;
    while (isTaken(number)) number += 1;
    return String(number);
  }

  /** Throws a fault where the text is no XML. */
  set(id: string, xml: string): void {
    const item = this.items.find((one) => one.id === id);
    if (item === undefined) return;
    parseXml(xml, item.part);
    this.archive.set(item.part, xml);
  }

  /** Takes a part out with all that was said of it. */
  delete(id: string): void {
    const item = this.items.find((one) => one.id === id);
    if (item === undefined) return;
    const { part, properties, relationId } = item;
    for (const name of [part, properties ?? "", relationsOf(part)]) {
      this.archive.delete(name);
      dropContentType(this.archive, name);
    }
    dropRelation(this.archive, this.workbookPart, relationId);
  }
}
