import type { CellFormat, CellFormatPatch } from "../xlsx/model";
import { colour } from "./colour";
import { oneOf, tint, truth } from "./given";
import { ExcelObject } from "./excelObject";
import type { Formatted } from "./place";
import { Refusal } from "./refusal";
import { commonFormat, restyle } from "./styles";

const AUTOMATIC = "#000000";

/** Lines by Excel's names, in the file's words. */
const underlines = {
  None: "none",
  Single: "single",
  Double: "double",
  SingleAccountant: "singleAccounting",
  DoubleAccountant: "doubleAccounting",
} as const;

/** https://learn.microsoft.com/javascript/api/excel/excel.rangefont */
export class RangeFont extends ExcelObject {
  readonly className = "RangeFont";
  private readonly place: Formatted;

  constructor(place: Formatted) {
    super(place.host);
    this.place = place;
  }

  get name(): unknown {
    return this.common(({ fontName }) => fontName);
  }
  set name(given: unknown) {
    if (typeof given !== "string" || given === "") throw new Refusal("InvalidArgument");
    this.change({ fontName: given });
  }
  get size(): unknown {
    return this.common(({ fontSize }) => fontSize);
  }
  set size(given: unknown) {
    if (typeof given !== "number" || !(given >= 1 && given <= 409)) throw new Refusal("InvalidArgument");
    this.change({ fontSize: given });
  }
  get color(): unknown {
    return this.common(({ fontColor }) => fontColor ?? AUTOMATIC);
  }
  set color(given: unknown) {
    this.change({ fontColor: colour(given), fontTint: 0 });
  }
  get bold(): unknown {
    return this.common(({ bold }) => bold);
  }
  set bold(given: unknown) {
    this.change({ bold: truth(given) });
  }
  get italic(): unknown {
    return this.common(({ italic }) => italic);
  }
  set italic(given: unknown) {
    this.change({ italic: truth(given) });
  }
  get underline(): string | null {
    const line = this.common(({ underline }) => underline);
    return Object.entries(underlines).find(([, word]) => word === line)?.[0] ?? null;
  }
  set underline(given: unknown) {
    const name = oneOf(Object.keys(underlines) as (keyof typeof underlines)[], given);
    this.change({ underline: underlines[name] });
  }
  get strikethrough(): boolean | null {
    return this.common(({ strikethrough }) => strikethrough);
  }
  set strikethrough(given: unknown) {
    this.change({ strikethrough: truth(given) });
  }
  get superscript(): boolean | null {
    return this.common(({ script }) => script === "superscript");
  }
  set superscript(given: unknown) {
    this.change({ script: truth(given) ? "superscript" : "baseline" });
  }
  get subscript(): boolean | null {
    return this.common(({ script }) => script === "subscript");
  }
  set subscript(given: unknown) {
    this.change({ script: truth(given) ? "subscript" : "baseline" });
  }
  get tintAndShade(): number | null {
    return this.common(({ fontTint }) => fontTint);
  }
  set tintAndShade(given: unknown) {
    this.change({ fontTint: tint(given) });
  }

  private common<Value>(pick: (format: CellFormat) => Value): Value | null {
    return commonFormat(this.place, pick);
  }

  private change(patch: CellFormatPatch): void {
    restyle(this.place, patch);
  }
}
