import { colour } from "./colour";
import { ExcelObject } from "./excelObject";
import { oneOf, tint } from "./given";
import type { Formatted } from "./place";
import { commonFormat, restyle } from "./styles";

const NO_FILL = "#FFFFFF";
const NO_PATTERN = "#000000";

/** Patterns by Excel's names, in the file's words. */
const patterns: Readonly<Record<string, string>> = {
  None: "none",
  Solid: "solid",
  Gray50: "mediumGray",
  Gray75: "darkGray",
  Gray25: "lightGray",
  Horizontal: "darkHorizontal",
  Vertical: "darkVertical",
  Down: "darkDown",
  Up: "darkUp",
  Checker: "darkGrid",
  SemiGray75: "darkTrellis",
  LightHorizontal: "lightHorizontal",
  LightVertical: "lightVertical",
  LightDown: "lightDown",
  LightUp: "lightUp",
  Grid: "lightGrid",
  CrissCross: "lightTrellis",
  Gray16: "gray125",
  Gray8: "gray0625",
};

/** https://learn.microsoft.com/javascript/api/excel/excel.rangefill */
export class RangeFill extends ExcelObject {
  readonly className = "RangeFill";
  private readonly place: Formatted;

  constructor(place: Formatted) {
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
  get tintAndShade(): number | null {
    return commonFormat(this.place, ({ fillTint }) => fillTint);
  }
  set tintAndShade(given: unknown) {
    restyle(this.place, { fillTint: tint(given) });
  }
  /** Null where the cells differ. */
  get pattern(): string | null {
    const pattern = commonFormat(this.place, (format) => format.pattern);
    if (pattern === null) return null;
    return Object.entries(patterns).find(([, word]) => word === pattern)?.[0] ?? "LinearGradient";
  }
  set pattern(given: unknown) {
    const pattern = patterns[oneOf(Object.keys(patterns), given)] ?? "none";
    if (pattern === "none") this.clear();
    else restyle(this.place, { pattern });
  }
  get patternColor(): string {
    return commonFormat(this.place, ({ patternColor }) => patternColor ?? NO_PATTERN) ?? "";
  }
  set patternColor(given: unknown) {
    restyle(this.place, { patternColor: colour(given), patternTint: 0 });
  }
  get patternTintAndShade(): number | null {
    return commonFormat(this.place, ({ patternTint }) => patternTint);
  }
  set patternTintAndShade(given: unknown) {
    restyle(this.place, { patternTint: tint(given) });
  }

  clear(): void {
    restyle(this.place, { fill: undefined });
  }
}
