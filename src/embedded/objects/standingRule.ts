import { areaText } from "../xlsx/areas";
import type { Extent, FormatRule, RuleDraft, Sheet } from "../xlsx/model";
import type { Host } from "./host";
import { unprotected } from "./place";
import { Refusal } from "./refusal";

/** A conditional format of a sheet, known to clients by its id. */
export class StandingRule {
  readonly host: Host;
  readonly sheet: Sheet;
  readonly id: string;

  constructor(host: Host, sheet: Sheet, id: string) {
    this.host = host;
    this.sheet = sheet;
    this.id = id;
  }

  get rule(): FormatRule {
    const found = this.sheet.formatRules.find(({ id }) => id === this.id);
    if (found === undefined) throw new Refusal("ItemNotFound");
    return found;
  }

  /** The rule, if it is of one of these kinds; a question of another kind is refused. */
  of(types: readonly string[]): FormatRule {
    const { rule } = this;
    if (!types.includes(rule.type)) throw new Refusal("InvalidOperation");
    return rule;
  }

  /** The cell from which the rule's formulas are seen. */
  get first(): Extent {
    const [first = { row: 0, column: 0 }] = this.rule.ranges;
    return { row: first.row, column: first.column, rows: 1, columns: 1 };
  }

  /** Its address, as the formulas that Excel makes name it. */
  get firstCell(): string {
    return areaText(this.first);
  }

  change(patch: Partial<RuleDraft>): void {
    unprotected(this.sheet).updateFormatRule(this.rule.id, patch);
    this.host.changed = true;
  }

  /** Gives the rule a place, counted from 0, among those of the sheet. */
  move(place: number): void {
    unprotected(this.sheet).moveFormatRule(this.rule.id, place);
    this.host.changed = true;
  }

  delete(): void {
    unprotected(this.sheet).deleteFormatRule(this.rule.id);
    this.host.changed = true;
  }
}
