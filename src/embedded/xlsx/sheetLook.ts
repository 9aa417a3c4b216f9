import { colourOf, themeColours } from "./colours";
import type { SheetXml } from "./sheetXml";
import { childOf } from "./xml";

/** "#RRGGBB" of a sheet's tab; undefined where it has none. */
export function readTabColor(xml: SheetXml): string | undefined {
  return colourOf(childOf(xml.element("sheetPr"), "tabColor"), themeColours(undefined));
}

export function setTabColor(xml: SheetXml, color: string | undefined): void {
  const properties = xml.element("sheetPr");
  const known = childOf(properties, "tabColor");
  const element = color === undefined ? "" : `<tabColor rgb="FF${color.slice(1)}"/>`;
  if (known !== undefined) xml.replace(known, element);
  else if (properties === undefined) {
    if (element !== "") xml.set("sheetPr", `<sheetPr>${element}</sheetPr>`);
  } else if (element !== "") {
    const open = /^<[^>]*>/.exec(xml.raw(properties))?.[0].replace(/\s*\/?>$/, ">") ?? "<sheetPr>";
    const inner = properties.children.map((child) => xml.raw(child)).join("");
    xml.set("sheetPr", `${open}${element}${inner}</sheetPr>`);
  }
}

type Shown = "showGridLines" | "showRowColHeaders";

/** Whether the sheet's view shows something; it does where the file does not say no. */
export function isShown(xml: SheetXml, what: Shown): boolean {
  return !["0", "false"].includes(xml.element("sheetViews")?.children[0]?.attributes.get(what) ?? "1");
}

export function setShown(xml: SheetXml, what: Shown, shown: boolean): void {
  if (xml.element("sheetViews") === undefined) {
    xml.set("sheetViews", '<sheetViews><sheetView workbookViewId="0"/></sheetViews>');
  }
  const element = xml.element("sheetViews")?.children[0];
  if (element !== undefined) xml.setAttributes(element, { [what]: shown ? undefined : "0" });
}

/** What rows or columns measure that say nothing of it. */
export function readStandard(xml: SheetXml, what: "defaultRowHeight" | "defaultColWidth"): number | undefined {
  const said = xml.element("sheetFormatPr")?.attributes.get(what);
  return said === undefined ? undefined : Number(said);
}

export function setStandardWidth(xml: SheetXml, width: number): void {
  if (xml.element("sheetFormatPr") === undefined) xml.set("sheetFormatPr", '<sheetFormatPr defaultRowHeight="15"/>');
  const element = xml.element("sheetFormatPr");
  if (element !== undefined) xml.setAttributes(element, { defaultColWidth: String(width) });
}
