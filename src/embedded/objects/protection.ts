import type { Sheet } from "../xlsx/model";
import { ExcelObject } from "./excelObject";
import type { Host } from "./host";

/** https://learn.microsoft.com/javascript/api/excel/excel.worksheetprotection */
export class WorksheetProtection extends ExcelObject {
  readonly className = "WorksheetProtection";
  private readonly sheet: Sheet;

  constructor(host: Host, sheet: Sheet) {
    super(host);
    this.sheet = sheet;
  }

  get protected(): boolean {
    return this.sheet.isProtected;
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.workbookprotection */
export class WorkbookProtection extends ExcelObject {
  readonly className = "WorkbookProtection";

  get protected(): boolean {
    return this.host.book.isStructureProtected;
  }
}
