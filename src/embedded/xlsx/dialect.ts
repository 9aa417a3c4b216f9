const USUAL = "http://schemas.openxmlformats.org";
const STRICT = "http://purl.oclc.org/ooxml";

/** Namespaces and types of relationships that Strict Open XML spells differently; what begins with another stands before it. */
const spellings: readonly (readonly [usual: string, strict: string])[] = [
  [`${USUAL}/spreadsheetml/2006/main`, `${STRICT}/spreadsheetml/main`],
  [
    `${USUAL}/officeDocument/2006/relationships/extended-properties`,
    `${STRICT}/officeDocument/relationships/extendedProperties`,
  ],
  [
    `${USUAL}/officeDocument/2006/relationships/custom-properties`,
    `${STRICT}/officeDocument/relationships/customProperties`,
  ],
  [`${USUAL}/officeDocument/2006/relationships`, `${STRICT}/officeDocument/relationships`],
  [`${USUAL}/officeDocument/2006/extended-properties`, `${STRICT}/officeDocument/extendedProperties`],
  [`${USUAL}/officeDocument/2006/custom-properties`, `${STRICT}/officeDocument/customProperties`],
  [`${USUAL}/officeDocument/2006/docPropsVTypes`, `${STRICT}/officeDocument/docPropsVTypes`],
  [`${USUAL}/officeDocument/2006/customXml`, `${STRICT}/officeDocument/customXml`],
];

/** Whether a package's own relationships are those of Strict Open XML (ISO/IEC 29500-1), which Excel offers beside its usual kind. */
export function isStrict(relations: string): boolean {
  return relations.includes(`"${STRICT}/officeDocument/relationships/officeDocument"`);
}

/** Markup of ours with the namespaces of Strict Open XML. Nothing that stands in a cell may be part of it. */
export function strictly(markup: string): string {
  return spellings.reduce((text, [usual, strict]) => text.replaceAll(usual, strict), markup);
}

/** The last word of a relationship's type, as it is usually spelled. */
export function relationWord(type: string): string {
  const usual = spellings.find(([, strict]) => strict === type)?.[0] ?? type;
  return usual.split("/").at(-1) ?? "";
}
