import { colourOf } from "./colours";
import { fillColours } from "./formatXml";
import type { CellFormat } from "./model";
import { childOf, type XmlElement } from "./xml";

const horizontals: readonly CellFormat["horizontal"][] = [
  "general",
  "left",
  "center",
  "right",
  "fill",
  "justify",
  "centerContinuous",
  "distributed",
];
const verticals: readonly CellFormat["vertical"][] = ["top", "center", "bottom", "justify", "distributed"];

/** The elements that a cell's format is made of. */
export interface FormatParts {
  readonly xf: XmlElement | undefined;
  readonly font: XmlElement | undefined;
  readonly fill: XmlElement | undefined;
  readonly border: XmlElement | undefined;
  readonly numberFormat: string;
}

type Theme = readonly string[];

const valueOf = (element: XmlElement | undefined) => element?.attributes.get("val");

/** An element that says yes by standing there, unless it says no. */
export function isOn(element: XmlElement | undefined): boolean {
  return element !== undefined && !["0", "false"].includes(valueOf(element) ?? "1");
}

const says = (element: XmlElement | undefined, name: string) =>
  ["1", "true"].includes(element?.attributes.get(name) ?? "");

/** A cell's format from the elements that the file has for it. */
export function resolveFormat({ xf, font, fill, border, numberFormat }: FormatParts, theme: Theme): CellFormat {
  return {
    numberFormat,
    ...fontOf(font, theme),
    ...fillOf(fill, theme),
    ...alignmentOf(childOf(xf, "alignment")),
    quotePrefix: says(xf, "quotePrefix"),
    locked: !["0", "false"].includes(childOf(xf, "protection")?.attributes.get("locked") ?? "1"),
    hidesFormula: says(childOf(xf, "protection"), "hidden"),
    borders: bordersOf(border, theme),
  };
}

const underlines: readonly CellFormat["underline"][] = ["none", "double", "singleAccounting", "doubleAccounting"];
const scripts: readonly CellFormat["script"][] = ["superscript", "subscript"];

function underlineOf(element: XmlElement | undefined): CellFormat["underline"] {
  if (element === undefined) return "none";
  return underlines.find((one) => one === valueOf(element)) ?? "single";
}

const tintOf = (color: XmlElement | undefined): number => Number(color?.attributes.get("tint") ?? 0);

function fontOf(font: XmlElement | undefined, theme: Theme) {
  return {
    fontName: valueOf(childOf(font, "name")) ?? "Calibri",
    fontSize: Number(valueOf(childOf(font, "sz")) ?? 11),
    fontColor: colourOf(childOf(font, "color"), theme),
    bold: isOn(childOf(font, "b")),
    italic: isOn(childOf(font, "i")),
    underline: underlineOf(childOf(font, "u")),
    strikethrough: isOn(childOf(font, "strike")),
    script: scripts.find((one) => one === valueOf(childOf(font, "vertAlign"))) ?? "baseline",
    fontTint: tintOf(childOf(font, "color")),
  } as const;
}

/** The system's own colours for what is in front and at the back. */
const isAutomatic = (color: XmlElement | undefined): boolean =>
  ["64", "65"].includes(color?.attributes.get("indexed") ?? "");

function fillOf(element: XmlElement | undefined, theme: Theme) {
  const { back, front } = fillColours(element);
  const gradient = childOf(element, "gradientFill") === undefined ? "none" : "gradient";
  const pattern = childOf(element, "patternFill")?.attributes.get("patternType") ?? gradient;
  return {
    pattern,
    fill: pattern === "none" || isAutomatic(back) ? undefined : colourOf(back, theme),
    fillTint: tintOf(back),
    patternColor: isAutomatic(front) ? undefined : colourOf(front, theme),
    patternTint: tintOf(front),
  };
}

function alignmentOf(alignment: XmlElement | undefined) {
  const horizontal = alignment?.attributes.get("horizontal");
  const vertical = alignment?.attributes.get("vertical");
  const number = (name: string): number => Number(alignment?.attributes.get(name) ?? 0);
  return {
    horizontal: horizontals.find((one) => one === horizontal) ?? "general",
    vertical: verticals.find((one) => one === vertical) ?? "bottom",
    wrap: says(alignment, "wrapText"),
    indent: number("indent"),
    shrinks: says(alignment, "shrinkToFit"),
    rotation: number("textRotation"),
    readingOrder: number("readingOrder"),
    justifiesLast: says(alignment, "justifyLastLine"),
  } as const;
}

function bordersOf(element: XmlElement | undefined, theme: Theme): CellFormat["borders"] {
  const side = (name: string) => {
    const edge = childOf(element, name);
    const style = edge?.attributes.get("style");
    if (style === undefined || style === "none") return undefined;
    const color = childOf(edge, "color");
    const tint = tintOf(color);
    const line = { style, color: colourOf(color, theme) };
    return tint === 0 ? line : { ...line, base: colourOf(color, theme, 0), tint };
  };
  const diagonal = (flag: string) => (says(element, flag) ? side("diagonal") : undefined);
  return {
    left: side("left"),
    right: side("right"),
    top: side("top"),
    bottom: side("bottom"),
    diagonalUp: diagonal("diagonalUp"),
    diagonalDown: diagonal("diagonalDown"),
  };
}
