/* eslint-disable @typescript-eslint/class-literal-property-style -- members are found as accessors of the class */
import { CustomXmlPartCollection } from "./customXmlPart";
import { Application, Runtime } from "./application";
import { DocumentProperties } from "./documentProperties";
import { ExcelObject } from "./excelObject";
import { RangeAreas } from "./rangeAreas";
import { Refusal } from "./refusal";
import { Functions } from "./functions";
import { NamedItemCollection } from "./namedItem";
import { WorkbookProtection } from "./protection";
import { Range } from "./range";
import { SettingCollection } from "./setting";
import { StyleCollection } from "./styleCollection";
import { TableStyleCollection } from "./tableStyleCollection";
import { TableCollection } from "./tableCollection";
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
  get properties(): DocumentProperties {
    return new DocumentProperties(this.host);
  }
  get settings(): SettingCollection {
    return new SettingCollection(this.host);
  }
  get styles(): StyleCollection {
    return new StyleCollection(this.host);
  }
  get tableStyles(): TableStyleCollection {
    return new TableStyleCollection(this.host);
  }
  get protection(): WorkbookProtection {
    return new WorkbookProtection(this.host);
  }
  get functions(): Functions {
    return new Functions(this.host);
  }

  get application(): Application {
    return new Application(this.host);
  }
  get name(): string {
    return "工作簿.xlsx";
  }
  get readOnly(): boolean {
    return false;
  }
  get autoSave(): boolean {
    return false;
  }
  get previouslySaved(): boolean {
    return true;
  }
  get calculationEngineVersion(): number {
    return this.application.calculationEngineVersion;
  }

  getActiveCell(): Range {
    return this.getSelectedRange().getCell(0, 0);
  }
  getSelectedRanges(): RangeAreas {
    return new RangeAreas(this.host, [this.getSelectedRange()]);
  }
  /** The range of an event, asked by its handler. */
  _GetRangeForEventByReferenceId(id: unknown): Range {
    const found = this._GetRangeOrNullObjectForEventByReferenceId(id);
    if (found === undefined) throw new Refusal("ItemNotFound");
    return found;
  }
  _GetRangeOrNullObjectForEventByReferenceId(id: unknown): Range | undefined {
    const place = this.host.placeOf(String(id));
    return place && new Range({ host: this.host, ...place });
  }
  get _Runtime(): Runtime {
    return new Runtime(this.host);
  }
  getSelectedRange(): Range {
    return new Range({ host: this.host, ...this.host.selection });
  }

  /** The client lets go of an object that it kept. */
  _RemoveReference(id: unknown): void {
    if (typeof id === "string") this.host.references.delete(id);
  }
}
