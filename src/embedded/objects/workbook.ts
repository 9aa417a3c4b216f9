import { CustomXmlPartCollection } from "./customXmlPart";
import { ExcelObject } from "./excelObject";
import { Functions } from "./functions";
import { NamedItemCollection } from "./namedItem";
import { WorkbookProtection } from "./protection";
import { Range } from "./range";
import { TableCollection } from "./table";
import { WorksheetCollection } from "./worksheet";

/** https://learn.microsoft.com/javascript/api/excel/excel.workbook */
export class Workbook extends ExcelObject {
  readonly className = "Workbook";

  get worksheets(): WorksheetCollection {
    return new WorksheetCollection(this.host);
  }
  get tables(): TableCollection {
    return new TableCollection(this.host, this.host.book.sheets);
  }
  get names(): NamedItemCollection {
    return new NamedItemCollection(this.host, undefined);
  }
  get customXmlParts(): CustomXmlPartCollection {
    return new CustomXmlPartCollection(this.host);
  }
  get protection(): WorkbookProtection {
    return new WorkbookProtection(this.host);
  }
  get functions(): Functions {
    return new Functions(this.host);
  }

  getSelectedRange(): Range {
    return new Range({ host: this.host, ...this.host.selection });
  }

  /** The client lets go of an object that it kept. */
  _RemoveReference(id: unknown): void {
    if (typeof id === "string") this.host.references.delete(id);
  }
}
