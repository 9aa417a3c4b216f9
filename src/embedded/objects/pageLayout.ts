import type { Sheet } from "../xlsx/model";
import { ExcelObject } from "./excelObject";
import { oneOf } from "./given";
import type { Host } from "./host";
import { unprotected } from "./place";

/** https://learn.microsoft.com/javascript/api/excel/excel.pagelayout */
export class PageLayout extends ExcelObject {
  readonly className = "PageLayout";
  private readonly sheet: Sheet;

  constructor(host: Host, sheet: Sheet) {
    super(host);
    this.sheet = sheet;
  }

  get orientation(): string {
    return this.sheet.isLandscape ? "Landscape" : "Portrait";
  }
  set orientation(given: unknown) {
    unprotected(this.sheet).setLandscape(oneOf(["Portrait", "Landscape"], given) === "Landscape");
    this.host.changed = true;
  }
}
