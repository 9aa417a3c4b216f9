import { areaText, parseArea } from "./areas";
import type { Extent, FilterColumns, NewTable, TableColumnChange, TableLook, TablePatch, TableState } from "./model";
import { filterXml, readFilterColumns } from "./sheetFilter";
import { withAttributes } from "./sheetXml";
import { childOf, childrenOf, escapeXml, parseXml, splice, unescapeXml, type XmlElement } from "./xml";

const nowhere: Extent = { row: 0, column: 0, rows: 1, columns: 1 };
const PART = "table.xml";
/** The namespace of a table's part. */
export const NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

const isOn = (element: XmlElement | undefined, name: string): boolean =>
  ["1", "true"].includes(element?.attributes.get(name) ?? "");

function readLook(root: XmlElement): TableLook {
  const info = childOf(root, "tableStyleInfo");
  return {
    style: info?.attributes.get("name"),
    firstColumn: isOn(info, "showFirstColumn"),
    lastColumn: isOn(info, "showLastColumn"),
    bandedRows: isOn(info, "showRowStripes"),
    bandedColumns: isOn(info, "showColumnStripes"),
  };
}

/** What the text of a table part says. */
export function readTable(xml: string, part: string): TableState {
  const root = parseXml(xml, part);
  const said = (name: string) => root.attributes.get(name) ?? "";
  const filter = childOf(root, "autoFilter");
  const columns = childrenOf(childOf(root, "tableColumns"), "tableColumn");
  const filterColumns = readFilterColumns(filter, ({ start, end }) => xml.slice(start, end));
  return {
    id: Number(said("id")),
    name: said("displayName") === "" ? said("name") : said("displayName"),
    extent: parseArea(said("ref")) ?? nowhere,
    columns: columns.map(({ attributes }) => attributes.get("name") ?? ""),
    columnIds: columns.map(({ attributes }) => Number(attributes.get("id"))),
    headerRow: said("headerRowCount") !== "0",
    totalRow: Number(said("totalsRowCount")) > 0,
    look: readLook(root),
    filter: filter === undefined ? undefined : parseArea(filter.attributes.get("ref") ?? ""),
    filterColumns,
    isFiltered: filterColumns.size > 0,
  };
}

/** The part of a table as Excel makes it, with filter buttons and banded rows; the namespace as the package spells it. */
export function newTableXml(id: number, { name, extent, columns }: NewTable, namespace: string): string {
  const list = columns.map((column, index) => columnXml(index + 1, column)).join("");
  const ref = areaText(extent);
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<table xmlns="${namespace}" id="${String(id)}" name="${escapeXml(name)}" displayName="${escapeXml(name)}" ref="${ref}" totalsRowShown="0">` +
    `<autoFilter ref="${ref}"/><tableColumns count="${String(columns.length)}">${list}</tableColumns>` +
    `${lookXml({ style: "TableStyleMedium2", firstColumn: false, lastColumn: false, bandedRows: true, bandedColumns: false })}</table>`
  );
}

/** Line breaks in a heading are written as Excel's escape. */
const attribute = (text: string): string => escapeXml(text).replace(/\n/g, "_x000a_").replace(/\r/g, "_x000d_");

const columnXml = (id: number, name: string): string => `<tableColumn id="${String(id)}" name="${attribute(name)}"/>`;

function lookXml({ style, firstColumn, lastColumn, bandedRows, bandedColumns }: TableLook): string {
  const flag = (name: string, on: boolean) => ` ${name}="${on ? "1" : "0"}"`;
  const name = style === undefined ? "" : ` name="${escapeXml(style)}"`;
  return `<tableStyleInfo${name}${flag("showFirstColumn", firstColumn)}${flag("showLastColumn", lastColumn)}${flag("showRowStripes", bandedRows)}${flag("showColumnStripes", bandedColumns)}/>`;
}

/** The text of a table part after a change; what the change does not name stays as it was. */
export function changedTable(xml: string, patch: TablePatch): string {
  const root = parseXml(xml, PART);
  const before = readTable(xml, PART);
  const kept = (name: string): string => {
    const element = childOf(root, name);
    return element === undefined ? "" : xml.slice(element.start, element.end);
  };
  const children = [
    filterOf(before, patch),
    patch.extent === undefined && patch.columns === undefined ? kept("sortState") : "",
    patch.columns === undefined ? kept("tableColumns") : columnList(xml, root, patch.columns),
    patch.look === undefined ? kept("tableStyleInfo") : lookXml(patch.look),
    kept("extLst"),
  ];
  return splice(
    xml,
    [root.start, root.end],
    `${startTag(xml, root, { ...before, ...patch })}${children.join("")}</table>`,
  );
}

function startTag(
  xml: string,
  root: XmlElement,
  { name, extent, headerRow, totalRow }: Pick<TableState, "name" | "extent" | "headerRow" | "totalRow">,
): string {
  const tag = /<[^?!][^>]*>/.exec(xml.slice(root.start))?.[0] ?? "";
  const headers = root.attributes.get("headerRowCount");
  return withAttributes(tag, {
    name: escapeXml(name),
    displayName: escapeXml(name),
    ref: areaText(extent),
    headerRowCount: headerRow ? headers?.replace("0", "1") : "0",
    totalsRowCount: totalRow ? "1" : undefined,
    totalsRowShown: totalRow ? undefined : root.attributes.get("totalsRowShown"),
  }).replace(/\s*\/>$/, ">");
}

/** The filter after a change: it ends above the totals, and its criteria go along with their columns. */
function filterOf(before: TableState, patch: TablePatch): string {
  const { extent, headerRow, totalRow } = { ...before, ...patch };
  const hasFilter = patch.hasFilter ?? before.filter !== undefined;
  if (!hasFilter || !headerRow) return "";
  const criteria = patch.filterColumns ?? before.filterColumns;
  const moved = patch.columns === undefined ? criteria : movedColumns(criteria, patch.columns);
  return filterXml({ ...extent, rows: extent.rows - (totalRow ? 1 : 0) }, moved);
}

function movedColumns(criteria: FilterColumns, columns: readonly TableColumnChange[]): FilterColumns {
  const found = columns.flatMap(({ from }, index): (readonly [number, string])[] => {
    const xml = from === undefined ? undefined : criteria.get(from);
    return xml === undefined ? [] : [[index, xml]];
  });
  return new Map(found);
}

function columnList(xml: string, root: XmlElement, columns: readonly TableColumnChange[]): string {
  const known = childrenOf(childOf(root, "tableColumns"), "tableColumn");
  let id = Math.max(0, ...known.map(({ attributes }) => Number(attributes.get("id"))));
  const elements = columns.map(({ name, from, totals }) => {
    const element = from === undefined ? undefined : known[from];
    if (element === undefined) return columnXml(++id, name);
    const text = xml.slice(element.start, element.end);
    if (element.attributes.get("name") === name && totals === undefined) return text;
    return retagged(text, { name: attribute(name), ...totalsOf(totals) });
  });
  return `<tableColumns count="${String(columns.length)}">${elements.join("")}</tableColumns>`;
}

function totalsOf(totals: TableColumnChange["totals"]): Readonly<Record<string, string | undefined>> {
  if (totals === undefined) return {};
  if (totals.label !== undefined) return { totalsRowLabel: attribute(totals.label), totalsRowFunction: undefined };
  return { totalsRowFunction: totals.sums === true ? "sum" : "count", totalsRowLabel: undefined };
}

/** An element's text with other attributes in its start tag. */
function retagged(element: string, changes: Readonly<Record<string, string | undefined>>): string {
  const tag = /^<[^>]*>/.exec(element)?.[0] ?? "";
  return splice(element, [0, tag.length], withAttributes(tag, changes));
}

/** The text of a table part with the formulas of its columns rewritten. */
export function withFormulas(xml: string, rewrite: (formula: string) => string): string {
  return xml.replace(
    /(<(?:calculatedColumnFormula|totalsRowFormula)(?:\s[^>]*)?>)([^<]*)(?=<\/)/g,
    (_all, open: string, text: string) => open + escapeXml(rewrite(unescapeXml(text))),
  );
}
