import type { FormatRule } from "../xlsx/model";
import { ConditionalRangeFormat } from "./conditionalRangeFormat";
import { ExcelObject } from "./excelObject";
import { text, truth } from "./given";
import { Range } from "./range";
import { RangeAreas } from "./rangeAreas";
import { Refusal } from "./refusal";
import type { StandingRule } from "./standingRule";

/** The file's rule types by Excel's names. */
const typeNames: Readonly<Record<string, string>> = {
  expression: "Custom",
  cellIs: "CellValue",
  dataBar: "DataBar",
  colorScale: "ColorScale",
  iconSet: "IconSet",
  top10: "TopBottom",
  containsText: "ContainsText",
  notContainsText: "ContainsText",
  beginsWith: "ContainsText",
  endsWith: "ContainsText",
};
const PRESET = "PresetCriteria";

/** https://learn.microsoft.com/javascript/api/excel/excel.conditionalformatrule */
export class ConditionalFormatRule extends ExcelObject {
  readonly className = "ConditionalFormatRule";
  private readonly standing: StandingRule;

  constructor(standing: StandingRule) {
    super(standing.host);
    this.standing = standing;
  }

  get formula(): string {
    const formula = this.standing.rule.formulas[0];
    return formula === undefined ? "" : `=${formula}`;
  }
  set formula(given: unknown) {
    const formula = text(given);
    this.standing.change({ formulas: [formula.startsWith("=") ? formula.slice(1) : formula] });
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.customconditionalformat */
export class CustomConditionalFormat extends ExcelObject {
  readonly className = "CustomConditionalFormat";
  private readonly standing: StandingRule;

  constructor(standing: StandingRule) {
    super(standing.host);
    this.standing = standing;
  }

  get rule(): ConditionalFormatRule {
    return new ConditionalFormatRule(this.standing);
  }
  get format(): ConditionalRangeFormat {
    return new ConditionalRangeFormat(this.standing);
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.conditionalformat */
export class ConditionalFormat extends ExcelObject {
  readonly className = "ConditionalFormat";
  private readonly standing: StandingRule;

  constructor(standing: StandingRule) {
    super(standing.host, standing.id);
    this.standing = standing;
  }

  get id(): string {
    return this.standing.id;
  }
  get type(): string {
    return typeNames[this.standing.rule.type] ?? PRESET;
  }
  /** 0 is the strongest; the file counts from 1. */
  get priority(): number {
    return this.rulesByPriority().findIndex(({ id }) => id === this.standing.rule.id);
  }
  get stopIfTrue(): boolean {
    return this.standing.rule.stopIfTrue;
  }
  set stopIfTrue(given: unknown) {
    this.standing.change({ stopIfTrue: truth(given) });
  }
  get custom(): CustomConditionalFormat {
    if (this.standing.rule.type !== "expression") throw new Refusal("InvalidOperation");
    return new CustomConditionalFormat(this.standing);
  }
  get customOrNullObject(): CustomConditionalFormat | undefined {
    return this.standing.rule.type === "expression" ? this.custom : undefined;
  }

  getRange(): Range {
    const [range, ...others] = this.ranges();
    if (range === undefined || others.length > 0) throw new Refusal("InvalidOperation");
    return range;
  }
  getRangeOrNullObject(): Range | undefined {
    const ranges = this.ranges();
    return ranges.length === 1 ? ranges[0] : undefined;
  }
  getRanges(): RangeAreas {
    return new RangeAreas(this.host, this.ranges());
  }
  delete(): void {
    this.standing.delete();
  }

  private ranges(): readonly Range[] {
    const { host, sheet } = this.standing;
    return this.standing.rule.ranges.map((extent) => new Range({ host, sheet, extent }));
  }

  private rulesByPriority(): readonly FormatRule[] {
    return [...this.standing.sheet.formatRules].sort((one, other) => one.priority - other.priority);
  }
}
