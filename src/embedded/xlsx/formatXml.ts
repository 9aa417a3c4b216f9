import type { BorderLine, CellFormat, CellFormatPatch } from "./model";
import { childOf, escapeXml, type XmlElement } from "./xml";

const sides = ["left", "right", "top", "bottom"] as const;
const MARGIN_COLOUR = '<bgColor indexed="64"/>';

/** What a format is derived from: the element that stands in the file, and the way to its text. */
export interface Before {
  readonly element: XmlElement | undefined;
  readonly raw: (element: XmlElement | undefined) => string;
}

interface Colour {
  readonly colour: string | undefined;
  readonly tint: number;
}

const attributesText = (attributes: ReadonlyMap<string, string>): string =>
  [...attributes].map(([name, value]) => ` ${name}="${escapeXml(value)}"`).join("");

/** An opaque colour, lightened or darkened. */
function newColour({ colour, tint }: Colour): ReadonlyMap<string, string> {
  const attributes = new Map(colour === undefined ? [] : [["rgb", `FF${colour.slice(1).toUpperCase()}`]]);
  return tint === 0 || colour === undefined ? attributes : attributes.set("tint", String(tint));
}

/** A colour that keeps what it is, such as one of the theme's, with another tint. */
function tinted(known: XmlElement | undefined, { colour, tint }: Colour): ReadonlyMap<string, string> {
  if (known === undefined) return newColour({ colour: colour ?? "#FFFFFF", tint });
  const attributes = new Map(known.attributes);
  attributes.delete("tint");
  return tint === 0 ? attributes : attributes.set("tint", String(tint));
}

interface ColourChange extends Colour {
  readonly known: XmlElement | undefined;
  /** Whether the colour itself, or only its tint, is another one. */
  readonly isNew: boolean;
  readonly isTinted: boolean;
}

function colourAttributes({ known, isNew, isTinted, ...colour }: ColourChange): ReadonlyMap<string, string> {
  if (isNew) return newColour(colour);
  return isTinted ? tinted(known, colour) : (known?.attributes ?? new Map<string, string>());
}

const colourXml = (name: string, attributes: ReadonlyMap<string, string>): string =>
  attributes.size === 0 ? "" : `<${name}${attributesText(attributes)}/>`;

/** What of a font a format says; the rest (family, scheme, character set) stays as it stands. */
const fontChildren: ReadonlySet<string> = new Set(["b", "i", "strike", "u", "vertAlign", "sz", "color", "name"]);

function underlineXml(underline: CellFormat["underline"]): string {
  if (underline === "none") return "";
  return underline === "single" ? "<u/>" : `<u val="${underline}"/>`;
}

/** The font of a format. */
export function fontXml(format: CellFormat, patch: CellFormatPatch, { element, raw }: Before): string {
  const mark = (name: string, on: boolean): string => (on ? `<${name}/>` : "");
  const marks = mark("b", format.bold) + mark("i", format.italic) + mark("strike", format.strikethrough);
  const script = format.script === "baseline" ? "" : `<vertAlign val="${format.script}"/>`;
  const color = colourAttributes({
    known: childOf(element, "color"),
    colour: format.fontColor ?? "#000000",
    tint: format.fontTint,
    isNew: "fontColor" in patch,
    isTinted: "fontTint" in patch,
  });
  const rest = (element?.children ?? []).filter(({ name }) => !fontChildren.has(name)).map(raw);
  const name = `<name val="${escapeXml(format.fontName)}"/>`;
  return `<font>${marks}${underlineXml(format.underline)}${script}<sz val="${String(format.fontSize)}"/>${colourXml("color", color)}${name}${rest.join("")}</font>`;
}

/** The colours of a fill: a plain one is drawn in front, behind a pattern it is at the back. */
export function fillColours(
  element: XmlElement | undefined,
): Readonly<Record<"back" | "front", XmlElement | undefined>> {
  const pattern = childOf(element, "patternFill");
  const front = childOf(pattern, "fgColor");
  const isPlain = pattern?.attributes.get("patternType") === "solid";
  return isPlain ? { back: front, front: undefined } : { back: childOf(pattern, "bgColor"), front };
}

/** The fill of a format; none where it has neither colour nor pattern. */
export function fillXml(format: CellFormat, patch: CellFormatPatch, element: XmlElement | undefined): string {
  const known = fillColours(element);
  const back = colourAttributes({
    known: known.back,
    colour: format.fill,
    tint: format.fillTint,
    isNew: "fill" in patch,
    isTinted: "fillTint" in patch,
  });
  const front = colourAttributes({
    known: known.front,
    colour: format.patternColor,
    tint: format.patternTint,
    isNew: "patternColor" in patch,
    isTinted: "patternTint" in patch,
  });
  const colours =
    format.pattern === "solid"
      ? colourXml("fgColor", back) + MARGIN_COLOUR
      : colourXml("fgColor", front) + colourXml("bgColor", back);
  if (format.pattern === "none") return '<fill><patternFill patternType="none"/></fill>';
  return `<fill><patternFill patternType="${format.pattern}">${colours}</patternFill></fill>`;
}

function edgeXml(name: string, edge: BorderLine | undefined): string {
  if (edge === undefined) return `<${name}/>`;
  const colour = edge.base ?? edge.color;
  const color =
    colour === undefined ? '<color auto="1"/>' : colourXml("color", newColour({ colour, tint: edge.tint ?? 0 }));
  return `<${name} style="${edge.style}">${color}</${name}>`;
}

/** The edges of a format; both diagonals share one line. */
export function borderXml({ borders }: CellFormat): string {
  const { diagonalUp, diagonalDown } = borders;
  const flags = `${diagonalUp === undefined ? "" : ' diagonalUp="1"'}${diagonalDown === undefined ? "" : ' diagonalDown="1"'}`;
  const edges = sides.map((side) => edgeXml(side, borders[side])).join("");
  return `<border${flags}>${edges}${edgeXml("diagonal", diagonalUp ?? diagonalDown)}</border>`;
}

/** The alignment of a format; `known` keeps what the format does not say. */
export function alignmentXml(known: XmlElement | undefined, format: CellFormat): string {
  const attributes = new Map(known?.attributes ?? []);
  const say = (name: string, value: string, usual: string): void => {
    if (value === usual) attributes.delete(name);
    else attributes.set(name, value);
  };
  const flag = (on: boolean): string => (on ? "1" : "0");
  say("horizontal", format.horizontal, "general");
  say("vertical", format.vertical, "bottom");
  say("textRotation", String(format.rotation), "0");
  say("wrapText", flag(format.wrap), "0");
  say("indent", String(format.indent), "0");
  say("justifyLastLine", flag(format.justifiesLast), "0");
  say("shrinkToFit", flag(format.shrinks), "0");
  say("readingOrder", String(format.readingOrder), "0");
  return `<alignment${attributesText(attributes)}/>`;
}

/** What a protected sheet does with the cells of a format. */
export function protectionXml({ locked, hidesFormula }: CellFormat): string {
  return `<protection${locked ? "" : ' locked="0"'}${hidesFormula ? ' hidden="1"' : ""}/>`;
}
