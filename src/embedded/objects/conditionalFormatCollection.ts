import type { Extent } from "../xlsx/model";
import { intersection } from "./address";
import { clearRules } from "./clearCells";
import { ConditionalFormat } from "./conditionalFormat";
import { ExcelCollection } from "./excelObject";
import { oneOf } from "./given";
import { areasOf, unprotected, type Place } from "./place";
import { newRule, ruleKinds } from "./ruleKinds";
import { StandingRule } from "./standingRule";

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
    const { sheet, host } = this.place;
    const areas = areasOf(this.place);
    const touches = (range: Extent): boolean => areas.some((area) => intersection(range, area) !== undefined);
    return sheet.formatRules
      .filter(({ ranges }) => ranges.some(touches))
      .map(({ id }) => new ConditionalFormat(new StandingRule(host, sheet, id)));
  }

  add(given: unknown): ConditionalFormat {
    const kind = oneOf(ruleKinds, given);
    const { sheet, host } = this.place;
    const { id } = unprotected(sheet).addFormatRule(newRule(kind, areasOf(this.place)));
    host.changed = true;
    return new ConditionalFormat(new StandingRule(host, sheet, id));
  }

  clearAll(): void {
    unprotected(this.place.sheet);
    clearRules(this.place);
    this.host.changed = true;
  }
}
