import { colour } from "./colour";
import { ExcelObject } from "./excelObject";
import type { Place } from "./place";
import { commonFormat, restyle } from "./styles";

const NO_FILL = "#FFFFFF";

/** https://learn.microsoft.com/javascript/api/excel/excel.rangefill */
export class RangeFill extends ExcelObject {
  readonly className = "RangeFill";
  private readonly place: Place;

  constructor(place: Place) {
    super(place.host);
    this.place = place;
  }

  /** White where there is no fill, "" where the cells differ. */
  get color(): string {
    return commonFormat(this.place, ({ fill }) => fill ?? NO_FILL) ?? "";
  }
  set color(given: unknown) {
    restyle(this.place, { fill: given === "" ? undefined : colour(given) });
  }

  clear(): void {
    restyle(this.place, { fill: undefined });
  }
}
