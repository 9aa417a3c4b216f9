import { readBand, writeBand } from "./headerFooter";
import type { PagePatch, PageState } from "./model";
import type { SheetXml } from "./sheetXml";
import { childOf, childrenOf, type XmlElement } from "./xml";

const A4 = 9;
/** Where the file says nothing: Excel's usual margins, in inches. */
const usualMargins = { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 };
const sides = ["left", "right", "top", "bottom", "header", "footer"] as const;

const isOn = (element: XmlElement | undefined, name: string) =>
  ["1", "true"].includes(element?.attributes.get(name) ?? "");

/** How a sheet is printed. */
export function readPage(xml: SheetXml): PageState {
  const setup = xml.element("pageSetup");
  const margins = xml.element("pageMargins");
  const number = (name: string, otherwise: number) => Number(setup?.attributes.get(name) ?? otherwise);
  const fits = isOn(childOf(xml.element("sheetPr"), "pageSetUpPr"), "fitToPage");
  return {
    landscape: setup?.attributes.get("orientation") === "landscape",
    paperSize: number("paperSize", A4),
    margins: Object.fromEntries(
      sides.map((side) => [side, Number(margins?.attributes.get(side) ?? usualMargins[side])]),
    ) as PageState["margins"],
    fitWide: fits ? number("fitToWidth", 1) : undefined,
    fitTall: fits ? number("fitToHeight", 1) : undefined,
    centred: isOn(xml.element("printOptions"), "horizontalCentered"),
    header: readBand(xml, "oddHeader"),
    footer: readBand(xml, "oddFooter"),
    breaks: breaksIn(xml, "rowBreaks"),
    columnBreaks: breaksIn(xml, "colBreaks"),
  };
}

/** The elements that say how a sheet is printed, each with what of the page it says. */
const writers: readonly (readonly [readonly (keyof PagePatch)[], (xml: SheetXml, page: PageState) => void])[] = [
  [["landscape", "paperSize", "fitWide", "fitTall"], setSetup],
  [["margins"], setMargins],
  [["centred"], setCentred],
  [["header", "footer"], setHeaderFooter],
  [["breaks"], setRowBreaks],
  [["columnBreaks"], setColumnBreaks],
];

/** Changes how a sheet is printed; what is not named stays. */
export function changePage(xml: SheetXml, patch: PagePatch): void {
  const page = { ...readPage(xml), ...patch };
  for (const [says, write] of writers) if (says.some((name) => name in patch)) write(xml, page);
}

function setMargins(xml: SheetXml, { margins }: PageState): void {
  xml.set("pageMargins", `<pageMargins${sides.map((side) => ` ${side}="${String(margins[side])}"`).join("")}/>`);
}

function setCentred(xml: SheetXml, { centred }: PageState): void {
  setAttribute(xml, "printOptions", { horizontalCentered: centred ? "1" : undefined });
}

function setSetup(xml: SheetXml, { landscape, paperSize, fitWide, fitTall }: PageState): void {
  const fit = { fitToWidth: fitWide, fitToHeight: fitTall };
  const attributes = {
    paperSize: String(paperSize),
    orientation: landscape ? "landscape" : "portrait",
    ...Object.fromEntries(
      Object.entries(fit).map(([name, pages]) => [name, pages === undefined ? undefined : String(pages)]),
    ),
  };
  const known = xml.element("pageSetup");
  if (known === undefined) {
    xml.set("pageSetup", "<pageSetup/>");
    setSetup(xml, { ...readPage(xml), landscape, paperSize, fitWide, fitTall });
    return;
  }
  xml.setAttributes(known, attributes);
  setFits(xml, fitWide !== undefined || fitTall !== undefined);
}

/** Whether the page is fitted stands with the sheet's own properties. */
function setFits(xml: SheetXml, fits: boolean): void {
  const properties = xml.element("sheetPr");
  const known = childOf(properties, "pageSetUpPr");
  if (known !== undefined) xml.setAttributes(known, { fitToPage: fits ? "1" : undefined });
  else if (fits && properties === undefined) xml.set("sheetPr", '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>');
  else if (fits && properties !== undefined) xml.set("sheetPr", withFit(xml, properties));
}

function withFit(xml: SheetXml, properties: XmlElement): string {
  const raw = xml.raw(properties);
  const open = /^<[^>]*>/.exec(raw)?.[0].replace(/\s*\/?>$/, ">") ?? "<sheetPr>";
  const inner = properties.children.map((child) => xml.raw(child)).join("");
  return `${open}${inner}<pageSetUpPr fitToPage="1"/></sheetPr>`;
}

function setHeaderFooter(xml: SheetXml, { header, footer }: PageState): void {
  writeBand(xml, "oddHeader", header);
  writeBand(xml, "oddFooter", footer);
}

type Breaks = "rowBreaks" | "colBreaks";

function breaksIn(xml: SheetXml, list: Breaks): readonly number[] {
  return childrenOf(xml.element(list), "brk").map(({ attributes }) => Number(attributes.get("id")));
}

function setRowBreaks(xml: SheetXml, { breaks }: PageState): void {
  setBreaks(xml, "rowBreaks", breaks);
}

function setColumnBreaks(xml: SheetXml, { columnBreaks }: PageState): void {
  setBreaks(xml, "colBreaks", columnBreaks);
}

function setBreaks(xml: SheetXml, list: Breaks, breaks: readonly number[]): void {
  const sorted = [...new Set(breaks)].sort((one, other) => one - other);
  const count = String(sorted.length);
  const elements = sorted
    .map((row) => `<brk id="${String(row)}" max="${list === "rowBreaks" ? "16383" : "1048575"}" man="1"/>`)
    .join("");
  xml.set(
    list,
    sorted.length === 0 ? undefined : `<${list} count="${count}" manualBreakCount="${count}">${elements}</${list}>`,
  );
}

/** What of a page stands in attributes alone. */
type PageElement = "printOptions" | "pageSetup";

export function pageAttribute(xml: SheetXml, element: PageElement, name: string): string | undefined {
  return xml.element(element)?.attributes.get(name);
}

/** Sets attributes of an element, which comes with the first and goes with the last. */
export function setAttribute(
  xml: SheetXml,
  element: PageElement,
  changes: Readonly<Record<string, string | undefined>>,
): void {
  if (xml.element(element) === undefined) xml.set(element, `<${element}/>`);
  const known = xml.element(element);
  if (known !== undefined) xml.setAttributes(known, changes);
  if (xml.element(element)?.attributes.size === 0) xml.set(element, undefined);
}
