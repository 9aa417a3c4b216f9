import { areaText, intersection, parseArea, without } from "./areas";
import type { Extent } from "./model";
import { addRelation, dropRelation, readRelations, RELATIONS } from "./package";
import type { SheetPlace } from "./sheetPlace";
import type { SheetXml } from "./sheetXml";
import { childrenOf, escapeXml, type XmlElement } from "./xml";

/** Where a cell's link leads. */
export interface LinkState {
  /** An address outside the workbook. */
  readonly address: string | undefined;
  /** A place in the workbook, or behind the address. */
  readonly location: string | undefined;
  readonly tip: string | undefined;
}

const LIST = "hyperlinks";
const relationOf = (element: XmlElement): string | undefined =>
  element.attributes.get("r:id") ?? element.attributes.get("id");

/** The links of a sheet's cells, and where they lead. */
export class Links {
  private readonly place: Pick<SheetPlace, "archive" | "part">;
  private readonly xml: SheetXml;

  constructor(place: Pick<SheetPlace, "archive" | "part">, xml: SheetXml) {
    this.place = place;
    this.xml = xml;
  }

  private get elements(): readonly XmlElement[] {
    return childrenOf(this.xml.element(LIST), "hyperlink");
  }

  at(row: number, column: number): LinkState | undefined {
    const cell = { row, column, rows: 1, columns: 1 };
    const element = this.elements.find(({ attributes }) => touches(attributes.get("ref"), cell));
    if (element === undefined) return undefined;
    const id = relationOf(element);
    const relation = readRelations(this.place.archive, this.place.part).find((one) => one.id === id);
    const { attributes } = element;
    return { address: relation?.outside, location: attributes.get("location"), tip: attributes.get("tooltip") };
  }

  /** Gives all cells of an area one link, or none. */
  set(area: Extent, link: LinkState | undefined): void {
    const before = this.elements;
    if (link === undefined && !before.some(({ attributes }) => touches(attributes.get("ref"), area))) return;
    const kept = before.flatMap((element) => this.outside(element, area));
    const all = link === undefined ? kept : [...kept, this.made(area, link)];
    this.xml.set(LIST, all.length === 0 ? undefined : `<${LIST}>${all.join("")}</${LIST}>`);
  }

  /** What of a link lies beside an area; one of which nothing is left takes its address along. */
  private outside(element: XmlElement, area: Extent): readonly string[] {
    const ref = parseArea(element.attributes.get("ref") ?? "");
    const raw = this.xml.raw(element);
    if (ref === undefined || intersection(ref, area) === undefined) return [raw];
    const left = without(ref, area).map((part) => raw.replace(/\sref="[^"]*"/, ` ref="${areaText(part)}"`));
    const id = relationOf(element);
    const isShared = this.elements.filter((other) => relationOf(other) === id).length > 1;
    if (left.length === 0 && id !== undefined && !isShared) dropRelation(this.place.archive, this.place.part, id);
    return left;
  }

  private made(area: Extent, { address, location, tip }: LinkState): string {
    const { archive, part } = this.place;
    const said = (name: string, value: string | undefined): string =>
      value === undefined || value === "" ? "" : ` ${name}="${escapeXml(value)}"`;
    const isOutside = address !== undefined && address !== "";
    const id = isOutside ? addRelation(archive, part, { type: "hyperlink", target: address, isOutside }) : undefined;
    const target = id === undefined ? "" : ` xmlns:r="${archive.spelled(RELATIONS)}" r:id="${id}"`;
    return `<hyperlink ref="${areaText(area)}"${target}${said("location", location)}${said("tooltip", tip)}/>`;
  }
}

function touches(ref: string | undefined, area: Extent): boolean {
  const extent = parseArea(ref ?? "");
  return extent !== undefined && intersection(extent, area) !== undefined;
}
