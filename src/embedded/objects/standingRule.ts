import type { FormatRule, Sheet } from "../xlsx/model";
import type { Host } from "./host";
import { unprotected } from "./place";
import { notServed, Refusal } from "./refusal";

type Draft = Omit<FormatRule, "id" | "priority">;

/** A conditional format of a sheet, known to clients by an id that stays while the rule is being made. */
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
    const stored = this.host.ruleIds.get(this.id) ?? this.id;
    const found = this.sheet.formatRules.find(({ id }) => id === stored);
    if (found === undefined) throw new Refusal("ItemNotFound");
    return found;
  }

  /** The file takes a new rule whole: one that is still the strongest is replaced by its successor, an older one would lose its rank. */
  change(patch: Partial<Draft>): void {
    unprotected(this.sheet);
    const { id, priority, ...draft } = this.rule;
    const isStrongest = this.sheet.formatRules.every((other) => other.priority >= priority);
    if (!isStrongest) throw notServed("ConditionalFormat: change of a rule below others");
    this.sheet.deleteFormatRule(id);
    this.host.ruleIds.set(this.id, this.sheet.addFormatRule({ ...draft, ...patch }).id);
    this.host.changed = true;
  }

  delete(): void {
    unprotected(this.sheet).deleteFormatRule(this.rule.id);
    this.host.ruleIds.delete(this.id);
    this.host.changed = true;
  }
}

/** The id by which clients know a stored rule. */
export function publicId({ ruleIds }: Host, stored: string): string {
  for (const [id, current] of ruleIds) if (current === stored) return id;
  return stored;
}
