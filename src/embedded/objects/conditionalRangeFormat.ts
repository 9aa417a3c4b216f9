import { colour } from "./colour";
import { ExcelObject } from "./excelObject";
import { truth } from "./given";
import type { StandingRule } from "./standingRule";

/** https://learn.microsoft.com/javascript/api/excel/excel.conditionalrangefill */
export class ConditionalRangeFill extends ExcelObject {
  readonly className = "ConditionalRangeFill";
  private readonly standing: StandingRule;

  constructor(standing: StandingRule) {
    super(standing.host);
    this.standing = standing;
  }

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

/** https://learn.microsoft.com/javascript/api/excel/excel.conditionalrangefont */
export class ConditionalRangeFont extends ExcelObject {
  readonly className = "ConditionalRangeFont";
  private readonly standing: StandingRule;

  constructor(standing: StandingRule) {
    super(standing.host);
    this.standing = standing;
  }

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

  clear(): void {
    this.standing.change({ fontColor: undefined, bold: undefined });
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.conditionalrangeformat */
export class ConditionalRangeFormat extends ExcelObject {
  readonly className = "ConditionalRangeFormat";
  private readonly standing: StandingRule;

  constructor(standing: StandingRule) {
    super(standing.host);
    this.standing = standing;
  }

  get fill(): ConditionalRangeFill {
    return new ConditionalRangeFill(this.standing);
  }
  get font(): ConditionalRangeFont {
    return new ConditionalRangeFont(this.standing);
  }
}
