import type { RuleLine, RuleSide } from "../xlsx/ruleModel";
import { colour } from "./colour";
import { ExcelCollection, ExcelObject } from "./excelObject";
import { oneOf } from "./given";
import type { StandingRule } from "./standingRule";

const sides: Readonly<Record<string, RuleSide>> = {
  EdgeTop: "top",
  EdgeBottom: "bottom",
  EdgeLeft: "left",
  EdgeRight: "right",
};

/** Lines by Excel's names, in the file's words. */
const lines: Readonly<Record<string, string>> = {
  None: "none",
  Continuous: "thin",
  Dash: "dashed",
  DashDot: "dashDot",
  DashDotDot: "dashDotDot",
  Dot: "dotted",
};

/** https://learn.microsoft.com/javascript/api/excel/excel.conditionalrangeborder */
export class ConditionalRangeBorder extends ExcelObject {
  readonly className = "ConditionalRangeBorder";
  private readonly standing: StandingRule;
  private readonly edge: string;

  constructor(standing: StandingRule, edge: string) {
    super(standing.host, edge);
    this.standing = standing;
    this.edge = edge;
  }

  get sideIndex(): string {
    return this.edge;
  }
  get style(): string {
    const { style = "none" } = this.line() ?? {};
    return Object.entries(lines).find(([, word]) => word === style)?.[0] ?? "Continuous";
  }
  set style(given: unknown) {
    const style = lines[oneOf(Object.keys(lines), given)] ?? "none";
    this.change({ color: this.line()?.color, style });
  }
  /** "" where the rule draws no line. */
  get color(): string {
    return this.line()?.color ?? "";
  }
  set color(given: unknown) {
    this.change({ style: this.line()?.style ?? "thin", color: colour(given) });
  }

  private line(): RuleLine | undefined {
    return this.standing.rule.borders[sides[this.edge] ?? "top"];
  }

  private change(line: RuleLine): void {
    const side = sides[this.edge] ?? "top";
    const { [side]: before, ...others } = this.standing.rule.borders;
    const isGone = line.style === "none" && before === undefined;
    this.standing.change({ borders: isGone ? others : { ...others, [side]: line } });
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.conditionalrangebordercollection */
export class ConditionalRangeBorderCollection extends ExcelCollection<ConditionalRangeBorder> {
  readonly className = "ConditionalRangeBorderCollection";
  protected readonly nameOf = (): undefined => undefined;
  private readonly standing: StandingRule;

  constructor(standing: StandingRule) {
    super(standing.host);
    this.standing = standing;
  }

  get items(): readonly ConditionalRangeBorder[] {
    return Object.keys(sides).map((edge) => new ConditionalRangeBorder(this.standing, edge));
  }
  get top(): ConditionalRangeBorder {
    return new ConditionalRangeBorder(this.standing, "EdgeTop");
  }
  get bottom(): ConditionalRangeBorder {
    return new ConditionalRangeBorder(this.standing, "EdgeBottom");
  }
  get left(): ConditionalRangeBorder {
    return new ConditionalRangeBorder(this.standing, "EdgeLeft");
  }
  get right(): ConditionalRangeBorder {
    return new ConditionalRangeBorder(this.standing, "EdgeRight");
  }
}
