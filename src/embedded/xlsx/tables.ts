import { areaText, parseArea } from "./areas";
import type { Extent, TableState } from "./model";
import { withAttributes } from "./sheetXml";
import { childOf, childrenOf, escapeXml, parseXml, splice } from "./xml";
import type { Archive } from "./zip";

const nowhere: Extent = { row: 0, column: 0, rows: 1, columns: 1 };

/** What a table part says. */
export function readTable(archive: Archive, part: string): TableState {
  const root = parseXml(archive.text(part), part);
  const filter = childOf(root, "autoFilter");
  return {
    id: Number(root.attributes.get("id") ?? 0),
    name: root.attributes.get("displayName") ?? root.attributes.get("name") ?? "",
    extent: parseArea(root.attributes.get("ref") ?? "") ?? nowhere,
    columns: childrenOf(childOf(root, "tableColumns"), "tableColumn").map(
      ({ attributes }) => attributes.get("name") ?? "",
    ),
    totalRow: Number(root.attributes.get("totalsRowCount") ?? 0) > 0,
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
  if (list !== undefined) {
    const known = childrenOf(list, "tableColumn");
    const highest = Math.max(0, ...known.map(({ attributes }) => Number(attributes.get("id"))));
    const elements = columns.map((name, index) => {
      const element = known[index];
      if (element !== undefined) return xml.slice(element.start, element.end);
      return `<tableColumn id="${String(highest + index - known.length + 1)}" name="${escapeXml(name)}"/>`;
    });
    xml = splice(
      xml,
      list.start,
      list.end,
      `<tableColumns count="${String(columns.length)}">${elements.join("")}</tableColumns>`,
    );
  }
  const retag = (start: number, ref: string) => {
    const tag = /^<[^>]*>/.exec(xml.slice(start))?.[0] ?? "";
    xml = splice(xml, start, start + tag.length, withAttributes(tag, { ref }));
  };
  const totals = Number(root.attributes.get("totalsRowCount") ?? 0);
  if (filter !== undefined) retag(filter.start, areaText({ ...extent, rows: extent.rows - totals }));
  retag(root.start, areaText(extent));
  archive.set(part, xml);
}

/** Renames a table's column: its heading cell was written. */
export function renameTableColumn(archive: Archive, part: string, index: number, name: string): void {
  const xml = archive.text(part);
  const element = childrenOf(childOf(parseXml(xml, part), "tableColumns"), "tableColumn")[index];
  if (element === undefined || element.attributes.get("name") === name) return;
  const tag = /^<[^>]*>/.exec(xml.slice(element.start))?.[0] ?? "";
  archive.set(
    part,
    splice(xml, element.start, element.start + tag.length, withAttributes(tag, { name: escapeXml(name) })),
  );
}
