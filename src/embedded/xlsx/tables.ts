import { areaText, parseArea } from "./areas";
import type { Extent, TableState } from "./model";
import { withAttributes } from "./sheetXml";
import { childOf, childrenOf, escapeXml, parseXml, splice, type XmlElement } from "./xml";
import type { Archive } from "./archive";

const nowhere: Extent = { row: 0, column: 0, rows: 1, columns: 1 };

/** What a table part says. */
export function readTable(archive: Archive, part: string): TableState {
  const root = parseXml(archive.text(part), part);
  const said = (name: string) => root.attributes.get(name) ?? "";
  const filter = childOf(root, "autoFilter");
  const columns = childrenOf(childOf(root, "tableColumns"), "tableColumn");
  return {
    id: Number(said("id")),
    name: said("displayName") === "" ? said("name") : said("displayName"),
    extent: parseArea(said("ref")) ?? nowhere,
    columns: columns.map(({ attributes }) => attributes.get("name") ?? ""),
    totalRow: Number(said("totalsRowCount")) > 0,
    filter: filter === undefined ? undefined : parseArea(filter.attributes.get("ref") ?? ""),
    isFiltered: childrenOf(filter, "filterColumn").some(({ children }) => children.length > 0),
  };
}

/** Gives a table another extent; columns beyond the old ones are added with these names, columns beyond the new extent go. */
export function resizeTable(
  archive: Archive,
  part: string,
  { extent, columns }: { extent: Extent; columns: readonly string[] },
): void {
  let xml = archive.text(part);
  const root = parseXml(xml, part);
  const list = childOf(root, "tableColumns");
  const filter = childOf(root, "autoFilter");
  const totals = Number(root.attributes.get("totalsRowCount") ?? 0);
  // From the back to the front, so that places stay true.
  if (list !== undefined) xml = splice(xml, [list.start, list.end], columnList(xml, list, columns));
  if (filter !== undefined) xml = retagged(xml, filter, { ref: areaText({ ...extent, rows: extent.rows - totals }) });
  archive.set(part, retagged(xml, root, { ref: areaText(extent) }));
}

function columnList(xml: string, list: XmlElement, columns: readonly string[]): string {
  const known = childrenOf(list, "tableColumn");
  const highest = Math.max(0, ...known.map(({ attributes }) => Number(attributes.get("id"))));
  const elements = columns.map((name, index) => {
    const element = known[index];
    if (element !== undefined) return xml.slice(element.start, element.end);
    return `<tableColumn id="${String(highest + index - known.length + 1)}" name="${escapeXml(name)}"/>`;
  });
  return `<tableColumns count="${String(columns.length)}">${elements.join("")}</tableColumns>`;
}

/** The text with other attributes in one element's start tag. */
function retagged(xml: string, { start }: XmlElement, changes: Readonly<Record<string, string>>): string {
  const tag = /^<[^>]*>/.exec(xml.slice(start))?.[0] ?? "";
  return splice(xml, [start, start + tag.length], withAttributes(tag, changes));
}

/** Renames a table's column: its heading cell was written. */
export function renameTableColumn(
  archive: Archive,
  part: string,
  { index, name }: { index: number; name: string },
): void {
  const xml = archive.text(part);
  const element = childrenOf(childOf(parseXml(xml, part), "tableColumns"), "tableColumn")[index];
  if (element === undefined || element.attributes.get("name") === name) return;
  archive.set(part, retagged(xml, element, { name: escapeXml(name) }));
}
