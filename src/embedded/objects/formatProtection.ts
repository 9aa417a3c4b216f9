import { ExcelObject } from "./excelObject";
import { truth } from "./given";
import type { Place } from "./place";
import { commonFormat, restyle } from "./styles";

/** https://learn.microsoft.com/javascript/api/excel/excel.formatprotection */
export class FormatProtection extends ExcelObject {
  readonly className = "FormatProtection";
  private readonly place: Place;

  constructor(place: Place) {
    super(place.host);
    this.place = place;
  }

  get locked(): boolean | null {
    return commonFormat(this.place, ({ locked }) => locked);
  }
  set locked(given: unknown) {
    restyle(this.place, { locked: truth(given) });
  }
  get formulaHidden(): boolean | null {
    return commonFormat(this.place, ({ hidesFormula }) => hidesFormula);
  }
  set formulaHidden(given: unknown) {
    restyle(this.place, { hidesFormula: truth(given) });
  }
}
