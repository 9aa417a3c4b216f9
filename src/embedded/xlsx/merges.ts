import { areaText, parseAreas } from "./areas";
import type { Extent } from "./model";
import type { SheetXml } from "./sheetXml";
import { childrenOf, type XmlElement } from "./xml";

/** The merged areas of a sheet. */
export class Merges {
  private readonly sheet: SheetXml;
  private known: readonly Extent[] = [];
  /** The element that is known; another one has taken its place where merges were changed. */
  private read: XmlElement | undefined;

  constructor(sheet: SheetXml) {
    this.sheet = sheet;
  }

  get all(): readonly Extent[] {
    const element = this.sheet.element("mergeCells");
    if (element !== this.read) {
      this.read = element;
      this.known = childrenOf(element, "mergeCell").flatMap(({ attributes }) => parseAreas(attributes.get("ref")));
    }
    return element === undefined ? [] : this.known;
  }

  set(merges: readonly Extent[]): void {
    const elements = merges.map((merge) => `<mergeCell ref="${areaText(merge)}"/>`).join("");
    const count = String(merges.length);
    this.sheet.set("mergeCells", elements === "" ? undefined : `<mergeCells count="${count}">${elements}</mergeCells>`);
  }
}
