import type { Rule } from "../domain/change/change";

/** Queues a conditional format over a range. */
export function queueRule(range: Excel.Range, rule: Rule): void {
  const { custom } = range.conditionalFormats.add(Excel.ConditionalFormatType.custom);
  custom.rule.formula = rule.formula;
  custom.format.font.color = rule.color;
  if (rule.fill !== undefined) custom.format.fill.color = rule.fill;
  if (rule.bold !== undefined) custom.format.font.bold = rule.bold;
}
