import { withAttributes, type SheetXml } from "./sheetXml";
import { childOf, escapeXml } from "./xml";

const ELEMENT = "headerFooter";

/** The bands of a sheet's pages in the order that the file format demands; odd ones are those of all pages where nothing else is said. */
const bands = ["oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"] as const;
export type Band = (typeof bands)[number];

/** What may be said of the bands, with what holds where nothing is. */
const usual = { differentOddEven: false, differentFirst: false, scaleWithDoc: true, alignWithMargins: true } as const;
export type BandFlag = keyof typeof usual;

/** A band in Excel's codes: "&L左&C&P". */
export function readBand(xml: SheetXml, band: Band): string {
  return xml.textOf(childOf(xml.element(ELEMENT), band));
}

/** The other bands stay as they are; an element that says nothing goes. */
export function writeBand(xml: SheetXml, band: Band, text: string): void {
  const element = xml.element(ELEMENT);
  const tag = element === undefined ? undefined : /^<[^>]*>/.exec(xml.raw(element))?.[0].replace(/\s*\/>$/, ">");
  const inner = bands.map((one) => {
    if (one === band) return text === "" ? "" : `<${one}>${escapeXml(text)}</${one}>`;
    const known = childOf(element, one);
    return known === undefined ? "" : xml.raw(known);
  });
  const isEmpty = inner.every((part) => part === "") && (element?.attributes.size ?? 0) === 0;
  xml.set(ELEMENT, isEmpty ? undefined : `${tag ?? `<${ELEMENT}>`}${inner.join("")}</${ELEMENT}>`);
}

export function bandFlag(xml: SheetXml, flag: BandFlag): boolean {
  const said = xml.element(ELEMENT)?.attributes.get(flag);
  return said === undefined ? usual[flag] : ["1", "true"].includes(said);
}

export function setBandFlag(xml: SheetXml, flag: BandFlag, on: boolean): void {
  const changes = { [flag]: on === usual[flag] ? undefined : String(Number(on)) };
  const element = xml.element(ELEMENT);
  if (element !== undefined) xml.setAttributes(element, changes);
  else if (on !== usual[flag]) xml.set(ELEMENT, withAttributes(`<${ELEMENT}/>`, changes));
}
