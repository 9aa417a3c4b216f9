import { ConditionalRangeBorderCollection } from "./conditionalRangeBorder";
import { colour } from "./colour";
import { ExcelObject } from "./excelObject";
import { oneOf, text, truth } from "./given";
import type { StandingRule } from "./standingRule";

/** What belongs to the look of one rule. */
abstract class OfRule extends ExcelObject {
  protected readonly standing: StandingRule;

  constructor(standing: StandingRule) {
    super(standing.host);
    this.standing = standing;
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.conditionalrangefill */
export class ConditionalRangeFill extends OfRule {
  readonly className = "ConditionalRangeFill";

  /** "" where the rule fills nothing. */
  get color(): string {
    return this.standing.rule.fill ?? "";
  }
  set color(given: unknown) {
    this.standing.change({ fill: colour(given) });
  }

  clear(): void {
    this.standing.change({ fill: undefined });
  }
}

const underlines = { None: "none", Single: "single", Double: "double" } as const;

/** https://learn.microsoft.com/javascript/api/excel/excel.conditionalrangefont */
export class ConditionalRangeFont extends OfRule {
  readonly className = "ConditionalRangeFont";

  /** "" where the rule leaves the colour alone. */
  get color(): string {
    return this.standing.rule.fontColor ?? "";
  }
  set color(given: unknown) {
    this.standing.change({ fontColor: colour(given) });
  }
  get bold(): boolean | null {
    return this.standing.rule.bold ?? null;
  }
  set bold(given: unknown) {
    this.standing.change({ bold: truth(given) });
  }
  get italic(): boolean | null {
    return this.standing.rule.italic ?? null;
  }
  set italic(given: unknown) {
    this.standing.change({ italic: truth(given) });
  }
  get strikethrough(): boolean | null {
    return this.standing.rule.strikethrough ?? null;
  }
  set strikethrough(given: unknown) {
    this.standing.change({ strikethrough: truth(given) });
  }
  /** Null where the rule leaves it alone. */
  get underline(): string | null {
    const { underline } = this.standing.rule;
    if (underline === undefined) return null;
    return Object.entries(underlines).find(([, word]) => underline.startsWith(word))?.[0] ?? null;
  }
  set underline(given: unknown) {
    this.standing.change({ underline: underlines[oneOf(["None", "Single", "Double"], given)] });
  }

  clear(): void {
    const nothing = { italic: undefined, strikethrough: undefined, underline: undefined };
    this.standing.change({ fontColor: undefined, bold: undefined, ...nothing });
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.conditionalrangeformat */
export class ConditionalRangeFormat extends OfRule {
  readonly className = "ConditionalRangeFormat";

  get fill(): ConditionalRangeFill {
    return new ConditionalRangeFill(this.standing);
  }
  get font(): ConditionalRangeFont {
    return new ConditionalRangeFont(this.standing);
  }
  get borders(): ConditionalRangeBorderCollection {
    return new ConditionalRangeBorderCollection(this.standing);
  }
  /** Null where the rule leaves it alone. */
  get numberFormat(): string | null {
    return this.standing.rule.numberFormat ?? null;
  }
  set numberFormat(given: unknown) {
    const format = text(given);
    this.standing.change({ numberFormat: format === "" ? undefined : format });
  }
}
