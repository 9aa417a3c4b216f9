import type { CellFormat, CellFormatPatch } from "../xlsx/model";
import { colour } from "./colour";
import { truth } from "./given";
import { ExcelObject } from "./excelObject";
import type { Place } from "./place";
import { Refusal } from "./refusal";
import { commonFormat, restyle } from "./styles";

const AUTOMATIC = "#000000";

/** https://learn.microsoft.com/javascript/api/excel/excel.rangefont */
export class RangeFont extends ExcelObject {
  readonly className = "RangeFont";
  private readonly place: Place;

  constructor(place: Place) {
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
    this.change({ fontColor: colour(given) });
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
  get underline(): unknown {
    const isUnderlined = this.common(({ underline }) => underline);
    if (isUnderlined === null) return null;
    return isUnderlined ? "Single" : "None";
  }
  set underline(given: unknown) {
    if (given !== "Single" && given !== "None") throw new Refusal("InvalidArgument");
    this.change({ underline: given === "Single" });
  }

  private common<Value>(pick: (format: CellFormat) => Value): Value | null {
    return commonFormat(this.place, pick);
  }

  private change(patch: CellFormatPatch): void {
    restyle(this.place, patch);
  }
}
