import { areaText, parseArea } from "./areas";
import type { Extent, FilterColumns, FilterState } from "./model";
import type { SheetXml } from "./sheetXml";
import { childrenOf, type XmlElement } from "./xml";

/** The criteria of a filter by the place of their columns; `raw` gives an element's text. */
export function readFilterColumns(
  filter: XmlElement | undefined,
  raw: (element: XmlElement) => string,
): ReadonlyMap<number, string> {
  const found = childrenOf(filter, "filterColumn").filter(({ children }) => children.length > 0);
  return new Map(found.map((element) => [Number(element.attributes.get("colId")), raw(element)]));
}

/** A filter as the file writes it; criteria carry the place of their column. */
export function filterXml(extent: Extent, columns: FilterColumns): string {
  const elements = [...columns]
    .sort(([one], [other]) => one - other)
    .map(([column, xml]) => xml.replace(/\scolId="[^"]*"/, ` colId="${String(column)}"`));
  const tag = `<autoFilter ref="${areaText(extent)}"`;
  return elements.length === 0 ? `${tag}/>` : `${tag}>${elements.join("")}</autoFilter>`;
}

/** The sheet's own filter; undefined where it has none. */
export function readFilter(xml: SheetXml): FilterState | undefined {
  const element = xml.element("autoFilter");
  const extent = element && parseArea(element.attributes.get("ref") ?? "");
  if (element === undefined || extent === undefined) return undefined;
  const filterColumns = readFilterColumns(element, (child) => xml.raw(child));
  return { extent, filterColumns, isFiltered: filterColumns.size > 0 };
}

/** Puts the filter over an area, its criteria kept unless others are given, or takes it away. */
export function setFilter(xml: SheetXml, extent: Extent | undefined, columns?: FilterColumns): void {
  const known = xml.element("autoFilter");
  if (extent === undefined) xml.set("autoFilter", undefined);
  else if (known === undefined || columns !== undefined) xml.set("autoFilter", filterXml(extent, columns ?? new Map()));
  else xml.setAttributes(known, { ref: areaText(extent) });
}
