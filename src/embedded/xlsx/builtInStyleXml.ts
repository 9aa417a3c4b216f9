import type { BuiltInStyle, StyleColour } from "./builtInStyles";
import { tinted } from "./colours";
import { childOf, escapeXml, type XmlElement } from "./xml";

/** What the texts of a style are made over: the font of cells that nobody gave a style, and the theme's colours. */
export interface Ground {
  readonly font: XmlElement | undefined;
  readonly raw: (element: XmlElement | undefined) => string;
  readonly theme: readonly string[];
  readonly hasTheme: boolean;
}

/** The elements of a style that Excel brings; undefined for what it does not set. */
export interface StyleTexts {
  readonly font: string | undefined;
  readonly fill: string | undefined;
  readonly border: string | undefined;
}

/** A colour of the theme stays one; only a file without a theme gets the colour itself. */
function colourXml(name: string, colour: StyleColour, { theme, hasTheme }: Ground): string {
  if ("rgb" in colour) return `<${name} rgb="FF${colour.rgb}"/>`;
  const { theme: number, tint = 0 } = colour;
  if (!hasTheme) return `<${name} rgb="FF${tinted(theme[number] ?? "000000", tint).toUpperCase()}"/>`;
  return `<${name} theme="${String(number)}"${tint === 0 ? "" : ` tint="${String(tint)}"`}/>`;
}

/** What of the usual font is said anew; the rest (family, scheme, character set) stays as it stands. */
const replaced: ReadonlySet<string> = new Set(["b", "i", "strike", "u", "vertAlign", "sz", "color", "name"]);

function fontXml({ font = {} }: BuiltInStyle, ground: Ground): string {
  const { font: usual, raw } = ground;
  const { marks, size, color } = font;
  const said = (name: string, otherwise: string): string => childOf(usual, name)?.attributes.get("val") ?? otherwise;
  const colour = color === undefined ? raw(childOf(usual, "color")) : colourXml("color", color, ground);
  const rest = (usual?.children ?? []).filter(({ name }) => !replaced.has(name)).map(raw);
  return (
    `<font>${marks === undefined ? "" : `<${marks}/>`}<sz val="${size === undefined ? said("sz", "11") : String(size)}"/>` +
    `${colour}<name val="${escapeXml(said("name", "Calibri"))}"/>${rest.join("")}</font>`
  );
}

function borderXml({ border = {} }: BuiltInStyle, ground: Ground): string {
  const edges = (["left", "right", "top", "bottom"] as const).map((side) => {
    const edge = border[side];
    return edge === undefined
      ? `<${side}/>`
      : `<${side} style="${edge[0]}">${colourXml("color", edge[1], ground)}</${side}>`;
  });
  return `<border>${edges.join("")}<diagonal/></border>`;
}

/** A style of Excel's as the elements that a file has for it. */
export function styleTexts(style: BuiltInStyle, ground: Ground): StyleTexts {
  const { font, fill, border } = style;
  const fore = (colour: StyleColour): string => colourXml("fgColor", colour, ground);
  return {
    font: font && fontXml(style, ground),
    fill: fill && `<fill><patternFill patternType="solid">${fore(fill)}<bgColor indexed="64"/></patternFill></fill>`,
    border: border && borderXml(style, ground),
  };
}
