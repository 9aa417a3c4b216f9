import { intersection } from "./address";
import { clearRules } from "./clearCells";
import { ConditionalFormat } from "./conditionalFormat";
import { ExcelCollection } from "./excelObject";
import { oneOf } from "./given";
import { unprotected, type Place } from "./place";
import { notServed } from "./refusal";
import { publicId, StandingRule } from "./standingRule";

const types = [
  "Custom",
  "DataBar",
  "ColorScale",
  "IconSet",
  "TopBottom",
  "PresetCriteria",
  "ContainsText",
  "CellValue",
] as const;

/** https://learn.microsoft.com/javascript/api/excel/excel.conditionalformatcollection */
export class ConditionalFormatCollection extends ExcelCollection<ConditionalFormat> {
  readonly className = "ConditionalFormatCollection";
  protected readonly nameOf = (): undefined => undefined;
  private readonly place: Place;

  constructor(place: Place) {
    super(place.host);
    this.place = place;
  }

  /** The rules that touch the range, strongest first. */
  get items(): readonly ConditionalFormat[] {
    const { sheet, extent, host } = this.place;
    return sheet.formatRules
      .filter(({ ranges }) => ranges.some((range) => intersection(range, extent) !== undefined))
      .sort((one, other) => one.priority - other.priority)
      .map(({ id }) => new ConditionalFormat(new StandingRule(host, sheet, publicId(host, id))));
  }

  add(given: unknown): ConditionalFormat {
    const type = oneOf(types, given);
    const { sheet, extent, host } = this.place;
    if (type !== "Custom") throw notServed(`ConditionalFormatCollection.add(${type})`);
    const { id } = unprotected(sheet).addFormatRule({
      type: "expression",
      stopIfTrue: false,
      ranges: [extent],
      formulas: ["FALSE"],
      fill: undefined,
      fontColor: undefined,
      bold: undefined,
    });
    host.changed = true;
    host.ruleIds.set(id, id);
    return new ConditionalFormat(new StandingRule(host, sheet, id));
  }

  clearAll(): void {
    unprotected(this.place.sheet);
    clearRules(this.place);
    this.host.changed = true;
  }
}
