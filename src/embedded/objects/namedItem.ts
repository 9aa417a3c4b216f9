import type { NameState, Scalar } from "../xlsx/model";
import { absoluteAddress, parseArea, quotedSheet, splitSheet } from "./address";
import { isAllowedName } from "./addTable";
import { ExcelCollection, ExcelObject, sameName } from "./excelObject";
import { formulaBody, text, truth } from "./given";
import type { Host } from "./host";
import { Range } from "./range";
import { Refusal } from "./refusal";
import { Worksheet } from "./worksheet";

function typeOf(value: Scalar | undefined): string {
  if (typeof value === "number") return "Double";
  if (typeof value === "boolean") return "Boolean";
  return typeof value === "string" ? "String" : "Error";
}

/** https://learn.microsoft.com/javascript/api/excel/excel.nameditem */
export class NamedItem extends ExcelObject {
  readonly className = "NamedItem";
  private state: NameState;

  constructor(host: Host, state: NameState) {
    super(host, state.name);
    this.state = state;
  }

  get name(): string {
    return this.state.name;
  }
  get formula(): string {
    return `=${this.state.formula}`;
  }
  /** What refers to the name is computed anew. */
  set formula(given: unknown) {
    const { name, scope } = this.state;
    const formula = formulaOf(given);
    this.host.book.structure.changeName(name, scope, formula);
    this.state = { ...this.state, formula };
    this.host.touch();
  }
  get comment(): string {
    return this.state.comment ?? "";
  }
  set comment(given: unknown) {
    this.note({ comment: text(given) });
  }
  get visible(): boolean {
    return this.state.visible;
  }
  set visible(given: unknown) {
    this.note({ visible: truth(given) });
  }
  get scope(): string {
    return this.state.scope === undefined ? "Workbook" : "Worksheet";
  }
  get type(): string {
    return this.getRangeOrNullObject() === undefined ? typeOf(this.host.evaluate(this.state.formula)) : "Range";
  }

  /** What the name gives; of cells their address. */
  get value(): unknown {
    const range = this.getRangeOrNullObject();
    if (range !== undefined) return range.address;
    const value = this.host.evaluate(this.state.formula);
    return typeof value === "object" ? value.error : (value ?? "");
  }
  get worksheet(): Worksheet {
    const sheet = this.worksheetOrNullObject;
    if (sheet === undefined) throw new Refusal("ItemNotFound");
    return sheet;
  }
  /** The null object for a name of the whole workbook. */
  get worksheetOrNullObject(): Worksheet | undefined {
    const sheet = this.host.book.sheets.find(({ name }) => name === this.state.scope);
    return sheet && new Worksheet(this.host, sheet);
  }

  getRange(): Range {
    const found = this.getRangeOrNullObject();
    if (found === undefined) throw new Refusal("InvalidReference");
    return found;
  }
  getRangeOrNullObject(): Range | undefined {
    const { sheet: sheetName, rest } = splitSheet(this.state.formula);
    const extent = parseArea(rest);
    const sheet = this.host.book.sheets.find(({ name }) => sameName(name, sheetName));
    return extent && sheet && new Range({ host: this.host, sheet, extent });
  }
  private note(patch: Partial<Pick<NameState, "comment" | "visible">>): void {
    this.host.book.structure.noteName(this.state.name, this.state.scope, patch);
    this.state = { ...this.state, ...patch };
    this.host.changed = true;
  }

  delete(): void {
    this.host.book.deleteName(this.state.name, this.state.scope);
    this.host.touch();
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.nameditemcollection */
export class NamedItemCollection extends ExcelCollection<NamedItem> {
  readonly className = "NamedItemCollection";
  protected readonly nameOf = ({ name }: NamedItem): string => name;
  private readonly scope: string | undefined;

  /** The names of one sheet, or of the workbook. */
  constructor(host: Host, scope: string | undefined) {
    super(host);
    this.scope = scope;
  }

  /** Names that Excel keeps for itself, such as that of a filter's area, are not listed. */
  get items(): readonly NamedItem[] {
    return this.host.book.names
      .filter(({ name, scope }) => scope === this.scope && !name.startsWith("_xlnm."))
      .map((name) => new NamedItem(this.host, name));
  }

  /** Formulas are the same in every language here. */
  addFormulaLocal(given: unknown, formula: unknown, comment?: unknown): NamedItem {
    return this.add(given, text(formula), comment);
  }
  add(given: unknown, reference: unknown, comment?: unknown): NamedItem {
    const name = text(given);
    if (!isAllowedName(name)) throw new Refusal("InvalidArgument");
    if (this.getItemOrNullObject(name) !== undefined) throw new Refusal("ItemAlreadyExists");
    const state = {
      name,
      formula: formulaOf(reference),
      scope: this.scope,
      visible: true,
      comment: text(comment ?? ""),
    };
    this.host.book.addName(state);
    this.host.touch();
    return new NamedItem(this.host, state);
  }
}

function formulaOf(reference: unknown): string {
  if (reference instanceof Range) return `${quotedSheet(reference.sheet.name)}!${absoluteAddress(reference.extent)}`;
  const formula = text(reference);
  if (!formula.startsWith("=")) throw new Refusal("InvalidArgument");
  return formulaBody(formula);
}
