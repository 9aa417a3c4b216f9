import { areaText, parseAreas } from "./areas";
import type { Extent } from "./model";
import type { SheetXml } from "./sheetXml";
import { childrenOf } from "./xml";

/** The merged areas of a sheet. */
export class Merges {
  private readonly sheet: SheetXml;
  private known: readonly Extent[] = [];
  /** The text that is known; another one stands there where somebody else changed it. */
  private read: string | undefined;

  constructor(sheet: SheetXml) {
    this.sheet = sheet;
  }

  get all(): readonly Extent[] {
    const text = this.sheet.text("mergeCells");
    if (text !== this.read) {
      this.read = text;
      const elements = childrenOf(this.sheet.element("mergeCells"), "mergeCell");
      this.known = elements.flatMap(({ attributes }) => parseAreas(attributes.get("ref")));
    }
    return this.known;
  }

  set(merges: readonly Extent[]): void {
    const elements = merges.map((merge) => `<mergeCell ref="${areaText(merge)}"/>`).join("");
    const count = String(merges.length);
    this.sheet.set("mergeCells", elements === "" ? undefined : `<mergeCells count="${count}">${elements}</mergeCells>`);
    this.read = this.sheet.text("mergeCells");
    this.known = [...merges];
  }
}
