import { areaText, parseAreas } from "./areas";
import type { Extent } from "./model";
import type { SheetXml } from "./sheetXml";
import { childrenOf } from "./xml";

/** The merged areas of a sheet. */
export function readMerges(xml: SheetXml): readonly Extent[] {
  return childrenOf(xml.element("mergeCells"), "mergeCell").flatMap(({ attributes }) =>
    parseAreas(attributes.get("ref")),
  );
}

/** Says which areas of a sheet are merged. */
export function setMerges(xml: SheetXml, merges: readonly Extent[]): void {
  const elements = merges.map((merge) => `<mergeCell ref="${areaText(merge)}"/>`).join("");
  xml.set(
    "mergeCells",
    merges.length === 0 ? undefined : `<mergeCells count="${String(merges.length)}">${elements}</mergeCells>`,
  );
}
