import { areaText, parseAreas } from "./areas";
import type { Extent } from "./model";
import type { SheetXml } from "./sheetXml";
import { childrenOf, escapeXml, unescapeXml, type XmlElement } from "./xml";

/** What becomes of areas and formulas of a sheet's elements. */
export interface Rewriting {
  readonly formula: (formula: string) => string;
  /** The areas that the cells of an area are in afterwards; none where they are gone. */
  readonly areas: (area: Extent) => readonly Extent[];
}

const formulaText = /(<(?:\w+:)?(?:formula|formula1|formula2|f)(?:\s[^>]*)?>)([^<]*)(?=<\/)/g;

/** Rewrites the formulas of rules and validations, the newer kinds among them. */
export function rewriteFormulas(xml: SheetXml, formula: Rewriting["formula"]): void {
  for (const name of ["conditionalFormatting", "dataValidations", "extLst"]) {
    for (const element of [...xml.elements(name)].reverse()) {
      const before = xml.raw(element);
      const after = before.replace(
        formulaText,
        (_all, open: string, text: string) => open + escapeXml(formula(unescapeXml(text))),
      );
      if (after !== before) xml.replace(element, after);
    }
  }
}

type Areas = Rewriting["areas"];

/** Moves what an element names in an attribute; whether any of it is left. */
function moves(xml: SheetXml, areas: Areas): (element: XmlElement, name: string) => boolean {
  return (element, name) => {
    const before = element.attributes.get(name) ?? "";
    const after = parseAreas(before).flatMap(areas).map(areaText).join(" ");
    if (after !== "" && after !== before) xml.setAttributes(element, { [name]: after });
    return after !== "";
  };
}

/** Elements that stand for areas, and where they say which; they go when their cells go. */
const listed: readonly (readonly [list: string, item: string, attribute: string])[] = [
  ["dataValidations", "dataValidation", "sqref"],
  ["mergeCells", "mergeCell", "ref"],
  ["hyperlinks", "hyperlink", "ref"],
  ["protectedRanges", "protectedRange", "sqref"],
  ["ignoredErrors", "ignoredError", "sqref"],
];

/** Moves the areas of rules, validations, merges and links along with their cells. */
export function rewriteAreas(xml: SheetXml, areas: Areas): void {
  const move = moves(xml, areas);
  for (let index = xml.elements("conditionalFormatting").length - 1; index >= 0; index--) {
    const block = xml.elements("conditionalFormatting")[index];
    if (block !== undefined && !move(block, "sqref")) xml.replace(block, "");
  }
  for (const [list, item, attribute] of listed) {
    const count = childrenOf(xml.element(list), item).length;
    for (let index = count - 1; index >= 0; index--) {
      const element = childrenOf(xml.element(list), item)[index];
      if (element !== undefined && !move(element, attribute)) xml.replace(element, "");
    }
    tidy(xml, list);
  }
  moveNewerAreas(xml, areas);
}

/** A list without items goes; one that says how many it has says so again. */
function tidy(xml: SheetXml, list: string): void {
  const left = xml.element(list);
  if (left === undefined) return;
  if (left.children.length === 0) xml.set(list, undefined);
  else if (left.attributes.has("count")) xml.setAttributes(left, { count: String(left.children.length) });
}

/** Rules and validations of newer kinds name their areas in an element of their own. */
function moveNewerAreas(xml: SheetXml, areas: Rewriting["areas"]): void {
  const element = xml.element("extLst");
  if (element === undefined) return;
  const before = xml.raw(element);
  const after = before.replace(/(<xm:sqref>)([^<]*)/g, (all, open: string, text: string) => {
    const moved = parseAreas(text).flatMap(areas).map(areaText).join(" ");
    return moved === "" ? all : open + moved;
  });
  if (after !== before) xml.set("extLst", after);
}
