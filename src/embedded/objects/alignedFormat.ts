import { ExcelObject } from "./excelObject";
import { oneOf, truth, whole } from "./given";
import type { Formatted } from "./place";
import { RangeFill } from "./rangeFill";
import { RangeBorderCollection } from "./rangeBorder";
import { RangeFont } from "./rangeFont";
import { Refusal } from "./refusal";
import { commonFormat, restyle, restyleStyles } from "./styles";

const STACKED = 255;
/** As far as Excel indents. */
export const MOST_INDENT = 250;
const readingOrders = ["Context", "LeftToRight", "RightToLeft"] as const;
/** Alignments that know an indent. */
const indented: readonly string[] = ["left", "right", "distributed"];

/** Changes each cell's indent; one that knows none begins at the left. */
export function indentBy(place: Formatted, next: (indent: number) => number): void {
  restyleStyles(place, ({ indent, horizontal }) => {
    const after = next(indent);
    const isKnown = after === 0 || indented.includes(horizontal);
    return isKnown ? { indent: after } : { indent: after, horizontal: "left" };
  });
}

const horizontals = ["General", "Left", "Center", "Right", "Fill", "Justify", "CenterAcrossSelection", "Distributed"];
const verticals = ["Top", "Center", "Bottom", "Justify", "Distributed"];

const inFile = (name: string): string =>
  name === "CenterAcrossSelection" ? "centerContinuous" : name.charAt(0).toLowerCase() + name.slice(1);

function named(names: readonly string[], fileValue: string | null): string | null {
  return names.find((name) => inFile(name) === fileValue) ?? null;
}

function fileValue(names: readonly string[], given: unknown): string {
  const found = names.find((name) => typeof given === "string" && name.toLowerCase() === given.toLowerCase());
  if (found === undefined) throw new Refusal("InvalidArgument");
  return inFile(found);
}

/** How something stands in its cell, and its font, fill and borders: what Excel's RangeFormat and Style have in common. */
export abstract class AlignedFormat extends ExcelObject {
  protected readonly formatted: Formatted;

  constructor(formatted: Formatted, itemId?: string) {
    super(formatted.host, itemId);
    this.formatted = formatted;
  }

  get fill(): RangeFill {
    return new RangeFill(this.formatted);
  }
  get font(): RangeFont {
    return new RangeFont(this.formatted);
  }
  get borders(): RangeBorderCollection {
    return new RangeBorderCollection(this.formatted);
  }

  get horizontalAlignment(): unknown {
    return named(
      horizontals,
      commonFormat(this.formatted, ({ horizontal }) => horizontal),
    );
  }
  set horizontalAlignment(given: unknown) {
    const horizontal = fileValue(horizontals, given) as "left";
    const keepsIndent = indented.includes(horizontal);
    restyle(this.formatted, keepsIndent ? { horizontal } : { horizontal, indent: 0 });
  }
  get verticalAlignment(): unknown {
    return named(
      verticals,
      commonFormat(this.formatted, ({ vertical }) => vertical),
    );
  }
  set verticalAlignment(given: unknown) {
    restyle(this.formatted, { vertical: fileValue(verticals, given) as "top" });
  }
  get wrapText(): unknown {
    return commonFormat(this.formatted, ({ wrap }) => wrap);
  }
  set wrapText(given: unknown) {
    restyle(this.formatted, { wrap: truth(given) });
  }

  get shrinkToFit(): boolean | null {
    return commonFormat(this.formatted, ({ shrinks }) => shrinks);
  }
  set shrinkToFit(given: unknown) {
    restyle(this.formatted, { shrinks: truth(given) });
  }
  get autoIndent(): boolean | null {
    return commonFormat(this.formatted, ({ justifiesLast }) => justifiesLast);
  }
  set autoIndent(given: unknown) {
    restyle(this.formatted, { justifiesLast: truth(given) });
  }
  get readingOrder(): string | null {
    const order = commonFormat(this.formatted, (format) => format.readingOrder);
    return order === null ? null : (readingOrders[order] ?? null);
  }
  set readingOrder(given: unknown) {
    restyle(this.formatted, { readingOrder: readingOrders.indexOf(oneOf(readingOrders, given)) });
  }
  /** Degrees up from -90 to 90, or 180 for letters below one another. */
  get textOrientation(): number | null {
    const rotation = commonFormat(this.formatted, (format) => format.rotation);
    if (rotation === null || rotation <= 90) return rotation;
    return rotation === STACKED ? 180 : 90 - rotation;
  }
  set textOrientation(given: unknown) {
    const degrees = whole(given);
    if (degrees !== 180 && (degrees < -90 || degrees > 90)) throw new Refusal("InvalidArgument");
    const below = degrees === 180 ? STACKED : 90 - degrees;
    restyle(this.formatted, { rotation: degrees >= 0 && degrees <= 90 ? degrees : below });
  }
  get indentLevel(): number | null {
    return commonFormat(this.formatted, ({ indent }) => indent);
  }
  set indentLevel(given: unknown) {
    const level = whole(given);
    if (level < 0 || level > MOST_INDENT) throw new Refusal("InvalidArgument");
    indentBy(this.formatted, () => level);
  }
}
