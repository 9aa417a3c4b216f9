import { areaText, parseArea } from "./areas";
import type { Extent, FilterState } from "./model";
import type { SheetXml } from "./sheetXml";
import { childrenOf } from "./xml";

/** The sheet's own filter; undefined where it has none. */
export function readFilter(xml: SheetXml): FilterState | undefined {
  const element = xml.element("autoFilter");
  const extent = element && parseArea(element.attributes.get("ref") ?? "");
  if (element === undefined || extent === undefined) return undefined;
  const isFiltered = childrenOf(element, "filterColumn").some(({ children }) => children.length > 0);
  return { extent, isFiltered };
}

/** Puts the filter over an area, its criteria kept, or takes it away. */
export function setFilter(xml: SheetXml, extent: Extent | undefined): void {
  const known = xml.element("autoFilter");
  if (known === undefined || extent === undefined) {
    xml.set("autoFilter", extent === undefined ? undefined : `<autoFilter ref="${areaText(extent)}"/>`);
  } else xml.setAttributes(known, { ref: areaText(extent) });
}
