import type { Sheet } from "../xlsx/model";
import { ExcelObject } from "./excelObject";
import { text } from "./given";
import type { Host } from "./host";
import { unprotected } from "./place";

const codes = { left: "L", center: "C", right: "R" } as const;
type Section = keyof typeof codes;
type Band = "header" | "footer";

/** The sections of a header or footer as the file writes them: "&L左&C中&R右". */
function sectionsOf(band: string): Readonly<Record<Section, string>> {
  const found = { left: "", center: "", right: "" };
  for (const [, code, content = ""] of band.matchAll(/&([LCR])((?:(?!&[LCR])[\s\S])*)/g)) {
    for (const section of ["left", "center", "right"] as const) if (codes[section] === code) found[section] = content;
  }
  return found;
}

/** https://learn.microsoft.com/javascript/api/excel/excel.headerfooter */
export class HeaderFooter extends ExcelObject {
  readonly className = "HeaderFooter";
  private readonly sheet: Sheet;

  constructor(host: Host, sheet: Sheet) {
    super(host);
    this.sheet = sheet;
  }

  private read(band: Band, section: Section): string {
    return sectionsOf(this.sheet.page[band])[section];
  }
  private write(band: Band, section: Section, given: unknown): void {
    const sections = { ...sectionsOf(this.sheet.page[band]), [section]: text(given) };
    const parts = (["left", "center", "right"] as const).filter((one) => sections[one] !== "");
    unprotected(this.sheet).changePage({ [band]: parts.map((one) => `&${codes[one]}${sections[one]}`).join("") });
    this.host.changed = true;
  }

  get leftHeader(): string {
    return this.read("header", "left");
  }
  set leftHeader(given: unknown) {
    this.write("header", "left", given);
  }
  get centerHeader(): string {
    return this.read("header", "center");
  }
  set centerHeader(given: unknown) {
    this.write("header", "center", given);
  }
  get rightHeader(): string {
    return this.read("header", "right");
  }
  set rightHeader(given: unknown) {
    this.write("header", "right", given);
  }
  get leftFooter(): string {
    return this.read("footer", "left");
  }
  set leftFooter(given: unknown) {
    this.write("footer", "left", given);
  }
  get centerFooter(): string {
    return this.read("footer", "center");
  }
  set centerFooter(given: unknown) {
    this.write("footer", "center", given);
  }
  get rightFooter(): string {
    return this.read("footer", "right");
  }
  set rightFooter(given: unknown) {
    this.write("footer", "right", given);
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.headerfootergroup; one header and footer for all pages is served. */
export class HeaderFooterGroup extends ExcelObject {
  readonly className = "HeaderFooterGroup";
  private readonly sheet: Sheet;

  constructor(host: Host, sheet: Sheet) {
    super(host);
    this.sheet = sheet;
  }

  get defaultForAllPages(): HeaderFooter {
    return new HeaderFooter(this.host, this.sheet);
  }
}
