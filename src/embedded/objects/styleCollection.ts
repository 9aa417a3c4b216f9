import type { StylePart } from "../xlsx/styleParts";
import { AlignedFormat } from "./alignedFormat";
import { ExcelCollection } from "./excelObject";
import { text, truth } from "./given";
import type { Host } from "./host";
import { Refusal } from "./refusal";
import { commonFormat, restyle } from "./styles";

/** As long as Excel lets the name of a style be. */
const LONGEST_NAME = 255;
const NORMAL = "Normal";

/** https://learn.microsoft.com/javascript/api/excel/excel.style */
export class Style extends AlignedFormat {
  readonly className = "Style";
  private readonly styleName: string;

  constructor(host: Host, styleName: string) {
    super({ host, styleName }, styleName);
    this.styleName = styleName;
  }

  get name(): string {
    return this.styleName;
  }
  get builtIn(): boolean {
    return this.host.book.looks.cellStyles.find(this.styleName)?.isBuiltIn ?? false;
  }
  get numberFormat(): string | null {
    return commonFormat(this.formatted, ({ numberFormat }) => numberFormat);
  }
  set numberFormat(given: unknown) {
    const numberFormat = text(given);
    if (numberFormat === "") throw new Refusal("InvalidArgument");
    restyle(this.formatted, { numberFormat });
  }
  get numberFormatLocal(): string | null {
    return this.numberFormat;
  }
  set numberFormatLocal(given: unknown) {
    this.numberFormat = given;
  }
  /** As the client library names the direction of text where it sets it. */
  set orientation(given: unknown) {
    this.textOrientation = given;
  }
  get locked(): boolean | null {
    return commonFormat(this.formatted, ({ locked }) => locked);
  }
  set locked(given: unknown) {
    restyle(this.formatted, { locked: truth(given) });
  }
  get formulaHidden(): boolean | null {
    return commonFormat(this.formatted, ({ hidesFormula }) => hidesFormula);
  }
  set formulaHidden(given: unknown) {
    restyle(this.formatted, { hidesFormula: truth(given) });
  }

  get includeNumber(): boolean {
    return this.sets("number");
  }
  set includeNumber(given: unknown) {
    this.include("number", given);
  }
  get includeFont(): boolean {
    return this.sets("font");
  }
  set includeFont(given: unknown) {
    this.include("font", given);
  }
  get includePatterns(): boolean {
    return this.sets("fill");
  }
  set includePatterns(given: unknown) {
    this.include("fill", given);
  }
  get includeBorder(): boolean {
    return this.sets("border");
  }
  set includeBorder(given: unknown) {
    this.include("border", given);
  }
  get includeAlignment(): boolean {
    return this.sets("alignment");
  }
  set includeAlignment(given: unknown) {
    this.include("alignment", given);
  }
  get includeProtection(): boolean {
    return this.sets("protection");
  }
  set includeProtection(given: unknown) {
    this.include("protection", given);
  }

  /** Its cells are normal ones then, as they are under the style that all others rest upon; that one stays. */
  delete(): void {
    if (this.styleName === NORMAL) throw new Refusal("InvalidOperation");
    this.host.book.looks.cellStyles.delete(this.styleName);
    this.host.changed = true;
  }

  private sets(part: StylePart): boolean {
    return this.host.book.looks.cellStyles.sets(this.styleName, part);
  }

  private include(part: StylePart, given: unknown): void {
    this.host.book.looks.cellStyles.setSets(this.styleName, part, truth(given));
    this.host.changed = true;
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.stylecollection */
export class StyleCollection extends ExcelCollection<Style> {
  readonly className = "StyleCollection";
  protected readonly nameOf = ({ name }: Style): string => name;

  get items(): readonly Style[] {
    return this.host.book.looks.cellStyles.all.map(({ name }) => new Style(this.host, name));
  }
  /** By its name, or by the code that `Range.style` tells for one of Excel's own. */
  override getItemOrNullObject(key: unknown): Style | undefined {
    const found = this.host.book.looks.cellStyles.find(text(key));
    return found && new Style(this.host, found.name);
  }
  add(given: unknown): void {
    const name = text(given);
    const { cellStyles } = this.host.book.looks;
    const isFree = name.trim() !== "" && name.length <= LONGEST_NAME && cellStyles.find(name) === undefined;
    if (!isFree) throw new Refusal("InvalidArgument");
    cellStyles.add(name);
    this.host.changed = true;
  }
}
