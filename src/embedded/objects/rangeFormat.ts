import { indentBy, MOST_INDENT } from "./alignedFormat";
import { FormatProtection } from "./formatProtection";
import { whole } from "./given";
import { RangeSizes } from "./rangeSizes";

/** https://learn.microsoft.com/javascript/api/excel/excel.rangeformat */
export class RangeFormat extends RangeSizes {
  readonly className = "RangeFormat";

  get protection(): FormatProtection {
    return new FormatProtection(this.place);
  }
  adjustIndent(amount: unknown): void {
    const step = whole(amount);
    indentBy(this.place, (indent) => Math.min(MOST_INDENT, Math.max(0, indent + step)));
  }
}
