import type { Archive } from "./archive";
import { areaText } from "./areas";
import type { Extent } from "./model";
import { PLAIN_STYLES, STYLES_TYPE } from "./newParts";
import {
  addContentType,
  addRelation,
  dropContentType,
  dropRelation,
  readRelations,
  RELATIONS,
  relationsOf,
} from "./package";
import { Styles } from "./styles";
import { escapeXml } from "./xml";

/** The parts by which a sheet shows more than its cells. */
const drawn = new Set(["drawing", "vmlDrawing", "comments", "threadedComment", "pivotTable"]);

/** Whether charts, drawings, comments or pivot tables stand on a sheet or read its cells. */
export function isDrawnFrom(archive: Archive, part: string, name: string): boolean {
  if (readRelations(archive, part).some(({ type }) => drawn.has(type))) return true;
  const readers = archive.names.filter((one) => /^xl\/(charts|pivotCache)\/[^/]+\.xml$/.test(one));
  return readers.some((one) => archive.text(one).includes(escapeXml(name)));
}

/** A sheet's part without what belongs to it alone: that it is shown, its printer's settings, its properties, its tables. */
export function copiedSheet(archive: Archive, part: string): string {
  return new TextDecoder()
    .decode(archive.xml(part))
    .replace(/\stabSelected="[^"]*"/, "")
    .replace(/(<(?:\w+:)?pageSetup\b[^>]*?)\s\w+:id="[^"]*"/, "$1")
    .replace(/<(?:\w+:)?tableParts\b(?:[^>]*\/>|[\s\S]*?<\/(?:\w+:)?tableParts>)/, "")
    .replace(/<(?:\w+:)?customProperties[\s\S]*?<\/(?:\w+:)?customProperties>/, "");
}

/** Where the links of a copied sheet lead: addresses outside the file, by the ids that the cells' links name. */
export function copyLinks(archive: Archive, from: string, to: string): void {
  const links = readRelations(archive, from).filter(({ outside }) => outside !== undefined);
  if (links.length === 0) return;
  const elements = links.map(
    ({ id, type, outside = "" }) =>
      `<Relationship Id="${id}" Type="${archive.spelled(`${RELATIONS}/${type}`)}" Target="${escapeXml(outside)}" TargetMode="External"/>`,
  );
  archive.set(
    relationsOf(to),
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${elements.join("")}</Relationships>`,
  );
}

/** The order in which formulas were computed last; Excel makes a new one. */
export function dropCalculationChain(archive: Archive, workbook: string): void {
  const relation = readRelations(archive, workbook).find(({ type }) => type === "calcChain");
  if (relation?.target === undefined) return;
  archive.delete(relation.target);
  dropContentType(archive, relation.target);
  dropRelation(archive, workbook, relation.id);
}

/** An absolute reference to an area of a sheet, as names hold it. */
export function absoluteReference(sheet: string, extent: Extent): string {
  const text = areaText(extent).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
  return `'${sheet.replaceAll("'", "''")}'!${text}`;
}

/** A workbook may come without formats; the first that it gets brings the part for them. */
export function storeStyles(
  archive: Archive,
  workbook: string,
  { part, text }: { readonly part: string; readonly text: string },
): void {
  if (!archive.has(part)) {
    addContentType(archive, part, STYLES_TYPE);
    addRelation(archive, workbook, { type: "styles", target: `/${part}` });
  }
  archive.set(part, text);
}

/** The formats of a workbook; those of a new one where it has none. */
export function readStyles(archive: Archive, part: string, theme: string | undefined): Styles {
  const themeXml = theme !== undefined && archive.has(theme) ? archive.text(theme) : undefined;
  return new Styles(archive.has(part) ? archive.text(part) : archive.spelled(PLAIN_STYLES), themeXml);
}
