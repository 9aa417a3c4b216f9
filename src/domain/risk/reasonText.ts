import { levelName } from "./group";
import type { Judgement, Reason } from "./judgement";

/** Characters of a reason or warning cell: enough for the worst, short enough to read. */
const LONGEST = 200;

function joined(parts: readonly string[], separator: string): string {
  let text = "";
  for (const [index, part] of parts.entries()) {
    const longer = index === 0 ? part : text + separator + part;
    if (longer.length > LONGEST && index > 0) return `${text}${separator}等${String(parts.length)}项`;
    text = longer;
  }
  return text;
}

const spoken = ({ clause, text }: Reason) => `${clause} ${text}`;

/** Why the customer is in its group, the weightiest first: `L03 逾期45天(>30);L19 借新还旧`. */
export function reasonsText({ reasons }: Judgement): string {
  return joined(reasons.map(spoken), ";");
}

/** The customer's warnings under the worst level: `【橙】L03 逾期45天(>30);L08 5天后到期(≤30)`; empty without a warning. */
export function warningText({ signals }: Judgement): string {
  const worst = signals[0];
  return worst === undefined ? "" : `【${levelName[worst.level]}】${joined(signals.map(spoken), ";")}`;
}
