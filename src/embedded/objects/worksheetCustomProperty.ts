import type { Sheet } from "../xlsx/model";
import { ExcelCollection, ExcelObject } from "./excelObject";
import { text } from "./given";
import type { Host } from "./host";
import { Refusal } from "./refusal";

const LONGEST_KEY = 255;

/** https://learn.microsoft.com/javascript/api/excel/excel.worksheetcustomproperty */
export class WorksheetCustomProperty extends ExcelObject {
  readonly className = "WorksheetCustomProperty";
  private readonly sheet: Sheet;
  private readonly name: string;

  constructor(host: Host, sheet: Sheet, name: string) {
    super(host, name);
    this.sheet = sheet;
    this.name = name;
  }

  get key(): string {
    return this.name;
  }
  get value(): string {
    const found = this.sheet.noted.all.find(({ name }) => name === this.name);
    if (found === undefined) throw new Refusal("ItemNotFound");
    return found.value;
  }
  set value(given: unknown) {
    this.sheet.noted.set({ name: this.name, value: text(given) });
    this.host.changed = true;
  }
  delete(): void {
    this.sheet.noted.delete(this.name);
    this.host.changed = true;
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.worksheetcustompropertycollection */
export class WorksheetCustomPropertyCollection extends ExcelCollection<WorksheetCustomProperty> {
  readonly className = "WorksheetCustomPropertyCollection";
  protected readonly nameOf = (): undefined => undefined;
  private readonly sheet: Sheet;

  constructor(host: Host, sheet: Sheet) {
    super(host);
    this.sheet = sheet;
  }

  get items(): readonly WorksheetCustomProperty[] {
    return this.sheet.noted.all.map(({ name }) => new WorksheetCustomProperty(this.host, this.sheet, name));
  }

  /** A property of the key, whatever its case, gets the new value. */
  add(key: unknown, value: unknown): WorksheetCustomProperty {
    const name = text(key);
    if (name === "" || name.length > LONGEST_KEY) throw new Refusal("InvalidArgument");
    this.sheet.noted.set({ name, value: text(value) });
    this.host.changed = true;
    return this.getItem(name);
  }
}
