import type { PagePatch, PageState } from "../xlsx/model";
import { oneOf, record, text, truth, whole } from "./given";
import { HeaderFooterGroup } from "./headerFooter";
import { unprotected } from "./place";
import { PrintLayout } from "./printLayout";
import { Refusal } from "./refusal";

const POINTS_AN_INCH = 72;
const CENTIMETRES_AN_INCH = 2.54;
/** Paper by Excel's number. */
const papers = { 1: "Letter", 5: "Legal", 8: "A3", 9: "A4", 11: "A5", 12: "B4", 13: "B5" } as const;
type Side = keyof PageState["margins"];

/** https://learn.microsoft.com/javascript/api/excel/excel.pagelayout */
export class PageLayout extends PrintLayout {
  readonly className = "PageLayout";

  private change(patch: PagePatch): void {
    unprotected(this.sheet).changePage(patch);
    this.host.changed = true;
  }

  private margin(side: Side): number {
    return this.sheet.page.margins[side] * POINTS_AN_INCH;
  }
  private setMargin(side: Side, given: unknown): void {
    if (typeof given !== "number" || !(given >= 0)) throw new Refusal("InvalidArgument");
    this.change({ margins: { ...this.sheet.page.margins, [side]: given / POINTS_AN_INCH } });
  }

  get orientation(): string {
    return this.sheet.page.landscape ? "Landscape" : "Portrait";
  }
  set orientation(given: unknown) {
    this.change({ landscape: oneOf(["Portrait", "Landscape"], given) === "Landscape" });
  }
  get paperSize(): string | null {
    return Object.entries(papers).find(([number]) => Number(number) === this.sheet.page.paperSize)?.[1] ?? null;
  }
  set paperSize(given: unknown) {
    const found = Object.entries(papers).find(([, name]) => name === text(given));
    if (found === undefined) throw new Refusal("InvalidArgument");
    this.change({ paperSize: Number(found[0]) });
  }
  get leftMargin(): number {
    return this.margin("left");
  }
  set leftMargin(given: unknown) {
    this.setMargin("left", given);
  }
  get rightMargin(): number {
    return this.margin("right");
  }
  set rightMargin(given: unknown) {
    this.setMargin("right", given);
  }
  get topMargin(): number {
    return this.margin("top");
  }
  set topMargin(given: unknown) {
    this.setMargin("top", given);
  }
  get bottomMargin(): number {
    return this.margin("bottom");
  }
  set bottomMargin(given: unknown) {
    this.setMargin("bottom", given);
  }
  get headerMargin(): number {
    return this.margin("header");
  }
  set headerMargin(given: unknown) {
    this.setMargin("header", given);
  }
  get footerMargin(): number {
    return this.margin("footer");
  }
  set footerMargin(given: unknown) {
    this.setMargin("footer", given);
  }
  /** Sides that are not named keep their margins. */
  setPrintMargins(unit: unknown, given: unknown): void {
    const points = { Points: 1, Inches: POINTS_AN_INCH, Centimeters: POINTS_AN_INCH / CENTIMETRES_AN_INCH };
    const size = points[oneOf(["Points", "Inches", "Centimeters"], unit)];
    const margins = record(given);
    for (const side of ["left", "right", "top", "bottom", "header", "footer"] as const) {
      const margin = margins[side];
      if (margin !== undefined && margin !== null) this.setMargin(side, Number(margin) * size);
    }
  }
  get centerHorizontally(): boolean {
    return this.sheet.page.centred;
  }
  set centerHorizontally(given: unknown) {
    this.change({ centred: truth(given) });
  }

  /** Pages that the sheet is fitted to; a scale in percent is not served. */
  get zoom(): Readonly<Record<string, number>> {
    const { fitWide, fitTall } = this.sheet.page;
    return {
      ...(fitWide === undefined ? {} : { horizontalFitToPages: fitWide }),
      ...(fitTall === undefined ? {} : { verticalFitToPages: fitTall }),
    };
  }
  set zoom(given: unknown) {
    const { scale, horizontalFitToPages: wide, verticalFitToPages: tall } = record(given);
    if (scale !== undefined && scale !== null) throw new Refusal("InvalidArgument");
    const pages = (value: unknown) => (value === undefined || value === null ? 0 : whole(value));
    this.change({ fitWide: pages(wide), fitTall: pages(tall) });
  }

  get headersFooters(): HeaderFooterGroup {
    return new HeaderFooterGroup(this.host, this.sheet);
  }
}
