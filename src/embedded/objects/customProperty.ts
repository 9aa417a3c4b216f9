import type { OwnProperty } from "../xlsx/ownProperties";
import { ExcelCollection, ExcelObject } from "./excelObject";
import { text } from "./given";
import type { Host } from "./host";
import { Refusal } from "./refusal";

/** Excel's word for each kind of value. */
const types = { number: "Number", float: "Float", boolean: "Boolean", date: "Date", text: "String" } as const;

/** The most characters of a name or a text. */
const LONGEST = 255;
const GREATEST_WHOLE = 0x7fffffff;

/** How the client library hands a Date over. */
const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

function kindOf(value: unknown): OwnProperty["kind"] {
  if (typeof value === "boolean") return "boolean";
  if (typeof value === "number")
    return Number.isInteger(value) && Math.abs(value) <= GREATEST_WHOLE ? "number" : "float";
  return DATE.test(text(value)) ? "date" : "text";
}

function propertyOf(name: string, value: unknown): OwnProperty {
  const kind = kindOf(value);
  if (name === "" || name.length > LONGEST || (kind === "text" && text(value).length > LONGEST)) {
    throw new Refusal("InvalidArgument");
  }
  return { name, kind, value: value as OwnProperty["value"] };
}

/** https://learn.microsoft.com/javascript/api/excel/excel.customproperty */
export class CustomProperty extends ExcelObject {
  readonly className = "CustomProperty";
  private readonly name: string;

  constructor(host: Host, name: string) {
    super(host, name);
    this.name = name;
  }

  private get property(): OwnProperty {
    const found = this.host.book.about.own.all.find(({ name }) => name === this.name);
    if (found === undefined) throw new Refusal("ItemNotFound");
    return found;
  }

  get key(): string {
    return this.property.name;
  }
  get type(): string {
    return types[this.property.kind];
  }
  get value(): OwnProperty["value"] {
    return this.property.value;
  }
  set value(given: unknown) {
    this.host.book.about.own.set(propertyOf(this.name, given));
    this.host.changed = true;
  }
  delete(): void {
    this.host.book.about.own.delete(this.name);
    this.host.changed = true;
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.custompropertycollection */
export class CustomPropertyCollection extends ExcelCollection<CustomProperty> {
  readonly className = "CustomPropertyCollection";
  protected readonly nameOf = (): undefined => undefined;

  get items(): readonly CustomProperty[] {
    return this.host.book.about.own.all.map(({ name }) => new CustomProperty(this.host, name));
  }

  /** A property of the name gets the new value. */
  add(key: unknown, value: unknown): CustomProperty {
    const property = propertyOf(text(key), value);
    this.host.book.about.own.set(property);
    this.host.changed = true;
    return this.getItem(property.name);
  }
  deleteAll(): void {
    for (const item of this.items) item.delete();
  }
}
