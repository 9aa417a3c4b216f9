import { colourOf } from "./colours";
import { isOn } from "./resolveFormat";
import type { RuleLine, RuleLook, RuleSide } from "./ruleModel";
import { childOf, escapeXml, type XmlElement } from "./xml";

const sides: readonly RuleSide[] = ["left", "right", "top", "bottom"];
const fontFields: readonly (keyof RuleLook)[] = ["fontColor", "bold", "italic", "strikethrough", "underline"];
const fontChildren: ReadonlySet<string> = new Set(["b", "i", "strike", "u", "color"]);

const rgb = (colour: string): string => `rgb="FF${colour.slice(1).toUpperCase()}"`;

/** What a differential format says; a pattern that is no plain colour counts as its background. */
export function readLook(dxf: XmlElement | undefined, theme: readonly string[]): RuleLook {
  const font = childOf(dxf, "font");
  const pattern = childOf(childOf(dxf, "fill"), "patternFill");
  const on = (name: string): boolean | undefined => {
    const mark = childOf(font, name);
    return mark === undefined ? undefined : isOn(mark);
  };
  const underline = childOf(font, "u");
  return {
    fill: colourOf(childOf(pattern, "bgColor") ?? childOf(pattern, "fgColor"), theme),
    fontColor: colourOf(childOf(font, "color"), theme),
    bold: on("b"),
    italic: on("i"),
    strikethrough: on("strike"),
    underline: underline && (underline.attributes.get("val") ?? "single"),
    numberFormat: childOf(dxf, "numFmt")?.attributes.get("formatCode"),
    borders: bordersOf(childOf(dxf, "border"), theme),
  };
}

function bordersOf(border: XmlElement | undefined, theme: readonly string[]): RuleLook["borders"] {
  const lines = sides.flatMap((side): [RuleSide, RuleLine][] => {
    const line = childOf(border, side);
    const style = line?.attributes.get("style");
    return style === undefined ? [] : [[side, { style, color: colourOf(childOf(line, "color"), theme) }]];
  });
  return Object.fromEntries(lines);
}

function mark(name: string, on: boolean | undefined): string {
  if (on === undefined) return "";
  return on ? `<${name}/>` : `<${name} val="0"/>`;
}

function fontXml(look: RuleLook, rest: string): string {
  const marks = mark("b", look.bold) + mark("i", look.italic) + mark("strike", look.strikethrough);
  const underline = look.underline === undefined ? "" : `<u val="${look.underline}"/>`;
  const color = look.fontColor === undefined ? "" : `<color ${rgb(look.fontColor)}/>`;
  const inner = marks + underline + color + rest;
  return inner === "" ? "" : `<font>${inner}</font>`;
}

function fillXml(fill: string | undefined): string {
  if (fill === undefined) return "";
  return `<fill><patternFill patternType="solid"><fgColor ${rgb(fill)}/><bgColor ${rgb(fill)}/></patternFill></fill>`;
}

function borderXml(borders: RuleLook["borders"], rest: string): string {
  const lines = sides.map((side) => {
    const line = borders[side];
    if (line === undefined) return "";
    const color = line.color === undefined ? '<color auto="1"/>' : `<color ${rgb(line.color)}/>`;
    return `<${side} style="${line.style}">${color}</${side}>`;
  });
  const inner = lines.join("") + rest;
  return inner === "" ? "" : `<border>${inner}</border>`;
}

/** What a differential format is made from. */
export interface LookToWrite {
  readonly look: RuleLook;
  /** The fields that changed; what stands in `base` of the others stays as it is. */
  readonly changed: readonly string[];
  readonly base: XmlElement | undefined;
  readonly raw: (element: XmlElement | undefined) => string;
  readonly numberFormatId: (format: string) => number;
}

/** The inside of a differential format; what the rule's look does not tell, such as an alignment, is kept. */
export function lookXml({ look, changed, base, raw, numberFormatId }: LookToWrite): string {
  const kept = (name: string): string => raw(childOf(base, name));
  const rest = (name: string, known: (child: string) => boolean): string =>
    (childOf(base, name)?.children ?? []).flatMap((child) => (known(child.name) ? [] : [raw(child)])).join("");
  const touches = (...fields: readonly string[]): boolean => changed.some((field) => fields.includes(field));
  const numberFormat = (format: string | undefined): string =>
    format === undefined
      ? ""
      : `<numFmt numFmtId="${String(numberFormatId(format))}" formatCode="${escapeXml(format)}"/>`;
  return [
    touches(...fontFields)
      ? fontXml(
          look,
          rest("font", (child) => fontChildren.has(child)),
        )
      : kept("font"),
    touches("numberFormat") ? numberFormat(look.numberFormat) : kept("numFmt"),
    touches("fill") ? fillXml(look.fill) : kept("fill"),
    kept("alignment"),
    touches("borders")
      ? borderXml(
          look.borders,
          rest("border", (child) => sides.includes(child as RuleSide)),
        )
      : kept("border"),
    kept("protection"),
    kept("extLst"),
  ].join("");
}
