import { DataBarConditionalFormat } from "./conditionalDataBar";
import {
  CellValueConditionalFormat,
  CustomConditionalFormat,
  PresetCriteriaConditionalFormat,
  TextConditionalFormat,
  TopBottomConditionalFormat,
} from "./conditionalRules";
import { ColorScaleConditionalFormat, IconSetConditionalFormat } from "./conditionalScales";
import { ExcelObject } from "./excelObject";
import { truth, whole } from "./given";
import { Range } from "./range";
import { RangeAreas } from "./rangeAreas";
import { Refusal } from "./refusal";
import { kindOf, type RuleKind } from "./ruleKinds";
import type { StandingRule } from "./standingRule";

/** Kinds that show every value, so that nothing is true or false. */
const shows: readonly RuleKind[] = ["DataBar", "ColorScale", "IconSet"];

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
  get type(): RuleKind {
    return kindOf(this.standing.rule.type);
  }
  /** 0 is the strongest; the file counts from 1. */
  get priority(): number {
    return this.standing.sheet.formatRules.findIndex(({ id }) => id === this.standing.rule.id);
  }
  /** A negative one counts from the weakest; beyond the last means the last. */
  set priority(given: unknown) {
    const count = this.standing.sheet.formatRules.length;
    const place = whole(given);
    this.standing.move(place < 0 ? Math.max(0, count + place) : Math.min(count - 1, place));
  }
  /** Null for kinds that are never true. */
  get stopIfTrue(): boolean | null {
    return shows.includes(this.type) ? null : this.standing.rule.stopIfTrue;
  }
  set stopIfTrue(given: unknown) {
    if (shows.includes(this.type)) throw new Refusal("InvalidOperation");
    this.standing.change({ stopIfTrue: truth(given) });
  }

  get custom(): CustomConditionalFormat {
    return new CustomConditionalFormat(this.standing);
  }
  get customOrNullObject(): CustomConditionalFormat | undefined {
    return this.type === "Custom" ? this.custom : undefined;
  }
  get cellValue(): CellValueConditionalFormat {
    return new CellValueConditionalFormat(this.standing);
  }
  get cellValueOrNullObject(): CellValueConditionalFormat | undefined {
    return this.type === "CellValue" ? this.cellValue : undefined;
  }
  get colorScale(): ColorScaleConditionalFormat {
    return new ColorScaleConditionalFormat(this.standing);
  }
  get colorScaleOrNullObject(): ColorScaleConditionalFormat | undefined {
    return this.type === "ColorScale" ? this.colorScale : undefined;
  }
  get dataBar(): DataBarConditionalFormat {
    return new DataBarConditionalFormat(this.standing);
  }
  get dataBarOrNullObject(): DataBarConditionalFormat | undefined {
    return this.type === "DataBar" ? this.dataBar : undefined;
  }
  get iconSet(): IconSetConditionalFormat {
    return new IconSetConditionalFormat(this.standing);
  }
  get iconSetOrNullObject(): IconSetConditionalFormat | undefined {
    return this.type === "IconSet" ? this.iconSet : undefined;
  }
  get preset(): PresetCriteriaConditionalFormat {
    return new PresetCriteriaConditionalFormat(this.standing);
  }
  get presetOrNullObject(): PresetCriteriaConditionalFormat | undefined {
    return this.type === "PresetCriteria" ? this.preset : undefined;
  }
  get textComparison(): TextConditionalFormat {
    return new TextConditionalFormat(this.standing);
  }
  get textComparisonOrNullObject(): TextConditionalFormat | undefined {
    return this.type === "ContainsText" ? this.textComparison : undefined;
  }
  get topBottom(): TopBottomConditionalFormat {
    return new TopBottomConditionalFormat(this.standing);
  }
  get topBottomOrNullObject(): TopBottomConditionalFormat | undefined {
    return this.type === "TopBottom" ? this.topBottom : undefined;
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
}
