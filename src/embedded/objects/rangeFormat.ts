import { FormatProtection } from "./formatProtection";
import { oneOf, truth, whole } from "./given";
import type { Place } from "./place";
import { RangeBorderCollection } from "./rangeBorder";
import { RangeFill } from "./rangeFill";
import { RangeFont } from "./rangeFont";
import { Refusal } from "./refusal";
import { RangeSizes } from "./rangeSizes";
import { commonFormat, restyle, restyleStyles } from "./styles";

const STACKED = 255;
const MOST_INDENT = 250;
const readingOrders = ["Context", "LeftToRight", "RightToLeft"] as const;
/** Alignments that know an indent. */
const indented: readonly string[] = ["left", "right", "distributed"];

/** Changes each cell's indent; one that knows none begins at the left. */
function indentBy(place: Place, next: (indent: number) => number): void {
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

/** https://learn.microsoft.com/javascript/api/excel/excel.rangeformat */
export class RangeFormat extends RangeSizes {
  readonly className = "RangeFormat";

  get fill(): RangeFill {
    return new RangeFill(this.place);
  }
  get font(): RangeFont {
    return new RangeFont(this.place);
  }
  get borders(): RangeBorderCollection {
    return new RangeBorderCollection(this.place);
  }

  get horizontalAlignment(): unknown {
    return named(
      horizontals,
      commonFormat(this.place, ({ horizontal }) => horizontal),
    );
  }
  set horizontalAlignment(given: unknown) {
    const horizontal = fileValue(horizontals, given) as "left";
    const keepsIndent = indented.includes(horizontal);
    restyle(this.place, keepsIndent ? { horizontal } : { horizontal, indent: 0 });
  }
  get verticalAlignment(): unknown {
    return named(
      verticals,
      commonFormat(this.place, ({ vertical }) => vertical),
    );
  }
  set verticalAlignment(given: unknown) {
    restyle(this.place, { vertical: fileValue(verticals, given) as "top" });
  }
  get wrapText(): unknown {
    return commonFormat(this.place, ({ wrap }) => wrap);
  }
  set wrapText(given: unknown) {
    restyle(this.place, { wrap: truth(given) });
  }

  get protection(): FormatProtection {
    return new FormatProtection(this.place);
  }
  get shrinkToFit(): boolean | null {
    return commonFormat(this.place, ({ shrinks }) => shrinks);
  }
  set shrinkToFit(given: unknown) {
    restyle(this.place, { shrinks: truth(given) });
  }
  get autoIndent(): boolean | null {
    return commonFormat(this.place, ({ justifiesLast }) => justifiesLast);
  }
  set autoIndent(given: unknown) {
    restyle(this.place, { justifiesLast: truth(given) });
  }
  get readingOrder(): string | null {
    const order = commonFormat(this.place, (format) => format.readingOrder);
    return order === null ? null : (readingOrders[order] ?? null);
  }
  set readingOrder(given: unknown) {
    restyle(this.place, { readingOrder: readingOrders.indexOf(oneOf(readingOrders, given)) });
  }
  /** Degrees up from -90 to 90, or 180 for letters below one another. */
  get textOrientation(): number | null {
    const rotation = commonFormat(this.place, (format) => format.rotation);
    if (rotation === null || rotation <= 90) return rotation;
    return rotation === STACKED ? 180 : 90 - rotation;
  }
  set textOrientation(given: unknown) {
    const degrees = whole(given);
    if (degrees !== 180 && (degrees < -90 || degrees > 90)) throw new Refusal("InvalidArgument");
    const below = degrees === 180 ? STACKED : 90 - degrees;
    restyle(this.place, { rotation: degrees >= 0 && degrees <= 90 ? degrees : below });
  }
  get indentLevel(): number | null {
    return commonFormat(this.place, ({ indent }) => indent);
  }
  set indentLevel(given: unknown) {
    const level = whole(given);
    if (level < 0 || level > MOST_INDENT) throw new Refusal("InvalidArgument");
    indentBy(this.place, () => level);
  }
  adjustIndent(amount: unknown): void {
    const step = whole(amount);
    indentBy(this.place, (indent) => Math.min(MOST_INDENT, Math.max(0, indent + step)));
  }
}
