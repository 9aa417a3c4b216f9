import type { CellFormat } from "./model";
import { escapeXml, type XmlElement } from "./xml";

const sides = ["left", "right", "top", "bottom"] as const;

const rgb = (colour: string) => `rgb="FF${colour.slice(1).toUpperCase()}"`;

const colorXml = (colour: string | undefined) => (colour === undefined ? "" : `<color ${rgb(colour)}/>`);

/** What of a font a format says; the rest (family, scheme, character set) stays as it stands. */
export const fontChildren: ReadonlySet<string> = new Set(["b", "i", "u", "sz", "color", "name"]);

/** The font of a format; `rest` is what else the font says. */
export function fontXml(format: CellFormat, rest: string): string {
  const marks = `${format.bold ? "<b/>" : ""}${format.italic ? "<i/>" : ""}${format.underline ? "<u/>" : ""}`;
  const name = `<name val="${escapeXml(format.fontName)}"/>`;
  return `<font>${marks}<sz val="${String(format.fontSize)}"/>${colorXml(format.fontColor)}${name}${rest}</font>`;
}

/** The fill of a format; none where it has no colour. */
export function fillXml(fill: string | undefined): string {
  if (fill === undefined) return '<fill><patternFill patternType="none"/></fill>';
  return `<fill><patternFill patternType="solid"><fgColor ${rgb(fill)}/><bgColor indexed="64"/></patternFill></fill>`;
}

/** The four edges of a format. */
export function borderXml(borders: CellFormat["borders"]): string {
  const edges = sides.map((side) => {
    const edge = borders[side];
    if (edge === undefined) return `<${side}/>`;
    const color = edge.color === undefined ? '<color auto="1"/>' : `<color ${rgb(edge.color)}/>`;
    return `<${side} style="${edge.style}">${color}</${side}>`;
  });
  return `<border>${edges.join("")}<diagonal/></border>`;
}

/** The alignment of a format; `known` keeps what the format does not say. */
export function alignmentXml(known: XmlElement | undefined, { horizontal, vertical, wrap }: CellFormat): string {
  const attributes = new Map(known?.attributes ?? []);
  attributes.set("horizontal", horizontal);
  attributes.set("vertical", vertical);
  attributes.set("wrapText", wrap ? "1" : "0");
  if (horizontal === "general") attributes.delete("horizontal");
  if (vertical === "bottom") attributes.delete("vertical");
  if (!wrap) attributes.delete("wrapText");
  return `<alignment${[...attributes].map(([name, value]) => ` ${name}="${escapeXml(value)}"`).join("")}/>`;
}
