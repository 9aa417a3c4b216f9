import { ExcelCollection, ExcelObject, sameName } from "./excelObject";
import { text, truth } from "./given";
import type { Host } from "./host";
import { notServed, Refusal } from "./refusal";
import { builtInTableStyles } from "./tableStyle";

/** What tables get where the file says nothing. */
const STANDARD = "TableStyleMedium2";

/** https://learn.microsoft.com/javascript/api/excel/excel.tablestyle */
export class TableStyle extends ExcelObject {
  readonly className = "TableStyle";
  private readonly styleName: string;

  constructor(host: Host, styleName: string) {
    super(host, styleName);
    this.styleName = styleName;
  }

  get name(): string {
    return this.styleName;
  }
  /** Tables of the style follow. */
  set name(given: unknown) {
    const name = free(this.host, text(given), this.styleName);
    this.host.book.looks.renameTableStyle(this.own(), name);
    this.retell(name);
  }
  get readOnly(): boolean {
    return builtInTableStyles.includes(this.styleName);
  }
  /** A style of its own with the same elements. What Excel's own styles are made of stands in no file. */
  duplicate(): TableStyle {
    if (this.readOnly) throw notServed("TableStyle.duplicate");
    const made = unique(this.host, this.styleName);
    this.host.book.looks.addTableStyle(made, this.styleName);
    this.host.changed = true;
    return new TableStyle(this.host, made);
  }
  /** Tables that had the style have the standard one of Excel then. */
  delete(): void {
    this.host.book.looks.deleteTableStyle(this.own());
    this.retell(STANDARD);
  }

  private own(): string {
    if (this.readOnly) throw new Refusal("InvalidOperation");
    return this.styleName;
  }

  private retell(style: string): void {
    for (const sheet of this.host.book.sheets) {
      for (const table of sheet.tables) {
        const { name, look } = table;
        if (sameName(look.style ?? "", this.styleName)) sheet.standing.change(name, { look: { ...look, style } });
      }
    }
    this.host.changed = true;
  }
}

function free(host: Host, name: string, own?: string): string {
  const taken = [...builtInTableStyles, ...host.book.looks.tableStyles.names].filter((one) => one !== own);
  if (name === "" || taken.some((one) => sameName(one, name))) throw new Refusal("InvalidArgument");
  return name;
}

/** The name, with a number behind it where it is taken. */
function unique(host: Host, name: string): string {
  const taken = [...builtInTableStyles, ...host.book.looks.tableStyles.names];
  let number = 2;
  let made = name;
  while (taken.some((one) => sameName(one, made))) made = `${name} ${String(number++)}`;
  return free(host, made);
}

/** https://learn.microsoft.com/javascript/api/excel/excel.tablestylecollection */
export class TableStyleCollection extends ExcelCollection<TableStyle> {
  readonly className = "TableStyleCollection";
  protected readonly nameOf = ({ name }: TableStyle): string => name;

  get items(): readonly TableStyle[] {
    const { names } = this.host.book.looks.tableStyles;
    return [...builtInTableStyles, ...names].map((name) => new TableStyle(this.host, name));
  }

  /** A blank style; a name that is taken gets a number where that is wished. */
  add(name: unknown, makeUniqueName?: unknown): TableStyle {
    const isNumbered = truth(makeUniqueName ?? false);
    const made = isNumbered ? unique(this.host, text(name)) : free(this.host, text(name));
    this.host.book.looks.addTableStyle(made);
    this.host.changed = true;
    return this.getItem(made);
  }
  getDefault(): TableStyle {
    return this.getItemOrNullObject(this.host.book.looks.tableStyles.standard) ?? this.getItem(STANDARD);
  }
  setDefault(given: unknown): void {
    const { name } = given instanceof TableStyle ? given : this.getItem(text(given));
    this.host.book.looks.setStandardTableStyle(name);
    this.host.changed = true;
  }
}
