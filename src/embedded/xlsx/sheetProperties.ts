import { addContentType, addRelation, dropContentType, dropRelation, readRelations, RELATIONS } from "./package";
import type { SheetPlace } from "./sheetPlace";
import type { SheetXml } from "./sheetXml";
import { childrenOf, escapeXml, type XmlElement } from "./xml";

const LIST = "customProperties";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.customProperty";

/** What a program noted on a sheet: a name, and a text in a part of its own. */
export interface SheetProperty {
  readonly name: string;
  readonly value: string;
}

const idOf = ({ attributes }: XmlElement): string =>
  [...attributes].find(([name]) => name === "id" || name.endsWith(":id"))?.[1] ?? "";

/** Such parts hold bare UTF-16. */
function encoded(text: string): Uint8Array {
  const units = Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  const bytes = new DataView(new ArrayBuffer(units.length * 2));
  units.forEach((unit, at) => {
    bytes.setUint16(at * 2, unit, true);
  });
  return new Uint8Array(bytes.buffer);
}

/** The properties that programs gave a sheet; they show nowhere. */
export class SheetProperties {
  private readonly place: Pick<SheetPlace, "archive" | "part">;
  private readonly xml: SheetXml;

  constructor(place: Pick<SheetPlace, "archive" | "part">, xml: SheetXml) {
    this.place = place;
    this.xml = xml;
  }

  private get elements(): readonly XmlElement[] {
    return childrenOf(this.xml.element(LIST), "customPr");
  }

  private partOf(element: XmlElement): string | undefined {
    const { archive, part } = this.place;
    const target = readRelations(archive, part).find(({ id }) => id === idOf(element))?.target;
    return target !== undefined && archive.has(target) ? target : undefined;
  }

  get all(): readonly SheetProperty[] {
    return this.elements.map((element) => {
      const part = this.partOf(element);
      const bytes = part === undefined ? new Uint8Array() : this.place.archive.raw(part);
      return { name: element.attributes.get("name") ?? "", value: new TextDecoder("utf-16le").decode(bytes) };
    });
  }

  /** Adds a property, or gives the one of the name another value. */
  set({ name, value }: SheetProperty): void {
    const { archive, part } = this.place;
    const known = this.find(name);
    const standing = known && this.partOf(known);
    if (standing !== undefined) {
      archive.set(standing, encoded(value));
      return;
    }
    const made = this.make(value);
    const id = addRelation(archive, part, { type: "customProperty", target: `/${made}` });
    const element = `<customPr xmlns:r="${archive.spelled(RELATIONS)}" name="${escapeXml(name)}" r:id="${id}"/>`;
    const list = this.xml.element(LIST);
    if (list === undefined) this.xml.set(LIST, `<${LIST}>${element}</${LIST}>`);
    else if (known !== undefined) this.xml.replace(known, element);
    else this.xml.append(list, element);
  }

  private make(value: string): string {
    const { archive } = this.place;
    let number = 1;
    while (archive.has(`xl/customProperty${String(number)}.bin`)) number += 1;
    const made = `xl/customProperty${String(number)}.bin`;
    archive.set(made, encoded(value));
    // Printers' settings are of the same extension: the part says for itself what it holds.
    addContentType(archive, made, TYPE);
    return made;
  }

  /** The last one takes the list with it. */
  delete(name: string): void {
    const known = this.find(name);
    if (known === undefined) return;
    const { archive, part } = this.place;
    const target = this.partOf(known);
    if (target !== undefined) {
      archive.delete(target);
      dropContentType(archive, target);
      dropRelation(archive, part, idOf(known));
    }
    if (this.elements.length === 1) this.xml.set(LIST, undefined);
    else this.xml.replace(known, "");
  }

  private find(name: string): XmlElement | undefined {
    return this.elements.find(({ attributes }) => attributes.get("name")?.toUpperCase() === name.toUpperCase());
  }
}
