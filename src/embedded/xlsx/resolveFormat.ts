import { colourOf } from "./colours";
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
    fill: fillOf(fill, theme),
    ...alignmentOf(childOf(xf, "alignment")),
    quotePrefix: says(xf, "quotePrefix"),
    locked: !["0", "false"].includes(childOf(xf, "protection")?.attributes.get("locked") ?? "1"),
    borders: bordersOf(border, theme),
  };
}

function fontOf(font: XmlElement | undefined, theme: Theme) {
  const underline = childOf(font, "u");
  return {
    fontName: valueOf(childOf(font, "name")) ?? "Calibri",
    fontSize: Number(valueOf(childOf(font, "sz")) ?? 11),
    fontColor: colourOf(childOf(font, "color"), theme),
    bold: isOn(childOf(font, "b")),
    italic: isOn(childOf(font, "i")),
    underline: underline !== undefined && valueOf(underline) !== "none",
  };
}

function fillOf(element: XmlElement | undefined, theme: Theme): string | undefined {
  const pattern = childOf(element, "patternFill");
  if (pattern?.attributes.get("patternType") !== "solid") return undefined;
  return colourOf(childOf(pattern, "fgColor"), theme);
}

function alignmentOf(alignment: XmlElement | undefined) {
  const horizontal = alignment?.attributes.get("horizontal");
  const vertical = alignment?.attributes.get("vertical");
  return {
    horizontal: horizontals.find((one) => one === horizontal) ?? "general",
    vertical: verticals.find((one) => one === vertical) ?? "bottom",
    wrap: says(alignment, "wrapText"),
  } as const;
}

function bordersOf(element: XmlElement | undefined, theme: Theme): CellFormat["borders"] {
  const side = (name: string) => {
    const edge = childOf(element, name);
    const style = edge?.attributes.get("style");
    if (style === undefined || style === "none") return undefined;
    return { style, color: colourOf(childOf(edge, "color"), theme) };
  };
  return { left: side("left"), right: side("right"), top: side("top"), bottom: side("bottom") };
}
