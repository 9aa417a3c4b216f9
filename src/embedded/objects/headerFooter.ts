import * as bands from "../xlsx/headerFooter";
import type { Sheet } from "../xlsx/model";
import { ExcelObject } from "./excelObject";
import { oneOf, text, truth } from "./given";
import type { Host } from "./host";
import { unprotected } from "./place";

const codes = { left: "L", center: "C", right: "R" } as const;
type Section = keyof typeof codes;
type Band = "Header" | "Footer";
/** The pages that a header and footer stand on. */
type Pages = "odd" | "even" | "first";

/** The sections of a header or footer as the file writes them: "&L左&C中&R右". */
function sectionsOf(band: string): Readonly<Record<Section, string>> {
  const found = { left: "", center: "", right: "" };
  for (const [, code, content = ""] of band.matchAll(/&([LCR])((?:&&|(?!&[LCR])[\s\S])*)/g)) {
    for (const section of ["left", "center", "right"] as const) if (codes[section] === code) found[section] = content;
  }
  return found;
}

/** https://learn.microsoft.com/javascript/api/excel/excel.headerfooter */
export class HeaderFooter extends ExcelObject {
  readonly className = "HeaderFooter";
  private readonly sheet: Sheet;
  private readonly pages: Pages;

  constructor(host: Host, sheet: Sheet, pages: Pages) {
    super(host);
    this.sheet = sheet;
    this.pages = pages;
  }

  private read(band: Band, section: Section): string {
    return sectionsOf(bands.readBand(this.sheet.xml, `${this.pages}${band}`))[section];
  }
  private write(band: Band, section: Section, given: unknown): void {
    const { xml } = unprotected(this.sheet);
    const name = `${this.pages}${band}` as const;
    const sections = { ...sectionsOf(bands.readBand(xml, name)), [section]: text(given) };
    const parts = (["left", "center", "right"] as const).filter((one) => sections[one] !== "");
    bands.writeBand(xml, name, parts.map((one) => `&${codes[one]}${sections[one]}`).join(""));
    this.host.changed = true;
  }

  get leftHeader(): string {
    return this.read("Header", "left");
  }
  set leftHeader(given: unknown) {
    this.write("Header", "left", given);
  }
  get centerHeader(): string {
    return this.read("Header", "center");
  }
  set centerHeader(given: unknown) {
    this.write("Header", "center", given);
  }
  get rightHeader(): string {
    return this.read("Header", "right");
  }
  set rightHeader(given: unknown) {
    this.write("Header", "right", given);
  }
  get leftFooter(): string {
    return this.read("Footer", "left");
  }
  set leftFooter(given: unknown) {
    this.write("Footer", "left", given);
  }
  get centerFooter(): string {
    return this.read("Footer", "center");
  }
  set centerFooter(given: unknown) {
    this.write("Footer", "center", given);
  }
  get rightFooter(): string {
    return this.read("Footer", "right");
  }
  set rightFooter(given: unknown) {
    this.write("Footer", "right", given);
  }
}

/** By Excel's name for a state: whether even pages, and whether the first, have bands of their own. */
const states = {
  Default: [false, false],
  FirstAndDefault: [false, true],
  OddAndEven: [true, false],
  FirstOddAndEven: [true, true],
} as const;

/** https://learn.microsoft.com/javascript/api/excel/excel.headerfootergroup */
export class HeaderFooterGroup extends ExcelObject {
  readonly className = "HeaderFooterGroup";
  private readonly sheet: Sheet;

  constructor(host: Host, sheet: Sheet) {
    super(host);
    this.sheet = sheet;
  }

  private setFlag(flag: bands.BandFlag, on: boolean): void {
    bands.setBandFlag(unprotected(this.sheet).xml, flag, on);
    this.host.changed = true;
  }

  get defaultForAllPages(): HeaderFooter {
    return new HeaderFooter(this.host, this.sheet, "odd");
  }
  get oddPages(): HeaderFooter {
    return new HeaderFooter(this.host, this.sheet, "odd");
  }
  get evenPages(): HeaderFooter {
    return new HeaderFooter(this.host, this.sheet, "even");
  }
  get firstPage(): HeaderFooter {
    return new HeaderFooter(this.host, this.sheet, "first");
  }
  get state(): string {
    const { xml } = this.sheet;
    const [even, first] = [bands.bandFlag(xml, "differentOddEven"), bands.bandFlag(xml, "differentFirst")];
    return Object.entries(states).find(([, state]) => state[0] === even && state[1] === first)?.[0] ?? "Default";
  }
  /** Bands that are not shown any more stay in the file, as Excel keeps them. */
  set state(given: unknown) {
    const [even, first] = states[oneOf(Object.keys(states) as (keyof typeof states)[], given)];
    this.setFlag("differentOddEven", even);
    this.setFlag("differentFirst", first);
  }
  get useSheetMargins(): boolean {
    return bands.bandFlag(this.sheet.xml, "alignWithMargins");
  }
  set useSheetMargins(given: unknown) {
    this.setFlag("alignWithMargins", truth(given));
  }
  get useSheetScale(): boolean {
    return bands.bandFlag(this.sheet.xml, "scaleWithDoc");
  }
  set useSheetScale(given: unknown) {
    this.setFlag("scaleWithDoc", truth(given));
  }
}
